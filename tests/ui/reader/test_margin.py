"""Notes beside their passages: in order, without overlapping, as near as there is room, and moving with the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.beside import NoteCard, spread
from tests.ui.reader.conftest import PAPER, Desk


def mark(desk: Desk, words: str, note: str, colour: Colour = Colour.GREEN) -> Ref:
    """Highlight words, and write a note on them."""
    start, end = desk.find(words)
    desk.pane.presenter.marking.mark(start, end, colour)
    ref = list(desk.marks.annotations)[-1]
    desk.pane.presenter.marking.write(ref, note)
    return ref


def card(desk: Desk, ref: Ref) -> NoteCard:
    return next(one for one in desk.pane.notes.margin.cards if one.beside.ref == ref)


@given(st.lists(st.tuples(st.floats(-500, 1500), st.integers(20, 300)), max_size=12), st.integers(100, 900))
def test_cards_never_lie_on_one_another(wanted: list[tuple[float, int]], room: int) -> None:
    tops = spread(wanted, room)
    order = sorted(range(len(wanted)), key=lambda nth: wanted[nth][0])
    for one, other in pairwise(order):
        assert tops[one] + wanted[one][1] <= tops[other] + 0.001


@given(st.lists(st.integers(20, 60), min_size=1, max_size=6))
def test_with_room_enough_each_stands_where_its_passage_is(heights: list[int]) -> None:
    wanted = [(nth * 100.0, height) for nth, height in enumerate(heights)]
    assert spread(wanted, 2_000) == [top for top, _ in wanted]


def test_what_would_stand_below_the_edge_moves_up() -> None:
    assert spread([(80.0, 50)], 100) == [50.0]
    first, second = spread([(60.0, 40), (70.0, 40)], 100)
    assert second == 60.0
    assert first + 40 <= second


def test_a_note_stands_beside_its_passage_and_moves_with_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    near = mark(desk, "The hub carries", "Who carries *ours*?")
    far = mark(desk, "Paragraph 40 says", "Far below")
    desk.pane.notes.beside.click()
    assert desk.pane.notes.is_beside
    margin, sheet = desk.pane.notes.margin, desk.pane.sheet
    assert [one.beside.ref for one in margin.cards] == [near]
    start, _ = desk.find("The hub carries")
    stands = card(desk, near).mapTo(desk.page, card(desk, near).rect().topLeft()).y()
    passage = sheet.viewport().mapTo(desk.page, sheet.viewport().rect().topLeft()).y() + sheet.top_of(start)
    assert abs(stands - passage) < 30
    sheet.verticalScrollBar().setValue(60)
    assert (
        abs(card(desk, near).y() - (stands - 60 - margin.mapTo(desk.page, margin.rect().topLeft()).y())) < 2
    )
    desk.pane.highlighting._turn_to(far)
    assert [one.beside.ref for one in margin.cards] == [far]
    assert card(desk, far).accessibleName() == "Green. Paragraph 40 says. Far below"


def test_a_card_is_used_with_the_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    ref = mark(desk, "The hub carries", "Why?")
    desk.pane.notes.show_beside(on=True)
    one = card(desk, ref)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_F2)
    notes = desk.pane.notes
    assert notes.editor.isVisible()
    assert notes.field.toPlainText() == "Why?"
    QTest.keyClick(notes.field, Qt.Key.Key_Escape)
    one = card(desk, ref)
    one.setFocus()
    assert notes.chosen == ref
    assert desk.page.subject() == (ref,)
    QTest.keyClick(one, Qt.Key.Key_Delete)
    assert desk.marks.annotations == {}
    assert notes.margin.cards == []


def test_links_in_a_note_lead_away(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    ref = mark(desk, "The hub carries", "[[aa:case/start-network|Start]]")
    desk.pane.notes.show_beside(on=True)
    one = card(desk, ref)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=one.rect().topLeft() + one.rect().center() / 3)
    one.link_opened.emit("aa:case/start-network")
    assert Ref(Kind.CASE, "start-network") in desk.opened


def test_every_change_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    taken: list[object] = []
    around = desk.pane.presenter.marking.around
    desk.pane.presenter.marking.around = type(around)(take_back=lambda then: taken.append(then))
    desk.read(qtbot)
    ref = mark(desk, "The hub carries", "")
    marking = desk.pane.presenter.marking
    marking.recolour(ref, Colour.ROSE)
    marking.recolour(ref, Colour.ROSE)
    desk.pane.notes.edit(ref)
    QTest.keyClicks(desk.pane.notes.field, "Why?")
    desk.pane.notes.close_editor()
    assert desk.marks.annotations[ref].note == "Why?"
    assert len(taken) == 3
    taken.pop()()  # type: ignore[operator]
    assert desk.marks.annotations[ref].note == ""
    taken.pop()()  # type: ignore[operator]
    assert desk.marks.annotations[ref].colour is Colour.GREEN
    taken.pop()()  # type: ignore[operator]
    assert desk.marks.annotations == {}


def test_who_mentions_the_text_is_listed_and_opened(desk: Desk, qtbot: QtBot) -> None:
    source = Ref(Kind.ENTRY, "1")
    around = desk.pane.presenter.marking.around
    mention = Mention(
        source, "Steering meeting", "We spoke of it.", Ref(Kind.ANNOTATION, "2"), "The hub carries"
    )
    desk.pane.presenter.marking.around = type(around)(mentions=lambda ref: [mention] if ref == PAPER else [])
    desk.read(qtbot)
    mentions = desk.pane.notes.mentions
    assert mentions.isVisible()
    (row,) = mentions.list.rows
    assert (row.title, row.summary) == ("Steering meeting", "We spoke of it. (on “The hub carries”)")
    mentions.list.opened.emit(row.ref)
    assert desk.opened == [source]
    desk.read(qtbot, Ref(Kind.CASE, "start-network"))
    assert not mentions.isVisible()


@pytest.mark.parametrize("on", [True, False])
def test_the_wish_is_kept(desk: Desk, on: bool) -> None:
    kept: list[bool] = []
    desk.pane.notes.moved_beside.connect(kept.append)
    desk.pane.notes.show_beside(on=not on)
    desk.pane.notes.show_beside(on=on)
    assert kept[-1] is on


def test_a_note_on_the_whole_text_stands_at_the_top_and_goes_with_the_first_words(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.read(qtbot)
    desk.pane.presenter.marking.write(None, "Read this again")
    desk.pane.notes.show_beside(on=True)
    (one,) = desk.pane.notes.margin.cards
    assert one.y() == 0
    bar = desk.pane.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert one.y() + one.height() < 0
