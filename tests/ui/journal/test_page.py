"""The journal page with a real database: real keys, real clicks, and for saving the real tasks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.journal.model import FREE, SO_WHAT, TEXT, WHAT, Draft
from animating_alliances_desktop.ui.journal.commands import journal_actions
from animating_alliances_desktop.ui.journal.correcting import Correcting
from animating_alliances_desktop.ui.journal.noting import NotingMeeting
from animating_alliances_desktop.ui.journal.page import JournalPage
from animating_alliances_desktop.ui.journal.ports import Ways
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.texts import QUIET, GrowingText
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.text import as_typed
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.journal.stores import GROWN_FROM, Stores
from tests.ui.opened import Opened, Said

DAY = date(2026, 11, 24)
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def make(
    qtbot: QtBot, theme: Theme, tasks: Runner, stores: Stores, opened: Opened, said: Said
) -> JournalPage:
    page = JournalPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(journal_actions()),
        sources=stores.sources,
        ways=Ways(opened, said),
        now=lambda: datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    )
    page.resize(1080, 800)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, stores: Stores, opened: Opened, said: Said
) -> JournalPage:
    made = make(qtbot, theme, tasks, stores, opened, said)
    tasks.listeners.append(made.changed)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.shown()
    return made


@pytest.fixture
def real_tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def live(
    qtbot: QtBot, theme: Theme, stores: Stores, real_tasks: Tasks, coast: Ref, opened: Opened, said: Said
) -> JournalPage:
    """A page whose saves take their real way, with a new entry begun."""
    made = make(qtbot, theme, real_tasks, stores, opened, said)
    real_tasks.changed.connect(made.changed)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.shown()
    made.arrive(coast)
    qtbot.waitUntil(made.editor.parts.first.hasFocus)
    return made


def on_disk(stores: Stores) -> list[str]:
    """What another process would read at this moment."""
    with closing(connect(stores.path, "ro")) as other:
        return [json.loads(parts).get(WHAT) for (parts,) in other.execute("SELECT parts FROM entry")]


def test_typing_saves_itself_and_what_is_called_saved_is_there_for_others(
    qtbot: QtBot, live: JournalPage, stores: Stores
) -> None:
    assert live.editor.foot.state.words == ""
    qtbot.keyClicks(live.editor.parts.field(WHAT), "We met at noon.")
    assert live.editor.foot.state.words == "Saving…"
    assert on_disk(stores) == []
    qtbot.waitUntil(lambda: live.editor.foot.state.words.startswith("Saved "), timeout=3000)
    assert on_disk(stores) == ["We met at noon."]
    assert not live.unsaved


def test_closing_writes_what_was_typed_last(
    qtbot: QtBot, live: JournalPage, stores: Stores, real_tasks: Tasks
) -> None:
    qtbot.keyClicks(live.editor.parts.field(WHAT), "Last words")
    assert live.unsaved
    live.close_down()
    real_tasks.close()
    assert on_disk(stores) == ["Last words"]


def test_leaving_the_page_saves_at_once(qtbot: QtBot, live: JournalPage, stores: Stores) -> None:
    qtbot.keyClicks(live.editor.parts.field(WHAT), "On the way out")
    live.hide()
    qtbot.waitUntil(lambda: on_disk(stores) == ["On the way out"], timeout=500)


def test_a_full_disk_is_said_and_the_words_stay(qtbot: QtBot, live: JournalPage, stores: Stores) -> None:
    stores.journal.fill_disk()
    qtbot.keyClicks(live.editor.parts.field(WHAT), "Do not lose me")
    qtbot.waitUntil(lambda: "The disk is full" in live.editor.foot.state.words, timeout=3000)
    assert live.editor.parts.field(WHAT).toPlainText() == "Do not lose me"
    again = next(b for b in live.editor.foot.findChildren(QAbstractButton) if b.text() == "Try again")
    assert again.isVisible()
    stores.journal.trouble = None
    qtbot.mouseClick(again, LEFT)
    qtbot.waitUntil(lambda: live.editor.foot.state.words.startswith("Saved "), timeout=3000)
    assert on_disk(stores) == ["Do not lose me"]
    assert not again.isVisible()


def test_the_first_alliance_is_named_right_there(qtbot: QtBot, page: JournalPage, stores: Stores) -> None:
    assert page.first.field.isVisible()
    qtbot.keyClicks(page.first.field, "Coast")
    qtbot.keyClick(page.first.field, Qt.Key.Key_Return)
    assert page.editor.parts.field(WHAT).hasFocus()
    assert [alliance.name for alliance in stores.alliances.listed()] == ["Coast"]


def test_a_reflection_by_the_keyboard_alone(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores
) -> None:
    page.presenter.refresh()
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    assert page.editor.parts.field(WHAT).hasFocus()
    for words in ("They came", "It matters", "Call them", "If it rains"):
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.editor.foot.keep.hasFocus()
    qtbot.keyClick(page.editor.foot.keep, Qt.Key.Key_Return, CTRL)
    (entry,) = stores.journal.listed()
    assert entry.kept is not None
    draft = entry.draft
    assert (list(draft.parts.values()), draft.day) == (
        ["They came", "It matters", "Call them", "If it rains"],
        DAY,
    )
    assert page.standing.isVisible()


def test_going_backwards_by_tab_reaches_title_form_day_and_alliance(
    qtbot: QtBot, page: JournalPage, coast: Ref
) -> None:
    page.arrive(coast)
    passed: list[str] = []
    for _ in range(9):
        held = QApplication.focusWidget()
        assert held is not None
        qtbot.keyClick(held, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        now = QApplication.focusWidget()
        assert now is not None
        name = now.accessibleName() or (now.text() if isinstance(now, QAbstractButton) else "")
        if passed[-1:] != [name]:  # a date takes Tab from its day to its month and its year
            passed.append(name)
    assert passed[:5] == ["Title", "Form", "Day", "Note a meeting that is not among them", "Alliance"]


def test_a_prompt_goes_into_the_field_that_was_written_in(
    qtbot: QtBot, page: JournalPage, coast: Ref, opened: Opened
) -> None:
    page.arrive(coast)
    page.editor.parts.field(SO_WHAT).setFocus()
    words, source = page.editor.prompts.stops()[:2]
    qtbot.mouseClick(words, LEFT)
    assert page.editor.parts.field(SO_WHAT).toPlainText() == f"{QUIET}{words.accessibleName()}\n"
    assert page.editor.parts.field(SO_WHAT).hasFocus()
    qtbot.mouseClick(source, LEFT)
    assert opened == [(GROWN_FROM, "")]


def test_other_prompts_come_with_a_click(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    before = [stop.accessibleName() for stop in page.editor.prompts.stops()[::2]]
    qtbot.mouseClick(page.editor.prompts.others, LEFT)
    assert [stop.accessibleName() for stop in page.editor.prompts.stops()[::2]] != before


def test_minutes_may_be_left_blank(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    field = page.editor.afterwards.minutes
    assert page.written().minutes is None
    field.selectAll()
    qtbot.keyClicks(field, "45")
    assert page.written().minutes == 45
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert page.written().minutes is None
    qtbot.keyClicks(field, "9999")
    assert page.written().minutes == 999


def test_a_draft_is_written_on_at_its_end(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores
) -> None:
    entry = stores.journal.begin(Draft(coast, DAY, parts={WHAT: "We met"}))[1]
    page.arrive(entry.ref)
    qtbot.keyClicks(page.editor.parts.first, " again")
    assert page.written().parts == {WHAT: "We met again"}


def test_another_form_takes_the_words_along(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    qtbot.keyClicks(page.editor.parts.field(WHAT), "We met.")
    qtbot.keyClicks(page.editor.parts.field("if-then"), "If it rains, we stay.")
    page.editor.details.forms.setFocus()
    qtbot.keyClick(page.editor.details.forms, Qt.Key.Key_End)
    assert page.written().form == FREE
    assert page.written().parts == {TEXT: "We met.", "if-then": "If it rains, we stay."}
    assert [field.accessibleName() for field in page.editor.parts] == ["Free text", "If … then I …"]
    qtbot.keyClick(page.editor.details.forms, Qt.Key.Key_Home)
    assert page.written().parts == {WHAT: "We met.", "if-then": "If it rains, we stay."}
    assert page.editor.parts.first.accessibleName() == "What happened"


def test_a_refresh_leaves_the_choice_of_alliance_alone(
    page: JournalPage, coast: Ref, stores: Stores, tasks: Inline
) -> None:
    page.arrive(coast)
    tasks.write(lambda: stores.alliances.add("Aardvarks")[0])
    choice = page.editor.details.findChild(QComboBox)
    assert [choice.itemText(n) for n in range(choice.count())] == ["Aardvarks", "Coast"]
    assert choice.currentText() == "Coast"
    assert page.written().alliance == coast


def test_an_entry_is_read_calmly_with_its_thoughts(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores, said: Said
) -> None:
    entry = stores.journal.add(Draft(coast, DAY, title="The week", parts={WHAT: f"{QUIET}Whose?\nMine."}))[1]
    page.presenter.refresh()
    page.arrive(entry.ref)
    shown = [label.text() for label in page.standing.findChildren(type(page.standing._title))]
    assert {"The week", "Coast · 24 November 2026"} <= set(shown)
    assert page.standing.words.toPlainText().splitlines()[-2:] == ["Whose?", "Mine."]
    qtbot.keyClicks(page.standing.thoughts.field, "Later I saw")
    qtbot.mouseClick(page.standing.thoughts.add, LEFT)
    assert page.written_thought() == ""
    assert [it.text for it in stores.journal.get(entry.ref).addenda] == ["Later I saw"]
    page.standing.delete_asked.emit()
    assert stores.journal.listed() == []
    said.press()
    assert page.standing.isVisible()


def test_a_kept_entry_says_which_meeting_it_is_on(page: JournalPage, coast: Ref, stores: Stores) -> None:
    assert stores.sources.meetings is not None
    meeting = stores.sources.meetings.add(Planned(coast, DAY, "Steering"))[1]
    entry = stores.journal.add(Draft(coast, DAY, minutes=1, parts={WHAT: "x"}, meeting=meeting))[1]
    page.arrive(entry.ref)
    assert page.standing._above.text() == "Coast · 24 November 2026 · Steering · 1 minute"


def test_a_kept_entry_is_set_as_its_markdown_means(
    page: JournalPage, coast: Ref, stores: Stores, said: Said, opened: Opened
) -> None:
    text = (
        "# Aims\n\nIt was **tense**.\n- one\n- <b>two</b> ![x](file:///etc/hostname)\n\n> quoted\n\n"
        "See [[aa:case/start-network|Start *Network*]] and [them](https://example.org/a) or [me](javascript:x)"
    )
    entry = stores.journal.add(Draft(coast, DAY, parts={WHAT: text}))[1]
    stores.journal.add_thought(entry.ref, "Later *still*")
    page.arrive(entry.ref)
    words = page.standing.words
    shown = words.toPlainText()
    assert all(said in shown for said in ("tense", "<b>two</b>", "javascript:x", "file:///etc/hostname"))
    assert not any(mark in shown for mark in ("# Aims", "**", "- one", "> quoted", "[["))
    assert page.standing.thoughts.words.toPlainText().endswith("Later still")
    found = words.document().find("tense").charFormat()
    assert found.fontWeight() > 500
    words.anchorClicked.emit(QUrl("aa:case/start-network"))
    assert opened == [(Ref(Kind.CASE, "start-network"), "")]
    words.anchorClicked.emit(QUrl("https://example.org/a"))
    assert "https://example.org/a" in said[-1]
    words.anchorClicked.emit(QUrl("aa:nothing/at-all"))
    assert "leads nowhere" in said[-1]


def test_a_kept_entry_without_an_end_is_set_in_bounds(page: JournalPage, coast: Ref, stores: Stores) -> None:
    items = "\n".join(f"- {n}" for n in range(1_200))
    entry = stores.journal.add(Draft(coast, DAY, parts={WHAT: f"{'w' * 50_000}\n\n{items}"}))[1]
    page.arrive(entry.ref)
    assert page.standing.words.html.count("<ul>") == 3
    assert max(map(len, re.findall("w+", page.standing.words.html))) < 3_000


def test_the_month_and_the_list_select_entries(page: JournalPage, coast: Ref, stores: Stores) -> None:
    older = stores.journal.add(Draft(coast, date(2026, 10, 2), parts={WHAT: "Older."}))[1]
    newer = stores.journal.add(Draft(coast, DAY, parts={WHAT: "Newer."}))[1]
    page.presenter.refresh()
    assert [row.section for row in page.entries.list.rows] == ["November 2026", "October 2026"]
    page.entries.calendar.day_chosen.emit(date(2026, 10, 2))
    assert page.entries.list.current == older.ref
    page.entries.list.opened.emit(newer.ref)
    assert page.entries.calendar.chosen == DAY


def test_a_meeting_is_noted_from_the_draft(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores
) -> None:
    page.arrive(coast)
    choice = page.editor.details.meetings
    page.editor.details.note.setFocus()
    qtbot.keyClick(page.editor.details.note, Qt.Key.Key_Space)
    asking = page.findChild(NotingMeeting)
    qtbot.keyClicks(asking.title, "Steering")
    asking.day.setDate(QDate(2026, 11, 20))
    qtbot.keyClick(asking.title, Qt.Key.Key_Return)
    (meeting,) = stores.sources.meetings.listed()
    assert (meeting.planned.title, meeting.day) == ("Steering", date(2026, 11, 20))
    assert page.written().meeting == meeting.ref
    assert page.written().day == date(2026, 11, 20)
    assert "Steering" in choice.currentText()


def test_a_field_grows_with_its_text(qtbot: QtBot, theme: Theme) -> None:
    field = GrowingText(theme, "Text", 3)
    qtbot.addWidget(field)
    field.resize(400, 10)
    field.show()
    before = field.height()
    field.setPlainText("line\n" * 12)
    assert field.height() > 2 * before


def test_every_control_has_a_name(page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QSpinBox)
    controls = [it for kind in kinds for it in page.findChildren(kind) if it.isVisible()]
    controls = [it for it in controls if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [QAccessible.queryAccessibleInterface(it).text(QAccessible.Text.Name) for it in controls]
    inner = ("qt_spinbox_lineedit",)
    assert [
        it.objectName()
        for it, name in zip(controls, names, strict=True)
        if not name and it.objectName() not in inner
    ] == []


class Words:
    """A dictionary of a few words."""

    is_ready = False
    known = frozenset({"We", "met"})
    named: frozenset[str] = frozenset()

    def load(self) -> bool:
        self.is_ready = True
        return True

    def know_names(self) -> bool:
        before, self.known = self.known, self.known | self.named
        return before != self.known

    def wrong_in(self, line: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer(r"\w+", line) if found[0] not in self.known]

    def suggest(self, word: str) -> list[str]:
        return ["met"] if word == "mett" else []

    def learn(self, word: str) -> None:
        self.known = self.known | {word}


def underlined(field: GrowingText) -> list[str]:
    """The words of the first line that are underlined as misspelt."""
    block = field.document().begin()
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    ranges = block.layout().formats()
    text = block.text()
    letters = [
        n
        for one in ranges
        if one.format.underlineStyle() == wavy
        for n in range(one.start, one.start + one.length)
    ]
    return re.findall(r"\w+", "".join(text[n] if n in letters else " " for n in range(len(text))))


@pytest.fixture
def spelt(page: JournalPage, coast: Ref, tasks: Inline) -> GrowingText:
    """The first field of a new draft, with a dictionary behind it."""
    page.minding = Minding(Words(), lambda: True, tasks, page)
    page.editor.parts._minding = page.minding
    page.editor.parts.show_parts([], {})
    page.arrive(coast)
    return page.editor.parts.first


def test_slips_are_underlined_once_they_are_finished(qtbot: QtBot, spelt: GrowingText) -> None:
    qtbot.keyClicks(spelt, "We mett")
    assert underlined(spelt) == []
    qtbot.keyClicks(spelt, " ")
    assert underlined(spelt) == ["mett"]


def test_a_name_that_becomes_known_is_no_slip(qtbot: QtBot, page: JournalPage, spelt: GrowingText) -> None:
    qtbot.keyClicks(spelt, "We met Amina ")
    assert underlined(spelt) == ["Amina"]
    speller = page.minding.speller
    assert isinstance(speller, Words)
    speller.named = frozenset({"Amina"})
    page.changed(Changes.of(Ref(Kind.ENTRY, "x")))
    assert underlined(spelt) == ["Amina"]
    page.changed(Changes.of(Ref(Kind.PERSON, "x")))
    assert underlined(spelt) == []


def test_looks_are_no_writing(qtbot: QtBot, page: JournalPage, spelt: GrowingText) -> None:
    qtbot.keyClicks(spelt, "We mett ")
    page.presenter.at.save()
    assert not page.unsaved
    spelt._lighting.rehighlight()
    assert not page.unsaved


def test_what_may_be_meant_is_a_key_away(qtbot: QtBot, page: JournalPage, spelt: GrowingText) -> None:
    qtbot.keyClicks(spelt, "We mett Ines ")
    spelt.moveCursor(QTextCursor.MoveOperation.StartOfLine)
    for _ in range(4):
        spelt.moveCursor(QTextCursor.MoveOperation.Right)
    page.editor._last = WHAT
    qtbot.keyClick(page, Qt.Key.Key_F7)
    (menu,) = spelt.findChildren(QMenu, "spelling")
    offered = [action.text() for action in menu.actions()[:2]]
    assert offered == ["met", "Remember “mett”"]
    menu.actions()[0].trigger()
    menu.close()
    assert spelt.toPlainText() == "We met Ines "
    assert underlined(spelt) == ["Ines"]


def test_a_line_is_marked_with_a_sign_and_unmarked(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    field = page.editor.parts.field(WHAT)
    qtbot.keyClicks(field, "Ines sends it")
    page.editor.sign(Kind.ACTION)
    assert field.toPlainText() == "-> Ines sends it"
    page.editor.sign(Kind.DECISION)
    assert field.toPlainText() == "! Ines sends it"
    page.editor.sign(Kind.DECISION)
    assert field.toPlainText() == "Ines sends it"
    named = {one.accessibleName(): one for one in page.editor.foot.signs.stops()}
    assert [one.text() for one in named.values()] == [f"{as_typed('->')} Action", "! Decision", "~ Noticing"]
    qtbot.mouseClick(named["Noticing"], Qt.MouseButton.LeftButton)
    assert field.toPlainText() == "~ Ines sends it"
    assert field.hasFocus()


def test_nothing_but_the_text_and_back(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    around = (page.header, page.entries, page.editor.details, page.editor.prompts, page.editor.foot.keep)
    assert not any(part.isVisible() for part in around)
    assert page.editor.parts.first.hasFocus()
    page.presenter.beside.offering.turn()
    assert not page.editor.prompts.isVisible()
    qtbot.keyClick(page.editor.parts.first, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in around[:3])
    qtbot.keyClick(page, Qt.Key.Key_F9)
    page.arrive("reflect")
    page.hide()
    page.show()
    assert page.header.isVisible()


def test_energy_is_a_word_that_can_be_let_go(qtbot: QtBot, page: JournalPage, coast: Ref) -> None:
    page.arrive(coast)
    low = next(b for b in page.editor.afterwards.energy.findChildren(QAbstractButton) if b.text() == "low")
    qtbot.mouseClick(low, LEFT)
    assert (page.written().energy, page.written().trust) == (2, None)
    qtbot.mouseClick(low, LEFT)
    assert page.written().energy is None


def test_a_meeting_brings_its_day_and_its_people(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores, tasks: Inline
) -> None:
    meeting = stores.meetings.add(Planned(coast, date(2026, 11, 20), "Steering"))[1]
    stores.meetings.ask(meeting, "Ines Obi")
    page.arrive(meeting)
    assert (page.written().meeting, page.written().day) == (meeting, date(2026, 11, 20))
    (tick,) = page.editor.afterwards.findChildren(QCheckBox)
    assert tick.text() == "Ines Obi"
    qtbot.mouseClick(tick, LEFT, pos=QPoint(8, tick.height() // 2))
    assert stores.meetings.get(meeting).attendances[0].present is True


def test_a_slip_is_put_right_in_a_dialogue(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores
) -> None:
    entry = stores.journal.add(Draft(coast, DAY, title="The weak", parts={WHAT: "We mett."}))[1]
    page.arrive(entry.ref)
    page.correct()
    (dialog,) = page.findChildren(Correcting)
    dialog.parts.field(WHAT).setPlainText("They left in anger, and so did I.")
    qtbot.mouseClick(dialog.keep, LEFT)
    assert "later thought" in dialog.why.text()
    dialog.parts.field(WHAT).setPlainText("We met.")
    dialog.title.setText("The week")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stores.journal.get(entry.ref).draft.parts == {WHAT: "We met."}
    assert not dialog.isVisible()
    assert page.standing._title.text() == "The week"


def test_the_aims_of_the_last_log_are_copied_over(
    qtbot: QtBot, page: JournalPage, coast: Ref, stores: Stores
) -> None:
    stores.journal.add(Draft(coast, date(2026, 11, 17), "weekly-log", parts={"next-week": "Ring Tomasz."}))
    page.arrive(coast)
    page.editor.details.forms.setFocus()
    qtbot.keyClick(page.editor.details.forms, Qt.Key.Key_Down)
    copy = next(
        b
        for b in page.editor.parts.findChildren(QAbstractButton)
        if b.isVisible() and b.text() == "Copy over"
    )
    qtbot.waitUntil(lambda: copy.height() > 0)  # laid out
    qtbot.mouseClick(copy, LEFT)
    assert page.written().parts == {"aims": "Ring Tomasz."}
