"""The outline of a document is shaped as its reader wants it, and the one of the file is never lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import (
    DEEPEST,
    LONGEST,
    MOST,
    Lines,
    can_move,
    chapters_of,
    fetched,
    line_called,
    lines_of,
    moved,
    renamed,
    stored,
    with_line,
    without,
)
from animating_alliances_desktop.core.library.pdf.model import Chapter
from animating_alliances_desktop.core.workspace import Workspace

TEXT = (
    "# The evaluation\n\n## What we saw\n\nMuch.\n\n### At the quay\n\nBoats.\n\n## What we ask\n\nLittle.\n"
)
LINES = tuple(
    Heading(level, name, name.lower())
    for level, name in ((2, "One"), (3, "Below"), (4, "Deeper"), (2, "Two"), (2, "Three"))
)


def shape(lines: Lines) -> str:
    return " ".join(f"{line.title}{line.level}" for line in lines)


def test_a_line_is_renamed_and_needs_words() -> None:
    assert shape(renamed(LINES, 3, "  The\n quay ")) == "One2 Below3 Deeper4 The quay2 Three2"
    assert len(renamed(LINES, 0, "x" * 1000)[0].title) == LONGEST
    with pytest.raises(AppError, match="needs some words"):
        renamed(LINES, 0, " \x00 ")


def test_what_was_below_a_removed_line_moves_out() -> None:
    assert shape(without(LINES, 0)) == "Below2 Deeper3 Two2 Three2"
    assert shape(without(LINES, 4)) == "One2 Below3 Deeper4 Two2"
    assert without(LINES[:1], 0) == ()


def test_a_line_comes_in_beside_its_neighbour_and_an_outline_has_its_limit() -> None:
    new = Heading(1, " New ", "¶1.2")
    assert shape(with_line(LINES, 2, new)) == "One2 Below3 New4 Deeper4 Two2 Three2"
    assert shape(with_line(LINES, 3, new)) == "One2 Below3 Deeper4 New4 Two2 Three2"
    assert shape(with_line(LINES, 5, new)).endswith("Three2 New2")
    assert shape(with_line(LINES, 0, new)).startswith("New2 One2")
    assert with_line((), 0, new) == (Heading(1, "New", "¶1.2"),)
    with pytest.raises(AppError, match="full"):
        with_line(LINES[:1] * MOST, 3, new)


def test_lines_move_with_what_is_below_them_and_never_skip_a_level() -> None:
    assert shape(moved(LINES, 1, -1)) == "One2 Below2 Deeper3 Two2 Three2"
    assert shape(moved(LINES, 3, 1)) == "One2 Below3 Deeper4 Two3 Three2"
    stuck = ((0, 1), (0, -1), (1, 1), (3, -1), (7, 1), (-1, 1))
    assert not any(can_move(LINES, nth, by) for nth, by in stuck)
    assert all(moved(LINES, nth, by) == LINES for nth, by in stuck)


@given(
    st.lists(st.integers(1, DEEPEST), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.sampled_from((-1, 1))), max_size=20),
)
def test_moving_keeps_every_line_and_sound_levels(levels: list[int], steps: list[tuple[int, int]]) -> None:
    lines = tuple(Heading(level, f"line {nth}", f"id-{nth}") for nth, level in enumerate(levels))
    for nth, by in steps:
        could = can_move(lines, nth, by)
        after = moved(lines, nth, by)
        assert (after != lines) == could
        assert [replace(line, level=1) for line in after] == [replace(line, level=1) for line in lines]
        assert all(1 <= line.level <= DEEPEST for line in after)
        if by > 0 and can_move(after, nth, -1):
            assert moved(after, nth, -1) == lines or not could, "in and out again is as it was"
        lines = after


def test_the_outline_of_a_pdf_is_kept_with_its_places() -> None:
    chapters = (
        Chapter(0, "Beginnings", 0, 72.0, 700.5),
        Chapter(1, "Nowhere", -1),
        Chapter(1, "Half a place", 3, None, 12.0),
    )
    lines = lines_of(chapters)
    assert [line.id for line in lines] == ["page-1", "", "page-4"]
    kept = fetched(json.loads(json.dumps(stored(lines))))
    assert kept == lines
    assert chapters_of(kept, 4) == (*chapters[:2], Chapter(1, "Half a place", 3))
    assert chapters_of((Heading(3, "A paragraph", "¶2.7"), Heading(3, "Gone", "page-9")), 4) == (
        Chapter(0, "A paragraph", 1),
        Chapter(0, "Gone", -1),
    )


@pytest.fixture
def document(workspace: Workspace, tmp_path: Path) -> Ref:
    file = tmp_path / "evaluation.md"
    file.write_text(TEXT)
    return workspace.library.bring_in([file]).came_in[0][1]


def test_a_shaped_outline_is_read_exported_and_given_back(
    workspace: Workspace, document: Ref, tmp_path: Path
) -> None:
    before = workspace.outlines.of(document)
    assert (shape(before.lines), before.own) == ("What we saw2 At the quay3 What we ask2", False)
    changes = workspace.outlines.shape(document, renamed(before.lines, 0, "Findings"))
    assert document in changes.refs
    now = workspace.outlines.of(document)
    assert (shape(now.lines), now.original, now.own) == (
        "Findings2 At the quay3 What we ask2",
        before.lines,
        True,
    )
    assert workspace.library.read(document).outline == now.lines
    assert workspace.library.bring_in([tmp_path / "evaluation.md"]).known, "the same file again"
    assert workspace.outlines.of(document) == now
    workspace.export(tmp_path / "out")
    whole = json.loads((tmp_path / "out" / "everything.json").read_text())
    assert [line["title"] for line in whole["outlines"][str(document)]] == [line.title for line in now.lines]
    workspace.outlines.shape(document, None)
    assert workspace.outlines.of(document) == before
    assert workspace.outlines.shaped() == {}


def test_an_emptied_outline_is_one_too_and_survives_removal_backup_and_opening(
    workspace: Workspace, document: Ref, tmp_path: Path
) -> None:
    workspace.outlines.shape(document, ())
    batch = workspace.library.remove(document)[1]
    workspace.library.restore(batch)
    assert workspace.outlines.of(document).lines == ()
    assert workspace.outlines.of(document).own
    folder = tmp_path / "copy"
    folder.mkdir()
    workspace.back_up_to(folder / "workspace.db")
    other = Workspace.open(folder)
    assert other.library.read(document).outline == ()
    assert shape(other.outlines.of(document).original) == "What we saw2 At the quay3 What we ask2"
    other.close()


def test_what_came_back_untouched_still_has_the_outline_of_its_file(
    workspace: Workspace, document: Ref
) -> None:
    workspace.library.restore(workspace.library.remove(document)[1])
    assert not workspace.outlines.of(document).own


def test_a_line_of_the_user_s_own_is_found_and_says_where_it_opens(
    workspace: Workspace, document: Ref
) -> None:
    lines = workspace.outlines.of(document).lines
    workspace.outlines.shape(
        document, (*renamed(lines, 1, "Harbour gossip"), Heading(2, "Unpaid favours", "¶2.1"))
    )
    for title in ("Harbour gossip", "Unpaid favours"):
        (found,) = workspace.search.ask(title, (Kind.DOCUMENT,)).results
        assert (found.ref, found.heading, found.snippet) == (document, title, "")
        line = line_called(workspace.library.read(document).outline, found.opening)
        assert line is not None
        assert line.title == title
    (saw,) = workspace.search.ask("boats", (Kind.DOCUMENT,)).results
    assert saw.heading == "At the quay", "the words of the text are found as before"
    workspace.outlines.shape(document, None)
    assert workspace.search.ask("gossip", (Kind.DOCUMENT,)).total == 0
    assert line_called(lines, "At the quay") is None, "words are no line"


def test_how_far_down_a_page_a_line_leads_is_kept() -> None:
    line = Heading(1, "Here", "page-3", down=412.5)
    assert fetched(json.loads(json.dumps(stored((line,))))) == (line,)
    assert chapters_of((line,), 4) == (Chapter(0, "Here", 2, down=412.5),)
