"""Where a link leads: to something in the app, or outside if the user agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError

OUTSIDE = ("http://", "https://", "mailto:")


class Asking(Protocol):
    """A page on which links are followed."""

    def ask_about(self, address: str) -> None:
        """Show an outside address, and open it only if the user agrees."""

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere that the app opens."""


def follow(address: str, page: Asking, open_ref: Callable[[Ref], object]) -> None:
    """Follow a link; what is no address of ours or of the web leads nowhere."""
    ref = ref_in(address)
    if ref is not None:
        open_ref(ref)
    elif address.startswith(OUTSIDE):
        page.ask_about(address)
    else:
        page.tell_dead_link()


def ref_in(address: str) -> Ref | None:
    """What a link leads to in the app, if it leads there."""
    try:
        return Ref.parse(address) if address.startswith("aa:") else None
    except AppError:
        return None
