"""The PDF page under real keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.pdf.layout import MARGIN
from tests.pdfs import plain
from tests.ui.pdf.conftest import LEFT, NONE, Desk
from tests.ui.pdf.fakes import BROKEN, FILES, LOCKED, OTHER, PAPER

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def key(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(desk.page.sheet, key, modifiers)


def colour_at(desk: Desk, page: int, x: float, y: float) -> QColor:
    """The colour of the window at a point of a page."""
    sheet = desk.page.sheet
    scale = sheet.plan.scale(page) / sheet.plan.ratio
    point = (sheet.corner(page) + QPointF(x * scale, y * scale)).toPoint()
    assert sheet.viewport().rect().contains(point)
    return sheet.viewport().grab().toImage().pixelColor(point)


def test_a_file_opens_with_its_pages_outline_and_numbers(desk: Desk) -> None:
    desk.open()
    parts = desk.page.parts
    assert parts.middle.currentWidget() is desk.page.sheet
    assert parts.toolbar.title.text() == "A paper"
    assert desk.page.windowTitle() == "A paper"
    assert (parts.toolbar.field.text(), parts.toolbar.of.text()) == ("i", "(1 of 4)")
    assert parts.outline.here == "Beginnings"
    assert parts.outline.entries.topLevelItemCount() == 2
    assert colour_at(desk, 0, 20, 20) == QColor("white")
    assert desk.page.sheet.accessibleDescription() == "A paper, page i"


def test_pages_fit_the_window_in_width_or_as_a_whole(desk: Desk) -> None:
    desk.open()
    sheet = desk.page.sheet
    _left, _top, width, _height = sheet.plan.rect(0)
    assert width == pytest.approx(sheet.viewport().width() - 2 * MARGIN, abs=2)
    assert sheet.plan.rect(3)[2] == pytest.approx(width, abs=2)
    desk.actions.run("pdf.fit_page")
    assert sheet.plan.rect(0)[3] <= sheet.viewport().height()
    desk.page.resize(1000, 700)
    assert sheet.plan.rect(0)[3] <= sheet.viewport().height()
    assert desk.page.parts.toolbar.page_fits.isChecked()
    desk.actions.run("pdf.larger")
    assert not desk.page.parts.toolbar.page_fits.isChecked()
    desk.actions.run("pdf.usual_size")
    assert sheet.zoom == 1.0
    assert desk.page.parts.toolbar.size_told.text() == "100 %"


def test_zooming_keeps_what_is_under_the_pointer(desk: Desk) -> None:
    desk.open()
    sheet = desk.page.sheet
    at = QPointF(desk.point(desk.place("answer to")[0]))
    before = sheet.spot_at(at)
    sheet.zoom_by(1, at)
    sheet.zoom_by(1, at)
    assert sheet.spot_at(at) == before


def test_one_goes_to_a_page_by_typing_its_number(desk: Desk) -> None:
    desk.open()
    desk.actions.run("pdf.page")
    field = desk.page.parts.toolbar.field
    QTest.keyClicks(field, "ii")
    QTest.keyClick(field, KEY.Key_Return)
    assert desk.page.sheet.here()[0] == 1
    assert field.text() == "ii"
    desk.actions.run("pdf.back")
    assert desk.page.sheet.here()[0] == 0
    desk.actions.run("pdf.page")
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, KEY.Key_Return)
    assert desk.said[-1][0] == "This file has no page 99."
    assert field.text() == "i"


def test_words_are_selected_with_the_mouse_over_columns_and_pages(desk: Desk) -> None:
    desk.open()
    desk.drag("answer to their boards Trust grows")
    assert desk.selected == "answer to their boards Trust grows"
    assert desk.page.highlighting.bubble.isVisible()
    desk.page.sheet.zoom_to(0.5)
    desk.page.sheet.turn_to(0)
    desk.drag("one meeting The second")
    assert desk.selected.strip() == "one meeting\nThe second"


def test_a_double_click_takes_the_word_and_a_third_the_line(desk: Desk) -> None:
    desk.open()
    port, point = desk.page.sheet.viewport(), desk.point(desk.place("boards")[0], 4)
    QTest.mouseDClick(port, LEFT, NONE, point)
    assert desk.selected == "boards"
    QTest.mouseClick(port, LEFT, NONE, point)
    assert desk.selected == "answer to their boards"


def test_words_are_selected_with_the_keys_over_pages(desk: Desk) -> None:
    desk.open()
    key(desk, KEY.Key_F7)
    key(desk, KEY.Key_Home, CTRL)
    key(desk, KEY.Key_Right, CTRL)
    key(desk, KEY.Key_Right, SHIFT, 5)
    assert desk.selected == "of an"
    key(desk, KEY.Key_End, SHIFT)
    assert desk.selected == "of an alliance"
    key(desk, KEY.Key_Down, SHIFT)
    assert desk.selected.startswith("of an alliance answer to")
    key(desk, KEY.Key_Down, SHIFT, 3)
    assert "meeting\nThe second page" in desk.selected
    key(desk, KEY.Key_A, CTRL)
    assert desk.selected.endswith("Turned words")
    key(desk, KEY.Key_Escape)
    assert not desk.page.sheet.layer.has_caret


def test_without_a_cursor_the_keys_scroll(desk: Desk) -> None:
    desk.open()
    bar = desk.page.sheet.verticalScrollBar()
    key(desk, KEY.Key_Down)
    assert bar.value() == bar.singleStep()
    key(desk, KEY.Key_Space)
    key(desk, KEY.Key_Space, SHIFT)
    assert bar.value() == bar.singleStep()
    key(desk, KEY.Key_End)
    assert bar.value() == bar.maximum()
    key(desk, KEY.Key_Home)
    assert bar.value() == 0
    key(desk, KEY.Key_PageDown)
    assert bar.value() == bar.pageStep()


def test_what_is_selected_is_copied(desk: Desk) -> None:
    desk.open()
    desk.drag("an alliance answer to")
    key(desk, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "an alliance answer to"


def test_a_selection_is_marked_painted_listed_changed_and_taken_back(desk: Desk) -> None:
    desk.open()
    desk.drag("their boards")
    desk.actions.run("pdf.mark_green")
    (mark,) = desk.marks.annotations.values()
    assert (mark.anchor.exact, mark.colour, mark.page) == ("their boards", Colour.GREEN, 0)
    assert not desk.page.highlighting.bubble.isVisible()
    sheet = desk.page.sheet
    letters = sheet.stock.letters(0)
    assert letters is not None
    first = desk.place("their boards")[0]
    box = letters.box(first[1] + 5)
    green = desk.theme.paper.colour("highlight-green")
    assert colour_at(desk, 0, (box[0] + box[2]) / 2, box[1] + 1) == green
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, desk.point(first, 3))
    assert desk.page.highlighting.bubble.isVisible()
    desk.page.highlighting.bubble.colours[Colour.ROSE].click()
    assert next(iter(desk.marks.annotations.values())).colour is Colour.ROSE
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, desk.point(first, 3))
    desk.page.highlighting.bubble.remove.click()
    assert desk.marks.annotations == {}
    words, _button, then = desk.said[-1]
    assert words == "Highlight removed."
    assert then is not None
    then()
    assert len(desk.marks.annotations) == 1


def test_a_note_is_written_on_a_selection_by_keyboard(desk: Desk) -> None:
    desk.open()
    key(desk, KEY.Key_F7)
    key(desk, KEY.Key_Home, CTRL)
    key(desk, KEY.Key_Right, SHIFT | CTRL)
    desk.actions.run("pdf.note")
    notes = desk.page.parts.notes
    notes.field.setPlainText("Who are they?")
    notes.close_editor()
    (mark,) = desk.marks.annotations.values()
    assert (mark.anchor.exact, mark.note) == ("Members", "Who are they?")
    row = notes.entries.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Members" in row
    assert "p. i" in row
    key(desk, KEY.Key_Left, times=2)
    desk.actions.run("pdf.change_mark")
    assert desk.page.highlighting.bubble.mark is not None


def test_without_a_selection_nothing_is_marked(desk: Desk) -> None:
    desk.open()
    desk.actions.run("pdf.mark_blue")
    assert desk.said[-1][0] == "Select some words of the text first."


def test_words_are_copied_with_the_printed_numbers_of_their_pages(desk: Desk) -> None:
    desk.open()
    desk.drag("answer to their boards")
    QTest.mouseClick(desk.page.highlighting.bubble.quote, LEFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "“answer to their boards”\n— A paper, p. i, Ines Obi, 2019\n"
    assert bytes(copied.data("text/markdown").data()).decode() == (
        "> answer to their boards\n>\n> — [A paper](aa:document/paper), p. i, Ines Obi, 2019\n"
    )
    desk.page.sheet.selection.select(desk.place("is lost in")[0], desk.place("The second page")[1])
    desk.actions.run("pdf.copy_reference")
    assert "pp. i–ii" in QGuiApplication.clipboard().text()
    desk.actions.run("pdf.mark_blue")
    desk.page.highlighting._drop_selection()
    QGuiApplication.clipboard().clear()
    desk.page.sheet.selection.put(desk.place("lost in")[0])
    desk.actions.run("pdf.copy_reference")
    assert "is lost in one meeting" in QGuiApplication.clipboard().text()
    assert desk.said[-1][0] == "Copied with its reference."


def test_finding_says_that_some_pages_hold_no_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FILES, OTHER, plain("Some trust", "", ""))
    desk.open(OTHER)
    desk.actions.run("pdf.find")
    bar = desk.page.parts.find_bar
    bar.field.setText("trust")
    desk.page.searching.search()
    assert bar.said.text() == "1 of 1 · 2 pages hold no text"
    bar.field.setText("hope")
    desk.page.searching.search()
    assert bar.said.text() == "Not in this file · 2 pages hold no text"
    bar.field.clear()
    desk.page.searching.search()
    assert bar.said.text() == ""


def test_words_are_found_painted_and_stepped_through(desk: Desk) -> None:
    desk.open()
    desk.actions.run("pdf.find")
    bar = desk.page.parts.find_bar
    bar.field.setText("TRUST")
    desk.page.searching.search()
    assert bar.said.text() == "1 of 2"
    find = desk.theme.paper.colour("find")
    letters = desk.page.sheet.stock.letters(0)
    assert letters is not None
    box = letters.box(desk.place("Trust")[0][1] + 1)
    assert colour_at(desk, 0, box[2] - 0.3, box[1] + 1.5) == find
    QTest.keyClick(bar.field, KEY.Key_Return)
    assert bar.said.text() == "2 of 2"
    assert desk.page.sheet.page == 1
    QTest.keyClick(bar.field, KEY.Key_Escape)
    assert not bar.isVisible()
    assert desk.selected == "trust"
    bar.field.setText("nowhere")
    desk.actions.run("pdf.find_next")
    assert bar.said.text() == "Not in this file"


def test_by_night_the_page_is_dark_and_the_photograph_is_not(desk: Desk) -> None:
    desk.open()
    desk.page.sheet.turn_to(2)
    desk.page.sheet.fit("page")
    desk.page.sheet.turn_to(2)
    by_day = colour_at(desk, 2, 200, 442)
    assert colour_at(desk, 2, 20, 20) == QColor("white")
    desk.page.parts.toolbar.papers["dark"].trigger()
    ground = colour_at(desk, 2, 20, 20)
    wanted = desk.theme.paper.colour("page")
    assert max(abs(ground.red() - wanted.red()), abs(ground.blue() - wanted.blue())) <= 1
    assert colour_at(desk, 2, 200, 442) == by_day
    desk.page.parts.toolbar.papers["sepia"].trigger()
    assert colour_at(desk, 2, 20, 20) == desk.theme.paper.colour("page")
    assert colour_at(desk, 2, 200, 442) == by_day


def test_a_locked_file_asks_on_the_page(desk: Desk) -> None:
    desk.open(LOCKED)
    instead = desk.page.parts.instead
    assert instead.isVisible()
    assert instead.field.echoMode() is instead.field.EchoMode.Password
    QTest.keyClicks(instead.field, "wrong")
    QTest.keyClick(instead.field, KEY.Key_Return)
    assert "not its password" in instead.question.text()
    QTest.keyClicks(instead.field, "sesame")
    instead.open.click()
    assert desk.page.sheet.isVisible()


def test_a_damaged_file_is_one_sentence_and_nothing_of_the_file_before(desk: Desk) -> None:
    desk.open()
    desk.drag("their boards")
    desk.actions.run("pdf.mark_green")
    desk.open(BROKEN)
    assert desk.page.parts.instead.sentence.text().startswith("This PDF cannot be opened")
    assert not desk.page.parts.toolbar.field.isEnabled()
    assert desk.page.parts.notes.entries.model().rowCount() == 0
    desk.actions.run("pdf.larger")
    key(desk, KEY.Key_F7)
    key(desk, KEY.Key_Right)
    desk.open(OTHER)
    assert desk.page.sheet.isVisible()


def test_outline_small_pictures_and_links_lead_to_pages(desk: Desk) -> None:
    desk.open()
    parts, sheet = desk.page.parts, desk.page.sheet
    item = parts.outline.entries.topLevelItem(1)
    parts.outline.entries.itemActivated.emit(item, 0)
    assert sheet.page == 2
    assert parts.outline.here == "The end"
    parts.side.setCurrentWidget(parts.thumbnails)
    assert parts.thumbnails.currentIndex().row() == 2
    rect = parts.thumbnails.visualRect(parts.thumbnails.model().index(0, 0))
    QTest.mouseClick(parts.thumbnails.viewport(), LEFT, NONE, rect.center())
    assert sheet.page == 0
    assert 0 in sheet.stock.thumbs
    scale = sheet.plan.scale(0) / sheet.plan.ratio
    point = (sheet.corner(0) + QPointF(100 * scale, (842 - 510) * scale)).toPoint()
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, point)
    assert sheet.page == 2


def test_a_file_opens_at_a_quote_that_glows(desk: Desk, qtbot: QtBot) -> None:
    desk.open(PAPER, "more about trust")
    assert desk.page.sheet.page == 1
    assert desk.page.sheet.layer.glow
    box = desk.page.sheet.rect_of(desk.page.sheet.layer.glow)
    assert desk.page.sheet.viewport().rect().contains(box.center().toPoint())
    qtbot.waitUntil(lambda: not desk.page.sheet.layer.glow, timeout=4_000)


def test_the_place_is_kept_when_the_page_goes_out_of_sight(desk: Desk) -> None:
    desk.open()
    desk.page.sheet.turn_to(2)
    desk.page.hide()
    assert desk.shelf.places[PAPER].position // 1000 in (1, 2)


def test_a_copy_with_the_highlights_is_written_where_one_says(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.drag("their boards")
    desk.actions.run("pdf.mark_green")
    (ref,) = desk.marks.annotations
    desk.page.presenter.marking.write(ref, "Ask **Ines**, see [[aa:case/hub|The hub]]", lambda _ref: None)
    monkeypatch.setattr(QFileDialog, "open", lambda _self: None)
    desk.actions.run("pdf.copy")
    dialog = next(one for one in desk.page.findChildren(QFileDialog))
    dialog.fileSelected.emit(str(tmp_path / "copy.pdf"))
    dialog.deleteLater()
    assert desk.tasks.failures == []
    annotations = pypdf.PdfReader(tmp_path / "copy.pdf").pages[0]["/Annots"]
    assert [one.get_object()["/Subtype"] for one in annotations][:2] == ["/Link", "/Highlight"]  # type: ignore[attr-defined]
    assert annotations[1].get_object()["/Contents"] == "Ask Ines, see The hub"  # type: ignore[index]
    assert "copy.pdf" in desk.said[-1][0]


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_are_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = desk.pdfs.draw

    def refuse(ref: object, page: int, *given: object) -> object:
        if page == 0:
            raise AppError("This page cannot be shown: it is damaged.")
        return draw(ref, page, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.pdfs, "draw", refuse)
    desk.open()
    stock = desk.page.sheet.stock
    assert stock.failures == {0: "This page cannot be shown: it is damaged."}
    ground = colour_at(desk, 0, 20, 20)
    assert ground == QColor("white")
    desk.page.sheet.turn_to(1)
    assert any(piece.page == 1 for piece, _ in stock.strips.items())


def test_closing_the_app_ends_the_child(desk: Desk) -> None:
    desk.page.stop()
    assert desk.pdfs.closed


def test_the_focus_goes_back_to_the_pages_after_an_escape_from_the_field(desk: Desk) -> None:
    desk.open()
    desk.actions.run("pdf.page")
    QTest.keyClick(desk.page.parts.toolbar.field, KEY.Key_Escape)
    assert QApplication.focusWidget() is desk.page.sheet


def test_a_pull_beyond_the_window_scrolls(desk: Desk) -> None:
    desk.open()
    port = desk.page.sheet.viewport()
    QTest.mousePress(port, LEFT, NONE, desk.point(desk.place("Members")[0]))
    below = QPoint(port.width() // 2, port.height() + 60)
    QTest.mouseMove(port, below)
    before = desk.page.sheet.verticalScrollBar().value()
    desk.page.sheet._pull_on()
    QTest.mouseRelease(port, LEFT, NONE, below)
    assert desk.page.sheet.verticalScrollBar().value() > before
    assert desk.selected.startswith("Members of an alliance")


def test_who_mentions_the_file_is_listed_followed_and_gone_with_another_file(desk: Desk) -> None:
    source = Ref(Kind.ENTRY, "1")
    desk.open()
    mentions = desk.page.parts.notes.mentions
    assert not mentions.isVisible()
    desk.mentions[PAPER] = [Mention(source, "Steering meeting", "We spoke of it.")]
    desk.page.changed(Changes.of(source))
    assert mentions.isVisible()
    mentions.list.setFocus()
    QTest.keyClick(mentions.list, KEY.Key_Down)
    QTest.keyClick(mentions.list, KEY.Key_Return)
    assert desk.opened == [source]
    desk.open(BROKEN)
    assert not mentions.isVisible()


def test_notes_stand_beside_their_passages_with_their_tags_and_move_with_the_pages(desk: Desk) -> None:
    desk.open()
    desk.drag("their boards")
    desk.actions.run("pdf.mark_green")
    (ref,) = desk.marks.annotations
    desk.marks.annotations[ref] = replace(desk.marks.annotations[ref], tags=("boards",))
    desk.page.presenter.marking.write(ref, "See [[aa:case/harbour|Harbour]]")
    notes, sheet = desk.page.parts.notes, desk.page.sheet
    row = notes.entries.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "p. i · Green · #boards" in row
    notes.beside.click()
    (card,) = notes.margin.cards
    place = sheet.rect_of(desk.page.presenter.marking.shown[0].spans)
    passage = sheet.viewport().mapTo(desk.page, place.topLeft().toPoint()).y()
    assert abs(card.mapTo(desk.page, QPoint(0, 0)).y() - passage) < 2
    assert desk.page.subject() == (PAPER,)
    card.setFocus()
    assert desk.page.subject() == (ref,)
    card.link_opened.emit("aa:case/harbour")
    assert desk.opened == [Ref(Kind.CASE, "harbour")]
    sheet.turn_to(2)
    assert notes.margin.cards == []


def test_marks_colours_and_notes_are_taken_back(desk: Desk) -> None:
    desk.open()
    desk.drag("their boards")
    desk.actions.run("pdf.mark_green")
    (ref,) = desk.marks.annotations
    desk.page.presenter.marking.recolour(ref, Colour.ROSE)
    desk.taken.pop()()
    assert desk.marks.annotations[ref].colour is Colour.GREEN
    desk.taken.pop()()
    assert desk.marks.annotations == {}


def test_a_note_comes_onto_what_was_just_highlighted(desk: Desk) -> None:
    desk.open()
    desk.drag("Trust grows slowly")
    desk.actions.run("pdf.mark_amber")
    desk.actions.run("pdf.note")
    assert desk.page.parts.notes.editor.isVisible()
    assert desk.page.parts.notes.about.text() == "“Trust grows slowly”"


def test_words_that_are_highlighted_already_are_not_highlighted_twice(desk: Desk) -> None:
    desk.open()
    for action in ("pdf.mark_amber", "pdf.mark_rose", "pdf.note"):
        desk.drag("Trust grows slowly")
        desk.actions.run(action)
    assert [one.colour for one in desk.marks.annotations.values()] == [Colour.ROSE]


def test_a_whole_page_is_seen_from_its_top(desk: Desk) -> None:
    desk.open()
    desk.page.sheet.turn_to(1, 400.0)
    assert desk.page.sheet.page == 1
    desk.actions.run("pdf.fit_page")
    page, down, _fraction = desk.page.sheet.here()
    assert (page, down) == (1, 0.0), "the page that was read, and not the ends of two"


def test_a_file_that_is_called_otherwise_is_so_at_once_and_stays_at_its_place(desk: Desk) -> None:
    desk.open()
    desk.page.turn_to(1)
    desk.shelf.titles[PAPER] = "How we share"
    desk.page.changed(Changes.of(OTHER))
    assert desk.page.windowTitle() == "A paper"
    desk.page.changed(Changes.of(PAPER))
    assert (desk.page.windowTitle(), desk.page.parts.toolbar.title.text()) == ("How we share", "How we share")
    assert desk.page.presenter.title == "How we share"
    assert desk.page.sheet.page == 1
