"""How much of a kept entry may still be put right: a slip of the pen, and no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from animating_alliances_desktop.core.errors import AppError

FEW, SHARE = 8, 0.04
"""Letters that may be put right in a text of any length, and the share of a longer one."""
_TOO_MUCH = (
    "This changes more than a slip of the pen, and the entry stands as it was kept. "
    "Add what you see differently now as a later thought beside it."
)


def check_small(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Raise AppError if a text is changed by more than a slip, added or taken out; or if nothing is changed."""
    if {key for key, text in before.items() if text.strip()} != {
        key for key, text in after.items() if text.strip()
    }:
        raise AppError(_TOO_MUCH)
    if all(after.get(key) == text for key, text in before.items()):
        raise AppError("Nothing was changed.")
    for key, text in before.items():
        if letters_changed(text, after.get(key, "")) > allowed(text):
            raise AppError(_TOO_MUCH)


def allowed(text: str) -> int:
    """How many letters of a text may be put right."""
    return max(FEW, int(len(text) * SHARE))


def letters_changed(before: str, after: str) -> int:
    """How many letters were taken out or put in."""
    old, new = before.split(), after.split()
    changed = 0
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            changed += _between(" ".join(old[a:b]), " ".join(new[c:d]))
    return changed


def _between(before: str, after: str) -> int:
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return max(len(before), len(after)) - sum(block.size for block in blocks)
