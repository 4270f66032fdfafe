"""The page of what was deleted: brought back within thirty days, or let go for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.core.trash.model import Deleted, Emptied
from animating_alliances_desktop.core.trash.store import Trash
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.trash.presenter import TrashPresenter


class Question(QFrame):
    """Asks once more, where the answer cannot be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.words = label("", "body")
        self.yes = button(self.tr("Let it go for good"), "danger")
        self.no = button(self.tr("Leave it there"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it there."""
        if event.key() == Qt.Key.Key_Escape:
            self.no.click()
        else:
            super().keyPressEvent(event)


class TrashPage(QWidget):
    """Shows the trash; the presenter decides."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        trash: Trash,
        say: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._say = say
        self.presenter = TrashPresenter(self, trash, tasks)
        self.header = PageHeader(
            self.tr("Trash"),
            self.tr(
                "What you delete stays here for 30 days. Then it is let go: text, earlier versions and search."
            ),
        )
        self.empty = button(self.tr("Empty the trash"), "quiet", "trash-2", theme)
        self.list = ItemList(theme, self.tr("What you deleted"), 1)
        self.restore = button(self.tr("Bring back"), "primary", "undo-2", theme)
        self.let_go = button(self.tr("Let go for good"), "quiet", "trash-2", theme)
        self.question = Question()
        self.nothing = EmptyPage(
            theme,
            "trash-2",
            self.tr("Nothing is here"),
            self.tr("What you delete can be brought back from here for 30 days."),
        )
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Come up: read the list."""
        self.presenter.refresh()

    def changed(self, _changes: Changes) -> None:
        """Be told that something was written: it may have been deleted, or brought back."""
        if self.isVisible():
            self.presenter.refresh()

    def show_deleted(self, deleted: Sequence[Deleted]) -> None:
        """See `View`."""
        called = names()
        self.list.show_rows([self._row(one, called) for one in deleted])
        if deleted and self.list.current is None:
            self.list.choose(deleted[0].batch)
        self._room.setCurrentWidget(self._body if deleted else self.nothing)
        self.empty.setVisible(bool(deleted))
        self._offer()

    def ask(self, deleted: Sequence[Deleted]) -> None:
        """See `View`."""
        one = self.tr("“{title}” will be gone for good. This cannot be taken back.").format(
            title=deleted[0].title
        )
        many = self.tr("{n} things will be gone for good. This cannot be taken back.").format(n=len(deleted))
        self.question.words.setText(one if len(deleted) == 1 else many)
        self.question.show()
        self.question.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """See `View`."""
        self.question.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_restored(self, one: Deleted) -> None:
        """See `View`."""
        self._say(self.tr("“{title}” is back.").format(title=one.title), "success")

    def tell_gone(self, emptied: Emptied) -> None:
        """See `View`."""
        if not emptied.backups:
            self._say(self.tr("Gone for good."), "success")
            return
        number = len(emptied.backups)
        many = self.tr("{n} backups of before hold it still").format(n=number)
        held = self.tr(
            "Gone for good from your workspace. {which}; copies elsewhere are yours to delete."
        ).format(which=self.tr("A backup of before holds it still") if number == 1 else many)
        drop = (
            self.tr("Make a fresh backup and drop that one")
            if number == 1
            else self.tr("Make a fresh backup and drop those")
        )
        self._say(held, "info", drop, self.presenter.renew_backups)

    def tell_renewed(self, name: str) -> None:
        """See `View`."""
        self._say(self.tr("The only backup is now {name}.").format(name=name), "success")

    def _row(self, one: Deleted, called: Any) -> Row:
        until = self.tr("until {day}").format(day=_day(one.goes_on))
        along = self.tr(", with %n more", "", one.along) if one.along else ""
        told = self.tr("{kind} · deleted on {day}").format(kind=called[one.ref.kind], day=_day(one.at))
        return Row(one.batch, one.title or called[one.ref.kind], told + along, until, ICONS[one.ref.kind])

    def _offer(self) -> None:
        for each in (self.restore, self.let_go):
            each.setEnabled(self.list.current is not None)

    def _lay_out(self) -> None:
        self.header.add(self.empty)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 14)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        column.addWidget(self.question)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.let_go)
        foot.addWidget(self.restore)
        column.addLayout(foot)
        self._room = QStackedWidget()
        self._room.addWidget(self.nothing)
        self._room.addWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._room, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        presenter = self.presenter
        self.list.chosen.connect(lambda _batch: self._offer())
        self.list.opened.connect(presenter.restore)
        self.restore.clicked.connect(lambda: presenter.restore(self._current))
        self.let_go.clicked.connect(lambda: presenter.ask(self._current))
        self.empty.clicked.connect(lambda: presenter.ask_for_all())
        self.question.yes.clicked.connect(lambda: presenter.let_go())
        self.question.no.clicked.connect(lambda: presenter.spare())

    @property
    def _current(self) -> Any:
        return self.list.current


def _day(moment: datetime) -> str:
    here = moment.astimezone()
    return QLocale().toString(QDate(here.year, here.month, here.day), "d MMMM yyyy")
