"""What happens on the page of alliances when something is pressed, chosen or typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from animating_alliances_desktop.ui.alliances.sheet import MEETINGS, PEOPLE
from animating_alliances_desktop.ui.kit.actions import Actions

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.alliances.contact_desk import ContactDesk
    from animating_alliances_desktop.ui.alliances.meeting_desk import MeetingDesk
    from animating_alliances_desktop.ui.alliances.page import AlliancesPage


def connect(page: AlliancesPage) -> None:
    """Connect the parts of the page with what decides."""
    _connect_left(page)
    _connect_sheet(page)
    _connect_members(page)
    _connect_beside(page)


def bind(page: AlliancesPage, actions: Actions) -> None:
    """Say what the actions on alliances do."""
    sheet = page.sheet
    for name, do in (
        ("add", page.new.setFocus),
        ("add_member", lambda: page.way.turn_to(PEOPLE, sheet.members.line.organisation)),
        ("add_meeting", lambda: page.way.turn_to(MEETINGS, sheet.meetings.line.title)),
        ("bring_meetings", page.meetings.choose_file),
        ("write", partial(page.way.on_current, page.ways.write)),
        ("next_part", lambda: sheet.turn(sheet.part + 1)),
        ("previous_part", lambda: sheet.turn(sheet.part - 1)),
        ("people", page.way.to_directory),
        ("back", page.way.go_back),
        ("keep", page.lists.choose),
        ("archive", page.presenter.archive),
        ("delete", page.presenter.remove),
    ):
        actions.bind(f"alliances.{name}", do, page)


def _connect_left(page: AlliancesPage) -> None:
    presenter = page.presenter
    page.nothing.asked.connect(lambda: page.new.setFocus())
    page.list.opened.connect(page.way.open_alliance)
    page.list.chosen.connect(page.way.open_alliance)
    page.left.people.clicked.connect(lambda: page.way.to_directory())
    page.left.archived.toggled.connect(presenter.show_archived)
    for asked in (page.new.returnPressed, page.add.clicked):
        asked.connect(lambda *_: presenter.add(page.new.text()))


def _connect_sheet(page: AlliancesPage) -> None:
    presenter, sheet = page.presenter, page.sheet
    sheet.typed.connect(page.typed)
    sheet.left.connect(page.save)
    sheet.state.again_asked.connect(page.save)
    sheet.archive.clicked.connect(lambda: presenter.archive())
    sheet.delete.clicked.connect(lambda: presenter.remove())
    sheet.about.entries_asked.connect(partial(page.way.on_current, page.ways.entries))
    sheet.about.entry_asked.connect(partial(page.way.on_current, page.ways.write))
    sheet.about.brief_asked.connect(partial(page.way.on_current, page.ways.prepare))
    sheet.about.book_asked.connect(partial(page.way.on_current, page.ways.make_book))
    sheet.about.mentions.opened.connect(page.ways.open)
    page.clock.timeout.connect(page.save)


def _connect_members(page: AlliancesPage) -> None:
    members, at = page.sheet.members, page.membership
    members.line.entered.connect(lambda: at.add())
    members.list.opened.connect(at.edit)
    members.list.removed.connect(at.remove)
    members.change.clicked.connect(lambda: at.edit(str(members.list.current)))
    members.remove.clicked.connect(lambda: at.remove(str(members.list.current)))
    members.open.clicked.connect(page.way.open_contact)
    for form in (members.form, members.seat_form):
        form.done.connect(at.finish)


def _connect_beside(page: AlliancesPage) -> None:
    presenter, meetings, contacts = page.presenter, page.meetings, page.contacts
    for desk in (meetings, contacts):
        desk.typed.connect(page.count)
        desk.made.connect(page.right.addWidget)
        desk.came.connect(partial(_bring_up, page, desk))
        desk.gone.connect(lambda: page.way.go_back())
    meetings.alliances = lambda: presenter.listed
    meetings.current = lambda: presenter.current
    meetings.made.connect(lambda: meetings.go(page.ways))
    contacts.made.connect(lambda: contacts.sheet.mentions.opened.connect(page.ways.open))
    contacts.alliance_asked.connect(page.way.open_alliance)
    page.directory.opened.connect(contacts.contacts.open)
    page.directory.left.connect(lambda: page.way.back())
    page.lists.opened.connect(page.ways.open)
    page.lists.current = lambda: presenter.current
    page.lists.meetings_of = meetings.diary.list_of


def _bring_up(page: AlliancesPage, desk: MeetingDesk | ContactDesk) -> None:
    page.way.bring_up(desk.sheet)
