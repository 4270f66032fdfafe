"""What stands for opening a thing, and for the message bar."""

from __future__ import annotations

from collections.abc import Callable

from animating_alliances_desktop.core.changes import Ref


class Opened(list[tuple[Ref, str]]):
    """Stands for opening a thing: notes what and at which words."""

    def __call__(self, ref: Ref, quote: str = "") -> None:
        self.append((ref, quote))


class Said(list[str]):
    """Stands for the message bar."""

    then: Callable[[], None] | None = None
    kind = ""

    def __call__(
        self, text: str, kind: str = "info", button: str = "", then: Callable[[], None] | None = None
    ) -> None:
        self.append(text)
        self.kind, self.then = kind, then

    def press(self) -> None:
        """Press the button of the message."""
        assert self.then is not None
        self.then()
