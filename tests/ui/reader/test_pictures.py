"""Drawings and pictures: in the column, fetched only when looked at, and enlarged by a click or a key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.library.pictures import size_of
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader import pictures
from animating_alliances_desktop.ui.reader.pictures import Pictures, decoded
from tests.ui.reader.conftest import CASE, Desk, reading
from tests.ui.reader.test_page import DRAWING, count_pixels

RED = QColor("#c01020")


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def show(desk: Desk, qtbot: QtBot, sizes: list[tuple[int, int]], words: int = 0) -> None:
    """Open a text with pictures of these sizes, and so many words after each."""
    desk.library.pictures = {f"p{nth}": picture(*size) for nth, size in enumerate(sizes)}
    html = "".join(
        f'<p><img src="aa:picture/p{nth}" alt="Number {nth}"><br><em>Number {nth}</em></p><p>{"words " * words}</p>'
        for nth in range(len(sizes))
    )
    told = {name: size_of(data) or (0, 0) for name, data in desk.library.pictures.items()}
    desk.library.readings[CASE] = replace(reading(CASE, html), pictures=told)
    desk.read(qtbot, CASE)


def test_a_picture_comes_into_its_place_and_nothing_moves(desk: Desk, qtbot: QtBot) -> None:
    show(desk, qtbot, [(400, 200)])
    sheet = desk.pane.sheet
    height = sheet.document().size().height()
    qtbot.waitUntil(lambda: count_pixels(sheet.viewport(), RED) > 30_000)
    assert sheet.document().size().height() == height


def test_a_picture_comes_back_when_the_column_has_its_old_width_again(desk: Desk, qtbot: QtBot) -> None:
    show(desk, qtbot, [(900, 300)])
    sheet = desk.pane.sheet
    qtbot.waitUntil(lambda: count_pixels(sheet.viewport(), RED) > 30_000)
    size = desk.page.size()
    for width in (size.width() - 300, size.width()):
        desk.page.resize(width, size.height())
        qtbot.waitUntil(lambda: count_pixels(sheet.viewport(), RED) > 20_000)


def test_the_ring_of_the_keyboard_lies_around_the_picture_and_offers_no_colours(
    desk: Desk, qtbot: QtBot
) -> None:
    show(desk, qtbot, [(400, 200)])
    sheet = desk.pane.sheet
    qtbot.waitUntil(lambda: count_pixels(sheet.viewport(), RED) > 30_000)
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.link_here()
    ring = sheet.rect_of(*sheet.selection()).toRect()
    assert (ring.width(), ring.height()) == (pytest.approx(404, abs=2), pytest.approx(200, abs=2))
    inside = sheet.viewport().grab(ring.adjusted(4, 4, -4, -4)).toImage()
    corners = (QPoint(0, 0), QPoint(inside.width() - 1, inside.height() - 1))
    assert [inside.pixelColor(at) for at in corners] == [RED, RED]
    QTest.keyPress(sheet, Qt.Key.Key_Shift)
    QTest.keyRelease(sheet, Qt.Key.Key_Shift)
    assert not desk.pane.highlighting.bubble.isVisible()


@pytest.mark.parametrize(
    ("natural", "shown"),
    [((4000, 3000), (560, 420)), ((300, 200), (300, 200)), ((100, 9000), (10, 700))],
)
def test_no_picture_is_wider_than_the_column_or_far_higher(
    theme: Theme, natural: tuple[int, int], shown: tuple[int, int]
) -> None:
    made = Pictures(replace(reading(), pictures={"a": natural}), theme.paper, 560, 1.0)
    assert made.size_of("aa:picture/a") == QSize(*shown)
    assert made.draw("aa:picture/a").deviceIndependentSize().toSize() == QSize(*shown)
    assert made.draw("aa:picture/b").isNull()


def test_only_what_is_looked_at_is_fetched(desk: Desk, qtbot: QtBot) -> None:
    show(desk, qtbot, [(500, 400)] * 12, words=150)
    asked: list[str] = []
    fetch = desk.library.picture
    desk.library.picture = lambda ref, name: (asked.append(name), fetch(ref, name))[1]  # type: ignore[method-assign]
    desk.pane.picturing.look()
    assert asked
    assert len(asked) < 6
    desk.pane.picturing.look()
    assert len(set(asked)) == len(asked)
    desk.pane.sheet.verticalScrollBar().setValue(desk.pane.sheet.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "p11" in asked)


def test_pictures_that_were_seen_long_ago_make_room(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "KEPT", 100 * 100 * 4 * 2)
    made = Pictures(
        replace(reading(), pictures={f"p{n}": (100, 100) for n in range(3)}), theme.paper, 560, 1.0
    )
    gone = [made.keep(f"aa:picture/p{n}", QImage(100, 100, QImage.Format.Format_RGB32)) for n in range(3)]
    assert gone == [[], [], ["aa:picture/p0"]]
    assert [made.lacks(f"aa:picture/p{n}") for n in range(3)] == [True, False, False]


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture(8, 8)[:60]]
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert decoded(data, QSize(10, 10), 1.0, fill=True).isNull()


def test_a_picture_that_claims_to_be_huge_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 99)
    assert decoded(picture(10, 10), QSize(10, 10), 1.0, fill=True).isNull()
    assert not decoded(picture(9, 10), QSize(10, 10), 1.0, fill=True).isNull()


def test_a_picture_that_is_gone_leaves_its_place_and_the_words(desk: Desk, qtbot: QtBot) -> None:
    show(desk, qtbot, [(400, 200)])
    desk.library.pictures = {}
    desk.pane.picturing.look()
    assert desk.find("Number 0")


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_picture_is_enlarged_and_escape_leads_back(desk: Desk, qtbot: QtBot, by: str) -> None:
    show(desk, qtbot, [(400, 300)])
    sheet, enlarged = desk.pane.sheet, desk.page.enlarged
    if by == "keys":
        QTest.keyClick(sheet, Qt.Key.Key_Tab)
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    else:
        start = desk.find("Number 0")[0]
        above = sheet.rect_of(start, start + 2).topLeft().toPoint() - QPoint(-40, 80)
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert enlarged.isVisible()
    assert enlarged.accessibleDescription() == "Number 0"
    assert QApplication.focusWidget() is enlarged
    assert not desk.pane.highlighting.bubble.isVisible()
    assert count_pixels(enlarged, RED) > 100_000
    desk.page.resize(900, 700)
    assert enlarged.size() == desk.page.size()
    QTest.keyClick(enlarged, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is enlarged
    QTest.keyClick(enlarged, Qt.Key.Key_Escape)
    assert not enlarged.isVisible()
    assert QApplication.focusWidget() is sheet


def test_a_drawing_is_enlarged_in_the_colours_of_the_paper(desk: Desk, qtbot: QtBot) -> None:
    html = '<p><img src="aa:figure/block" alt="A &lt;block&gt;"></p>'
    desk.library.readings[CASE] = replace(reading(CASE, html), figures={"block": DRAWING})
    desk.read(qtbot, CASE)
    desk.pane.follow("aa:figure/block")
    assert desk.page.enlarged.accessibleDescription() == "A <block>"
    assert count_pixels(desk.page.enlarged, desk.theme.paper.colour("accent")) > 100_000
    QTest.mouseClick(desk.page.enlarged, Qt.MouseButton.LeftButton)
    assert not desk.page.enlarged.isVisible()
    desk.pane.follow("aa:figure/none")
    assert not desk.page.enlarged.isVisible()


def test_a_picture_inside_a_link_keeps_that_link(desk: Desk, qtbot: QtBot) -> None:
    html = '<p><a href="aa:paper/overview"><img src="aa:figure/block" alt="x"></a> words</p>'
    desk.library.readings[CASE] = replace(reading(CASE, html), figures={"block": DRAWING})
    desk.read(qtbot, CASE)
    QTest.keyClick(desk.pane.sheet, Qt.Key.Key_Tab)
    assert desk.pane.sheet.link_here() == "aa:paper/overview"
