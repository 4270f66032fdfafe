"""The page of alliances: all of them at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.alliances.ports import Written
from animating_alliances_desktop.ui.alliances.presenter import AlliancesPresenter
from animating_alliances_desktop.ui.alliances.sheet import Sheet
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import State
from animating_alliances_desktop.ui.kit.theme import Theme

AFTER = 1000
"""Milliseconds from the first unsaved key to the save, if no field is left before."""
_NARROW = 1000


class AlliancesPage(QWidget):
    """Shows alliances; the presenter decides."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        alliances: AllianceStore,
        write: Callable[[Ref], None],
        entries: Callable[[Ref], None],
        say: Callable[..., None],
        mentions: Callable[[Ref], list[Mention]] = lambda _ref: [],
        open_ref: Callable[[Ref], object] = lambda _ref: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._write_on, self._see_entries = write, entries
        telling = Telling(say, self)
        self.tell_deleted, self.tell_member_removed = telling.deleted, telling.member_removed
        self.presenter = AlliancesPresenter(self, alliances, tasks)
        self.list = ItemList(theme, self.tr("Alliances"), 1, single_click=True)
        self.sheet = Sheet(theme)
        self.sheet.mentions.attend(tasks, mentions)
        self.sheet.mentions.opened.connect(open_ref)
        self.nothing = _nothing(theme)
        self.new = QLineEdit()
        self.new.setPlaceholderText(self.tr("Name of a new alliance"))
        self.new.setAccessibleName(self.tr("Name of a new alliance"))
        self.add = icon_button(theme, "plus", self.tr("Add this alliance"))
        self._clock = QTimer(self, singleShot=True, interval=AFTER)
        self.subject = lambda: (self.presenter.current,) if self.presenter.current else ()
        self._lay_out()
        self._connect()
        self._bind(actions)

    def shown(self) -> None:
        """Come up: read the alliances."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Show the alliance that a Ref points at."""
        self.presenter.arrive(place)

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched."""
        self.presenter.changed(changes)
        self.sheet.mentions.heed(changes)

    @property
    def unsaved(self) -> bool:
        """Whether something that was typed is not on the disk."""
        return self.presenter.unsaved

    def close_down(self) -> None:
        """Hand what is being typed to the writer; call this before the tasks are closed."""
        self._clock.stop()
        self.presenter.save()
        self.presenter.add_member()

    def show_none(self) -> None:
        """See `View`."""
        self._clock.stop()
        self.list.hide()
        self._right.setCurrentWidget(self.nothing)
        self.setFocusProxy(self.new)

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None) -> None:
        """See `View`."""
        self.list.show()
        self.list.show_rows([self._row(alliance) for alliance in alliances])
        self.list.choose(current)

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """See `View`."""
        self.sheet.show_alliance(alliance, fields=fields)
        self.sheet.mentions.look(alliance.ref)
        self._right.setCurrentWidget(self.sheet)
        self.setFocusProxy(self.list)

    def show_state(self, state: State) -> None:
        """See `View`."""
        self.sheet.state.show_state(state)

    def written(self) -> Written:
        """See `View`."""
        return self.sheet.written()

    def new_member(self) -> Member | None:
        """See `View`."""
        return self.sheet.members.new

    def edit_member(self, key: str) -> None:
        """See `View`."""
        self.sheet.members.edit(key)

    def close_form(self) -> None:
        """See `View`."""
        self.sheet.members.close_form()

    def clear_name(self) -> None:
        """See `View`."""
        self.new.clear()
        self.sheet.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the user goes to another page."""
        super().hideEvent(event)
        self.presenter.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow window."""
        super().resizeEvent(event)
        self._left.setFixedWidth(270 if self.width() < _NARROW else 316)

    def _row(self, alliance: Alliance) -> Row:
        return Row(alliance.ref, alliance.name, alliance.purpose, icon="handshake")

    def _typed(self) -> None:
        self.presenter.typed()
        if not self._clock.isActive():
            self._clock.start()

    def _save(self) -> None:
        self._clock.stop()
        self.presenter.save()

    def _on_current(self, call: Callable[[Ref], None]) -> None:
        if self.presenter.current is not None:
            call(self.presenter.current)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(MARGIN - 14, 0, 0, 12)
        left.setSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 0, 0)
        line.addWidget(self.new, 1)
        line.addWidget(self.add)
        left.addLayout(line)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        self._right = QStackedWidget()
        self._right.addWidget(QWidget())
        self._right.addWidget(self.nothing)
        self._right.addWidget(self.sheet)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.tr("Alliances")))
        column.addLayout(row, 1)

    def _connect(self) -> None:
        presenter, sheet = self.presenter, self.sheet
        self.nothing.asked.connect(lambda: self.new.setFocus())
        self.list.opened.connect(presenter.open)
        self.list.chosen.connect(presenter.open)
        for asked in (self.new.returnPressed, self.add.clicked):
            asked.connect(lambda *_: presenter.add(self.new.text()))
        sheet.typed.connect(self._typed)
        sheet.left.connect(self._save)
        sheet.state.again_asked.connect(self._save)
        sheet.delete.clicked.connect(lambda: presenter.remove())
        sheet.entries_asked.connect(partial(self._on_current, self._see_entries))
        sheet.entry_asked.connect(partial(self._on_current, self._write_on))
        sheet.members.add_asked.connect(lambda: presenter.add_member())
        sheet.members.edit_asked.connect(presenter.edit_member)
        sheet.members.done_asked.connect(presenter.finish_member)
        sheet.members.remove_asked.connect(presenter.remove_member)
        self._clock.timeout.connect(presenter.save)

    def _bind(self, actions: Actions) -> None:
        actions.bind("alliances.add", self.new.setFocus, self)
        actions.bind("alliances.add_member", self._begin_member, self)
        actions.bind("alliances.write", partial(self._on_current, self._write_on), self)
        actions.bind("alliances.delete", self.presenter.remove, self)

    def _begin_member(self) -> None:
        self.presenter.leave(self.sheet.members.begin_new)


def _nothing(theme: Theme) -> EmptyPage:
    return EmptyPage(
        theme,
        "handshake",
        _tr("What is an alliance here?"),
        _tr(
            "Organisations that stay independent and do something together: a coalition, a partnership, a "
            "network. You help to hold it together. Give it a name to begin; the rest can wait."
        ),
        _tr("Add the first alliance"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alliances", text)
