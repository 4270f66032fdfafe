"""What moved is listed with the words of then and now, accepted, or set aside; all of it can be taken back."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from animating_alliances_desktop.core.annotations.anchors import Placed, anchor_of, find_quote, of_html, place
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, State
from animating_alliances_desktop.core.annotations.recall import recalled
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.pointing import pointer_to
from animating_alliances_desktop.core.workspace import Workspace
from tests.pdfs import plain

PAPER = Ref(Kind.PAPER, "overview")
FUND = "The pooled fund decides within a day"
NOW = "The pooled fund now decides within a day"
TIDE = "Opening words about the tide"


def mark(workspace: Workspace, quote: str, note: str = "") -> Ref:
    whole = of_html(workspace.library.html_of(PAPER))
    found = find_quote(whole, quote)
    assert found is not None
    workspace.annotations.mark(PAPER, anchor_of(whole, *found), Colour.AMBER, note)
    return next(one.ref for one in workspace.annotations.on(PAPER) if one.anchor.exact == quote)


@pytest.fixture
def edited(folder: Path, small_content: Path, stocked: Path, tmp_path: Path) -> Workspace:
    """A workspace in which a text has changed under its highlights."""
    content = shutil.copytree(small_content, tmp_path / "content")
    shutil.copytree(stocked, folder)
    with Workspace.open(folder, content) as workspace:
        workspace.catch_up()
        mark(workspace, FUND, "Who signs?")
        mark(workspace, TIDE)
    paper = content / "papers" / "overview.md"
    text = paper.read_text(encoding="utf-8").replace(FUND, NOW).replace(f"{TIDE}.", "")
    paper.write_text(text, encoding="utf-8")
    workspace = Workspace.open(folder, content)
    assert workspace.catch_up().touch(Kind.ANNOTATION)
    return workspace


def test_a_changed_text_is_noticed_before_it_is_opened(edited: Workspace) -> None:
    with edited:
        states = {one.anchor.exact: one.state for one in edited.annotations.listed()}
        assert states == {FUND: State.MOVED, TIDE: State.LOST}
        (moved,) = edited.review.moved()
        assert (moved.annotation.anchor.exact, moved.now) == (FUND, NOW)


def test_what_moved_is_accepted_and_that_is_taken_back(edited: Workspace) -> None:
    with edited:
        (moved,) = edited.review.moved()
        edited.review.accept([moved.annotation.ref])
        after = edited.annotations.get(moved.annotation.ref)
        assert (after.anchor.exact, after.state, after.note) == (NOW, State.EXACT, "Who signs?")
        assert edited.review.moved() == []
        edited.review.put_back([moved.annotation])
        (again,) = edited.review.moved()
        assert (again.annotation.anchor, again.now) == (moved.annotation.anchor, NOW)


def test_what_the_user_says_is_gone_stays_gone_and_can_still_be_found(edited: Workspace) -> None:
    with edited:
        (moved,) = edited.review.moved()
        ref = moved.annotation.ref
        edited.review.set_aside([ref])
        aside = edited.annotations.get(ref)
        assert aside.state is State.LOST
        words = of_html(edited.library.html_of(PAPER))
        assert place(words, aside.anchor).state is State.LOST
        edited.review.settle_in([PAPER])
        assert edited.annotations.get(ref).state is State.LOST
        assert edited.search.ask("pooled fund", (Kind.ANNOTATION,)).results[0].ref == ref
        edited.review.put_back([moved.annotation])
        assert edited.annotations.get(ref).state is State.MOVED


def test_what_moved_in_a_pdf_is_shown_and_accepted_where_its_page_has_put_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(plain("First words", FUND))
    ((_path, document),) = workspace.library.bring_in([tmp_path / "a.pdf"]).came_in
    put, gone = Anchor(FUND, "First words ", "", 12, 12 + len(FUND)), Anchor("Not in there", "", "", 0, 12)
    for anchor in (put, gone):
        workspace.annotations.mark(document, anchor, Colour.AMBER, page=1)
    marks = workspace.annotations.on(document)
    workspace.annotations.settle(
        {one.ref: Placed(State.MOVED, one.anchor.start, one.anchor.end, one.anchor) for one in marks}
    )
    now = {moved.annotation.anchor: moved.now for moved in workspace.review.moved()}
    assert now == {put: FUND, gone: ""}
    there, lost = (next(one.ref for one in marks if one.anchor == anchor) for anchor in (put, gone))
    workspace.review.accept([there])
    after = workspace.annotations.get(there)
    assert (after.state, after.anchor) == (State.EXACT, put)
    with pytest.raises(AppError, match="not in the text any more"):
        workspace.review.accept([lost])


def test_words_that_are_gone_cannot_be_accepted(edited: Workspace) -> None:
    with edited:
        (lost,) = edited.annotations.lost()
        with pytest.raises(AppError, match="not in the text any more"):
            edited.review.accept([lost.ref])


def test_a_highlight_has_to_do_with_the_alliances_that_link_to_it(workspace: Workspace) -> None:
    coast, shore, dune = (workspace.alliances.add(name)[1] for name in ("Coast", "Shore", "Dune"))
    one, other = mark(workspace, FUND), mark(workspace, TIDE, f"Like {pointer_to(shore, 'Shore')}")
    workspace.journal.add(Draft(coast, date(2026, 11, 3), parts={WHAT: f"See {pointer_to(one, 'the fund')}"}))
    workspace.annotations.add_note(dune, "On all of them")
    about = workspace.annotations.context()
    assert about.alliances[one] == {coast}
    assert about.alliances[other] == {shore}
    (on_dune,) = workspace.annotations.notes_about(dune)
    assert about.alliances[on_dune.ref] == {dune}
    assert about.questions[PAPER]


def test_highlights_speak_to_the_questions_of_their_texts(workspace: Workspace) -> None:
    ref = mark(workspace, FUND)
    (key, *_) = workspace.annotations.context().questions[PAPER]
    assert [one.ref for one in workspace.annotations.on_question(key)] == [ref]
    assert workspace.annotations.on_question("no-such") == []


def test_a_note_of_its_own(workspace: Workspace) -> None:
    _, ref = workspace.annotations.add_free("Gathered", "Some #words")
    note = workspace.annotations.get_note(ref)
    assert (note.is_free, note.about_title, note.tags) == (True, "Gathered", ("words",))
    with pytest.raises(AppError, match="Write the note"):
        workspace.annotations.add_free("Empty", " ")
    workspace.annotations.remove(ref)
    workspace.annotations.restore(ref)
    assert workspace.annotations.get_note(ref).text == "Some #words"


def test_other_ones_come_up_each_day_and_every_one_has_its_turn() -> None:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    marks = [
        Annotation(
            Ref(Kind.ANNOTATION, str(n)),
            PAPER,
            Anchor("x", "", "", 0, 1),
            Colour.AMBER,
            State.EXACT,
            "",
            made,
            made,
        )
        for n in range(7)
    ]
    days = [date(2026, 6, 1) + timedelta(n) for n in range(14)]
    shown = [recalled(marks, day, 1)[0].ref for day in days]
    assert len(set(shown)) == 7
    assert all(one != other for one, other in pairwise(shown[:7]))
    assert recalled(marks, days[0], 1) == recalled(marks, days[0], 1)
    assert recalled(marks, made.date(), 2) == []
    assert recalled([], days[0], 2) == []
