"""Tags over everything: put on, renamed, merged, removed, brought back; typed into notes; known to search."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.model import Anchor, Colour
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.gathering.model import typed_tags
from animating_alliances_desktop.core.workspace import Workspace

PAPER, CASE = Ref(Kind.PAPER, "overview"), Ref(Kind.CASE, "harbour")
WORDS = ("alpha", "beta", "gamma")
THINGS = (PAPER, CASE, Ref(Kind.QUESTION, "engagement"))


def names(workspace: Workspace, ref: Ref) -> list[str]:
    return [tag.name for tag in workspace.tags.of(ref)]


def found(workspace: Workspace, query: str) -> set[Ref]:
    return {result.ref for result in workspace.search.ask(query, limit=50).results}


def only(changes: Changes, kind: Kind) -> Ref:
    (ref,) = [ref for ref in changes if ref.kind is kind]
    return ref


def note(workspace: Workspace, text: str) -> Ref:
    return only(workspace.annotations.add_note(PAPER, text), Kind.NOTE)


def tag_named(workspace: Workspace, name: str) -> Ref:
    return next(tag.ref for tag in workspace.tags.listed() if tag.name == name)


def test_anything_can_have_tags_whatever_their_capitals(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast")[1]
    for ref in (PAPER, alliance):
        changes = workspace.tags.tag(ref, "  Slow   trust ")
        assert changes.touch(ref.kind)
    workspace.tags.tag(PAPER, "slow TRUST")
    assert names(workspace, PAPER) == names(workspace, alliance) == ["Slow trust"]
    (tag,) = workspace.tags.listed()
    assert (tag.name, tag.things) == ("Slow trust", 2)
    assert {thing.title for thing in workspace.tags.things(tag.ref)} == {"Coast", "What helps alliances"}
    assert workspace.tags.by_thing()[PAPER] == ("Slow trust",)


def test_a_tag_is_taken_off_and_one_that_nothing_has_is_not_listed(workspace: Workspace) -> None:
    workspace.tags.tag(PAPER, "trust")
    workspace.tags.untag(PAPER, tag_named(workspace, "trust"))
    assert names(workspace, PAPER) == []
    assert workspace.tags.listed() == []
    assert found(workspace, "tag:trust") == set()


@pytest.mark.parametrize("name", ["", "  ", "#", "##;"])
def test_a_tag_needs_a_name(workspace: Workspace, name: str) -> None:
    with pytest.raises(AppError, match="Write a name"):
        workspace.tags.tag(PAPER, name)


def test_what_is_not_there_cannot_be_tagged(workspace: Workspace) -> None:
    with pytest.raises(AppError, match="not there any more"):
        workspace.tags.tag(Ref(Kind.CASE, "no-such"), "trust")


def test_search_knows_the_tag_of_a_shipped_text_and_its_new_name(workspace: Workspace) -> None:
    workspace.tags.tag(PAPER, "Slow trust")
    assert found(workspace, "tag:slow") == found(workspace, 'tag:"slow trust"') == {PAPER}
    workspace.tags.rename(tag_named(workspace, "Slow trust"), "Patience")
    assert found(workspace, "tag:slow") == set()
    assert found(workspace, "tag:patience") == {PAPER}
    assert PAPER in found(workspace, "patience")
    assert PAPER in found(workspace, "tide"), "its own words are still known"


def test_a_rebuilt_index_gives_the_same_answers(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast", "See to the tide")[1]
    for ref, name in ((PAPER, "trust"), (PAPER, "money"), (CASE, "trust"), (alliance, "money")):
        workspace.tags.tag(ref, name)
    note(workspace, "A thought #trust about [[aa:case/harbour|Start]]")
    workspace.tags.untag(PAPER, tag_named(workspace, "money"))
    workspace.tags.rename(tag_named(workspace, "trust"), "Confidence")

    def digest() -> str:
        with workspace._database.connect() as connection:
            return workspace._index.digest(connection)

    before, mentions = digest(), workspace.links.mentions_of(CASE)
    workspace.rebuild_index()
    assert digest() == before
    assert workspace.links.mentions_of(CASE) == mentions != []
    assert workspace.check() == []


def test_two_tags_become_one_and_two_again(workspace: Workspace) -> None:
    workspace.tags.tag(PAPER, "trust")
    workspace.tags.tag(CASE, "trust")
    workspace.tags.tag(CASE, "confidence")
    trust, confidence = tag_named(workspace, "trust"), tag_named(workspace, "confidence")
    with pytest.raises(AppError, match="Merge the two"):
        workspace.tags.rename(trust, "Confidence")
    with pytest.raises(AppError, match="Choose another tag"):
        workspace.tags.merge(trust, trust)
    merged = workspace.tags.merge(trust, confidence)
    assert merged.changes.touch(Kind.PAPER)
    assert names(workspace, PAPER) == names(workspace, CASE) == ["confidence"]
    assert found(workspace, "tag:confidence") == {PAPER, CASE}
    workspace.tags.unmerge(merged)
    assert names(workspace, PAPER) == ["trust"]
    assert names(workspace, CASE) == ["confidence", "trust"]
    assert found(workspace, "tag:confidence") == {CASE}


def test_a_removed_tag_comes_back_to_everything_that_had_it(workspace: Workspace) -> None:
    workspace.tags.tag(PAPER, "trust")
    workspace.tags.tag(CASE, "trust")
    _, batch = workspace.tags.remove(tag_named(workspace, "trust"))
    assert found(workspace, "tag:trust") == set()
    workspace.tags.tag(PAPER, "Trust")
    workspace.tags.restore(batch)
    assert [(tag.name, tag.things) for tag in workspace.tags.listed()] == [("Trust", 2)]
    assert found(workspace, "tag:trust") == {PAPER, CASE}


def test_a_thing_takes_its_tags_with_it_and_brings_them_back(workspace: Workspace) -> None:
    workspace.annotations.mark(PAPER, Anchor("tide", "", "", 22, 26), Colour.AMBER, "Ask #ines")
    (mark,) = workspace.annotations.on(PAPER)
    workspace.tags.tag(mark.ref, "money")
    workspace.annotations.remove(mark.ref)
    assert workspace.tags.listed() == []
    workspace.annotations.restore(mark.ref)
    assert [tag.name for tag in workspace.tags.listed()] == ["ines", "money"]


def test_a_thing_comes_back_without_a_tag_that_was_removed_meanwhile(workspace: Workspace) -> None:
    ref = note(workspace, "Plain")
    workspace.tags.tag(ref, "money")
    tag = tag_named(workspace, "money")
    workspace.annotations.remove(ref)
    workspace.tags.remove(tag)
    workspace.annotations.restore(ref)
    assert workspace.annotations.get_note(ref).text == "Plain"
    assert names(workspace, ref) == []


def test_words_typed_with_a_hash_are_tags_of_the_note(workspace: Workspace) -> None:
    ref = note(workspace, "We were slow. #Slow #trust-in-hubs, see https://x.org/a#b and issue #12 #x")
    assert names(workspace, ref) == ["Slow", "trust-in-hubs"]
    assert found(workspace, "tag:slow") == {ref}
    workspace.annotations.change_note(ref, "We were slow. #slow")
    assert names(workspace, ref) == ["Slow"]
    workspace.tags.tag(ref, "by hand")
    workspace.annotations.change_note(ref, "We were slow.")
    assert names(workspace, ref) == ["by hand"]


def test_a_renamed_tag_does_not_come_back_under_its_old_name(workspace: Workspace) -> None:
    ref = note(workspace, "We were #slow")
    workspace.tags.rename(tag_named(workspace, "slow"), "patience")
    workspace.annotations.change_note(ref, "We were #slow then")
    assert names(workspace, ref) == ["patience"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#one two #Three", ["one", "Three"]),
        ("#same #Same #SAME", ["SAME"]),
        ("(#risk) “#return”", ["risk", "return"]),
        ("no#tag a&#b; /#c ##d", []),
        ("# heading", []),
        ("#größe #ação-1", ["größe", "ação-1"]),
    ],
)
def test_what_is_a_typed_tag(text: str, tags: list[str]) -> None:
    assert typed_tags(text) == tags


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.integers(0, 2)), max_size=12))
def test_however_tags_are_moved_about_search_agrees_with_the_list(
    workspace: Workspace, steps: list[tuple[int, int, int]]
) -> None:
    for act, one, other in steps:
        step(workspace, act, WORDS[one], WORDS[other], THINGS[other])
    for tag in workspace.tags.listed():
        had = {thing.ref for thing in workspace.tags.things(tag.ref)}
        assert found(workspace, f"tag:{tag.name}") == had
        assert len(had) == tag.things
    assert workspace.check() == []


def step(workspace: Workspace, act: int, name: str, other: str, thing: Ref) -> None:
    """Put a tag on something; or, if it is there, take it off, remove it, or merge it."""
    listed = {tag.name: tag.ref for tag in workspace.tags.listed()}
    if act < 3 or name not in listed:
        workspace.tags.tag(thing, name)
    elif act == 3:
        workspace.tags.untag(thing, listed[name])
    elif act == 4:
        workspace.tags.remove(listed[name])
    elif other in listed and other != name:
        workspace.tags.merge(listed[name], listed[other])
