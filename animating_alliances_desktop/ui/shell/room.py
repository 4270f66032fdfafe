"""What lies in the window, rail and pages alike, and how the Tab key goes through it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class Room(QWidget):
    """Lets the Tab key come by everything on a page.

    A page hands the keyboard on to the part where work begins (its focus proxy). Qt lets the Tab key do the same
    and jump over whatever stands before that part: it could then never be reached.
    """

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 -- Qt's signature
        """Go on, as if the page handed nothing on."""
        page = self._pages.currentWidget()
        first = page.focusProxy() if page is not None else None
        if page is None or first is None:
            return super().focusNextPrevChild(next)
        page.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes a null pointer here
        try:
            return super().focusNextPrevChild(next)
        finally:
            page.setFocusProxy(first)
