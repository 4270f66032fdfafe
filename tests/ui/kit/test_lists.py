"""The list: what it shows, what it tells, and that thousands of rows stay quick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.lists import HIT_FROM, HIT_TO, ItemList, Row
from animating_alliances_desktop.ui.kit.rows import hits, without_hits
from animating_alliances_desktop.ui.kit.theme import Theme

ROWS = [
    Row(
        "a",
        "Start Network",
        f"They {HIT_FROM}share{HIT_TO} money.",
        "12 min",
        "waypoints",
        "highlight-amber",
        "Cases",
    ),
    Row("b", "Bangladesh Accord", "Brands and unions.", section="Cases"),
    Row("c", "What holds an alliance", "", section="Papers"),
]


@pytest.fixture
def things(theme: Theme, qtbot: QtBot) -> ItemList:
    made = ItemList(theme, "Things")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_rows(ROWS)
    made.show()
    return made


def centre(things: ItemList, line: int) -> QPoint:
    return things.visualRect(things.model().index(line, 0)).center()


def test_sections_stand_before_their_rows(things: ItemList) -> None:
    shown = [things.model().index(line, 0).data() for line in range(things.model().rowCount())]
    assert shown == ["Cases", "Start Network", "Bangladesh Accord", "Papers", "What holds an alliance"]
    assert not things.model().flags(things.model().index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_enter_and_double_click_open(things: ItemList, qtbot: QtBot) -> None:
    things.choose("b")
    with qtbot.waitSignal(things.opened) as opened:
        QTest.keyClick(things, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    with qtbot.waitSignal(things.opened) as opened:
        qtbot.mouseClick(things.viewport(), Qt.MouseButton.LeftButton, pos=centre(things, 1))
        qtbot.mouseDClick(things.viewport(), Qt.MouseButton.LeftButton, pos=centre(things, 1))
    assert opened.args == ["a"]


def test_a_double_click_on_a_heading_opens_nothing(things: ItemList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(things.opened):
        qtbot.mouseDClick(things.viewport(), Qt.MouseButton.LeftButton, pos=centre(things, 0))


def test_one_click_opens_where_that_is_wanted(theme: Theme, qtbot: QtBot) -> None:
    things = ItemList(theme, "Things", single_click=True)
    qtbot.addWidget(things)
    things.resize(500, 400)
    things.show_rows(ROWS)
    things.show()
    with qtbot.waitSignal(things.opened) as opened:
        qtbot.mouseClick(things.viewport(), Qt.MouseButton.LeftButton, pos=centre(things, 2))
    assert opened.args == ["b"]


def test_the_arrow_keys_pass_over_headings(things: ItemList, qtbot: QtBot) -> None:
    things.choose("b")
    with qtbot.waitSignal(things.chosen) as chosen:
        QTest.keyClick(things, Qt.Key.Key_Down)
    assert chosen.args == ["c"]


def test_choosing_from_the_program_tells_nobody(things: ItemList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(things.chosen):
        things.choose("c")
        things.show_rows(ROWS[:2])
    assert things.current is None


def test_the_current_row_stays_when_rows_come_and_go(things: ItemList) -> None:
    things.choose("b")
    things.show_rows([Row("z", "New"), *ROWS])
    assert things.current == "b"
    things.show_rows([Row("z", "New"), *ROWS], keep=False)
    assert things.current is None


def test_the_keyboard_finds_a_current_row_on_arrival(things: ItemList) -> None:
    things.setFocus(Qt.FocusReason.TabFocusReason)
    assert things.current == "a"


def test_stepping_stops_at_both_ends(things: ItemList) -> None:
    things.step(0)
    things.step(-3)
    assert things.current == "a"
    things.step(99)
    assert things.current == "c"


def test_a_screen_reader_hears_the_whole_row(things: ItemList) -> None:
    spoken = things.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Start Network. They share money.. 12 min"
    seen = QAccessible.queryAccessibleInterface(things)
    assert seen.text(QAccessible.Text.Name) == "Things"


def test_a_hit_is_painted(things: ItemList, theme: Theme) -> None:
    image = things.grab().toImage()
    row = things.visualRect(things.model().index(1, 0))
    amber = theme.palette.colour("highlight-amber")
    found = [
        (x, y)
        for x in range(60, row.right())
        for y in range(row.top(), row.bottom())
        if image.pixelColor(x, y) == amber
    ]
    assert len(found) > 100


def test_hits_are_counted_as_qt_counts() -> None:
    text = f"a 🙂 {HIT_FROM}trust{HIT_TO} and {HIT_FROM}time{HIT_TO}"
    assert hits(text) == ("a 🙂 trust and time", [(5, 5), (15, 4)])
    assert hits("none") == ("none", [])
    assert hits(f"{HIT_FROM}left open") == ("left open", [(0, 9)])
    assert without_hits(text) == "a 🙂 trust and time"


def test_long_summaries_end_in_an_ellipsis_and_keep_to_their_lines(things: ItemList) -> None:
    layout = things._painter._break("word " * 200 + "🙂", 300)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert things._painter._break("short", 300).text() == "short"


def test_long_and_short_summaries_take_different_room(things: ItemList) -> None:
    things.show_rows([Row("a", "A"), Row("b", "B", "one line"), Row("c", "C", "many words " * 40)])
    heights = [things.sizeHintForRow(line) for line in range(3)]
    assert heights[0] < heights[1] < heights[2]


def test_only_what_is_seen_is_typeset(theme: Theme, qtbot: QtBot) -> None:
    things = ItemList(theme, "Many")
    qtbot.addWidget(things)
    things.resize(500, 400)
    things.show_rows([Row(n, f"Title {n}", f"{n} " + "some words of a summary " * 9) for n in range(5000)])
    things.show()
    things.grab()
    assert 0 < len(things._painter._broken) < 20


@pytest.fixture
def many(theme: Theme, qtbot: QtBot) -> ItemList:
    """A list in which guesses are wrong: narrow letters need fewer lines than they seem to."""
    made = ItemList(theme, "Many", 3)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_rows([Row(n, f"Title {n}", "il " * (30 + n % 90)) for n in range(1000)])
    made.show()
    made.grab()
    return made


def shown_lines(things: ItemList) -> list[int]:
    """Which lines are on view."""
    first, last = things._in_view()
    return list(range(first, last + 1))


def test_what_is_seen_is_as_high_as_its_words(many: ItemList) -> None:
    wrong = 0
    for place in (0, 9000, 30_000):
        many.verticalScrollBar().setValue(place)
        many.grab()
        for line in shown_lines(many):
            row = many.rows[line]
            assert many.visualRect(many.model().index(line, 0)).height() == many._painter.measure(row)
            wrong += many._painter.guess(row) != many._painter.measure(row)
    assert wrong


def test_a_row_stands_still_while_others_come_and_the_width_changes(many: ItemList) -> None:
    many.choose(500)
    many.grab()
    before = many.visualRect(many.currentIndex()).top()
    assert 0 < before < 400
    many.show_rows([Row("new", "New", "il " * 40), *many.rows])
    many.grab()
    assert many.visualRect(many.currentIndex()).top() == before
    many.resize(430, 400)
    many.grab()
    assert many.visualRect(many.currentIndex()).top() == before
    many.choose(None)
    many.verticalScrollBar().setValue(20_000)
    many.grab()
    top = next(line for line in shown_lines(many) if many.visualRect(many.model().index(line, 0)).top() >= 0)
    held, place = many._model.lines[top], many.visualRect(many.model().index(top, 0)).top()
    many.show_rows(many.rows[20:])
    many.grab()
    assert isinstance(held, Row)
    assert many.visualRect(many.index_of(held.ref)).top() == place


def test_the_end_is_the_end(many: ItemList) -> None:
    QTest.keyClick(many, Qt.Key.Key_End)
    many.grab()
    last = many.visualRect(many.model().index(999, 0))
    assert many.current == 999
    assert many.viewport().rect().contains(last)
    many.choose(0)
    many.scrollToBottom()
    many.grab()
    assert many.verticalScrollBar().value() == many.verticalScrollBar().maximum()


def test_all_can_be_measured(many: ItemList) -> None:
    assert many.whole_height() == sum(many._painter.measure(row) for row in many.rows)


def test_back_and_forward_of_the_mouse_go_on_to_the_window(things: ItemList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(things.chosen):
        qtbot.mouseClick(things.viewport(), Qt.MouseButton.BackButton, pos=centre(things, 4))
    assert things.current != "c"


def test_an_empty_list_can_be_used(theme: Theme, qtbot: QtBot) -> None:
    things = ItemList(theme, "Nothing")
    qtbot.addWidget(things)
    things.show()
    things.step(1)
    things.choose("x")
    QTest.keyClick(things, Qt.Key.Key_Return)
    assert things.current is None
    assert things.rows == ()
