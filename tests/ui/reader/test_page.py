"""The reading page under a real hand: keys, clicks, pixels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDesktopServices, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.annotations.normal import of_html
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Place
from tests.ui.reader.conftest import CASE, DOCUMENT, HTML, PAPER, Desk, reading

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.pane.sheet, key, CTRL_SHIFT)


def mark(desk: Desk, words: str, key: Qt.Key = Qt.Key.Key_1) -> Ref:
    before = set(desk.marks.annotations)
    desk.pane.sheet.select(*desk.find(words))
    press(desk, key)
    (made,) = set(desk.marks.annotations) - before
    return made


def count_pixels(widget: QWidget, colour: QColor) -> int:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(image.height()))


def middle_of(desk: Desk, words: str) -> QPoint:
    start, end = desk.find(words)
    return desk.pane.sheet.rect_of(start, end).center().toPoint()


def test_the_laid_out_words_are_those_that_the_command_line_sees(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.pane.sheet.typeset) as told:
        desk.page.show_text(PAPER)
    assert page_text(desk) == of_html(HTML).text
    assert "Read next" not in told.args[0]
    assert "😀" in told.args[0]


def page_text(desk: Desk) -> str:
    return desk.pane.presenter._normalised.text


def test_selected_words_are_highlighted_by_key_and_painted_under_the_words(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    colour = desk.theme.paper.colour("highlight-green")
    assert count_pixels(desk.pane.sheet, colour) == 0
    ref = mark(desk, "The hub carries the follow-through", Qt.Key.Key_2)
    assert desk.marks.annotations[ref].anchor.exact == "The hub carries the follow-through"
    assert desk.marks.annotations[ref].colour is Colour.GREEN
    assert count_pixels(desk.pane.sheet, colour) > 500
    assert desk.pane.sheet.selection()[0] == desk.pane.sheet.selection()[1]


def test_words_dragged_over_with_the_mouse_get_a_bar_of_colours(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    start, end = desk.find("Nobody planned")
    whole = desk.pane.sheet.rect_of(start, end)
    port, bubble = desk.pane.sheet.viewport(), desk.pane.highlighting.bubble
    left, right = QPoint(round(whole.left()) + 2, round(whole.center().y())), whole.center().toPoint()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(port, right)
    QTest.mouseMove(port, QPoint(round(whole.right()) - 2, right.y()))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(round(whole.right()) - 2, right.y()))
    assert bubble.isVisible()
    assert not bubble.remove.isVisible()
    QTest.mouseClick(bubble.colours[Colour.ROSE], Qt.MouseButton.LeftButton)
    (made,) = desk.marks.annotations.values()
    assert (made.anchor.exact, made.colour) == ("Nobody planned", Colour.ROSE)
    assert not bubble.isVisible()


def test_words_are_selected_with_the_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet = desk.pane.sheet
    QTest.keyClick(sheet, Qt.Key.Key_F7)
    sheet.put_caret(desk.find("alliance is slow")[0])
    for _ in range(len("alliance")):
        QTest.keyClick(sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.pane.highlighting.bubble.isVisible()
    press(desk, Qt.Key.Key_3)
    (made,) = desk.marks.annotations.values()
    assert (made.anchor.exact, made.colour) == ("alliance", Colour.BLUE)


def test_a_highlight_in_a_table_covers_its_words_and_survives_reopening(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    ref = mark(desk, "Binding 😀 agreement")
    desk.read(qtbot, CASE)
    colour = desk.theme.paper.colour("highlight-amber")
    assert count_pixels(desk.pane.sheet, colour) == 0
    desk.read(qtbot)
    (shown,) = desk.pane.presenter.marking.shown
    assert (shown.ref, shown.state) == (ref, State.EXACT)
    assert count_pixels(desk.pane.sheet, colour) > 200
    desk.pane.sheet.select(shown.start, shown.end)
    assert desk.pane.sheet.textCursor().selection().toPlainText() == "Binding 😀 agreement"


def test_a_click_on_a_highlight_changes_it_and_takes_it_away_with_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    ref = mark(desk, "hub carries the follow")
    bubble, port = desk.pane.highlighting.bubble, desk.pane.sheet.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=middle_of(desk, "hub carries the follow"))
    assert bubble.isVisible()
    QTest.mouseClick(bubble.colours[Colour.BLUE], Qt.MouseButton.LeftButton)
    assert desk.marks.annotations[ref].colour is Colour.BLUE
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=middle_of(desk, "hub carries the follow"))
    QTest.mouseClick(bubble.remove, Qt.MouseButton.LeftButton)
    assert desk.marks.annotations == {}
    assert desk.pane.notes.entries.rows == ()
    text, button, undo = desk.said[-1]
    assert (text, button) == ("Highlight removed.", "Undo")
    assert undo is not None
    undo()
    assert ref in desk.marks.annotations
    assert len(desk.pane.notes.entries.rows) == 1


def test_a_note_is_written_beside_the_text_and_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.pane.sheet.select(*desk.find("Nobody planned that"))
    press(desk, Qt.Key.Key_N)
    notes = desk.pane.notes
    assert notes.editor.isVisible()
    assert notes.about.text() == "“Nobody planned that”"
    QTest.keyClicks(notes.field, "Who should have?")
    QTest.keyClick(notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = desk.marks.annotations.values()
    assert (made.note, made.colour) == ("Who should have?", Colour.AMBER)
    assert "Who should have?" in notes.entries.rows[0].summary
    assert count_pixels(desk.pane.sheet, desk.theme.paper.colour("accent")) > 0


def test_after_writing_the_keyboard_is_on_what_was_written(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    notes = desk.pane.notes
    for words, by_key in (("An alliance is slow", True), ("Nobody planned that", False)):
        desk.pane.sheet.select(*desk.find(words))
        press(desk, Qt.Key.Key_N)
        QTest.keyClicks(notes.field, "Why?")
        if by_key:
            QTest.keyClick(notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.mouseClick(notes.editor.done, Qt.MouseButton.LeftButton)
        assert notes.entries.hasFocus()
        assert notes.chosen is not None
        assert desk.marks.annotations[notes.chosen].anchor.exact == words


def test_a_note_on_the_whole_text_is_kept_while_it_is_written(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.actions.run("reader.note_on_text")
    QTest.keyClicks(desk.pane.notes.field, "For the retreat")
    qtbot.waitUntil(lambda: len(desk.marks.notes) == 1)
    QTest.keyClicks(desk.pane.notes.field, " in May")
    desk.page.hide()
    (note,) = desk.marks.notes.values()
    assert (note.text, note.about) == ("For the retreat in May", PAPER)


def test_a_note_in_progress_is_kept_when_another_text_is_opened(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.actions.run("reader.note_on_text")
    QTest.keyClicks(desk.pane.notes.field, "Half a thought")
    desk.read(qtbot, CASE)
    (note,) = desk.marks.notes.values()
    assert (note.text, note.about) == ("Half a thought", PAPER)
    assert not desk.pane.notes.editor.isVisible()


def test_a_changed_text_moves_one_highlight_and_loses_another(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    moved, lost = mark(desk, "The hub carries the follow-through"), mark(desk, "Nobody planned that.")
    changed = HTML.replace("<p>An alliance", "<p>News at the top.</p><p>An alliance").replace(
        " Nobody planned that.", ""
    )
    desk.library.readings[PAPER] = reading(html=changed)
    desk.read(qtbot, CASE)
    desk.read(qtbot)
    states = {shown.ref: shown.state for shown in desk.pane.presenter.marking.shown}
    assert states == {moved: State.MOVED, lost: State.LOST}
    assert {ref: place.state for ref, place in desk.marks.settled.items()} == states
    rows = {row.ref: row for row in desk.pane.notes.entries.rows}
    assert (rows[moved].meta, rows[lost].section) == ("moved · Amber", "Could not be placed")
    assert rows[lost].title == "Nobody planned that."
    desk.read(qtbot, CASE)
    desk.read(qtbot)
    assert {shown.ref: shown.state for shown in desk.pane.presenter.marking.shown} == states


def test_links_never_open_by_themselves(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    outside: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", outside.append)
    desk.read(qtbot)
    sheet, bar = desk.pane.sheet, desk.pane.link_bar
    before = sheet.toPlainText()
    for address in ("https://example.org/a", "aa:case/start-network", "file:///etc/hostname", "javascript:x"):
        sheet.anchorClicked.emit(QUrl(address))
    assert (outside, desk.opened, sheet.toPlainText()) == ([], [CASE], before)
    assert len(desk.said) == 2
    assert bar.isVisible()
    assert bar.address == "https://example.org/a"
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert (bar.isVisible(), outside) == (False, [])
    sheet.anchorClicked.emit(QUrl("https://example.org/a"))
    QTest.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    assert [url.toString() for url in outside] == ["https://example.org/a"]


def test_nothing_outside_the_text_is_read(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("not for the page", encoding="utf-8")
    url = QUrl.fromLocalFile(str(secret))
    html = f"<p>Words<img src='{url.toString()}'><img src='{secret}'></p>"
    desk.library.readings[CASE] = reading(CASE, html)
    desk.read(qtbot, CASE)
    sheet = desk.pane.sheet
    for kind in (1, 2, 3, 4):
        assert not sheet.loadResource(kind, url)
        assert not sheet.document().loadResource(kind, url)
    sheet.setSource(url)
    assert "not for the page" not in sheet.toPlainText()


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 240">
<rect x="0" y="0" width="720" height="240" fill="#24594f"/></svg>"""


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_a_drawing_stands_in_the_column_in_the_colours_of_the_paper(
    desk: Desk, qtbot: QtBot, paper: str
) -> None:
    html = '<p>Before.</p><p><img src="aa:figure/block" alt="A block"><br><em>A block</em></p><p>After.</p>'
    desk.library.readings[CASE] = replace(reading(CASE, html), figures={"block": DRAWING})
    desk.page.looks.choose("paper", paper)
    desk.read(qtbot, CASE)
    sheet = desk.pane.sheet
    shown = next(word for word in (paper, "light") if word == paper)
    accent = desk.theme.paper.colour("accent")
    assert desk.theme.paper.name == shown
    wide = count_pixels(sheet.viewport(), accent)
    assert wide > 10_000
    desk.page.resize(700, 800)
    qtbot.waitUntil(lambda: 2_000 < count_pixels(sheet.viewport(), accent) < wide)
    assert sheet.horizontalScrollBar().maximum() == 0


