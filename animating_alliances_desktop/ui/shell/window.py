"""The main window: the rail, the pages, the way back and forward, and the message bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.messages import MessageBar
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.pages import Arrivable, History, PageSpec, Place, Shown, Turning
from animating_alliances_desktop.ui.shell.rail import Rail
from animating_alliances_desktop.ui.shell.room import Room
from animating_alliances_desktop.ui.shell.shape import restore_shape, shape_of

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.shell.palette import CommandPalette, Destination

__all__ = ["MainWindow", "PageSpec"]

_COLLAPSE_BELOW = 1000
_SMALLEST = (720, 480)


class MainWindow(QMainWindow):
    """Shows one page at a time, and knows how to go to any."""

    closing = Signal()
    """The window is about to close: keep what is still being typed."""
    went = Signal(str)
    """The id of the page that is on view now."""

    def __init__(
        self,
        theme: Theme,
        specs: Sequence[PageSpec],
        actions: Actions,
        opener: Callable[[Ref, str], None],
        load: Callable[[], dict[str, Any]] = dict,
        save: Callable[[dict[str, Any]], None] = lambda _shape: None,
        titles: Callable[[], Sequence[Destination]] = list,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._specs = {spec.id: spec for spec in specs}
        self._actions, self._opener, self._save, self._may_close = actions, opener, save, may_close
        self._pages: dict[str, QWidget] = {}
        self._waiting: QLabel | None = None
        self._wish: Place | None = None
        self._history = History()
        self._rail = Rail(theme, specs, self)
        self._stack = QStackedWidget()
        self.messages = MessageBar(theme)
        self._theme, self._titles = theme, titles
        self._rail.asked.connect(self._go_from_rail)
        self._lay_out()
        self._bind_actions()
        restore_shape(self, load())
        theme.changed.connect(self._fit_rail)

    @property
    def current(self) -> str:
        """The id of the page that is on view, or nothing before the first."""
        return self._history.here.page if self._history.here else ""

    @property
    def wish(self) -> str:
        """The id of the page to go to once there are pages, or nothing."""
        return self._wish.page if self._wish else ""

    def page(self, page_id: str) -> QWidget:
        """Return a page, made now if it was never visited."""
        if page_id not in self._pages:
            made = self._specs[page_id].make()
            made.setProperty("role", "page")
            if not made.accessibleName():
                made.setAccessibleName(self._specs[page_id].title)
            made.windowTitleChanged.connect(self._tell_where)
            self._pages[page_id] = made
            self._stack.addWidget(made)
        return self._pages[page_id]

    def pages(self) -> tuple[QWidget, ...]:
        """The pages that were visited."""
        return tuple(self._pages.values())

    def go(self, page_id: str, place: object = None) -> None:
        """Go to a page, and there to a place that the page understands."""
        if self._waiting is not None:
            self._wish = Place(page_id, place)
            self._rail.choose(page_id)
            return
        self.page(page_id)
        self._history.visit(Place(page_id, place))
        self._show(Place(page_id, place))

    def wait(self, words: str) -> None:
        """Say why there are no pages yet; where the user wishes to go until `begin`, that is gone to then."""
        self._waiting = label(words, "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._waiting)
        self._stack.setCurrentWidget(self._waiting)

    def begin(self) -> None:
        """Show the pages: the one that was wished for, or the first."""
        waiting, self._waiting = self._waiting, None
        wish, self._wish = self._wish or Place(next(iter(self._specs))), None
        self.go(wish.page, wish.detail)
        if waiting is not None:
            self._stack.removeWidget(waiting)
            waiting.deleteLater()

    def open(self, ref: Ref, quote: str = "") -> None:
        """Open the thing that a reference points at, at this passage of it."""
        self._opener(ref, quote)

    def back(self) -> None:
        """Go to the place before: within the page, as far as it has one, or on the page before."""
        page = self._stack.currentWidget()
        if not (isinstance(page, Turning) and page.turn_back()):
            self._show(self._history.back())

    def forward(self) -> None:
        """Go to the place that we came back from, within the page or beyond it."""
        page = self._stack.currentWidget()
        if not (isinstance(page, Turning) and page.turn_forward()):
            self._show(self._history.forward())

    @cached_property
    def _palette(self) -> CommandPalette:
        from animating_alliances_desktop.ui.shell.palette import CommandPalette  # 40 ms of the start

        return CommandPalette(self._theme, self._actions, self._titles, self.open, self)

    def show_help(self) -> None:
        """Show all shortcuts."""
        from animating_alliances_desktop.ui.shell.help import ShortcutsHelp  # 8 ms of the start

        titles = {spec.id: spec.title for spec in self._specs.values()}
        ShortcutsHelp(self._actions, titles, self).open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the mouse's own buttons."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out of the rail when the window is narrow."""
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; with something unsaved it stays open until that is on the disk."""
        if not self._may_close():
            event.ignore()
            return
        self._save(shape_of(self))
        self.closing.emit()
        super().closeEvent(event)

    def _go_from_rail(self, page_id: str) -> None:
        """Leave the keyboard on the rail if it is walking there."""
        before = self.focusWidget()
        self.go(page_id)
        if before is not None and self._rail.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: Place | None) -> None:
        if place is None:
            return
        page = self.page(place.page)
        self._stack.setCurrentWidget(page)
        self._rail.choose(self._specs[place.page].under or place.page)
        self._tell_where()
        if place.detail is not None and isinstance(page, Arrivable):
            page.arrive(place.detail)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(page, Shown):
            page.shown()
        self.went.emit(place.page)

    def _tell_where(self) -> None:
        if self.current:
            what = self.page(self.current).windowTitle() or self._specs[self.current].title
            self.setWindowTitle(self.tr("{what} – Animating Alliances").format(what=what))
        self._actions.get("shell.back").setEnabled(self._history.can_go_back)
        self._actions.get("shell.forward").setEnabled(self._history.can_go_forward)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.setWindowTitle(self.tr("Animating Alliances"))
        self._stack.setAccessibleName(self.tr("Page"))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.messages)
        whole = Room(self._stack)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _bind_actions(self) -> None:
        bind = self._actions.bind
        for spec in self._specs.values():
            if spec.on_rail:
                bind(f"go.{spec.id}", partial(self.go, spec.id), self)
        bind("shell.back", self.back, self).setEnabled(False)
        bind("shell.forward", self.forward, self).setEnabled(False)
        bind("shell.palette", lambda: self._palette.show_all(), self)  # made when it is first wanted
        bind("shell.help", self.show_help, self)

    def _fit_rail(self) -> None:
        self._rail.collapse(narrow=self.width() < _COLLAPSE_BELOW)
