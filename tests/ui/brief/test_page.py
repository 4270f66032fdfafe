"""The page of the brief: what it shows, answering right there, saving and printing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.book.making import make, write
from animating_alliances_desktop.core.book.model import Format
from animating_alliances_desktop.core.brief.composing import fitted
from animating_alliances_desktop.core.brief.gathering import gathered
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.brief.commands import brief_actions
from animating_alliances_desktop.ui.brief.page import BriefPage
from animating_alliances_desktop.ui.brief.ports import Source
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.printing import print_pdf
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

TODAY = date(2026, 11, 29)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    alliance = workspace.alliances.add("Coast")[1]
    text = "We met.\n-> Ask the board @me\n! Monthly.\nIf Ines asks, then I will wait."
    text += "\nIf nobody speaks, then I will stop."
    workspace.journal.add(Draft(alliance, date(2026, 11, 20), FREE, parts={TEXT: text}))
    return alliance


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> BriefPage:
    made = BriefPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(brief_actions()),
        source=Source(
            workspace.alliances.listed,
            lambda alliance: gathered(workspace, alliance, TODAY),
            lambda intention, words: workspace.intentions.close(intention, words, TODAY),
            workspace.intentions.put_back,
            lambda brief: make(fitted(brief), Format.PDF).content,
            lambda brief, path: write(fitted(brief), path, replace=True),
        ),
        open=opened,
        see_open=lambda alliance: opened.append((alliance, "all that is open")),
        add_alliance=lambda: opened.append((Ref.parse("alliance/new"), "")),
        say=said,
    )
    qtbot.addWidget(made)
    made.resize(1000, 760)
    tasks.listeners.append(made.changed)
    return made


def text_of(page: BriefPage) -> str:
    shown = [one for kind in (QLabel, QPushButton) for one in page.findChildren(kind) if one.isVisible()]
    return "\n".join(one.text() for one in shown)


def test_it_shows_what_there_is_and_leads_to_it(
    page: BriefPage, coast: Ref, opened: Opened, workspace: Workspace
) -> None:
    page.show()
    text = text_of(page)
    for words in ("You meant to", "If Ines asks, then I will wait", "Last time", "Ask the board", "Monthly."):
        assert words in text
    (link,) = [one for one in page.findChildren(QPushButton) if one.text() == "Open the entry"]
    link.click()
    assert opened[0][0] == workspace.journal.listed()[0].ref
    next(one for one in page.findChildren(QPushButton) if one.text() == "All that is open").click()
    assert opened[1] == (coast, "all that is open")
    assert page.subject() == (coast,)


def test_what_happened_is_answered_there_and_can_be_taken_back(
    qtbot: QtBot, page: BriefPage, coast: Ref, workspace: Workspace, said: Said
) -> None:
    page.show()
    first, second = page.intentions.typed, page.findChildren(QPushButton)
    assert first == {}
    assert second
    answers = list(page.intentions._answers.values())
    answers[1].field.setText("still typing")
    qtbot.keyClicks(answers[0].field, "She asked, and I waited.")
    qtbot.keyClick(answers[0].field, Qt.Key.Key_Return)
    closed = [one for one in workspace.intentions.listed(coast) if not one.is_open]
    assert [(one.outcome, one.closed_on) for one in closed] == [("She asked, and I waited.", TODAY)]
    assert [one.field.text() for one in page.intentions._answers.values()] == ["still typing"]
    said.press()
    assert all(one.is_open for one in workspace.intentions.listed(coast))
    assert sorted(one.field.text() for one in page.intentions._answers.values()) == ["", "still typing"]
    assert page.unsaved
    page.close_down()
    assert not page.unsaved
    assert [one.outcome for one in workspace.intentions.listed(coast) if not one.is_open] == ["still typing"]


def test_it_is_saved_and_printed(
    qtbot: QtBot, page: BriefPage, coast: Ref, said: Said, tmp_path: Path
) -> None:
    page.show()
    target = tmp_path / "brief.docx"
    page.presenter.save(target)
    assert target.read_bytes().startswith(b"PK")
    assert "brief.docx" in said[-1]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.presenter.hand_over(lambda content: page._told(print_pdf(content, printer)))
    assert (tmp_path / "printed.pdf").stat().st_size > 5_000
    assert "printer" in said[-1]


def test_without_an_alliance_it_says_what_to_do(page: BriefPage, opened: Opened) -> None:
    page.show()
    assert page.no_alliance.isVisible()
    assert not page.save.isVisible()
    page.no_alliance.asked.emit()
    assert opened


def test_another_alliance_can_be_chosen(page: BriefPage, coast: Ref, workspace: Workspace) -> None:
    other = workspace.alliances.add("Other")[1]
    page.show()
    assert page.alliance.chosen == coast
    page.arrive(other)
    assert page.alliance.chosen == other
    assert page.nothing.isVisible()
    assert "Last time" not in text_of(page)


def test_an_answer_begun_outlives_a_look_at_another_alliance(
    page: BriefPage, coast: Ref, workspace: Workspace
) -> None:
    other = workspace.alliances.add("Other")[1]
    page.show()
    next(iter(page.intentions._answers.values())).field.setText("begun")
    page.arrive(other)
    assert page.unsaved
    page.arrive(coast)
    assert [one.field.text() for one in page.intentions._answers.values()] == ["begun", ""]
    page.arrive(other)
    page.close_down()
    assert [one.outcome for one in workspace.intentions.listed(coast) if not one.is_open] == ["begun"]


def test_the_keys_that_scroll_scroll_the_brief_and_leave_the_alliance(
    qtbot: QtBot, page: BriefPage, coast: Ref, workspace: Workspace
) -> None:
    workspace.alliances.add("Harbour")
    page.resize(1000, 300)
    page.arrive(coast)
    page.show()
    bar = page.column.verticalScrollBar()
    assert page.focusProxy() is page.column
    qtbot.keyClick(page.column, Qt.Key.Key_PageDown)
    below = bar.value()
    assert below > 0
    qtbot.keyClick(page.alliance, Qt.Key.Key_PageUp)
    assert bar.value() < below
    qtbot.keyClick(page.alliance, Qt.Key.Key_PageDown)
    assert bar.value() == below
    assert page.subject() == (coast,)
