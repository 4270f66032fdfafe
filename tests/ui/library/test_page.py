"""The library page with a real workspace: real keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.library.commands import library_actions
from animating_alliances_desktop.ui.library.details import DetailsDialog
from animating_alliances_desktop.ui.library.importing import ReportDialog
from animating_alliances_desktop.ui.library.page import LibraryPage
from animating_alliances_desktop.ui.library.password import PasswordDialog
from tests import files
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> LibraryPage:
    made = LibraryPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(library_actions()),
        library=workspace.library,
        open=opened,
        say=said,
    )
    tasks.listeners.append(made.changed)
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    """A folder outside the workspace."""
    made = tmp_path / "incoming"
    made.mkdir()
    return made


def titles(page: LibraryPage) -> list[str]:
    return [row.title for row in page.list.rows]


def chip(page: LibraryPage, words: str) -> QPushButton:
    return next(one for one in page.bar.findChildren(QPushButton) if one.text().startswith(words))


def test_everything_is_listed_in_sections(page: LibraryPage) -> None:
    assert {row.section for row in page.list.rows} == {
        "Papers",
        "Cases",
        "Practice guide",
        "Instruments",
        "Forms",
        "Prompts",
        "Slide packs",
        "Terms",
        "Sources",
    }
    assert chip(page, "Prompts").text().endswith("2")
    case = next(row for row in page.list.rows if row.section == "Cases")
    assert case.meta == "2001 to 2009 · 1 min"


def test_typing_filters_and_escaping_by_the_button_clears(qtbot: QtBot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.bar.words, "harb")
    assert titles(page) == ["Harbour Alliance"]
    qtbot.keyClicks(page.bar.words, "zz")
    assert titles(page) == []
    button = page.findChildren(QPushButton)
    clear = next(one for one in button if one.text() == "Clear the filters")
    assert clear.isVisible()
    qtbot.mouseClick(clear, LEFT)
    assert len(titles(page)) == 11
    assert page.bar.words.text() == ""


def test_the_arrow_leads_from_the_words_to_what_they_leave(qtbot: QtBot, page: LibraryPage) -> None:
    page.bar.words.setFocus()
    qtbot.keyClicks(page.bar.words, "harb")
    qtbot.keyClick(page.bar.words, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.list.current == page.list.rows[0].ref


def test_case_filters_come_with_the_cases_only(qtbot: QtBot, page: LibraryPage) -> None:
    region = page.bar.case_fields["region"]
    assert not region.isVisible()
    qtbot.mouseClick(chip(page, "Cases"), LEFT)
    assert titles(page) == ["Harbour Alliance"]
    assert region.isVisible()
    assert [region.itemText(at) for at in range(region.count())] == ["All regions", "North Sea"]
    qtbot.mouseClick(chip(page, "Papers"), LEFT)
    assert not region.isVisible()


def test_a_row_opens_with_enter(qtbot: QtBot, page: LibraryPage, opened: Opened) -> None:
    page.list.choose(Ref(Kind.CASE, "harbour"))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [(Ref(Kind.CASE, "harbour"), "")]


def test_files_come_in_and_the_document_can_go_and_come_back(
    qtbot: QtBot, page: LibraryPage, incoming: Path, said: Said, opened: Opened
) -> None:
    file = incoming / "minutes.md"
    file.write_text("# Minutes of the port\n\nWe met, and nobody spoke.", encoding="utf-8")
    page.bring_in([file])
    assert said == ["1 text came in."]
    assert said.kind == "success"
    mine = next(row for row in page.list.rows if row.section == "Your documents")
    page.list.choose(mine.ref)
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert mine.title not in titles(page)
    assert said[-1] == f"“{mine.title}” was removed."
    said.press()
    assert mine.title in titles(page)


def test_delete_leaves_a_shipped_text_alone(qtbot: QtBot, page: LibraryPage, said: Said) -> None:
    page.list.choose(Ref(Kind.CASE, "harbour"))
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert "Harbour Alliance" in titles(page)
    assert said == []


def test_the_report_lists_what_did_not_come_in_and_can_be_copied(
    qtbot: QtBot, page: LibraryPage, incoming: Path
) -> None:
    (incoming / "notes.txt").write_text("The fund opens when the tide turns.", encoding="utf-8")
    (incoming / "picture.png").write_bytes(b"\x89PNG")
    (incoming / "broken.md").write_bytes(b"\x7fELF\x02\x00\x00\x01" * 50)
    page.presenter.bring_in([incoming])
    report = page.findChild(ReportDialog)
    assert report is not None
    sections = [row.section for row in report.list.rows]
    assert sections.count("Not brought in") == 2
    assert sections.count("New") == 1
    qtbot.mouseClick(report.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("1 text came in. 2 could not be brought in.")
    assert str(incoming / "picture.png") in copied
    report.accept()


def test_the_report_tells_of_pages_without_text(page: LibraryPage, incoming: Path) -> None:
    files.pdf(["Barnacles on the quay"], files.SCANNED).save(incoming / "survey.pdf")
    (incoming / "broken.md").write_bytes(b"\x7fELF\x02\x00\x00\x01" * 50)
    page.presenter.bring_in([incoming / "survey.pdf", incoming / "broken.md"])
    report = page.findChild(ReportDialog)
    assert report is not None
    (row,) = [row for row in report.list.rows if row.section == "New"]
    assert row.summary.startswith("1 of 2 pages holds no text")
    heading = next(one for one in report.findChildren(QLabel) if "came in" in one.text())
    assert heading.text() == "1 text came in. It has pages without text. 1 could not be brought in."
    report.accept()


def test_an_import_runs_beside_the_window_and_tells_how_far_it_is(
    qtbot: QtBot, theme: Theme, workspace: Workspace, opened: Opened, said: Said, incoming: Path
) -> None:
    for at in range(3):
        (incoming / f"{at}.md").write_text(f"Text number {at}, about the tide.", encoding="utf-8")
    tasks = Tasks()
    page = LibraryPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(library_actions()),
        library=workspace.library,
        open=opened,
        say=said,
    )
    tasks.changed.connect(page.changed)
    qtbot.addWidget(page)
    page.show()
    seen: list[tuple[int, int]] = []
    page.panel.bar.valueChanged.connect(lambda done: seen.append((done, page.panel.bar.maximum())))
    page.presenter.bring_in([incoming])
    assert page.panel.isVisible()
    qtbot.waitUntil(lambda: said == ["3 texts came in."], timeout=20_000)
    assert (3, 3) in seen
    assert not page.panel.isVisible()
    qtbot.waitUntil(lambda: sum(row.section == "Your documents" for row in page.list.rows) == 3)
    tasks.close()


def test_the_file_dialog_brings_in_what_was_picked(
    qtbot: QtBot, page: LibraryPage, incoming: Path, said: Said
) -> None:
    file = incoming / "picked.txt"
    file.write_text("Picked by hand.", encoding="utf-8")
    page.chooser.ask_for_files()
    dialog = page.chooser.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(file)])
    assert said == ["1 text came in."]
    dialog.reject()


def test_a_page_out_of_sight_refreshes_when_it_comes_up(
    page: LibraryPage, workspace: Workspace, incoming: Path
) -> None:
    page.hide()
    file = incoming / "late.txt"
    file.write_text("Brought in meanwhile.", encoding="utf-8")
    report = workspace.library.bring_in([file])
    before = titles(page)
    page.changed(report.changes)
    assert titles(page) == before
    page.changed(Changes.of(Ref(Kind.ENTRY, "1")))
    page.show()
    assert len(titles(page)) == len(before) + 1


def test_arriving_with_a_kind_shows_that_kind(page: LibraryPage) -> None:
    page.arrive(Kind.TERM)
    assert titles(page) == ["Hub"]


def test_without_documents_of_ones_own_the_page_says_how_to_bring_some_in(page: LibraryPage) -> None:
    page.arrive(Kind.DOCUMENT)
    button = [one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == "Import…"]
    assert len(button) == 2


def test_a_long_prompt_can_be_read_whole_in_the_list(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> None:
    page = LibraryPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(library_actions()),
        library=workspace.library,
        open=opened,
        say=said,
    )
    qtbot.addWidget(page)
    whole = "For one member, complete this. On an ordinary Tuesday, somebody there does it because of us."
    page.show_texts([Listed(Ref(Kind.PROMPT, "tuesday"), whole, fields={"minutes": 10})], 1)
    row = page.list.rows[0]
    assert (row.title, row.meta) == ("For one member, complete this.", "10 min")
    assert f"{row.title} {row.summary}" == whole


def test_an_encrypted_file_asks_for_its_password_until_it_is_right_or_left_out(
    qtbot: QtBot, page: LibraryPage, incoming: Path, said: Said, workspace: Workspace
) -> None:
    for name in ("a", "b"):
        locked = files.pdf([f"Barnacles {name}"], Title=f"Quay {name}")
        locked.password = "tide"
        locked.save(incoming / f"{name}.pdf")

    def asked() -> PasswordDialog:
        return next(one for one in page.findChildren(PasswordDialog) if one.isVisible())

    page.bring_in([incoming])
    assert not asked().open_it.isEnabled()
    assert asked().field.echoMode() is asked().field.EchoMode.Password
    qtbot.keyClicks(asked().field, "ebb")
    qtbot.mouseClick(asked().open_it, LEFT)
    assert "not the password" in asked().findChildren(QLabel)[0].text()
    page.bring_in([incoming])
    assert "under way" in said[-1]
    qtbot.keyClicks(asked().field, "tide")
    qtbot.keyClick(asked().field, Qt.Key.Key_Return)
    assert "“b.pdf” is encrypted" in asked().findChildren(QLabel)[0].text()
    qtbot.mouseClick(asked().leave, LEFT)
    report = page.findChild(ReportDialog)
    assert report is not None
    assert [(row.title, row.section) for row in report.list.rows] == [
        ("b.pdf", "Not brought in"),
        ("a.pdf", "New"),
    ]
    report.accept()
    assert "Quay a" in titles(page)


def test_a_document_is_called_otherwise_by_key_and_as_before_by_undo(
    qtbot: QtBot, page: LibraryPage, incoming: Path, said: Said
) -> None:
    files.pdf(["Words"], files.SCANNED, Title="scan0017").save(incoming / "scan0017.pdf")
    page.bring_in([incoming])
    mine = next(row for row in page.list.rows if row.section == "Your documents")
    assert "1 of 2 pages holds no text" in mine.summary
    page.list.choose(mine.ref)
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    dialog = page.findChild(DetailsDialog)
    assert dialog is not None
    words = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert "scan0017.pdf" in words
    assert "1 of 2 pages" in words
    dialog.name.clear()
    assert not dialog.ready.isEnabled()
    qtbot.keyClicks(dialog.name, "Quay survey")
    qtbot.keyClicks(dialog.author, "Ines Obi")
    qtbot.keyClicks(dialog.year, "2019")
    qtbot.mouseClick(dialog.ready, LEFT)
    row = next(row for row in page.list.rows if row.title == "Quay survey")
    assert row.summary.startswith("Ines Obi, 2019 · ")
    assert said[-1] == "Saved: “Quay survey”."
    said.press()
    assert "scan0017" in titles(page)


def test_what_ships_with_the_app_cannot_be_called_otherwise(qtbot: QtBot, page: LibraryPage) -> None:
    page.list.choose(Ref(Kind.CASE, "harbour"))
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert page.findChild(DetailsDialog) is None


def test_it_says_that_the_library_is_being_prepared_and_fills_by_itself(
    qtbot: QtBot, theme: Theme, tasks: Inline, folder: Path, small_content: Path, opened: Opened, said: Said
) -> None:
    with Workspace.open(folder, small_content) as fresh:
        made = LibraryPage(
            theme=theme,
            tasks=tasks,
            actions=Actions(library_actions()),
            library=fresh.library,
            open=opened,
            say=said,
        )
        qtbot.addWidget(made)
        made.show()
        made.presenter.filter(kinds=[Kind.PAPER])
        waiting = next(one for one in made.findChildren(QLabel) if "being prepared" in one.text())
        assert waiting.isVisible()
        made.changed(fresh.catch_up())
        assert not waiting.isVisible()
        assert {row.section for row in made.list.rows} == {"Papers"}
