"""Which importer takes which file apart; each is loaded when its first file comes."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.bounded import TOO_DEEP
from animating_alliances_desktop.core.library.formats import DOCX, EPUB, HTML, MARKDOWN, PLAIN, PPTX, why_not

_MODULES = {
    **dict.fromkeys(MARKDOWN | PLAIN, "text"),
    **dict.fromkeys(DOCX, "word"),
    **dict.fromkeys(EPUB, "epub"),
    **dict.fromkeys(PPTX, "deck"),
    **dict.fromkeys(HTML, "web"),
}


def take_apart(path: str) -> dict[str, Any]:
    """Turn a file (all but PDF) into a document, as plain data; raises AppError."""
    file = Path(path)
    module = _MODULES.get(file.suffix.lower())
    if module is None:
        raise AppError(why_not(file.suffix))
    importer = import_module(f"{__package__}.{module}")
    try:
        parts: dict[str, Any] = importer.take_apart(file)
    except RecursionError as error:
        raise AppError(TOO_DEEP) from error
    return parts
