"""The page of alliances with a real workspace: real keys and clicks, and for saving the real tasks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.alliances.people import PeopleStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.alliances.chooser import Chooser
from animating_alliances_desktop.ui.alliances.commands import alliances_actions
from animating_alliances_desktop.ui.alliances.page import AlliancesPage
from animating_alliances_desktop.ui.alliances.ports import Ways
from animating_alliances_desktop.ui.alliances.sheet import COURSE, MEETINGS
from animating_alliances_desktop.ui.alliances.whose import Whose
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.lists import ItemList
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.core.alliances.calendars import steering, write
from tests.core.database.conftest import NotingIndex
from tests.ui.alliances.fakes import stores
from tests.ui.inline import Inline
from tests.ui.opened import Said

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(schema.create(path), path, NotingIndex())
    yield opened
    opened.close()


@pytest.fixture
def went() -> list[tuple[str, Ref]]:
    """Where the page wanted to go."""
    return []


def make(
    qtbot: QtBot, theme: Theme, tasks: Runner, database: Database, said: Said, went: list[tuple[str, Ref]]
) -> AlliancesPage:
    page = AlliancesPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(alliances_actions()),
        stores=stores(database),
        ways=Ways(
            write=lambda ref: went.append(("write", ref)),
            entries=lambda ref: went.append(("entries", ref)),
            reflect=lambda ref: went.append(("reflect", ref)),
            prepare=lambda ref: went.append(("prepare", ref)),
            make_book=lambda ref: went.append(("book", ref)),
            open=lambda ref: went.append(("open", ref)),
        ),
        say=said,
    )
    page.resize(1080, 800)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, database: Database, said: Said, went: list[tuple[str, Ref]]
) -> AlliancesPage:
    made = make(qtbot, theme, tasks, database, said, went)
    tasks.listeners.append(made.changed)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.shown()
    return made


@pytest.fixture
def coast(page: AlliancesPage, database: Database) -> Ref:
    _changes, ref = AllianceStore(database).add("Coast", "Clean water")
    page.shown()
    return ref


def named(page: AlliancesPage, name: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName())]
    return next(button for button in found if button.isVisible())


def words(page: AlliancesPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_the_empty_page_says_what_an_alliance_is_and_adds_the_first(
    qtbot: QtBot, page: AlliancesPage, database: Database
) -> None:
    assert "What is an alliance here?" in words(page)
    page.add.setFocus()
    qtbot.mouseClick(named(page, "Add the first alliance"), LEFT)
    assert page.new.hasFocus()
    qtbot.keyClicks(page.new, "Coast")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    assert [it.name for it in AllianceStore(database).listed()] == ["Coast"]
    assert page.sheet.isVisible()
    assert page.sheet.about.fields.purpose.hasFocus()
    assert page.new.text() == ""


def test_leaving_a_field_saves_it(qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database) -> None:
    page.sheet.about.fields.purpose.setFocus()
    page.sheet.about.fields.purpose.selectAll()
    qtbot.keyClicks(page.sheet.about.fields.purpose, "Clean beaches")
    assert page.sheet.state.words == "Saving…"
    qtbot.keyClick(page.sheet.about.fields.purpose, Qt.Key.Key_Tab)
    assert page.sheet.state.words.startswith("Saved ")
    assert AllianceStore(database).get(coast).purpose == "Clean beaches"


def test_typing_on_saves_after_a_second_for_others_to_read(
    qtbot: QtBot, theme: Theme, path: Path, database: Database, said: Said
) -> None:
    AllianceStore(database).add("Coast")
    tasks = Tasks()
    page = make(qtbot, theme, tasks, database, said, [])
    tasks.changed.connect(page.changed)
    page.show()
    page.shown()
    qtbot.waitUntil(page.sheet.isVisible)
    qtbot.keyClicks(page.sheet.about.fields.description, "It began with a letter ")
    qtbot.waitUntil(lambda: page.sheet.state.words.startswith("Saved "), timeout=4000)
    with closing(connect(path, "ro")) as other:
        assert other.execute("SELECT description FROM alliance").fetchall() == [("It began with a letter",)]
    assert page.sheet.about.fields.description.toPlainText() == "It began with a letter "
    qtbot.keyClicks(page.sheet.about.fields.description, "that")
    page.close_down()
    tasks.close()
    with closing(connect(path, "ro")) as other:
        assert other.execute("SELECT description FROM alliance").fetchall() == [
            ("It began with a letter that",)
        ]


def typed(qtbot: QtBot, *words: str) -> QLineEdit:
    """Type into one field after the other; the answer is the last one."""
    for nth, text in enumerate(words):
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        qtbot.keyClicks(field, text)
        if nth < len(words) - 1:
            qtbot.keyClick(field, Qt.Key.Key_Tab)
    return field


def titles(listed: ItemList) -> list[str]:
    return [row.title for row in listed.rows]


def test_members_and_people_by_the_keyboard(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.keyClick(typed(qtbot, "Harbour Trust", "Ines Aldous", "chair"), Qt.Key.Key_Return)
    qtbot.keyClick(typed(qtbot, "Anglers"), Qt.Key.Key_Return)
    qtbot.keyClick(typed(qtbot, "", "Ken Adeyemi"), Qt.Key.Key_Return)
    listed = page.sheet.members.list
    assert titles(listed) == ["Ken Adeyemi", "Anglers", "Harbour Trust", "Ines Aldous"]
    (anglers, _trust) = AllianceStore(database).get(coast).members
    listed.choose(anglers.key)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    form = page.sheet.members.form
    assert form.name.hasFocus()
    qtbot.keyClicks(form.firm_on, "the weir")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert listed.hasFocus()
    assert AllianceStore(database).get(coast).members[0].firm_on == "the weir"
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert said == ["“Anglers” was removed."]
    assert titles(listed) == ["Ken Adeyemi", "Harbour Trust", "Ines Aldous"]
    said.press()
    assert "Anglers" in titles(listed)


def test_what_is_typed_in_a_form_is_kept_when_the_window_closes(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database
) -> None:
    AllianceStore(database).add_member(coast, "Harbour Trust")
    page.shown()
    (member,) = AllianceStore(database).get(coast).members
    page.membership.edit(member.key)
    qtbot.keyClicks(page.sheet.members.form.seeks, "a dry quay")
    assert page.unsaved
    page.sheet.members.line.person.setText("Ken Adeyemi")
    page.close_down()
    alliance = AllianceStore(database).get(coast)
    assert (alliance.members[0].seeks, [seat.name for seat in alliance.hub_seats]) == (
        "a dry quay",
        ["Ken Adeyemi"],
    )


def test_a_meeting_is_noted_opened_ticked_and_reflected_on(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, went: list[tuple[str, Ref]], said: Said
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_M, CTRL | SHIFT)
    line = page.sheet.meetings.line
    qtbot.mouseClick(line.add, LEFT)
    assert MeetingStore(database).listed(coast) == [], "nothing was said yet"
    line.hour.setText("14.30")
    qtbot.keyClick(typed(qtbot, "Steering group"), Qt.Key.Key_Return)
    assert titles(page.sheet.meetings.list) == ["Steering group"]
    (meeting,) = MeetingStore(database).listed(coast)
    assert meeting.planned.begins is not None
    assert f"{meeting.planned.begins:%H:%M}" == "14:30"
    assert page.meetings.made_sheet is None, "the page opens sooner without what nobody asked for"
    qtbot.keyClick(page.sheet.meetings.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.sheet.meetings.list, Qt.Key.Key_Return)
    sheet = page.meetings.sheet
    assert sheet.isVisible()
    qtbot.keyClicks(sheet.name, "Ines Obi")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    sheet.people.setCurrentRow(0)
    qtbot.keyClick(sheet.people, Qt.Key.Key_Space)
    (ines,) = MeetingStore(database).get(meeting.ref).attendances
    assert ines.present is None, "it was ticked when she was added on the day, and was unticked now"
    qtbot.mouseClick(sheet.know, LEFT)
    assert [seat.name for seat in AllianceStore(database).get(coast).hub_seats] == ["Ines Obi"]
    assert MeetingStore(database).get(meeting.ref).attendances[0].person is not None
    qtbot.keyClicks(sheet.fields.where, "Quay 3")
    qtbot.mouseClick(sheet.reflect, LEFT)
    assert went == [("reflect", meeting.ref)]
    assert MeetingStore(database).get(meeting.ref).planned.place == "Quay 3"
    qtbot.mouseClick(sheet.call_off, LEFT)
    assert sheet.off.isVisible()
    qtbot.mouseClick(sheet.delete, LEFT)
    assert page.sheet.isVisible()
    assert MeetingStore(database).listed() == []
    said.press()
    assert MeetingStore(database).listed()[0].cancelled


def test_a_calendar_file_comes_in_and_whose_it_is_is_asked_only_if_need_be(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said, tmp_path: Path
) -> None:
    page.sheet.turn(MEETINGS)
    page.bring_in([write(tmp_path, steering("Round of the Coast"))])
    assert said == ["One meeting came in."]
    assert titles(page.sheet.meetings.list) == ["Round of the Coast"]
    said.press()
    assert MeetingStore(database).listed() == []
    page.bring_in([write(tmp_path, steering("Something else"))])
    (asking,) = page.findChildren(Whose)
    qtbot.keyClick(asking.list, Qt.Key.Key_Return)
    assert [one.alliance_name for one in MeetingStore(database).listed()] == ["Coast"]


def test_a_bad_calendar_file_ends_in_one_sentence(
    page: AlliancesPage, coast: Ref, tasks: Inline, tmp_path: Path
) -> None:
    (tmp_path / "bad.ics").write_text("Dear all,", encoding="utf-8")
    page.bring_in([tmp_path / "bad.ics"])
    (failure,) = tasks.failures
    assert str(failure) == "This is not a calendar file; export the meeting from the calendar as .ics."


def test_somebody_is_renamed_merged_and_parted(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said
) -> None:
    people = PeopleStore(database)
    _changes, ines = people.add_seat(coast, "Ines")
    _changes, obi = people.add_seat(coast, "Ines Obi")
    page.arrive(ines)
    sheet = page.contacts.sheet
    assert sheet.isVisible()
    assert titles(sheet.places) == ["Coast"]
    sheet.email.setFocus()
    qtbot.keyClicks(sheet.email, "ines@coast.org")
    qtbot.mouseClick(sheet.merge, LEFT)
    (asking,) = page.findChildren(Chooser)
    qtbot.keyClicks(asking.words, "obix")
    assert asking.nothing.isVisible()
    qtbot.keyClick(asking.words, Qt.Key.Key_Backspace)
    assert not asking.nothing.isVisible()
    assert titles(asking.list) == ["Ines Obi"]
    qtbot.keyClick(asking.words, Qt.Key.Key_Return)
    assert sheet.name.text() == "Ines Obi"
    assert [person.email for person in people.people()] == ["ines@coast.org"]
    assert said[-1] == "“Ines” was merged into this one."
    said.press()
    assert [person.name for person in people.people()] == ["Ines", "Ines Obi"]
    page.arrive(obi)
    qtbot.mouseClick(sheet.delete, LEFT)
    assert page.sheet.isVisible()
    assert [person.name for person in people.people()] == ["Ines"]


def test_its_course_tells_what_happened_and_leads_there(
    page: AlliancesPage, coast: Ref, database: Database, went: list[tuple[str, Ref]]
) -> None:
    MeetingStore(database).add(Planned(coast, date(2026, 11, 2), "Founding round"))
    AllianceStore(database).add_member(coast, "Harbour Trust", since=date(2026, 10, 1))
    page.sheet.turn(COURSE)
    assert titles(page.sheet.course.list) == ["Met: Founding round", "Harbour Trust joined"]
    page.sheet.course.list.opened.emit(1)
    assert went == [("open", AllianceStore(database).get(coast).members[0].organisation)]


def test_it_leads_to_the_journal(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, went: list[tuple[str, Ref]]
) -> None:
    assert "Nothing is written on this alliance yet." in words(page)
    assert not page.sheet.about.see.isVisible()
    assert not page.sheet.about.book.isVisible()
    JournalStore(database).add(Draft(coast, date(2026, 11, 24), parts={WHAT: "We met."}))
    page.shown()
    assert "One entry, of 24 November 2026" in words(page)
    qtbot.mouseClick(page.sheet.about.see, LEFT)
    qtbot.mouseClick(page.sheet.about.write, LEFT)
    qtbot.keyClick(page, Qt.Key.Key_E, CTRL)
    assert went == [("entries", coast), ("write", coast), ("write", coast)]
    qtbot.mouseClick(page.sheet.about.brief, LEFT)
    qtbot.mouseClick(page.sheet.about.book, LEFT)
    assert went[-2:] == [("prepare", coast), ("book", coast)]


def test_deleting_says_what_goes_with_it(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said
) -> None:
    for _ in range(2):
        JournalStore(database).add(Draft(coast, date(2026, 11, 24), parts={WHAT: "We met."}))
    page.shown()
    qtbot.mouseClick(page.sheet.delete, LEFT)
    assert said == ["“Coast” was deleted, and the 2 entries on it with it."]
    assert page.nothing.isVisible()
    said.press()
    assert page.sheet.name.text() == "Coast"
    assert len(JournalStore(database).listed()) == 2


def test_half_a_name_is_not_taken_for_another_organisation(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database
) -> None:
    for name in ("Trust", "Harbour"):
        AllianceStore(database).add_member(coast, name)
    page.shown()
    harbour = AllianceStore(database).get(coast).members[0]
    page.membership.edit(harbour.key)
    form = page.sheet.members.form
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Trust")
    qtbot.keyClicks(form.firm_on, "the weir")
    page.save()
    assert [one.name for one in AllianceStore(database).get(coast).members] == ["Harbour", "Trust"]
    qtbot.keyClicks(form.name, " of the Quay")
    assert page.unsaved
    page.close_down()
    members = AllianceStore(database).get(coast).members
    assert [(one.name, one.firm_on) for one in members] == [("Trust", ""), ("Trust of the Quay", "the weir")]


def test_what_is_typed_about_a_meeting_is_saved_before_another_alliance_comes(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database
) -> None:
    _changes, hills = AllianceStore(database).add("Hills")
    _changes, meeting = MeetingStore(database).add(Planned(coast, date(2026, 11, 2), "Round"))
    page.shown()
    page.arrive(meeting)
    page.meetings.sheet.fields.agenda.setPlainText("Dredging")
    page.arrive(hills)
    assert page.sheet.name.text() == "Hills"
    assert page.sheet.isVisible()
    assert MeetingStore(database).get(meeting).planned.agenda == "Dredging"


def test_who_is_parted_again_is_who_is_shown(
    qtbot: QtBot, theme: Theme, database: Database, said: Said
) -> None:
    coast, people = AllianceStore(database).add("Coast")[1], PeopleStore(database)
    ines, amina = (people.add_seat(coast, name)[1] for name in ("Ines", "Amina"))
    tasks = Tasks()
    page = make(qtbot, theme, tasks, database, said, [])
    tasks.changed.connect(page.changed)
    page.show()
    page.shown()
    name = page.contacts.sheet.name
    page.contacts.contacts.open(ines)
    qtbot.waitUntil(lambda: name.text() == "Ines")
    page.contacts.contacts.merge(amina)
    qtbot.waitUntil(lambda: name.text() == "Amina")
    qtbot.waitUntil(lambda: "merged" in said[-1])
    said.press()
    qtbot.waitUntil(lambda: name.text() == "Ines")
    tasks.close()


def test_all_people_and_organisations_are_found_and_opened_by_keyboard(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database
) -> None:
    alliances, people = AllianceStore(database), PeopleStore(database)
    river = alliances.add("River")[1]
    for alliance in (coast, river):
        alliances.add_member(alliance, "Harbour Trust")
    people.add_seat(coast, "Ines Obi", member=alliances.get(coast).members[0].key, role="chair")
    people.add_seat(river, "Tom Ray", role="clerk")
    page.shown()
    page.way.to_directory()
    assert page.directory.words.hasFocus()
    found = [(row.section, row.title, row.summary) for row in page.directory.list.rows]
    assert found == [
        ("Organisations", "Harbour Trust", "Coast · River"),
        ("People", "Ines Obi", "Coast (chair)"),
        ("People", "Tom Ray", "River (clerk)"),
    ]
    qtbot.keyClicks(page.directory.words, "coast ch")
    assert [row.title for row in page.directory.list.rows] == ["Ines Obi"]
    qtbot.keyClick(page.directory.words, Qt.Key.Key_Return)
    assert page.contacts.sheet.isVisible()
    assert page.contacts.sheet.name.text() == "Ines Obi"
    page.contacts.sheet.back.click()
    assert page.directory.isVisible()
    assert page.directory.list.hasFocus()
    page.directory.words.setText("nobody of that name")
    assert "Nothing fits these words." in words(page)
    page.directory.back.click()
    assert page.sheet.isVisible()
    page.contacts.contacts.open(people.people()[0].ref)
    page.contacts.sheet.back.click()
    assert page.sheet.isVisible()
