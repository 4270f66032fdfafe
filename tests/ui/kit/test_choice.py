"""A narrow field to choose from shows where a name goes on, and the names whole where they are chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.choice import Choice

LONG = "Coastal Livelihoods & Sustainable Fisheries Alliance of the Northern Gulf"


def shown(qtbot: QtBot, name: str) -> Choice:
    made = Choice("Alliance")
    qtbot.addWidget(made)
    made.addItem(name)
    made.resize(180, 32)
    made.show()
    return made


def tip(choice: Choice) -> str:
    QApplication.sendEvent(choice, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    return choice.toolTip()


def test_a_long_name_ends_in_an_ellipsis_and_stands_whole_in_the_tip(qtbot: QtBot) -> None:
    choice = shown(qtbot, LONG)
    assert choice.shown_text().startswith("Coastal")
    assert choice.shown_text().endswith("…")
    assert choice.fontMetrics().horizontalAdvance(choice.shown_text()) < choice.width()
    assert tip(choice) == LONG
    choice.showPopup()
    assert choice.view().width() > choice.width()
    choice.hidePopup()


def test_a_short_name_stands_as_it_is(qtbot: QtBot) -> None:
    choice = shown(qtbot, "Coast")
    assert choice.shown_text() == "Coast"
    assert tip(choice) == ""
