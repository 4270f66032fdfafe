"""The window: going, going back, what it remembers, what it says, and how it fits a small screen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.commands import shell_actions
from animating_alliances_desktop.ui.shell.help import ShortcutsHelp
from animating_alliances_desktop.ui.shell.pages import History, PageSpec, Place
from animating_alliances_desktop.ui.shell.palette import Destination
from animating_alliances_desktop.ui.shell.rail import NARROW
from animating_alliances_desktop.ui.shell.window import MainWindow

START = Ref(Kind.CASE, "start-network")


class Page(QWidget):
    """A page that notes what happens to it."""

    def __init__(self, name: str, log: list[Any]) -> None:
        super().__init__()
        self._name, self._log = name, log
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        log.append(f"{name} made")

    def shown(self) -> None:
        self._log.append(f"{self._name} shown")

    def arrive(self, place: object) -> None:
        self._log.append((self._name, place))


class Shell:
    """A window with three pages, and everything that it told."""

    def __init__(self, theme: Theme, shape: dict[str, Any]) -> None:
        self.log: list[Any] = []
        self.opened: list[tuple[Ref, str]] = []
        self.saved: list[dict[str, Any]] = []
        self.specs = [
            PageSpec("today", "Today", "sun", "Ctrl+1", lambda: Page("today", self.log)),
            PageSpec("reader", "Reader", "book-open", "", lambda: Page("reader", self.log), on_rail=False),
            PageSpec(
                "settings",
                "Settings",
                "settings",
                "Ctrl+8",
                lambda: Page("settings", self.log),
                at_bottom=True,
            ),
        ]
        rows = [*shell_actions(self.specs), Action("reader.find", "Find in this text", "Ctrl+F", "reader")]
        self.actions = Actions(rows)
        self.window = MainWindow(
            theme,
            self.specs,
            self.actions,
            lambda ref, quote: self.opened.append((ref, quote)),
            lambda: shape,
            self.saved.append,
            lambda: [Destination(START, "Start Network", "case")],
        )


@pytest.fixture
def shape() -> dict[str, Any]:
    return {}


@pytest.fixture
def shell(theme: Theme, qtbot: QtBot, shape: dict[str, Any]) -> Shell:
    made = Shell(theme, shape)
    qtbot.addWidget(made.window)
    made.window.show()
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    made.window.go("today")
    return made


def rail_button(shell: Shell, name: str) -> QToolButton:
    return next(b for b in shell.window._rail.findChildren(QToolButton) if b.text() == name)


def test_pages_are_made_when_first_visited(shell: Shell) -> None:
    assert shell.log == ["today made", "today shown"]
    shell.window.go("settings")
    shell.window.go("today")
    assert shell.log[2:] == ["settings made", "settings shown", "today shown"]


def test_the_rail_goes_and_shows_where_we_are(shell: Shell, qtbot: QtBot) -> None:
    qtbot.mouseClick(rail_button(shell, "Settings"), Qt.MouseButton.LeftButton)
    assert shell.window.current == "settings"
    assert rail_button(shell, "Settings").isChecked()
    shell.window.go("reader")
    assert not any(b.isChecked() for b in shell.window._rail.findChildren(QToolButton))


def test_going_by_keyboard(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.current == "settings"
    assert shell.window.focusWidget() is shell.window.page("settings").field
    QTest.keyClick(shell.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.window.current == "today"
    QTest.keyClick(shell.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shell.window.current == "settings"


def test_the_keyboard_stays_on_the_rail_while_it_walks_there(shell: Shell) -> None:
    rail_button(shell, "Today").setFocus()
    QTest.keyClick(rail_button(shell, "Today"), Qt.Key.Key_Down)
    assert shell.window.current == "settings"
    assert rail_button(shell, "Settings").hasFocus()


def test_the_mouse_goes_back_and_forward(shell: Shell, qtbot: QtBot) -> None:
    shell.window.go("settings")
    middle = shell.window.page("settings")
    for mouse_button, page in (
        (Qt.MouseButton.BackButton, "today"),
        (Qt.MouseButton.BackButton, "today"),
        (Qt.MouseButton.ForwardButton, "settings"),
    ):
        QTest.mouseClick(shell.window, mouse_button, pos=middle.rect().center() + QPoint(200, 60))
        assert shell.window.current == page


def test_places_within_a_page_are_gone_back_to(shell: Shell) -> None:
    shell.window.go("reader", (START, ""))
    shell.window.go("reader", (START, "trust"))
    shell.window.go("today")
    shell.log.clear()
    shell.window.back()
    shell.window.back()
    shell.window.forward()
    places = [line for line in shell.log if isinstance(line, tuple)]
    assert places == [("reader", (START, "trust")), ("reader", (START, "")), ("reader", (START, "trust"))]


def test_back_and_forward_are_off_where_there_is_nothing(shell: Shell) -> None:
    def can() -> tuple[bool, bool]:
        return shell.actions.can_run("shell.back"), shell.actions.can_run("shell.forward")

    assert can() == (False, False)
    shell.window.go("settings")
    assert can() == (True, False)
    shell.window.back()
    assert can() == (False, True)


def test_opening_is_the_opener_s(shell: Shell) -> None:
    shell.window.open(START, "trust")
    assert shell.opened == [(START, "trust")]


def test_the_title_names_the_page_and_nothing_of_the_user(shell: Shell) -> None:
    shell.window.go("reader", (START, "a secret"))
    assert shell.window.windowTitle() == "Reader – Animating Alliances"


def test_the_title_names_what_the_page_names_and_follows_it(shell: Shell) -> None:
    shell.window.go("reader", (START, ""))
    shell.window.page("reader").setWindowTitle("Start Network")
    assert shell.window.windowTitle() == "Start Network – Animating Alliances"
    shell.window.go("settings")
    shell.window.page("reader").setWindowTitle("Another text")
    assert shell.window.windowTitle() == "Settings – Animating Alliances"
    shell.window.back()
    assert shell.window.windowTitle() == "Another text – Animating Alliances"


def test_a_small_window_has_icons_only(shell: Shell) -> None:
    shell.window.resize(1280, 800)
    wide = shell.window._rail.width()
    shell.window.resize(900, 600)
    assert shell.window._rail.maximumWidth() == NARROW < wide
    assert rail_button(shell, "Today").toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert rail_button(shell, "Today").accessibleName() == "Today"
    assert shell.window.minimumSizeHint().width() <= 900
    shell.window.resize(1280, 800)
    assert rail_button(shell, "Today").toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_shape_is_remembered(shell: Shell) -> None:
    shell.window.setGeometry(40, 50, 1000, 700)
    shell.window.close()
    assert shell.saved == [{"x": 40, "y": 50, "width": 1000, "height": 700, "maximised": False}]


def test_closing_is_told_before_the_window_goes(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.window.closing):
        shell.window.close()


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ({"x": 10, "y": 10, "width": 1000, "height": 700}, (1000, 700)),
        ({"x": 90_000, "y": 10, "width": 1000, "height": 700}, (1280, 800)),
        ({"x": "a", "y": None, "width": -4, "height": 10**30}, (1280, 800)),
        ({}, (1280, 800)),
    ],
)
def test_a_strange_shape_does_no_harm_and_the_window_fits_its_screen(
    shell: Shell, size: tuple[int, int]
) -> None:
    room = shell.window.screen().availableGeometry()
    assert shell.window.width() == min(size[0], room.width() - 8)
    assert shell.window.height() == min(size[1], room.height() - 38)


def test_every_control_has_a_name(shell: Shell) -> None:
    for spec in shell.specs:
        shell.window.go(spec.id)
    for control in [*shell.window.findChildren(QAbstractButton), *shell.window.findChildren(QLineEdit)]:
        seen = QAccessible.queryAccessibleInterface(control)
        hidden_link = not control.isVisibleTo(shell.window)
        assert hidden_link or seen.text(QAccessible.Text.Name), control


def test_the_palette_does_what_is_typed(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = shell.window._palette
    assert palette.isVisible()
    QTest.keyClicks(palette._field, "settin")
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert shell.window.current == "settings"


def test_the_palette_comes_back_to_its_place_when_it_shrinks(shell: Shell, qtbot: QtBot) -> None:
    shell.actions.run("shell.palette")
    palette = shell.window._palette
    place = palette.pos()
    palette.move(0, 0)  # as a window manager does with what changes its size while it is being placed
    QTest.keyClicks(palette._field, "no such thing")
    qtbot.waitUntil(lambda: palette.pos() == place != QPoint(0, 0))


def test_the_palette_opens_texts_and_moves_by_arrows(shell: Shell) -> None:
    shell.actions.run("shell.palette")
    palette = shell.window._palette
    assert START not in [row.ref for row in palette._list.rows]
    QTest.keyClicks(palette._field, "st")
    refs = [row.ref for row in palette._list.rows]
    for _ in range(refs.index(START)):
        QTest.keyClick(palette._field, Qt.Key.Key_Down)
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert shell.opened == [(START, "")]


def test_the_palette_shows_titles_that_come_while_it_is_open(shell: Shell, qtbot: QtBot) -> None:
    palette = shell.window._palette
    titles, palette._titles = palette._titles(), list
    shell.actions.run("shell.palette")
    QTest.keyClicks(palette._field, "start")
    assert START not in [row.ref for row in palette._list.rows]
    palette._titles = lambda: titles
    qtbot.waitUntil(lambda: START in [row.ref for row in palette._list.rows])


def test_a_word_of_a_title_comes_before_actions_that_only_have_its_letters(shell: Shell) -> None:
    shell.actions.run("shell.palette")
    palette = shell.window._palette
    palette._titles = lambda: [Destination(START, "A song for the gathering", "Paper")]
    QTest.keyClicks(palette._field, "gathering")
    assert [row.ref for row in palette._list.rows] == [START]
    palette._titles = lambda: [Destination(START, "gos", "Paper")]
    palette._field.setText("gts")  # in the letters of "Go to Settings" only
    assert START not in [row.ref for row in palette._list.rows]
    palette._field.setText("gos")
    assert [row.ref for row in palette._list.rows] == [START]


def test_the_palette_offers_only_what_can_be_done(shell: Shell) -> None:
    shell.actions.run("shell.palette")
    refs = [row.ref for row in shell.window._palette._list.rows]
    assert "go.today" in refs
    assert "reader.find" not in refs
    assert "shell.back" not in refs


def test_the_palette_says_when_nothing_matches(shell: Shell) -> None:
    shell.actions.run("shell.palette")
    palette = shell.window._palette
    QTest.keyClicks(palette._field, "qqqq")
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette._nothing.isVisible()
    QTest.keyClick(palette._field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_help_is_made_from_the_table(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_F1)
    shown = shell.window.findChild(ShortcutsHelp)
    words = {label.text() for label in shown.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Everywhere", "Reader", "Find in this text", "Ctrl+F", "F1", "Ctrl+/"} <= words
    with qtbot.waitSignal(shown.destroyed):
        shown.close()


def test_history_forgets_what_lay_forward() -> None:
    history = History(longest=3)
    for page in "abc":
        history.visit(Place(page))
    history.visit(Place("c"))
    assert history.back() == Place("b")
    history.visit(Place("d"))
    assert not history.can_go_forward
    assert history.forward() is None
    history.visit(Place("e"))
    assert [history.back(), history.back(), history.back()] == [Place("d"), Place("b"), None]


def test_a_new_theme_reaches_the_rail(shell: Shell, theme: Theme) -> None:
    before = rail_button(shell, "Today").icon().cacheKey()
    theme.apply("dark")
    assert rail_button(shell, "Today").icon().cacheKey() != before
    assert shell.window.grab().toImage().pixelColor(4, 300) == theme.palette.colour("window")
