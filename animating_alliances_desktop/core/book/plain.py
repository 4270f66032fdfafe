"""Text that can stand in any file: without control characters; and which way it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from unicodedata import bidirectional, category

T = TypeVar("T")
_KEPT = {"\n", "\t"}
_KEYS = {"key", "keys", "goal", "thing"}
_NO_LETTERS = {"\ufffe", "\uffff"}


def legible(text: str) -> str:
    """A text without what has no form on paper and breaks files: control characters and halves of letters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for letter in text if letter in _KEPT or _is_printable(letter))


def all_legible(value: T) -> T:
    """A thing with all texts in it made legible."""
    return changed_texts(value, legible)


def changed_texts(value: T, change: Callable[[str], str]) -> T:
    """A thing with all texts in it changed; but for the keys by which its parts point at each other."""
    made: Any = value
    match value:
        case str() if type(value) is str:
            made = change(value)
        case tuple():
            made = tuple(changed_texts(part, change) for part in value)
        case dict():
            made = {key: changed_texts(part, change) for key, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = (field.name for field in fields(value) if field.name not in _KEYS)
            made = replace(value, **{name: changed_texts(getattr(value, name), change) for name in names})
    changed: T = made
    return changed


def is_right_to_left(text: str) -> bool:
    """Whether a text runs from the right to the left: its first letter says so."""
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return strong != "L"


def _is_printable(letter: str) -> bool:
    return category(letter) not in ("Cc", "Cs") and letter not in _NO_LETTERS
