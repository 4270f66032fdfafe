"""Text that can stand in any file: without control characters; and which way it runs."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from unicodedata import bidirectional, category

T = TypeVar("T")
_KEPT = {"\n", "\t"}
_NO_LETTERS = {"\ufffe", "\uffff"}


def legible(text: str) -> str:
    """A text without what has no form on paper and breaks files: control characters and halves of letters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for letter in text if letter in _KEPT or _is_printable(letter))


def all_legible(value: T) -> T:
    """A thing with all texts in it made legible."""
    made: Any = value
    match value:
        case str():
            made = legible(value)
        case tuple():
            made = tuple(map(all_legible, value))
        case dict():
            made = {key: all_legible(part) for key, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {field.name: all_legible(getattr(value, field.name)) for field in fields(value)}
            made = replace(value, **parts)
    legible_now: T = made
    return legible_now


def is_right_to_left(text: str) -> bool:
    """Whether a text runs from the right to the left: its first letter says so."""
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return strong != "L"


def _is_printable(letter: str) -> bool:
    return category(letter) not in ("Cc", "Cs") and letter not in _NO_LETTERS
