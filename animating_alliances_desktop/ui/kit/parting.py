"""Where a long line is parted in two, so that a list can show all of it."""

from __future__ import annotations

import re

_LONG = 72
_BREATHS = tuple(re.compile(rf".*{mark}\s", re.DOTALL) for mark in ("[.?!]", "[:;,]", ""))


def parted(text: str) -> tuple[str, str]:
    """Part a long line in two where one would take breath, so that no word of it is cut off."""
    if len(text) <= _LONG:
        return text, ""
    found = (breath.match(text[:_LONG]) for breath in _BREATHS)
    at = next((match.end() for match in found if match), _LONG)
    return text[:at].rstrip(), text[at:].lstrip()
