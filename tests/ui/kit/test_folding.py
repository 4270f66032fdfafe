"""In a field that is written in, links are read by their titles, and the one at the cursor as it is written."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.folding import Folding

LINK = "[[aa:case/start-network|Start 😀 Network]]"
TEXT = f"😀 As {LINK} says.\nNo link.\nAnd {LINK}"


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit(TEXT)
    qtbot.addWidget(made)
    Folding(made)
    made.resize(400, 200)
    made.show()
    return made


def read(field: QPlainTextEdit, number: int) -> str:
    """The letters of a line that are not folded away."""
    block = field.document().findBlockByNumber(number)
    units = block.text().encode("utf-16-le")
    kept = bytearray(units)
    for one in reversed(block.layout().formats()):
        if one.format.font().pixelSize() == 1:
            del kept[one.start * 2 : (one.start + one.length) * 2]
    return kept.decode("utf-16-le")


def put(field: QPlainTextEdit, place: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(place)
    field.setTextCursor(cursor)


def test_a_link_is_read_by_its_title_and_unfolds_at_the_cursor(qtbot: QtBot, field: QPlainTextEdit) -> None:
    qtbot.waitUntil(lambda: read(field, 0) == "😀 As Start 😀 Network says.")
    assert read(field, 2) == "And Start 😀 Network"
    put(field, 20)
    assert read(field, 0) == f"😀 As {LINK} says."
    field.moveCursor(QTextCursor.MoveOperation.End)
    assert read(field, 0) == "😀 As Start 😀 Network says."
    assert read(field, 2) == "And Start 😀 Network", "behind the link is not in it"
    assert field.toPlainText() == TEXT, "looks only"


def test_moving_about_elsewhere_touches_nothing(field: QPlainTextEdit) -> None:
    changed: list[bool] = []
    field.textChanged.connect(lambda: changed.append(True))
    for place in (0, 2, len(TEXT) // 2, 0):
        put(field, place)
    assert changed == []


def test_a_folded_address_takes_no_room(field: QPlainTextEdit) -> None:
    block = field.document().findBlockByNumber(2)
    line = block.layout().lineAt(0)
    at = len("And ")
    address = LINK.index("Start")
    assert 0 <= line.cursorToX(at + address)[0] - line.cursorToX(at)[0] < 4
