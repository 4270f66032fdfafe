"""Slides are laid out so that everything is on them, as large as it fits, and drawn sharp."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.library.slides import Picture, Slide
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.composing import FIELD, Composed, Composer
from animating_alliances_desktop.ui.slides.gallery import (
    LARGEST,
    LoadingGallery,
    WaitingGallery,
    decoded,
)
from animating_alliances_desktop.ui.slides.typesetting import Setter
from tests.ui.inline import Inline
from tests.ui.slides.decks import BLUE, IMPORTED, PACK, FakeLibrary, png

LONG = " ".join(f"word{nth}" for nth in range(900))
OUTSIDE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname"/></svg>'
)


@pytest.fixture
def composer(theme: Theme) -> Composer:
    library = FakeLibrary()
    deck = library.deck()
    return Composer(deck, Setter(theme.paper), WaitingGallery(deck, theme.paper, library))


def drawn(composed: Composed, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(composed.paper.colour("page"))
    painter = QPainter(image)
    composed.paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def pixels(image: QImage, colour: QColor) -> int:
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def text_of(composed: Composed) -> str:
    return "\n".join(words.document.toPlainText() for words in composed.words)


def bounds(composed: Composed) -> list[QRectF]:
    words = [
        QRectF(one.at, QSizeF(one.document.idealWidth(), one.document.size().height()) * one.scale)
        for one in composed.words
    ]
    return words + [picture.area for picture in composed.pictures]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>short</p>",
        f"<p>{LONG}</p>",
        f"<ul>{'<li>a point that goes on for a while and then some more</li>' * 60}</ul>",
        "<table><tr>" + "<td>" + "W" * 60 + "</td>" * 1 + "<td>column</td>" * 18 + "</tr></table>",
        "<pre>" + "x" * 900 + "</pre>",
        "<p>one</p>" * 200,
    ],
    ids=["nothing", "short", "long", "points", "wide", "unbroken", "lines"],
)
@pytest.mark.parametrize("pictures", [0, 1, 7])
def test_everything_is_on_the_slide_however_much_it_is(composer: Composer, html: str, pictures: int) -> None:
    slide = Slide(
        1,
        "x",
        "A title " * 30,
        html,
        tuple(Picture("aa:figure/rings", "What it shows. " * 9) for _ in range(pictures)),
    )
    composed = composer.compose(slide)
    assert all(FIELD.adjusted(-1, -1, 1, 1).contains(area) for area in bounds(composed))
    assert len(composed.pictures) == pictures
    for word in html.replace("<", " ").replace(">", " ").split():
        if word.startswith("word"):
            assert word in text_of(composed)


def test_several_short_lines_below_a_title_take_the_room_that_there_is(composer: Composer) -> None:
    few = composer.compose(Slide(1, "x", "How it travels", "<p>Raised</p>"))
    more = composer.compose(Slide(1, "x", "How it travels", "<p>Raised</p>" * 5))
    assert more.words[1].letters > 0.7 * few.words[1].letters
    assert all(FIELD.contains(area) for area in bounds(more))


def test_the_bullets_of_words_from_right_to_left_stand_at_their_right(composer: Composer) -> None:
    def accents(words: str) -> set[bool]:
        points = f"<ul>{f'<li>{words}</li>' * 3}</ul>"
        image = drawn(composer.compose(Slide(1, "x", "", points)), 800, 450)
        accent = composer._setter.paper.colour("accent")
        below = ((x, y) for x in range(800) for y in range(60, 410))  # the rule above the title is green, too
        return {x > 400 for x, y in below if image.pixelColor(x, y) == accent}

    assert accents("We meet weekly") == {False}
    assert accents("نجتمع كل أسبوع") == {True}


def test_a_few_words_stand_large_in_the_middle_and_points_below_the_title(composer: Composer) -> None:
    statement = composer.compose(Slide(1, "x", "Steering", "<p>A dashboard can be green</p>"))
    points = composer.compose(Slide(2, "y", "Steering", "<ul><li>a dashboard can be green</li></ul>"))
    assert statement.words[0].at.y() > 250 > points.words[0].at.y()
    assert (
        statement.words[0].document.defaultFont().pixelSize()
        > points.words[0].document.defaultFont().pixelSize()
    )
    assert {"An introduction", "1 / 4"} <= set(text_of(statement).splitlines())


def test_many_points_stand_in_two_columns_and_none_is_lost(composer: Composer) -> None:
    points = [f"point {nth} of the many that a colleague has put on one slide" for nth in range(24)]
    html = f"<ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>"
    _title, left, right, *_foot = composer.compose(Slide(1, "x", "Everything", html)).words
    assert right.at.x() > left.at.x() + 600
    assert left.letters == right.letters >= 17
    seen = f"{left.document.toPlainText()}\n{right.document.toPlainText()}"
    assert seen.split("\n") == points


def test_a_drawing_is_vectors_in_the_colours_of_the_paper(composer: Composer, theme: Theme) -> None:
    composed = composer.compose(FakeLibrary().deck().slides[1])
    (picture,) = composed.pictures
    assert isinstance(picture.thing, QSvgRenderer)
    assert picture.area.width() > 1000
    assert picture.area.width() / picture.area.height() == pytest.approx(3, rel=0.01)
    accent = theme.paper.colour("accent")
    assert pixels(drawn(composed, 1600, 900), accent) > 100
    theme.apply("dark", "dark")
    again = Composer(
        FakeLibrary().deck(),
        Setter(theme.paper),
        WaitingGallery(FakeLibrary().deck(), theme.paper, FakeLibrary()),
    )
    assert (
        pixels(drawn(again.compose(FakeLibrary().deck().slides[1]), 1600, 900), theme.paper.colour("accent"))
        > 100
    )


def test_a_picture_of_a_document_is_shown_and_one_that_is_none_says_so(theme: Theme) -> None:
    library = FakeLibrary()
    deck = library.deck(IMPORTED)
    photograph = deck.slides[1]
    composer = Composer(deck, Setter(theme.paper), WaitingGallery(deck, theme.paper, library))
    assert pixels(drawn(composer.compose(photograph), 800, 450), BLUE) > 2000
    lost = replace(
        photograph, pictures=(Picture("aa:picture/gone.png"), Picture("https://example.org/x.png"))
    )
    composed = composer.compose(lost)
    assert [isinstance(one.thing, QImage) and one.thing.isNull() for one in composed.pictures] == [True, True]
    assert pixels(drawn(composed, 800, 450), theme.paper.colour("table-head")) > 500


def test_only_pictures_are_decoded_and_none_larger_than_a_screen() -> None:
    assert decoded(png(4000, 1000)).size() == QSize(LARGEST, LARGEST // 4)
    assert decoded(png(12, 8)).size() == QSize(12, 8)
    for bytes_ in (b"", b"not a picture", OUTSIDE, png()[:60]):
        assert decoded(bytes_).isNull()


def test_pictures_come_in_off_the_windows_thread_and_are_asked_for_once(theme: Theme, qtbot: QtBot) -> None:
    library, tasks = FakeLibrary(), Inline(hold=True)
    holder = Theme.parent(theme)
    gallery = LoadingGallery(library, tasks, holder)
    address = "aa:picture/river.png"
    assert gallery.look_up(address) is None
    gallery.hang(library.deck(IMPORTED), theme.paper)
    assert gallery.look_up(address) is None
    assert gallery.look_up(address) is None
    with qtbot.waitSignal(gallery.loaded):
        tasks.let_go()
    assert isinstance(gallery.look_up(address), QImage)
    assert library.asked == ["river.png"]
    gallery.hang(library.deck(PACK), theme.paper)
    assert isinstance(gallery.look_up("aa:figure/rings"), QSvgRenderer)
    missing = gallery.look_up("aa:figure/none")
    assert isinstance(missing, QImage)
    assert missing.isNull()
    gallery.deleteLater()
