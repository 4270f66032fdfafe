"""Today's page with a real workspace: what it says, and where its cards lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.tables import MeetingRow
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.buttons import ActionCard
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.today.cards import Going
from animating_alliances_desktop.ui.today.page import TodayPage
from animating_alliances_desktop.ui.today.presenter import OVERVIEW, Sources
from animating_alliances_desktop.ui.today.reading_list import ReadingListDialog
from tests.core.lookback.belongings import put
from tests.core.today.test_store import promise
from tests.ui.inline import Inline
from tests.ui.opened import Opened

NOW = datetime.now(UTC).replace(hour=9, minute=30)
Make = Callable[..., TodayPage]
Recall = Callable[[str, date], list[Annotation]]


@pytest.fixture
def went() -> list[object]:
    """Where the page wanted to go, other than to a text."""
    return []


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, went: list[object]
) -> Make:
    def made(now: datetime = NOW, lost: int = 0, recall: Recall = lambda _key, _day: []) -> TodayPage:
        page = TodayPage(
            theme=theme,
            tasks=tasks,
            sources=Sources(
                workspace.today,
                workspace.library,
                workspace.enquiry,
                lambda: lost,
                workspace.reading_list,
                recall,
            ),
            going=Going(
                open=opened,
                write=went.append,
                prepare=lambda ref: went.append(("prepare", ref)),
                add_alliance=lambda: went.append("alliances"),
                show_lost=lambda: went.append("lost"),
                show_promised=lambda: went.append("promised"),
            ),
            now=lambda: now,
        )
        tasks.listeners.append(page.changed)
        qtbot.addWidget(page)
        page.resize(1080, 800)
        page.show()
        page.shown()
        return page

    return made


def cards(page: TodayPage) -> dict[str, ActionCard]:
    return {card.accessibleName(): card for card in page.findChildren(ActionCard) if card.isVisible()}


def words(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_workspace_shows_three_first_steps(
    qtbot: QtBot, make: Make, opened: Opened, went: list[object]
) -> None:
    page = make()
    assert list(cards(page)) == ["What helps alliances", "Look at how others did it", "Add your alliance"]
    for card in cards(page).values():
        press(qtbot, card)
    assert [ref for ref, _quote in opened] == [OVERVIEW, Ref.parse("case/harbour")]
    assert went == ["alliances"]
    assert "Good morning" in words(page)


def test_a_day_in_the_middle_of_things(
    qtbot: QtBot, make: Make, workspace: Workspace, opened: Opened, went: list[object]
) -> None:
    _changes, coast = workspace.alliances.add("Coast")
    last = NOW.date() - timedelta(days=40)
    workspace.journal.add(Draft(coast, last, parts={WHAT: "Long ago."}))
    _changes, draft = workspace.journal.begin(Draft(coast, last, title="Half", parts={WHAT: "We met."}))
    workspace.library.remember(OVERVIEW, Place(10, "tide", 0.42))
    page = make(lost=2)
    shown = cards(page)
    day = f"{last.day} {last:%B}" + ("" if last.year == NOW.year else f" {last.year}")
    assert list(shown) == [
        "Reflect on a meeting",
        "A draft waits: Half",
        "What helps alliances",
        f"Nothing noted on Coast since {day}",
        "2 highlights could not be placed",
    ]
    assert shown["What helps alliances"].accessibleDescription() == "42 % read"
    for card in shown.values():
        press(qtbot, card)
    assert went == [coast, coast, "lost"]
    assert [ref for ref, _quote in opened] == [draft.ref, OVERVIEW]


def test_the_question_of_the_day_leads_to_it(qtbot: QtBot, make: Make, opened: Opened) -> None:
    page = make()
    assert "How can involvement go deeper when no one has spare time?" in words(page)
    link = next(b for b in page.findChildren(QAbstractButton) if b.text() == "Go to the question")
    press(qtbot, link)
    assert opened == [(Ref.parse("question/engagement"), "")]


def test_it_keeps_up_while_it_is_on_view(
    qtbot: QtBot, make: Make, workspace: Workspace, tasks: Inline
) -> None:
    page = make()
    tasks.write(lambda: workspace.alliances.add("Coast")[0])
    qtbot.waitUntil(lambda: list(cards(page)) == ["Reflect on a meeting"])


def test_the_keyboard_stays_where_it_was(
    qtbot: QtBot, make: Make, workspace: Workspace, tasks: Inline
) -> None:
    page = make()
    page.activateWindow()
    cards(page)["Look at how others did it"].setFocus()
    qtbot.waitUntil(cards(page)["Look at how others did it"].hasFocus)
    before = cards(page)["Look at how others did it"]
    page.shown()
    again = cards(page)["Look at how others did it"]
    assert again is not before
    assert again.hasFocus()


@pytest.mark.parametrize(("hour", "greeting"), [(14, "Good afternoon"), (21, "Good evening")])
def test_the_greeting_goes_with_the_hour(make: Make, hour: int, greeting: str) -> None:
    assert greeting in words(make(NOW.replace(hour=hour)))


CASE = Ref.parse("case/harbour")


@pytest.fixture
def queued(workspace: Workspace) -> Workspace:
    """A workspace with two texts on the reading list."""
    for ref in (OVERVIEW, CASE):
        workspace.reading_list.add(ref)
    return workspace


def test_the_next_text_of_the_reading_list_is_offered(
    qtbot: QtBot, queued: Workspace, make: Make, opened: Opened
) -> None:
    page = make()
    assert page.later.isVisible()
    press(qtbot, cards(page)["What helps alliances"])
    assert opened == [(OVERVIEW, "")]
    queued.library.remember(OVERVIEW, Place(10, "", 0.99))
    page.shown()
    assert [name for name in cards(page) if "harbour" in name.casefold()]


def whole_list(qtbot: QtBot, page: TodayPage) -> ReadingListDialog:
    page.whole_list.click()
    (dialog,) = page.findChildren(ReadingListDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def refs(dialog: ReadingListDialog) -> list[object]:
    return [row.ref for row in dialog.list.rows]


def test_the_reading_list_is_put_into_another_order_with_keys_and_buttons(
    qtbot: QtBot, queued: Workspace, make: Make
) -> None:
    dialog = whole_list(qtbot, make())
    assert refs(dialog) == [OVERVIEW, CASE]
    dialog.list.choose(CASE)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert refs(dialog) == [CASE, OVERVIEW]
    assert dialog.list.current == CASE
    press(qtbot, dialog.down)
    assert refs(dialog) == [OVERVIEW, CASE]
    assert [text.ref for text in queued.reading_list.listed()] == [OVERVIEW, CASE]


def test_a_text_is_taken_off_the_reading_list_and_put_back(
    qtbot: QtBot, queued: Workspace, make: Make, opened: Opened
) -> None:
    dialog = whole_list(qtbot, make())
    for _ in range(2):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert refs(dialog) == []
    assert not dialog.remove.isEnabled()
    press(qtbot, dialog.back)
    assert refs(dialog) == [CASE]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened == [(CASE, "")]


def test_what_was_marked_on_the_question_of_the_day_comes_up_again(
    qtbot: QtBot, make: Make, workspace: Workspace, opened: Opened
) -> None:
    workspace.annotations.mark(
        OVERVIEW, Anchor("tide", "", "", 0, 4), Colour.ROSE, "See [[aa:case/harbour|it]]"
    )
    marks = workspace.annotations.listed()
    asked: list[tuple[str, date]] = []

    def recall(key: str, day: date) -> list[Annotation]:
        asked.append((key, day))
        return marks

    page = make(recall=recall)
    questions = {question.ref.key for question in workspace.enquiry.questions()}
    assert asked[0][0] in questions
    assert page.recalled.isVisible()
    assert "“tide”" in words(page)
    assert "See Harbour Alliance" in words(page)
    link = next(
        one for one in page.recalled.findChildren(QAbstractButton) if one.text() == "What helps alliances"
    )
    press(qtbot, link)
    assert opened == [(marks[0].ref, "")]
    assert not make().recalled.isVisible()


def meet(workspace: Workspace, alliance: Ref, title: str, begins: datetime, hours: int = 1) -> Ref:
    row = MeetingRow(
        title=title,
        day=begins.astimezone().date(),
        begins=begins,
        ends=begins + timedelta(hours=hours),
        alliance_id=UUID(alliance.key),
        sequence=0,
    )
    return put(workspace, row)


def test_the_meeting_just_past_and_the_next_one_come_first(
    qtbot: QtBot, make: Make, workspace: Workspace, went: list[object]
) -> None:
    coast = workspace.alliances.add("Coast")[1]
    past = meet(workspace, coast, "Board", NOW - timedelta(hours=2))
    meet(workspace, coast, "Assembly", NOW + timedelta(days=1))
    page = make()
    shown = cards(page)
    assert list(shown) == ["Reflect on Board", "Prepare for Assembly"]
    assert shown["Reflect on Board"].accessibleDescription().startswith("Coast, today at ")
    assert shown["Prepare for Assembly"].accessibleDescription().startswith("Coast, tomorrow at ")
    for card in shown.values():
        press(qtbot, card)
    assert went == [past, ("prepare", coast)]


def test_what_was_promised_is_told_without_blame(
    qtbot: QtBot, make: Make, workspace: Workspace, opened: Opened, went: list[object]
) -> None:
    coast = workspace.alliances.add("Coast")[1]
    promised = [
        promise(workspace, coast, text, NOW.date() - timedelta(days=days), kind)
        for text, days, kind in (
            ("Ring Ines", 0, "me"),
            ("Send the minutes", 40, "member"),
            ("Find a hall", 50, "hub"),
            ("Find a chair", 60, "hub"),
            ("Later", -1, "me"),
        )
    ]
    page = make()
    said = {name: card.accessibleDescription() for name, card in cards(page).items()}
    assert said["Ring Ines"] == "You · Coast · for today"
    assert said["Send the minutes"].startswith("Harbour Trust · Coast · was meant for ")
    assert "Find a chair" not in said
    assert "Later" not in said
    press(qtbot, cards(page)["Ring Ines"])
    assert opened == [(promised[0], "")]
    assert page.all_promised.text() == "All 4"
    press(qtbot, page.all_promised)
    assert went == ["promised"]
