"""Presenting on one screen and on two, with keys, clicks and a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.slides.audience import AudienceWindow
from animating_alliances_desktop.ui.slides.desk import DeskWindow
from animating_alliances_desktop.ui.slides.displays import RealDisplay, displays_around
from animating_alliances_desktop.ui.slides.talk import Talk
from tests.ui.slides.conftest import Desk, FakeDisplay

KEY = Qt.Key
HALL = QRect(1280, 0, 1920, 1080)
BLACK = QColor(Qt.GlobalColor.black)


def talk_of(desk: Desk) -> Talk:
    assert desk.page.talking.talk is not None
    return desk.page.talking.talk


def audience_of(desk: Desk) -> AudienceWindow:
    assert desk.page.talking.audience is not None
    return desk.page.talking.audience


def speaker_of(desk: Desk) -> DeskWindow:
    assert desk.page.talking.desk is not None
    return desk.page.talking.desk


@pytest.fixture
def on_two(desk: Desk) -> Iterator[Desk]:
    """A talk on two screens, from the second slide on."""
    desk.displays.append(FakeDisplay(HALL))
    desk.page.presenter.go(2)
    desk.actions.run("slides.present_here")
    yield desk
    desk.page.stop()


def is_one_colour(widget: QWidget, colour: QColor) -> bool:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return all(
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 9)
        for y in range(0, image.height(), 9)
    )


def test_each_window_fills_its_screen(on_two: Desk) -> None:
    here, there = on_two.displays
    audience, speaker = audience_of(on_two), speaker_of(on_two)
    assert isinstance(here, FakeDisplay)
    assert isinstance(there, FakeDisplay)
    assert (here.filled, there.filled) == ([speaker], [audience])
    assert (audience.geometry(), speaker.geometry()) == (HALL, QRect(0, 0, 1280, 800))
    assert audience.isVisible()
    assert speaker.isVisible()
    assert audience.stage.area.toRect() == QRect(0, 0, 1920, 1080)
    assert not audience.notes.isVisible()
    assert not audience.hint.isVisible()


def test_the_speaker_sees_this_slide_the_next_one_and_the_notes(on_two: Desk) -> None:
    speaker = speaker_of(on_two)
    assert speaker.count.text() == "Slide 2 of 4"
    assert speaker.stage.accessibleName() == "Slide 2 of 4: A tent"
    assert speaker.following.accessibleName() == "Slide 3 of 4: Three habits"
    assert speaker.notes.toPlainText() == "Point at the ropes, one after the other."
    assert speaker.notes.letters >= 24
    assert speaker.next_title.text() == "Next: Three habits"
    QTest.keyClick(speaker, KEY.Key_End)
    assert speaker.next_title.text() == "This is the last slide."
    assert not speaker.next.isEnabled()


@pytest.mark.parametrize("window", ["audience", "desk"])
def test_both_windows_take_the_keys(on_two: Desk, window: str) -> None:
    shown = getattr(on_two.page.talking, window)
    for key, number in (
        (KEY.Key_Right, 3),
        (KEY.Key_PageUp, 2),
        (KEY.Key_Space, 3),
        (KEY.Key_Backspace, 2),
        (KEY.Key_PageDown, 3),
        (KEY.Key_Return, 4),
        (KEY.Key_Home, 1),
        (KEY.Key_End, 4),
        (KEY.Key_Left, 3),
    ):
        QTest.keyClick(shown, key)
        assert talk_of(on_two).number == number
        assert audience_of(on_two).stage.accessibleName().startswith(f"Slide {number} of 4")
        assert speaker_of(on_two).count.text() == f"Slide {number} of 4"


def test_the_keys_work_wherever_the_keyboard_is(on_two: Desk) -> None:
    speaker = speaker_of(on_two)
    speaker.pause.setFocus()
    QTest.keyClick(speaker.pause, KEY.Key_Right)
    assert talk_of(on_two).number == 3
    assert not talk_of(on_two).is_paused
    QTest.keyClick(speaker.pause, KEY.Key_Space)
    assert talk_of(on_two).is_paused
    assert talk_of(on_two).number == 3


def test_a_click_goes_on_and_the_other_button_back(on_two: Desk) -> None:
    stage = audience_of(on_two).stage
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton)
    assert talk_of(on_two).number == 3
    QTest.mouseClick(stage, Qt.MouseButton.RightButton)
    assert talk_of(on_two).number == 2


def test_black_is_black_for_the_audience_only(on_two: Desk) -> None:
    audience, speaker = audience_of(on_two), speaker_of(on_two)
    assert not is_one_colour(audience, BLACK)
    QTest.keyClick(speaker, KEY.Key_B)
    assert is_one_colour(audience, BLACK)
    assert not is_one_colour(speaker.stage, BLACK)
    assert speaker.count.text() == "Slide 2 of 4: the audience sees black"
    assert speaker.black.isChecked()
    QTest.keyClick(audience, KEY.Key_Right)
    assert not is_one_colour(audience, BLACK)


def test_the_clock_the_pause_and_the_start_anew(on_two: Desk) -> None:
    speaker = speaker_of(on_two)
    on_two.wait(125)
    speaker.show_time()
    assert (speaker.clock.text(), speaker.elapsed.text()) == ("09:07", "2:05")
    assert speaker.elapsed.accessibleName() == "Since the start: 2:05"
    QTest.keyClick(speaker, KEY.Key_P)
    on_two.wait(60)
    speaker.show_time()
    assert (speaker.elapsed.text(), speaker.pause.text()) == ("2:05 (paused)", "Go on")
    QTest.mouseClick(speaker.pause, Qt.MouseButton.LeftButton)
    QTest.mouseClick(speaker.restart, Qt.MouseButton.LeftButton)
    on_two.wait(5)
    speaker.show_time()
    assert (speaker.elapsed.text(), speaker.pause.text()) == ("0:05", "Pause")


def test_the_clock_ticks_by_itself(on_two: Desk, qtbot: QtBot) -> None:
    speaker = speaker_of(on_two)
    on_two.wait(61)
    qtbot.waitUntil(lambda: speaker.elapsed.text() == "1:01", timeout=4000)


def test_notes_grow_and_scroll(on_two: Desk) -> None:
    speaker = speaker_of(on_two)
    before = speaker.notes.letters
    QTest.keyClick(speaker, KEY.Key_Plus)
    QTest.mouseClick(speaker.larger, Qt.MouseButton.LeftButton)
    assert speaker.notes.letters > before * 1.3
    for _ in range(40):
        QTest.keyClick(speaker, KEY.Key_Plus)
    QTest.keyClick(speaker, KEY.Key_Down)
    assert talk_of(on_two).number == 2
    for _ in range(80):
        QTest.keyClick(speaker, KEY.Key_Minus)
    assert speaker.notes.letters == 11


def test_the_windows_change_places(on_two: Desk) -> None:
    QTest.keyClick(speaker_of(on_two), KEY.Key_S)
    assert (audience_of(on_two).geometry(), speaker_of(on_two).geometry()) == (QRect(0, 0, 1280, 800), HALL)
    QTest.mouseClick(speaker_of(on_two).swap, Qt.MouseButton.LeftButton)
    assert audience_of(on_two).geometry() == HALL


def test_no_key_shows_the_notes_to_the_audience_while_the_speaker_has_a_screen(on_two: Desk) -> None:
    QTest.keyClick(speaker_of(on_two), KEY.Key_N)
    assert not audience_of(on_two).notes.isVisible()


def test_escape_ends_it_and_the_page_shows_where_it_ended(on_two: Desk, qtbot: QtBot) -> None:
    audience, speaker = audience_of(on_two), speaker_of(on_two)
    QTest.keyClick(audience, KEY.Key_Right)
    with qtbot.waitSignals([audience.destroyed, speaker.destroyed]):
        QTest.keyClick(speaker, KEY.Key_Escape)
    assert on_two.page.talking.talk is None
    assert on_two.number == 3
    on_two.actions.run("slides.present")
    assert talk_of(on_two).number == 1


def test_closing_one_window_ends_the_talk(on_two: Desk, qtbot: QtBot) -> None:
    speaker = speaker_of(on_two)
    with qtbot.waitSignal(speaker.destroyed):
        audience_of(on_two).close()
    assert on_two.page.talking.talk is None


def test_one_screen_shows_the_slide_only_and_the_notes_on_demand(desk: Desk) -> None:
    desk.actions.run("slides.present")
    audience = audience_of(desk)
    assert not speaker_of(desk).isVisible()
    assert audience.hint.isVisible()
    assert audience.stage.height() == 800
    QTest.keyClick(audience, KEY.Key_N)
    assert audience.notes.isVisible()
    assert audience.notes.toPlainText().startswith("Thank you for the hour.")
    assert audience.stage.height() < 800
    QTest.keyClick(audience, KEY.Key_Down)
    assert talk_of(desk).number == 2
    QTest.keyClick(audience, KEY.Key_B)
    assert not audience.notes.isVisible()
    QTest.keyClick(audience, KEY.Key_B)
    QTest.keyClick(audience, KEY.Key_N)
    assert not audience.notes.isVisible()


def test_long_notes_on_the_only_screen_scroll_by_up_and_down(desk: Desk) -> None:
    desk.actions.run("slides.present")
    audience = audience_of(desk)
    QTest.keyClick(audience, KEY.Key_N)
    audience.notes.setHtml("<p>word</p>" * 200)
    QTest.keyClick(audience, KEY.Key_Down)
    assert audience.notes.verticalScrollBar().value() > 0
    assert talk_of(desk).number == 1


def test_a_screen_that_comes_or_goes_during_the_talk(desk: Desk) -> None:
    desk.actions.run("slides.present")
    QTest.keyClick(audience_of(desk), KEY.Key_N)
    desk.displays.append(FakeDisplay(HALL))
    desk.page.talking._arrange()
    assert speaker_of(desk).isVisible()
    assert audience_of(desk).geometry() == HALL
    assert not audience_of(desk).notes.isVisible()
    desk.displays.pop()
    desk.page.talking._arrange()
    assert not speaker_of(desk).isVisible()
    assert audience_of(desk).geometry() == QRect(0, 0, 1280, 800)


def test_another_deck_ends_the_talk_and_one_talk_is_enough(desk: Desk) -> None:
    desk.actions.run("slides.present")
    audience = audience_of(desk)
    desk.actions.run("slides.present")
    assert audience_of(desk) is audience
    desk.page.arrive((desk.library.deck().ref, ""))
    assert desk.page.talking.talk is not None
    desk.page.stop()
    assert desk.page.talking.talk is None


def test_dark_paper_during_the_talk(on_two: Desk) -> None:
    on_two.theme.apply("dark", "dark")
    picture = audience_of(on_two).grab().toImage()
    assert picture.pixelColor(5, 5) == on_two.theme.paper.colour("page")


def test_the_pointer_hides_while_it_rests(desk: Desk, qtbot: QtBot) -> None:
    desk.actions.run("slides.present")
    audience = audience_of(desk)
    audience._still.setInterval(1)
    audience._still.start()
    qtbot.waitUntil(lambda: audience.cursor().shape() is Qt.CursorShape.BlankCursor)
    QTest.mouseMove(audience.stage, audience.stage.rect().center())
    audience._hinted.setInterval(1)
    audience._hinted.start()
    qtbot.waitUntil(lambda: not audience.hint.isVisible())


def test_the_screens_of_this_machine(desk: Desk) -> None:
    (only,) = displays_around(desk.page)
    assert isinstance(only, RealDisplay)
    assert only.area == desk.page.screen().geometry()
    window = QWidget()
    only.fill(window)
    assert window.isFullScreen()
    only.fill(window)  # it is there already
    assert window.isFullScreen()
    window.close()
    window.deleteLater()
