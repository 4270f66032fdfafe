"""The page of alliances: all of them at the left; at the right one of them, or a meeting, or somebody of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance, Member, Seat
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.alliances.contact_desk import ContactDesk
from animating_alliances_desktop.ui.alliances.directory import Directory
from animating_alliances_desktop.ui.alliances.left import Left
from animating_alliances_desktop.ui.alliances.lists import Lists
from animating_alliances_desktop.ui.alliances.meeting_desk import MeetingDesk
from animating_alliances_desktop.ui.alliances.membership import Membership
from animating_alliances_desktop.ui.alliances.ports import Newcomer, Stores, Ways, Written
from animating_alliances_desktop.ui.alliances.presenter import AlliancesPresenter
from animating_alliances_desktop.ui.alliances.sheet import ABOUT, Sheet
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.alliances.way import Way
from animating_alliances_desktop.ui.alliances.wiring import bind, connect
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.pages import EmptyPage, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import State
from animating_alliances_desktop.ui.kit.theme import Theme

AFTER = 1000
"""Milliseconds from the first unsaved key to the save, if no field is left before."""
_NARROW = 1000


class AlliancesPage(QWidget):
    """Shows alliances, meetings and people; the presenters decide."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        stores: Stores,
        ways: Ways,
        say: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.ways = ways
        self._telling = telling = Telling(say, self)
        self.tell_deleted, self.tell_archived = telling.deleted, telling.archived
        self.tell_removed = telling.removed
        self.left = Left(theme)
        self.list, self.new, self.add = self.left.list, self.left.new, self.left.add
        self.sheet = Sheet(theme, stores.today())
        self.nothing = _nothing(theme)
        self.presenter = AlliancesPresenter(self, stores, tasks)
        self.membership = Membership(self, stores, tasks, self.presenter)
        self.meetings = MeetingDesk(theme, self.sheet.meetings, stores, tasks, telling, self)
        self.contacts = ContactDesk(theme, stores, tasks, telling, self)
        self.directory = Directory(theme, stores, tasks)
        self.lists = Lists(theme, self.sheet, stores, tasks, telling, self)
        self.sheet.about.mentions.attend(tasks, stores.mentions)
        self.clock = QTimer(self, singleShot=True, interval=AFTER)
        self._lay_out()
        self.way = Way(self)
        connect(self)
        bind(self, actions)

    def subject(self) -> Sequence[Ref]:
        """What is chosen: what can be tagged."""
        shown = self.right.currentWidget()
        if shown is self.meetings.made_sheet and self.meetings.diary.meeting is not None:
            return (self.meetings.diary.meeting.ref,)
        if shown is self.contacts.made_sheet and self.contacts.contacts.contact is not None:
            return (self.contacts.contacts.contact.ref,)
        if shown is self.directory and isinstance(self.directory.list.current, Ref):
            return (self.directory.list.current,)
        return (self.presenter.current,) if self.presenter.current else ()

    def shown(self) -> None:
        """Come up: read the alliances."""
        self.presenter.refresh()
        self.lists.read_names()

    def arrive(self, place: object) -> None:
        """Show the alliance, the meeting, the person or the organisation that a Ref points at."""
        if not isinstance(place, Ref):
            return
        if place.kind is Kind.MEETING:
            self.meetings.diary.open(place)
        elif place.kind in (Kind.PERSON, Kind.ORGANISATION):
            self.contacts.contacts.open(place)
        else:
            self.way.back(lambda: self.presenter.arrive(place))

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring calendar files in."""
        for path in paths:
            self.meetings.calendars.look_into(path)

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched."""
        self.presenter.changed(changes)
        self.meetings.heed(changes)
        self.contacts.heed(changes)
        self.sheet.about.mentions.heed(changes)
        self.lists.heed(changes)
        self.directory.heed(changes)

    @property
    def unsaved(self) -> bool:
        """Whether something that was typed is not on the disk."""
        kept = (self.presenter, self.meetings.diary, self.contacts.contacts)
        sheet, members = self.contacts.made_sheet, self.sheet.members
        is_pending = members.form.fields.is_pending or (sheet is not None and sheet.fields.is_pending)
        return is_pending or any(one.unsaved for one in kept)

    def close_down(self) -> None:
        """Hand what is being typed to the writer; call this before the tasks are closed."""
        self.settle()
        self.membership.add()

    def settle(self) -> None:
        """Save whatever is being typed, half a name too."""
        self.sheet.members.form.fields.settle()
        self.contacts.settle()
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the user goes to another page."""
        super().hideEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow window."""
        super().resizeEvent(event)
        self.left.setFixedWidth(230 if self.width() < _NARROW else 300)

    # See `View`

    def show_none(self) -> None:
        """See `View`."""
        self.clock.stop()
        self.left.show_none()
        self.right.setCurrentWidget(self.nothing)
        self.setFocusProxy(self.new)

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None) -> None:
        """See `View`."""
        archived = sum(one.archived is not None for one in self.presenter.listed)
        self.left.show_alliances(alliances, current, archived)

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """See `View`."""
        self.sheet.show_alliance(alliance, fields=fields)
        self.sheet.about.mentions.look(alliance.ref)
        beside = (self.meetings.made_sheet, self.contacts.made_sheet, self.directory)
        if self.right.currentWidget() not in beside:
            self.right.setCurrentWidget(self.sheet)
        self.setFocusProxy(self.list)
        self.lists.read(alliance.ref)

    def show_state(self, state: State) -> None:
        """See `View`."""
        self.sheet.state.show_state(state)

    def written(self) -> Written:
        """See `View`."""
        return self.sheet.written()

    def newcomer(self) -> Newcomer:
        """See `View`."""
        return self.sheet.members.line.newcomer

    def clear_newcomer(self) -> None:
        """See `View`."""
        self.sheet.members.line.clear()

    def edit_member(self, member: Member) -> None:
        """See `View`."""
        self.sheet.members.form.show_member(member)
        self.sheet.members.edit(self.sheet.members.form)

    def edit_seat(self, seat: Seat) -> None:
        """See `View`."""
        self.sheet.members.seat_form.show_seat(seat)
        self.sheet.members.edit(self.sheet.members.seat_form)

    def close_form(self) -> None:
        """See `View`."""
        self.sheet.members.close_form()

    def clear_name(self) -> None:
        """See `View`."""
        self.new.clear()
        self.sheet.turn(ABOUT)
        self.sheet.about.fields.purpose.setFocus()

    # On the way

    def typed(self) -> None:
        """Be told that something is being typed about the alliance."""
        self.presenter.typed()
        self.count()

    def count(self) -> None:
        """Have what is being typed saved soon."""
        if not self.clock.isActive():
            self.clock.start()

    def save(self) -> None:
        """Save whatever is being typed."""
        self.clock.stop()
        for one in (self.presenter, self.meetings.diary, self.contacts.contacts):
            one.save()

    def _lay_out(self) -> None:
        self.right = QStackedWidget()
        for part in (QWidget(), self.nothing, self.sheet, self.directory):
            self.right.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.tr("Alliances")))
        column.addLayout(row, 1)


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
