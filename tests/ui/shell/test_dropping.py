"""Files can be dropped anywhere on the window, whatever lies there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.dropping import Dropping

LEFT, COPY, NONE = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


class Desk:
    """A window that is nothing but a field to write in."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window, self.field = QMainWindow(), QPlainTextEdit()
        self.window.setCentralWidget(self.field)
        self.window.resize(600, 400)
        self.dropping = Dropping(theme, self.window)
        self.dropped: list[list[Path]] = []
        self.dropping.dropped.connect(self.dropped.append)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def send(self, event: QEvent) -> QEvent:
        QGuiApplication.sendEvent(self.window.windowHandle(), event)
        return event

    def enter(self, held: QMimeData) -> QEvent:
        return self.send(QDragEnterEvent(QPoint(50, 50), COPY, held, LEFT, NONE))

    def drop(self, held: QMimeData) -> QEvent:
        return self.send(QDropEvent(QPointF(50, 50), COPY, held, LEFT, NONE))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def held(*paths: str, text: str = "") -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(path) for path in paths])
    if text:
        made.setText(text)
    return made


def test_files_are_taken_even_over_a_field(desk: Desk) -> None:
    files = held("/tmp/a.pdf", "/tmp/folder", text="file:///tmp/a.pdf")
    assert desk.enter(files).isAccepted()
    assert desk.dropping.hint.isVisible()
    desk.drop(files)
    assert desk.dropped == [[Path("/tmp/a.pdf"), Path("/tmp/folder")]]
    assert not desk.dropping.hint.isVisible()
    assert desk.field.toPlainText() == ""


def test_the_hint_goes_with_the_files(desk: Desk) -> None:
    desk.enter(held("/tmp/a.pdf"))
    desk.send(QDragLeaveEvent())
    assert not desk.dropping.hint.isVisible()
    assert desk.dropped == []


def test_words_and_web_addresses_are_left_alone(desk: Desk) -> None:
    words, address = QMimeData(), QMimeData()
    words.setText("words")
    address.setUrls([QUrl("https://example.org/a.pdf")])
    for one in (words, address):
        desk.enter(one)
        desk.drop(one)
    assert desk.dropped == []
    assert not desk.dropping.hint.isVisible()


def test_nothing_is_taken_behind_a_dialogue(desk: Desk) -> None:
    dialog = QDialog(desk.window)
    dialog.open()
    desk.drop(held("/tmp/a.pdf"))
    assert desk.dropped == []
    dialog.reject()
