"""Making a file of a book: of which kind, and safely into its place."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from secrets import token_hex

from animating_alliances_desktop.core.book.markdown import to_markdown
from animating_alliances_desktop.core.book.model import Book, Format, Printed
from animating_alliances_desktop.core.book.plain import all_legible
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.settling import settle

_ENDINGS = {".pdf": Format.PDF, ".docx": Format.DOCX, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN}


def format_of(target: Path) -> Format:
    """The kind of file that a name asks for; raises AppError if it asks for none that can be made."""
    found = _ENDINGS.get(target.suffix.lower())
    if found is None:
        raise AppError(
            "Give the file a name that ends in .pdf, .docx or .md: the ending says what it becomes."
        )
    return found


def checked(target: Path, *, replace: bool = False) -> Path:
    """The place of a new file; raises AppError if nothing can be written there, or something is there already."""
    target = target.expanduser().absolute()
    format_of(target)
    if target.is_dir():
        raise AppError(f"{target} is a folder. Name the file that shall be made.")
    if target.exists() and not replace:
        raise AppError(
            f"There is a file {target} already. Name another one, so that nothing is written over."
        )
    if not target.parent.is_dir():
        raise AppError(f"There is no folder {target.parent}. Make it first.")
    return target


def make(book: Book, kind: Format, progress: Progress | None = None) -> Printed:
    """The content of the file; raises Stopped if the user asked to stop."""
    book = all_legible(book)
    if kind is Format.MARKDOWN:
        return Printed(to_markdown(book).encode())
    # The libraries for Word and PDF take 0.2 s to import, and few commands need them.
    module = import_module(f"animating_alliances_desktop.core.book.{kind.value}")
    made: Printed = getattr(module, f"to_{kind.value}")(book, progress)
    return made


def write(book: Book, target: Path, *, replace: bool = False, progress: Progress | None = None) -> Printed:
    """Make a file of the kind that its name ends in; raises AppError if it cannot be written, and leaves no half."""
    target = checked(target, replace=replace)
    printed = make(book, format_of(target), progress)
    put(printed.content, target)
    return printed


def put(content: bytes, target: Path) -> None:
    """Write a file beside its place first, for the user alone, then give it its name."""
    partial = target.with_name(f".{target.stem[:40]}-{token_hex(4)}.part")
    try:
        descriptor = os.open(
            partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        settle(partial, target)
    except OSError as error:
        raise AppError(f"{target.name} could not be written to {target.parent}: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
