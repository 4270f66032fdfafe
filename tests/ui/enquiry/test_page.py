"""The enquiry page with a real workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.enquiry.page import EnquiryPage
from animating_alliances_desktop.ui.kit.prose import Prose
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

ENGAGEMENT = Ref(Kind.QUESTION, "engagement")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> EnquiryPage:
    made = EnquiryPage(
        theme=theme,
        tasks=tasks,
        enquiry=workspace.enquiry,
        notes=workspace.annotations,
        open=opened,
        say=said,
        mentions=workspace.links.mentions_of,
    )
    tasks.listeners.append(made.changed)
    made.resize(1100, 760)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_question_shows_all_that_gathers_under_it(page: EnquiryPage) -> None:
    assert page.question.text() == "How can involvement go deeper when no one has spare time?"
    assert "good will" in page.about.toPlainText()
    assert page.question.text() not in page.about.toPlainText()
    assert page.origin.toPlainText().startswith("Where the question comes from")
    sections = [row.section for row in page.gathered.rows]
    assert sections == [
        *("Papers", "Cases", "Practice guide", "Instruments", "Slide packs"),
        *("Prompts to think with", "Prompts to think with"),
    ]
    assert page.gathered.verticalScrollBar().maximum() == 0


def test_a_note_is_typed_and_kept_with_the_keyboard(qtbot: QtBot, page: EnquiryPage, said: Said) -> None:
    assert not page.note.keep.isEnabled()
    qtbot.keyClicks(page.note.field, "Nobody voted in March.")
    qtbot.keyClick(page.note.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == ["Your note is kept."]
    assert page.note.field.toPlainText() == ""
    own = [row for row in page.gathered.rows if row.section == "Your notes and highlights"]
    assert [row.summary for row in own] == ["Nobody voted in March."]
    assert page.index.rows[0].meta == "1 note"


def test_what_is_being_written_stays_with_its_question(qtbot: QtBot, page: EnquiryPage) -> None:
    qtbot.keyClicks(page.note.field, "Half a thought")
    page.note.show_question(Ref(Kind.QUESTION, "form"))
    assert page.note.field.toPlainText() == ""
    page.note.show_question(ENGAGEMENT)
    assert page.note.field.toPlainText() == "Half a thought"
    assert page.note.keep.isEnabled()


def test_a_refresh_does_not_disturb_what_is_being_written(
    qtbot: QtBot, page: EnquiryPage, tasks: Inline, workspace: Workspace
) -> None:
    qtbot.keyClicks(page.note.field, "Half a thought")
    tasks.write(lambda: workspace.annotations.add_note(ENGAGEMENT, "From elsewhere"))
    assert page.note.field.toPlainText() == "Half a thought"
    assert any(row.summary == "From elsewhere" for row in page.gathered.rows)


def test_rows_and_links_open(qtbot: QtBot, page: EnquiryPage, opened: Opened, said: Said) -> None:
    page.gathered.choose(Ref(Kind.CASE, "harbour"))
    qtbot.keyClick(page.gathered, Qt.Key.Key_Return)
    assert opened == [(Ref(Kind.CASE, "harbour"), "")]
    page.about.anchorClicked.emit(QUrl("aa:paper/overview"))
    assert opened[-1] == (Ref(Kind.PAPER, "overview"), "")
    page.origin.anchorClicked.emit(QUrl("https://example.org/a"))
    assert said == ["This leads to the web: https://example.org/a"]


def test_walking_down_the_list_keeps_the_row_in_sight(qtbot: QtBot, page: EnquiryPage) -> None:
    page.resize(900, 420)
    page.gathered.setFocus()
    for _row in page.gathered.rows:
        qtbot.keyClick(page.gathered, Qt.Key.Key_Down)
    place = page.gathered.visualRect(page.gathered.currentIndex())
    top = page.gathered.mapTo(page.column.viewport(), place.topLeft()).y()
    assert page.gathered.current == page.gathered.rows[-1].ref
    assert top >= 0
    assert top + place.height() <= page.column.viewport().height()


def test_arriving_at_a_question_opens_it(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> None:
    page = EnquiryPage(
        theme=theme,
        tasks=tasks,
        enquiry=workspace.enquiry,
        notes=workspace.annotations,
        open=opened,
        say=said,
    )
    qtbot.addWidget(page)
    page.arrive(ENGAGEMENT)
    page.show()
    assert page.index.current == ENGAGEMENT
    assert page.question.text().startswith("How can involvement")


def test_the_text_loads_nothing(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>secret words</p>", encoding="utf-8")
    about = Prose(theme, "About")
    qtbot.addWidget(about)
    about.show_html(f"<p>Before</p><img src='{secret.as_uri()}'/><p><a href='{secret.as_uri()}'>out</a></p>")
    about.show()
    url = QUrl(secret.as_uri())
    assert about.loadResource(QTextDocument.ResourceType.HtmlResource.value, url) == ""
    about.anchorClicked.emit(url)
    assert "secret words" not in about.toPlainText()
    assert "Before" in about.toPlainText()


def test_who_mentions_the_question_is_told_as_it_is_written_and_opened_by_key(
    qtbot: QtBot, page: EnquiryPage, tasks: Inline, workspace: Workspace, opened: Opened
) -> None:
    harbour = Ref(Kind.CASE, "harbour")
    assert not page.mentions.isVisible()
    tasks.write(
        lambda: workspace.annotations.add_note(harbour, f"Asks [[{ENGAGEMENT}|of us]]: who has time?")
    )
    assert page.mentions.isVisible()
    assert [row.summary for row in page.mentions.list.rows] == ["Asks Engagement: who has time?"]
    page.gathered.setFocus()
    qtbot.keyClick(page.gathered, Qt.Key.Key_Backtab)
    assert page.mentions.list.hasFocus()
    qtbot.keyClick(page.mentions.list, Qt.Key.Key_Return)
    ((note, _quote),) = opened
    assert note.kind is Kind.NOTE
    tasks.write(lambda: workspace.annotations.remove(note))
    assert not page.mentions.isVisible()


def test_it_says_that_the_library_is_being_prepared_and_fills_by_itself(
    qtbot: QtBot, theme: Theme, tasks: Inline, folder: Path, small_content: Path, opened: Opened, said: Said
) -> None:
    with Workspace.open(folder, small_content) as fresh:
        made = EnquiryPage(
            theme=theme, tasks=tasks, enquiry=fresh.enquiry, notes=fresh.annotations, open=opened, say=said
        )
        made.resize(1100, 760)
        qtbot.addWidget(made)
        made.show()
        made.setFocus()
        waiting = next(one for one in made.findChildren(QLabel) if "being prepared" in one.text())
        assert waiting.isVisible()
        assert not made.index.isVisible()
        made.changed(fresh.catch_up())
        assert not waiting.isVisible()
        assert made.index.isVisible()
        assert made.question.isVisible()
        assert made.focusWidget() is made.index