def test_what_points_at_no_drawing_is_no_picture(desk: Desk, qtbot: QtBot) -> None:
    desk.library.readings[CASE] = reading(CASE, '<p>Words <img src="aa:figure/none"> and words.</p>')
    desk.read(qtbot, CASE)
    assert desk.find("and words.")


def test_a_footnote_leads_down_and_back_leads_up_again(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    scroll = desk.pane.sheet.verticalScrollBar()
    assert not desk.page.toolbar.back.isEnabled()
    desk.pane.sheet.anchorClicked.emit(QUrl("#ref-1"))
    assert scroll.value() == 0
    QTest.mouseClick(desk.pane.footnote.go, Qt.MouseButton.LeftButton)
    assert not desk.pane.footnote.isVisible()
    below = scroll.value()
    assert below > 500
    QTest.mouseClick(desk.page.toolbar.back, Qt.MouseButton.LeftButton)
    assert scroll.value() < 100
    desk.actions.run("reader.forward")
    assert abs(scroll.value() - below) < 60


def test_the_outline_says_where_the_reader_is_and_leads_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    outline = desk.pane.outline
    item = outline.entries.item(1)
    QTest.mouseClick(
        outline.entries.viewport(),
        Qt.MouseButton.LeftButton,
        pos=outline.entries.visualItemRect(item).center(),
    )
    assert desk.pane.sheet.verticalScrollBar().value() > 500
    desk.pane.sheet.verticalScrollBar().setValue(220)
    assert outline.here == "hub"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "The end"
    assert (
        outline.entries.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Where the hub stands, you are here"
    )


def test_words_are_found_counted_and_stepped_through(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    bar = desk.pane.find_bar
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+F"))
    assert bar.isVisible()
    QTest.keyClicks(bar.field, "IN YEAR")
    qtbot.waitUntil(lambda: bar.said.text() == "1 of 60")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.said.text() == "60 of 60"
    assert desk.pane.sheet.verticalScrollBar().value() > 500
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.said.text() == "1 of 60"
    assert count_pixels(desk.pane.sheet, desk.theme.paper.colour("find")) > 50
    bar.field.setText("nowhere to be seen")
    qtbot.waitUntil(lambda: bar.said.text() == "Not on this page")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.pane.finding.hits == []


def test_a_text_opens_where_it_was_left(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.pane.sheet.verticalScrollBar().setValue(900)
    first = desk.pane.sheet.visible()[0]
    desk.page.hide()
    ref, place = desk.library.remembered[-1]
    assert ref == PAPER
    assert page_text(desk).startswith(place.quote, place.position)
    assert 0.1 < place.fraction < 1.0
    desk.page.show()
    desk.read(qtbot, CASE)
    desk.read(qtbot)
    assert abs(desk.pane.sheet.visible()[0] - first) < 120


def test_a_text_opens_at_the_passage_of_a_search_and_lets_it_glow(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot, quote="Paragraph 40 says WHAT the\nmembers did")
    start, end = desk.find("Paragraph 40 says what the members did")
    assert desk.pane.sheet.layer.glow == (start, end)
    top, bottom = desk.pane.sheet.visible()
    assert top < start < bottom
    qtbot.waitUntil(lambda: desk.pane.sheet.layer.glow is None, timeout=6000)


def test_a_text_opens_at_a_heading(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot, heading="end")
    start = desk.find("The end")[0]
    top, bottom = desk.pane.sheet.visible()
    assert top <= start < bottom
    assert desk.pane.outline.here == "end"


def test_larger_letters_keep_the_place(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.pane.sheet.verticalScrollBar().setValue(1200)
    first = desk.pane.sheet.visible()[0]
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+="))
    assert desk.page.looks.panel.size_told.text() == "110 %"
    assert desk.pane.sheet.document().defaultFont().pixelSize() == 20
    assert abs(desk.pane.sheet.visible()[0] - first) < 120
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+0"))
    assert desk.page.looks.panel.size_told.text() == "100 %"


@pytest.mark.parametrize("paper", ["light", "sepia", "dark"])
def test_the_paper_is_chosen_and_painted(desk: Desk, qtbot: QtBot, paper: str) -> None:
    desk.read(qtbot)
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        desk.page.looks.choose("paper", paper)
    image = desk.pane.sheet.grab().toImage()
    assert image.pixelColor(6, image.height() - 6) == desk.theme.paper.colour("page")
    assert desk.page.looks.panel.chips["paper"].chosen == (paper,)


def test_the_note_of_a_highlight_is_never_taken_for_html(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    desk.read(qtbot)
    ref = mark(desk, "hub carries")
    desk.marks.annotations[ref] = replace(desk.marks.annotations[ref], note="<img src=x> & more")
    desk.pane.presenter.marking.refresh()
    desk.pane.sheet.hovered.emit(desk.find("hub carries")[0] + 2)
    assert shown == ["<p>&lt;img src=x&gt; &amp; more</p>"]


def test_a_long_text_is_there_at_once_and_whole_a_little_later(desk: Desk, qtbot: QtBot) -> None:
    html = "".join(
        f"<h2 id='h{n}'>Heading {n}</h2><p>{'some words and more ' * 40}</p><ul><li>one</li></ul>"
        for n in range(200)
    )
    desk.library.readings[CASE] = reading(CASE, html)
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        desk.page.show_text(CASE)
        assert "Heading 3" in desk.pane.sheet.toPlainText()
        assert "Heading 199" not in desk.pane.sheet.toPlainText()
    assert page_text(desk) == of_html(html).text
    levels = [desk.pane.sheet.document().findBlockByNumber(n).blockFormat().headingLevel()
              for n in range(desk.pane.sheet.document().blockCount())]  # fmt: skip
    assert levels.count(2) == 200
    assert desk.pane.sheet.position_of("h199") == desk.find("Heading 199")[0]


def test_every_control_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.pane.find_bar.open()
    nameless = []
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__)
    assert [name for name in nameless if name not in ("QSplitter", "QScrollBar", "QWidget")] == []


def test_a_remembered_place_beyond_a_shortened_text_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    desk.library.readings[CASE] = replace(
        reading(CASE, "<p>Short.</p>"), place=Place(5000, "words that were there", 0.9)
    )
    desk.read(qtbot, CASE)
    assert not desk.pane.sheet._hidden
    assert QPointF(desk.pane.sheet.rect_of(0, 5).center()).y() > 0
    assert CASE.kind is Kind.CASE


def test_a_narrow_window_leaves_its_room_to_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.page.resize(900, 700)
    assert not desk.pane.outline.isVisible()
    desk.actions.run("reader.outline")
    assert desk.pane.outline.isVisible()
    desk.page.resize(1200, 700)
    assert desk.pane.outline.isVisible()


def test_the_page_names_what_is_read_but_nothing_of_the_journal(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    assert desk.page.windowTitle() == "An overview"
    entry = Ref(Kind.ENTRY, "1")
    desk.library.readings[entry] = reading(entry, title="Quarrel with the chair")
    desk.read(qtbot, entry)
    assert desk.pane.title == "Quarrel with the chair"
    assert desk.page.windowTitle() == ""


@pytest.mark.parametrize("paper", ["light", "sepia", "dark"])
def test_a_rule_across_the_text_is_as_quiet_as_the_lines_of_a_table(
    desk: Desk, qtbot: QtBot, paper: str
) -> None:
    desk.page.looks.choose("paper", paper)
    desk.library.readings[PAPER] = reading(PAPER, "<p>Before.</p><hr /><p>After.</p>")
    desk.read(qtbot)
    line = desk.theme.paper.colour("line")
    assert count_pixels(desk.pane.sheet.viewport(), line) > desk.pane.sheet.viewport().width() // 4


def test_a_note_comes_onto_what_was_just_highlighted(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    made = mark(desk, "Nobody planned that")
    desk.actions.run("reader.note")
    assert desk.pane.notes.editor.isVisible()
    assert desk.pane.notes.about.text() == "“Nobody planned that”"
    press(desk, Qt.Key.Key_2)
    assert desk.marks.annotations[made].colour is Colour.GREEN


def test_colour_and_reference_are_those_of_the_highlight_that_is_chosen_in_the_panel(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.read(qtbot)
    made, other = mark(desk, "Nobody planned that"), mark(desk, "Its members answer")
    notes = desk.pane.notes
    notes.entries.choose(made)
    notes.entries.setFocus()
    qtbot.waitUntil(notes.entries.hasFocus)
    desk.actions.run("reader.mark_blue")
    colours = (desk.marks.annotations[made].colour, desk.marks.annotations[other].colour)
    assert colours == (Colour.BLUE, Colour.AMBER)
    desk.actions.run("reader.copy_reference")
    assert "Nobody planned that" in QGuiApplication.clipboard().text()
    desk.pane.sheet.setFocus()
    qtbot.waitUntil(desk.pane.sheet.hasFocus)
    assert desk.page.subject() == (PAPER,), "the keyboard is in the text again"


def test_a_note_is_written_on_at_its_end(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    made = mark(desk, "Nobody planned that")
    desk.pane.presenter.marking.write(made, "Who should have?")
    desk.pane.highlighting.edit(made)
    QTest.keyClicks(desk.pane.notes.field, " Ask.")
    desk.pane.notes.close_editor()
    assert desk.marks.annotations[made].note == "Who should have? Ask."


def test_words_that_are_highlighted_already_are_not_highlighted_twice(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    made = mark(desk, "😀 agreement")
    desk.pane.sheet.select(*desk.find("😀 agreement"))
    press(desk, Qt.Key.Key_3)
    assert [(ref, one.colour) for ref, one in desk.marks.annotations.items()] == [(made, Colour.BLUE)]
    desk.pane.sheet.select(*desk.find("😀 agreement"))
    press(desk, Qt.Key.Key_N)
    assert desk.pane.notes.editor.isVisible()
    assert [(ref, one.colour) for ref, one in desk.marks.annotations.items()] == [(made, Colour.BLUE)]


def test_a_document_that_is_called_otherwise_is_so_at_once_and_stays_at_its_place(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.library.readings[DOCUMENT] = reading(DOCUMENT, title="Scan 0041")
    desk.read(qtbot, DOCUMENT)
    desk.pane.presenter.go_to_anchor("hub")
    first = desk.pane.sheet.visible()[0]
    desk.page.changed(Changes.of(DOCUMENT))
    assert desk.page.windowTitle() == "Scan 0041"
    desk.library.readings[DOCUMENT] = reading(DOCUMENT, title="How we share")
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        desk.page.changed(Changes.of(DOCUMENT))
    assert (desk.page.windowTitle(), desk.page.toolbar.title.text()) == ("How we share", "How we share")
    assert desk.pane.sheet.document().toPlainText().count("How we share") == 1
    assert desk.pane.sheet.visible()[0] == first
    kept = desk.library.readings.pop(DOCUMENT)
    desk.page.changed(Changes.of(DOCUMENT))
    assert desk.page.windowTitle() == "How we share", "it was taken away, and says nothing of that here"
    desk.library.readings[DOCUMENT] = kept
