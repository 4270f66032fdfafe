"""Bullets stand at a distance from their words, where Qt's stand too close to them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextListFormat
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.prose import Prose
from animating_alliances_desktop.ui.kit.theme import Theme

LIST = "<p>We met.</p><ul><li>Harbour</li></ul><ol><li>First</li></ol>"


def inked(prose: Prose, line: QRect) -> list[int]:
    """The columns left of a line in which anything is painted."""
    image = prose.viewport().grab(QRect(0, line.top(), line.left() - 1, line.height())).toImage()
    ground = image.pixel(0, 0)
    scale = image.devicePixelRatio()
    return [
        round(x / scale)
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]


def test_bullets_keep_their_distance_and_numbers_stay(qtbot: QtBot, theme: Theme) -> None:
    prose = Prose(theme, "An entry")
    qtbot.addWidget(prose)
    prose.resize(400, 200)
    prose.show_html(LIST)
    prose.show()
    document = prose.document()
    harbour, first = (document.findBlockByNumber(nth) for nth in (1, 2))
    letters = document.defaultFont().pixelSize()
    line = harbour.layout().lineAt(0)
    corner = harbour.layout().position().toPoint() + QPoint(round(line.x()), round(line.y()))
    painted = inked(prose, QRect(corner, line.naturalTextRect().size().toSize()))
    assert painted, "there is a bullet"
    assert corner.x() - max(painted) > letters * 0.4
    numbers = first.textList()
    assert numbers is not None
    assert numbers.format().style() is QTextListFormat.Style.ListDecimal


def test_another_theme_sets_the_bullets_anew(qtbot: QtBot, theme: Theme) -> None:
    prose = Prose(theme, "An entry")
    qtbot.addWidget(prose)
    prose.show_html(LIST)
    theme.apply("dark", "dark")
    around = prose.document().findBlockByNumber(1).textList()
    assert around is not None
    assert around.format().style() is QTextListFormat.Style.ListStyleUndefined
