"""A text with headings read into the parts of a form."""

from __future__ import annotations

import re

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import TEXT, Form

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$")


def parts_of(text: str, form: Form | None) -> dict[str, str]:
    """What stands under a heading that names a part goes there; what stands before, into the first part.

    Raises AppError for a heading that names no part: nothing is put where it was not meant to be.
    """
    if form is None or not form.parts:
        return {TEXT: text}
    known = {_plain(name): part.key for part in form.parts for name in (part.key, part.title)}
    found: dict[str, list[str]] = {}
    key = form.parts[0].key
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading is None:
            found.setdefault(key, []).append(line)
            continue
        if _plain(heading[1]) not in known:
            titles = ", ".join(f"“{part.title}”" for part in form.parts)
            raise AppError(
                f"“{heading[1][:80]}” is no part of the form “{form.title}”; its parts are {titles}."
            )
        key = known[_plain(heading[1])]
    return {key: "\n".join(lines).strip() for key, lines in found.items() if "".join(lines).strip()}


def _plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name).strip().casefold()
