"""Each colour of a highlight has a pattern of its own, which somebody sees who sees no colours."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.colours import name_of
from animating_alliances_desktop.ui.kit.patterns import (
    PATTERNS,
    Pattern,
    of_palette,
    paint_dot,
    paint_stripe,
    paint_under_words,
)
from animating_alliances_desktop.ui.kit.richnote import RichNote, is_plain
from animating_alliances_desktop.ui.kit.theme import Theme

GREY = QColor("#c8c8c8")


def picture(paint: object, pattern: Pattern) -> QImage:
    """The same colour each time: only the pattern differs."""
    made = QImage(80, 60, QImage.Format.Format_RGB32)
    made.fill(GREY if paint is paint_under_words else QColor("white"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = {paint_dot: QRectF(20, 10, 40, 40), paint_stripe: QRectF(30, 4, 5, 50)}.get(
        paint, QRectF(4, 10, 70, 30)
    )  # type: ignore[call-overload]
    paint(painter, area, pattern, GREY)  # type: ignore[operator]
    painter.end()
    return made


@pytest.mark.parametrize("paint", [paint_dot, paint_stripe, paint_under_words])
def test_no_two_patterns_look_the_same_without_their_colour(paint: object) -> None:
    assert len(set(PATTERNS.values())) == len(Colour)
    pictures = [picture(paint, pattern) for pattern in Pattern]
    for one, other in combinations(pictures, 2):
        differing = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(80) for y in range(60))
        assert differing > 20


def test_only_the_colours_of_highlights_have_patterns() -> None:
    assert of_palette("highlight-rose") is Pattern.DOUBLE
    assert of_palette("accent") is None
    assert of_palette("highlight-pink") is None


def test_a_colour_is_called_as_the_user_calls_it(theme: Theme) -> None:
    assert name_of(theme, Colour.BLUE) == "Blue"
    theme.names = {"blue": "  Doubt "}
    assert name_of(theme, Colour.BLUE) == "Doubt"


@pytest.mark.parametrize("text", ["Plain words, and more.", "a - b", "2 + 2", "#tag", "line\nline"])
def test_what_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["*a*", "- a", "1. a", "# a", "`a`", "[a](b)", "[[aa:case/x|y]]", "https://a.b"]
)
def test_what_is_marked(text: str) -> None:
    assert not is_plain(text)


def test_a_note_is_rendered_and_loads_nothing(theme: Theme) -> None:
    text = (
        "**Bold** [[aa:case/x|A case]]\n\n![](file:///etc/passwd) <img src='file:///etc/hostname'>\nnext line"
    )
    note = RichNote(text, theme.typeface(), 300)
    assert note.toPlainText().startswith("Bold A case")
    assert "<img" in note.toPlainText(), "HTML is shown as it was written"
    assert note.loadResource(2, "file:///etc/passwd") == ""
    assert note.link_at(QPointF(60, 5)) == "aa:case/x"
    image = QImage(320, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    note.draw(painter, QPointF(0, 0), 12, QColor("black"), theme.palette)
    painter.end()
    assert all(image.pixelColor(x, 60) == QColor("white") for x in range(280)), "clipped"
