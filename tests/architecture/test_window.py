"""The real window, walked over page by page: every control has a name and a way to it, every action works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests.content import write_small
from tests.journeys.belongings import CASE, fill
from tests.journeys.hands import Hands, name_of, plain
from tests.journeys.papers import TITLE, enquiry, shelve
from tests.journeys.running import Start

PAGES = (
    "today",
    "enquiry",
    "library",
    "alliances",
    "journal",
    "followthrough",
    "lookback",
    "notes",
    "search",
    "settings",
    "reader",
    "slides",
    "pdf",
    "brief",
)
EVERYWHERE = {"go", "shell", "app"}
INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)
MADE_BY_QT = (QLineEdit, QComboBox, QAbstractSpinBox, QCalendarWidget, QTreeView)
"""What lies inside of these is named and reached by Qt itself."""
IN_GROUPS = ("chip", "rail")
MOST_STOPS = 120


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} “{name_of(watched) or plain(watched)}”")
        return False


@pytest.fixture(scope="module")
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture(scope="module")
def hands(
    qapp: QApplication,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    windows: Windows,
) -> Iterator[Hands]:
    """The window, after every page of it was visited."""
    folder = tmp_path_factory.mktemp("walked")
    content = write_small(folder / "content")
    fill(folder / "workspace", content)
    with Workspace.open(folder / "workspace", content) as held:
        shelve(held, TITLE, enquiry())
    qtbot = QtBot(request)
    start = Start(qapp, qtbot, folder / "workspace", content)
    made = Hands(qtbot, start())
    made.main.resize(1280, 800)
    for page in PAGES:
        visit(made, page)
    yield made
    start.close()
    qapp.setStyleSheet("")
    assert start.leavings() == []


def visit(hands: Hands, page: str) -> QWidget:
    """Go to a page, and there to something that fills it."""
    app = hands.app
    if page == "reader":
        app.open(CASE)
        hands.sees("quarrelled")
    elif page == "slides":
        app.open(Ref.parse("slides/introduction"))
        hands.sees("Say hello first.")
    elif page == "pdf":
        app.open(next(one.ref for one in app.workspace.library.listed([Kind.DOCUMENT]) if one.title == TITLE))
        hands.sees("(1 of 4)")
    elif page == "journal":
        app.go(page, app.workspace.journal.listed()[0].ref)
        hands.sees("What happened")
    else:
        app.go(page)
    hands.settle()
    return app.window.page(page)


def is_inside(widget: QWidget, kinds: tuple[type, ...]) -> bool:
    """Whether a widget is a part of one of these kinds."""
    above = widget.parentWidget()
    return above is not None and (isinstance(above, kinds) or is_inside(above, kinds))


def controls(hands: Hands) -> list[QWidget]:
    """Everything in the window that takes clicks or keys, on view or not."""
    found = hands.main.findChildren(QWidget)
    takes = [
        one for one in found if isinstance(one, INTERACTIVE) or one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [one for one in takes if not isinstance(one, QScrollBar) and not is_inside(one, MADE_BY_QT)]


def where(widget: QWidget) -> str:
    """What to call a widget in a report: its class and those around it, and its words."""
    classes: list[str] = []
    above: QWidget | None = widget
    while above is not None and len(classes) < 5:
        classes.append(type(above).__name__)
        above = above.parentWidget()
    return f"{' < '.join(classes)} “{name_of(widget)}”"


def waits_for_a_word(widget: QWidget) -> bool:
    """Whether this is a button that is hidden until it gets its word (of an empty page, of the message bar)."""
    return (
        isinstance(widget, QPushButton)
        and not widget.isVisible()
        and not widget.text()
        and widget.icon().isNull()
    )


def test_every_control_has_a_name(hands: Hands) -> None:
    assert len(controls(hands)) > 100
    nameless = [one for one in controls(hands) if not name_of(one).strip() and not waits_for_a_word(one)]
    assert sorted(map(where, nameless)) == []


def test_every_control_can_be_reached_with_the_keys(hands: Hands) -> None:
    def reachable(widget: QWidget) -> bool:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def by_arrows(widget: QWidget) -> bool:
        """Chips are one stop together, and so is the rail: the arrow keys go from one to the next."""
        around = widget.parentWidget() or hands.main
        group = [one for one in around.findChildren(type(widget)) if one.property("role") in IN_GROUPS]
        return widget in group and any(reachable(one) for one in group)

    lost = [one for one in controls(hands) if not reachable(one) and not by_arrows(one)]
    assert [where(one) for one in lost] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_tab_key_comes_by_every_control_on_view_and_round_again(hands: Hands, page: str) -> None:
    shown = visit(hands, page)
    wanted = {
        one
        for one in controls(hands)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert any(shown.isAncestorOf(one) for one in wanted)
    seen: set[QWidget | None] = set()
    for _ in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or hands.main, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert [where(one) for one in wanted - seen] == []


def test_a_shortcut_does_one_thing_where_it_works(hands: Hands) -> None:
    window = hands.main
    doubled = []
    for page in PAGES:
        shown = hands.app.window.page(page)
        parts = [window, shown, *shown.findChildren(QWidget)]
        keys: list[tuple[str, QObject | None]] = [
            (one.toString(), None) for part in parts for made in part.actions() for one in made.shortcuts()
        ]
        for own in shown.findChildren(QShortcut):
            alone = own.context() == Qt.ShortcutContext.WidgetShortcut
            keys += [(one.toString(), own.parent() if alone else None) for one in own.keys()]  # noqa: SIM118 -- not a dict
        doubled += [(page, *what) for what, count in Counter(keys).items() if count > 1]
        free = {name for name, owner in keys if owner is None}
        doubled += [(page, name, owner) for name, owner in keys if owner is not None and name in free]
    assert doubled == []


def test_every_action_has_a_title_a_place_and_something_behind_it(hands: Hands) -> None:
    rows = hands.app.actions.rows
    assert len(rows) > 30
    assert [row.id for row in rows if not row.title.strip()] == []
    places = {row.id: row.id.split(".")[0] for row in rows}
    assert [
        row.id for row in rows if row.where != ("" if places[row.id] in EVERYWHERE else places[row.id])
    ] == []
    assert {row.where for row in rows} <= {"", *PAGES}
    for row in rows:
        assert hands.app.actions.get(row.id).text() == row.title


def test_nothing_is_a_window_of_its_own_for_a_moment(hands: Hands, windows: Windows) -> None:
    """A part that is shown before it lies in a layout flashes up, and takes the keyboard away from the window."""
    assert hands.main.isVisible()
    assert [name.split()[0] for name in windows.shown] == ["MainWindow"]
