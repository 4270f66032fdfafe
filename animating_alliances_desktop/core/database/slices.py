"""A question with many values is asked in slices: SQLite takes only so many values in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_AT_ONCE = 400
_T = TypeVar("_T")


def slices(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """The values, as many at a time as one question takes."""
    return (values[first : first + _AT_ONCE] for first in range(0, len(values), _AT_ONCE))
