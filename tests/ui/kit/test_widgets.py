"""Chips, messages, the calendar, buttons and the parts of pages: keys, clicks, names."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.buttons import ActionCard, button, icon_button
from animating_alliances_desktop.ui.kit.calendar import MonthCalendar, month_after
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.fields import date_field, number_field, search_field
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.messages import MessageBar
from animating_alliances_desktop.ui.kit.pages import Column, EmptyPage, PageHeader, Section
from animating_alliances_desktop.ui.kit.text import ShortLabel, label
from animating_alliances_desktop.ui.kit.theme import Theme

CHIPS = [
    Chip("p", "Papers", "file-text", count=2),
    Chip("c", "Cases"),
    Chip("a", "Amber", colour="highlight-amber"),
]


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> ChipBar:
    made = ChipBar(theme, "Kinds")
    qtbot.addWidget(made)
    made.show_chips(CHIPS)
    made.show()
    return made


def chip(bar: ChipBar, text: str) -> QPushButton:
    return next(found for found in bar.findChildren(QPushButton) if found.text().startswith(text))


def test_chips_are_switched_and_told(bar: ChipBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed) as changed:
        qtbot.mouseClick(chip(bar, "Cases"), Qt.MouseButton.LeftButton)
    assert changed.args == [("c",)]
    qtbot.mouseClick(chip(bar, "Papers"), Qt.MouseButton.LeftButton)
    assert bar.chosen == ("p", "c")


def test_chips_that_exclude_each_other(theme: Theme, qtbot: QtBot) -> None:
    bar = ChipBar(theme, "Kinds", exclusive=True)
    qtbot.addWidget(bar)
    bar.show_chips(CHIPS)
    for text in ("Cases", "Papers"):
        chip(bar, text).click()
    assert bar.chosen == ("p",)
    chip(bar, "Papers").click()
    assert bar.chosen == ()


def test_chips_by_keyboard(bar: ChipBar, qtbot: QtBot) -> None:
    with qtbot.waitActive(bar):
        bar.activateWindow()
    chip(bar, "Papers").setFocus()
    QTest.keyClick(chip(bar, "Papers"), Qt.Key.Key_Right)
    assert chip(bar, "Cases").hasFocus()
    QTest.keyClick(chip(bar, "Cases"), Qt.Key.Key_Space)
    assert bar.chosen == ("c",)
    QTest.keyClick(chip(bar, "Cases"), Qt.Key.Key_Right)
    QTest.keyClick(chip(bar, "Amber"), Qt.Key.Key_Right)
    assert chip(bar, "Papers").hasFocus()


def test_a_bar_is_one_stop_for_the_tab_key(bar: ChipBar) -> None:
    stops = [c for c in bar.findChildren(QPushButton) if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [c.text() for c in stops] == ["Papers  2"]


def test_other_chips_keep_what_was_on(bar: ChipBar, qtbot: QtBot) -> None:
    bar.choose(["c"])
    with qtbot.assertNotEmitted(bar.changed):
        bar.show_chips([*CHIPS[1:], Chip("z", "More")])
    assert bar.chosen == ("c",)


def test_chips_survive_another_theme(bar: ChipBar, theme: Theme) -> None:
    before = chip(bar, "Amber").icon().cacheKey()
    theme.apply("dark")
    assert chip(bar, "Amber").icon().cacheKey() != before


def test_a_message_goes_by_itself_but_an_error_stays(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("Kept.", "success")
    assert bar.isVisible()
    assert bar._timer.isActive()
    bar._timer.timeout.emit()
    assert not bar.isVisible()
    bar.say("That file is not text.", "error")
    assert not bar._timer.isActive()
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert (bar.words, bar.isVisible()) == ("", False)


def test_undo_is_done_once(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("Entry deleted.", "info", "Undo", lambda: done.append("undone"))
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    bar.say("Something else.")
    assert not bar._button.isVisible()
    bar._button.click()
    assert done == ["undone"]


def test_what_undo_says_afterwards_stays_on_view(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("Entry deleted.", "info", "Undo", lambda: bar.say("It is back."))
    bar._button.click()
    assert bar.words == "It is back."


def test_a_message_is_never_rich_text(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("<b>bold</b> <img src='file:///etc/passwd'>")
    assert bar._words.textFormat() == Qt.TextFormat.PlainText


@pytest.fixture
def month(theme: Theme, qtbot: QtBot) -> MonthCalendar:
    made = MonthCalendar(theme, lambda n: f"{n} entries")
    qtbot.addWidget(made)
    made.choose(date(2026, 3, 31))
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 3, 30)),
        (Qt.Key.Key_Right, date(2026, 4, 1)),
        (Qt.Key.Key_Up, date(2026, 3, 24)),
        (Qt.Key.Key_Down, date(2026, 4, 7)),
        (Qt.Key.Key_PageUp, date(2026, 2, 28)),
        (Qt.Key.Key_PageDown, date(2026, 4, 30)),
    ],
)
def test_days_by_keyboard(month: MonthCalendar, qtbot: QtBot, key: Qt.Key, day: date) -> None:
    QTest.keyClick(month._grid, key)
    assert month.chosen == day
    with qtbot.waitSignal(month.day_chosen) as chosen:
        QTest.keyClick(month._grid, Qt.Key.Key_Return)
    assert chosen.args == [day]


def test_a_click_chooses_the_day_under_it(month: MonthCalendar, qtbot: QtBot) -> None:
    cells = dict(month._grid._cells())
    with qtbot.waitSignals([month.day_chosen, month.month_shown]):
        qtbot.mouseClick(month._grid, Qt.MouseButton.LeftButton, pos=cells[date(2026, 4, 2)].center())
    assert month.chosen == date(2026, 4, 2)


def test_a_day_is_spoken_with_what_is_on_it(month: MonthCalendar) -> None:
    assert "2026" in month._grid.accessibleName()
    month.set_marks({date(2026, 3, 31): 2})
    assert month._grid.accessibleName().endswith(", 2 entries")


def test_marks_are_painted(month: MonthCalendar) -> None:
    before = month._grid.grab().toImage()
    month.set_marks({date(2026, 3, 3): 1})
    assert month._grid.grab().toImage() != before


def test_another_month_is_told_once(month: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.month_shown) as shown:
        month.show_month(2027, 1)
    assert shown.args == [2027, 1]
    with qtbot.assertNotEmitted(month.month_shown):
        month.choose(date(2027, 1, 5))


def test_months_of_different_lengths() -> None:
    assert month_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert month_after(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert month_after(date(2026, 5, 31), -14) == date(2025, 3, 31)


def test_flow_wraps_like_words(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(10, whole)
    for _ in range(5):
        part = QWidget()
        part.setFixedSize(QSize(100, 20))
        flow.addWidget(part)
    assert flow.heightForWidth(1000) == 20
    assert flow.heightForWidth(320) == 50
    assert flow.heightForWidth(50) == 5 * 20 + 4 * 10
    whole.resize(320, 100)
    whole.show()
    assert flow.itemAt(3).geometry().topLeft() == QPoint(0, 30)
    assert flow.itemAt(9) is None


def test_every_button_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    small = icon_button(theme, "plus", "New entry")
    card = ActionCard(theme, "sun", "Reflect", "Two minutes.")
    for made in (small, card):
        qtbot.addWidget(made)
    assert (small.accessibleName(), small.toolTip()) == ("New entry", "New entry")
    assert (card.accessibleName(), card.accessibleDescription()) == ("Reflect", "Two minutes.")
    card.show_words("Read on", "")
    assert card.accessibleName() == "Read on"
    assert small.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_narrow_card_is_a_higher_one(theme: Theme, qtbot: QtBot) -> None:
    card = ActionCard(theme, "sun", "Reflect", "Quite a few words that will have to wrap in a narrow card.")
    qtbot.addWidget(card)
    assert card.heightForWidth(220) > card.heightForWidth(800)


def test_a_card_is_pressed_with_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    card = ActionCard(theme, "sun", "Reflect", "")
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Space)


def test_the_focus_ring_is_painted(theme: Theme, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    made = button("Keep", "primary", "check", theme)
    made.setParent(whole)
    made.resize(120, 36)
    whole.show()
    with qtbot.waitActive(whole):
        whole.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert made.grab().toImage().pixelColor(60, 1) == theme.palette.colour("focus")


def test_labels_take_nothing_for_markup(qtbot: QtBot) -> None:
    made = label("<b>x</b>", "heading")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_fields_have_names(theme: Theme, qtbot: QtBot) -> None:
    made = [
        search_field(theme, "Search"),
        number_field("Minutes", 0, 600, "min"),
        date_field(theme, "Day", date(2026, 3, 1)),
    ]
    for field in made:
        qtbot.addWidget(field)
    assert [field.accessibleName() for field in made] == ["Search", "Minutes", "Day"]
    assert made[1].text() == "0 min"
    assert made[2].text() == "1 Mar 2026"


def test_an_empty_page_asks(theme: Theme, qtbot: QtBot) -> None:
    page = EmptyPage(theme, "sun", "Nothing yet", "Start here.", "Start")
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.asked):
        page.findChild(QPushButton).click()
    page.show_words("Nothing matches", "Take a filter away.")
    assert not page.findChild(QPushButton).isVisible()


def test_headers_and_sections_show_other_words(qtbot: QtBot) -> None:
    header, section = PageHeader("Journal"), Section("Days")
    for made in (header, section):
        qtbot.addWidget(made)
        made.show()
    assert not header._subtitle.isVisible()
    header.show_subtitle("For Amina")
    assert header._subtitle.isVisible()
    section.show_title("Weeks", "3 of them")
    assert (section._heading.text(), section._note.text()) == ("Weeks", "3 of them")


def test_a_column_can_be_cleared(qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    inner = Section("Days")
    inner.add(label("x"))
    column.add(inner)
    column.add_stretch()
    column.clear()
    assert column._body.count() == 0


def test_a_line_without_room_ends_in_an_ellipsis_and_tells_the_rest(qtbot: QtBot) -> None:
    made = ShortLabel("muted")
    qtbot.addWidget(made)
    made.setText("A very long title of a document")
    made.resize(made.sizeHint())
    made.grab()
    assert made.toolTip() == ""
    whole = made.grab().toImage()
    made.resize(80, made.height())
    short = made.grab().toImage()
    assert made.toolTip() == "A very long title of a document"
    assert short != whole.copy(short.rect())
    assert made.minimumSizeHint().width() <= 10
