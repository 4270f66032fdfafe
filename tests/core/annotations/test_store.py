"""Highlights and notes: made, found, settled, taken away and brought back."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_quote, of_html, place
from animating_alliances_desktop.core.annotations.model import Anchor, Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace

PAPER = Ref(Kind.PAPER, "overview")


def anchor(workspace: Workspace, quote: str) -> Anchor:
    whole = of_html(workspace.library.html_of(PAPER))
    found = find_quote(whole, quote)
    assert found is not None
    return anchor_of(whole, *found)


def test_a_highlight_with_a_note_is_found_by_both(workspace: Workspace) -> None:
    changes = workspace.annotations.mark(
        PAPER, anchor(workspace, "pooled fund decides"), Colour.ROSE, "Ask Ines"
    )
    assert changes.touch(Kind.PAPER)
    assert changes.touch(Kind.NOTE)
    (mark,) = workspace.annotations.on(PAPER)
    assert (mark.anchor.exact, mark.colour, mark.note, mark.state) == (
        "pooled fund decides", Colour.ROSE, "Ask Ines", State.EXACT
    )  # fmt: skip
    assert workspace.search.ask("ask ines", (Kind.NOTE,)).total == 1
    assert workspace.search.ask("pooled", (Kind.ANNOTATION,)).results[0].ref == mark.ref


def test_a_note_is_rewritten_and_blanked(workspace: Workspace) -> None:
    workspace.annotations.mark(PAPER, anchor(workspace, "pooled fund"), Colour.BLUE)
    (mark,) = workspace.annotations.on(PAPER)
    for text, kept in (("One", "One"), ("Two", "Two"), ("  ", "")):
        workspace.annotations.write_note(mark.ref, text)
        assert workspace.annotations.get(mark.ref).note == kept
    assert workspace.annotations.notes() == []


def test_a_removed_highlight_comes_back_with_its_note(workspace: Workspace) -> None:
    workspace.annotations.mark(PAPER, anchor(workspace, "pooled fund"), Colour.GREEN, "Why?")
    before = workspace.annotations.on(PAPER)
    workspace.annotations.remove(before[0].ref)
    assert (workspace.annotations.on(PAPER), workspace.annotations.notes()) == ([], [])
    workspace.annotations.restore(before[0].ref)
    assert workspace.annotations.on(PAPER) == before


def test_a_changed_text_moves_a_highlight_or_loses_it_and_says_so(workspace: Workspace) -> None:
    workspace.annotations.mark(PAPER, anchor(workspace, "pooled fund decides"), Colour.AMBER)
    workspace.annotations.mark(PAPER, anchor(workspace, "Opening words about the tide"), Colour.AMBER)
    changed = of_html(
        "<p>A new first paragraph.</p>"
        "<p>Money must come quickly when the harbour floods. The pooled fund decides within a day.</p>"
    )
    marks = workspace.annotations.on(PAPER)
    workspace.annotations.settle({mark.ref: place(changed, mark.anchor) for mark in marks})
    states = {mark.anchor.exact: mark.state for mark in workspace.annotations.on(PAPER)}
    assert states == {"pooled fund decides": State.MOVED, "Opening words about the tide": State.LOST}
    assert [mark.anchor.exact for mark in workspace.annotations.lost()] == ["Opening words about the tide"]


def test_notes_on_whole_texts_questions_and_alliances(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast")[1]
    for about in (PAPER, Ref(Kind.QUESTION, "engagement"), alliance):
        workspace.annotations.add_note(about, f"On {about.kind}")
        assert [note.text for note in workspace.annotations.notes_about(about)] == [f"On {about.kind}"]
    titles = {note.about_title for note in workspace.annotations.notes()}
    assert titles == {"What helps alliances", "Engagement", "Coast"}
    with pytest.raises(AppError):
        workspace.annotations.add_note(PAPER, "  ")
    with pytest.raises(AppError, match="There is no case"):
        workspace.annotations.add_note(Ref(Kind.CASE, "none"), "x")


def test_own_notes_gather_under_their_question(workspace: Workspace) -> None:
    question = Ref(Kind.QUESTION, "engagement")
    workspace.annotations.add_note(question, "Time is the thing.")
    workspace.annotations.mark(PAPER, anchor(workspace, "pooled fund"), Colour.AMBER)
    overview = workspace.enquiry.overview(question)
    assert [line.line for line in overview.own] == ["pooled fund", "Time is the thing."]
    assert [line.ref for line in overview.texts[Kind.CASE]] == [Ref(Kind.CASE, "harbour")]
    assert [question.own for question in workspace.enquiry.questions()] == [2]


def test_the_first_words_of_a_text_are_found_though_all_behind_them_changed() -> None:
    before = of_html("<p>Opening words.</p><p>The tide came in.</p>")
    found = find_quote(before, "Opening words.")
    assert found is not None
    after = of_html(
        "<p>Opening words.</p><p>Something else was put in here, at some length.</p><p>The tide came in.</p>"
    )
    placed = place(after, anchor_of(before, *found))
    assert (placed.state, after.text[placed.start : placed.end]) == (State.EXACT, "Opening words.")
