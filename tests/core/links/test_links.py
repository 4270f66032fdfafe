"""Links are kept with the text that holds them, survive renaming, and tell who points where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Annotation, Colour
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.model import TEXT, WHAT, Draft
from animating_alliances_desktop.core.pointing import (
    in_markdown,
    in_words,
    pointer_to,
    pointers,
    retitled,
    sentence_around,
)
from animating_alliances_desktop.core.workspace import Workspace

PAPER, CASE = Ref(Kind.PAPER, "overview"), Ref(Kind.CASE, "harbour")


def mark(workspace: Workspace, quote: str) -> Annotation:
    whole = of_html(workspace.library.html_of(PAPER))
    found = find_quote(whole, quote)
    assert found is not None
    workspace.annotations.mark(PAPER, anchor_of(whole, *found), Colour.AMBER)
    return next(one for one in workspace.annotations.on(PAPER) if one.anchor.exact == quote)


def test_who_points_at_a_text_and_at_a_passage_of_it(workspace: Workspace) -> None:
    passage = mark(workspace, "pooled fund decides")
    alliance = workspace.alliances.add("Coast")[1]
    words = f"We met. Our fund is like {pointer_to(passage.ref, 'that')} they say! Then tea."
    entry = workspace.journal.add(Draft(alliance, date(2026, 11, 3), title="Fund", parts={WHAT: words}))[
        1
    ].ref
    workspace.annotations.add_note(CASE, f"Compare {pointer_to(PAPER, 'the overview')}.")
    mentions = workspace.links.mentions_of(PAPER)
    assert [(one.source.kind, one.title, one.words, one.quote) for one in mentions] == [
        (Kind.NOTE, "Harbour Alliance", "Compare What helps alliances.", ""),
        (Kind.ENTRY, "Fund", "Our fund is like “pooled fund decides” they say!", "pooled fund decides"),
    ]
    assert mentions[1].source == entry
    assert mentions[1].passage == passage.ref
    assert workspace.links.mentions_of(passage.ref)[0].source == entry


def test_links_follow_every_change_of_the_text(workspace: Workspace) -> None:
    workspace.annotations.add_note(PAPER, f"{pointer_to(CASE, 'Start')} and {pointer_to(CASE, 'again')}")
    (note,) = workspace.annotations.notes()
    assert len(workspace.links.mentions_of(CASE)) == 1
    workspace.annotations.change_note(note.ref, "Nothing")
    assert workspace.links.mentions_of(CASE) == []
    workspace.annotations.change_note(note.ref, pointer_to(CASE, "Start"))
    workspace.annotations.remove(note.ref)
    assert workspace.links.mentions_of(CASE) == []
    workspace.annotations.restore(note.ref)
    assert len(workspace.links.mentions_of(CASE)) == 1


def test_a_later_thought_points_for_its_entry_and_goes_with_it(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast")[1]
    entry = workspace.journal.add(Draft(alliance, date(2026, 11, 3), parts={WHAT: "A call"}))[1].ref
    workspace.journal.add_thought(entry, f"As in {pointer_to(CASE, 'Start')}")
    assert [mention.source for mention in workspace.links.mentions_of(CASE)] == [entry]
    _, batch = workspace.journal.remove(entry)
    assert workspace.links.mentions_of(CASE) == []
    workspace.journal.restore(batch)
    assert [mention.source for mention in workspace.links.mentions_of(CASE)] == [entry]


def test_a_renamed_thing_is_shown_under_its_present_name(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast")[1]
    workspace.annotations.add_note(PAPER, f"Ask {pointer_to(alliance, 'Coast')}")
    workspace.alliances.describe(alliance, "Shore", "", "")
    (note,) = workspace.annotations.notes()
    assert in_words(note.text) == "Ask Shore"
    assert [mention.words for mention in workspace.links.mentions_of(alliance)] == ["Ask Shore"]
    workspace.annotations.remove(note.ref)
    workspace.annotations.restore(note.ref)
    assert [mention.words for mention in workspace.links.mentions_of(alliance)] == ["Ask Shore"]
    entry = workspace.journal.add(Draft(alliance, date(2026, 11, 3), parts={TEXT: note.text}))[1].ref
    workspace.alliances.describe(alliance, "Beach", "", "")
    assert in_words(workspace.journal.get(entry).draft.said(TEXT)) == "Ask Beach"
    assert in_words(workspace.journal.listed()[0].draft.said(TEXT)) == "Ask Beach"


def test_search_finds_the_title_in_a_link_and_not_its_address(workspace: Workspace) -> None:
    workspace.annotations.add_note(PAPER, f"Ask {pointer_to(CASE, 'the tailor of Gloucester')}")
    assert (
        workspace.search.ask("gloucester", (Kind.NOTE,)).results[0].opening == "Ask the tailor of Gloucester"
    )


def test_titles_are_completed_the_likeliest_first(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Harbours of the east")[1]
    passage = mark(workspace, "pooled fund decides")
    assert [goal.ref for goal in workspace.links.complete("harbour")][:2] == [alliance, CASE]
    assert [goal.ref for goal in workspace.links.complete("fund dec")] == [passage.ref]
    assert workspace.links.complete("nothing of that") == []
    assert len(workspace.links.complete("", most=3)) == 3
    for nth in range(15):
        workspace.collections.add(f"Harbour {nth}")
    assert workspace.links.complete("harbours of the east")[0].ref == alliance
    last = workspace.alliances.add("Z harbour")[1]
    east = workspace.alliances.add("Harbour")[1]
    assert workspace.links.complete("harbour")[0].ref == east, "what is called just so comes first"
    assert workspace.links.complete("z harbour")[0].ref == last


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("[[aa:case/start|Start]] and [[aa:paper/form]]", ["aa:case/start", "aa:paper/form"]),
        ("[[aa:nothing/x|y]] [[case/start|y]] [[aa:case/start|y] [aa:case/start]", []),
        ("[[aa:case/a b|y]] [[]] [[|]] [[aa:case/|x]]", []),
        ("[[[aa:case/start|Start]]]", ["aa:case/start"]),
    ],
)
def test_what_points_and_what_does_not(text: str, refs: list[str]) -> None:
    assert [str(pointer.ref) for pointer in pointers(text)] == refs


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40))
def test_whatever_the_title_a_pointer_is_read_back(before: str, title: str, behind: str) -> None:
    before, behind = before.replace("[", "("), behind.replace("]", ")")
    text = f"{before}{pointer_to(CASE, title)}{behind}"
    (pointer,) = pointers(text)
    assert pointer.ref == CASE
    assert text[pointer.start : pointer.end] == pointer_to(CASE, title)
    assert "[[" not in in_words(text)[len(before) :]
    assert next(pointers(retitled(text, {CASE: "Other"}))).title == "Other"
    assert "(<aa:case/harbour>)" in in_markdown(text)


def test_the_sentence_around_a_link() -> None:
    text = "One. Two [[aa:case/x|X]] three?\nFour."
    (pointer,) = pointers(text)
    assert sentence_around(text, pointer.start, pointer.end) == "Two [[aa:case/x|X]] three?"
    text = "Ask [[aa:person/w|Dr. Who]] or [[aa:case/x|X]] of [[aa:person/y|St. Ives]] first. Then rest."
    _who, pointer, _ives = pointers(text)
    assert (
        in_words(sentence_around(text, pointer.start, pointer.end)) == "Ask Dr. Who or X of St. Ives first."
    )
    long = f"{'a' * 250} [[aa:person/w|{'b' * 100}]] [[aa:case/x|X]]"
    *_, pointer = pointers(long)
    assert "[[" not in in_words(sentence_around(long, pointer.start, pointer.end))
    long = "a" * 1000
    (pointer,) = pointers(f"{long}[[aa:case/x|X]]{long}")
    assert len(in_words(sentence_around(f"{long}[[aa:case/x|X]]{long}", pointer.start, pointer.end))) <= 602
