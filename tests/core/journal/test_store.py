"""An entry is a draft until it is kept; then it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import RevisionRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import FREE, TEXT, WHAT, Asked, Draft
from animating_alliances_desktop.core.workspace import Workspace

DAY = date(2026, 11, 20)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    return workspace.alliances.add("Coast")[1]


def test_a_draft_saves_itself_again_and_again(workspace: Workspace, coast: Ref) -> None:
    draft = Draft(coast, DAY, parts={WHAT: "We met."})
    changes, entry = workspace.journal.begin(draft)
    assert changes.touch(Kind.ENTRY)
    draft = replace(draft, parts={WHAT: "We met. Nobody spoke."}, minutes=90)
    _changes, saved = workspace.journal.save(entry.ref, entry.rev, draft)
    assert saved.rev == 2
    assert workspace.journal.get(entry.ref).draft == draft
    assert workspace.search.ask("nobody spoke", (Kind.ENTRY,)).results[0].ref == entry.ref


def test_a_save_that_saw_an_older_state_is_refused(workspace: Workspace, coast: Ref) -> None:
    draft = Draft(coast, DAY, FREE, parts={TEXT: "One."})
    _changes, entry = workspace.journal.begin(draft)
    workspace.journal.save(entry.ref, 1, replace(draft, parts={TEXT: "Two."}))
    with pytest.raises(AppError, match="changed elsewhere"):
        workspace.journal.save(entry.ref, 1, replace(draft, parts={TEXT: "Three."}))
    assert workspace.journal.get(entry.ref).draft.said(TEXT) == "Two."


def test_what_was_kept_stands_and_thoughts_are_added(workspace: Workspace, coast: Ref) -> None:
    _changes, entry = workspace.journal.begin(Draft(coast, DAY, parts={WHAT: "We met."}))
    workspace.journal.keep(entry.ref)
    kept = workspace.journal.get(entry.ref)
    assert kept.kept is not None
    with pytest.raises(AppError, match="stands as it was kept"):
        workspace.journal.save(entry.ref, kept.rev, Draft(coast, DAY, parts={WHAT: "We quarrelled."}))
    workspace.journal.add_thought(entry.ref, " I was wrong about Ines. ")
    (thought,) = workspace.journal.get(entry.ref).addenda
    assert thought.text == "I was wrong about Ines."
    assert workspace.search.ask("wrong about ines").results[0].ref == entry.ref


def test_nothing_cannot_be_kept(workspace: Workspace, coast: Ref) -> None:
    with pytest.raises(AppError, match="Write something first"):
        workspace.journal.add(Draft(coast, DAY, title="Only a title"))
    with pytest.raises(AppError, match="minutes"):
        workspace.journal.add(Draft(coast, DAY, parts={WHAT: "x"}, minutes=-1))
    assert workspace.journal.listed() == []


def test_lists_go_by_alliance_which_counts_its_entries(workspace: Workspace, coast: Ref) -> None:
    hills = workspace.alliances.add("Hills")[1]
    for alliance, day in ((coast, 3), (coast, 5), (hills, 5)):
        workspace.journal.add(Draft(alliance, date(2026, 11, day), parts={WHAT: f"Day {day}"}))
    assert [entry.draft.day.day for entry in workspace.journal.listed(coast)] == [5, 3]
    assert workspace.alliances.get(coast).entries == 2
    assert workspace.alliances.get(coast).last_entry == date(2026, 11, 5)


def test_a_renamed_alliance_is_found_with_its_entries(workspace: Workspace, coast: Ref) -> None:
    _changes, entry = workspace.journal.add(Draft(coast, DAY, parts={WHAT: "We met at the pier."}))
    workspace.alliances.describe(coast, "Shoreline", "", "")
    (found,) = workspace.search.ask("pier alliance:shoreline").results
    assert found.ref == entry.ref


def test_prompts_fit_the_moment_and_turn(workspace: Workspace) -> None:
    def texts(asked: Asked = Asked(), **more: int) -> list[str]:  # noqa: B008
        return [prompt.ref.key for prompt in workspace.prompts.offered(DAY, asked, **more)]

    assert texts(Asked(moments=("conflict",))) == ["silence"]
    workspace.settings.choose("prompt_minutes", 3)
    assert texts() == ["landed-on-hub"]
    workspace.settings.choose("prompt_minutes", 25)
    assert texts(Asked(moments=("ending",))) == []
    assert texts(most=1, turn=0) != texts(most=1, turn=1)
    assert texts() == texts()


def test_prompts_that_fit_best_come_first(workspace: Workspace) -> None:
    def first(asked: Asked) -> str:
        return workspace.prompts.offered(DAY, asked)[0].ref.key

    assert first(Asked(role="chair")) == "silence"
    assert first(Asked(role="animator")) == "landed-on-hub"
    assert first(Asked(phase="reviewing")) == "silence"
    assert first(Asked(role="chair", part=(Ref.parse("prompt/landed-on-hub"),))) == "landed-on-hub"
    assert [one.ref.key for one in workspace.prompts.offered(DAY, Asked(minutes=3))] == ["landed-on-hub"]


def test_a_keep_is_taken_back_unless_a_thought_was_added(workspace: Workspace, coast: Ref) -> None:
    _changes, entry = workspace.journal.add(Draft(coast, DAY, parts={WHAT: "We met."}))
    workspace.journal.reopen(entry.ref)
    draft = workspace.journal.get(entry.ref)
    assert draft.kept is None
    workspace.journal.save(entry.ref, draft.rev, Draft(coast, DAY, parts={WHAT: "We met, and voted."}))
    workspace.journal.keep(entry.ref)
    workspace.journal.add_thought(entry.ref, "Did we?")
    with pytest.raises(AppError, match="stands as it was kept"):
        workspace.journal.reopen(entry.ref)


def test_its_texts_go_by_the_form_and_nothing_is_left_out(workspace: Workspace, coast: Ref) -> None:
    parts = {"strange": "Who?", "if-then": "If so.", WHAT: "We met.", "so-what": "  "}
    _changes, entry = workspace.journal.add(Draft(coast, DAY, parts=parts))
    wanted = (("What happened", "We met."), ("If … then I …", "If so."), ("Strange", "Who?"))
    assert entry.texts == workspace.journal.get(entry.ref).texts == wanted
    assert entry.opening == "We met."


def test_what_was_overwritten_in_a_part_is_kept(workspace: Workspace, coast: Ref) -> None:
    _changes, entry = workspace.journal.begin(
        Draft(coast, DAY, parts={WHAT: "We met.", "so-what": "It rained."})
    )
    workspace.journal.save(entry.ref, entry.rev, Draft(coast, DAY, parts={"so-what": "It rained."}))
    with workspace._database.read() as session:
        (revision,) = session.scalars(select(RevisionRow))
    assert revision.texts["parts"][WHAT] == "We met."


def test_the_scale_has_five_steps(workspace: Workspace, coast: Ref) -> None:
    _changes, entry = workspace.journal.add(Draft(coast, DAY, parts={WHAT: "We met."}, energy=1, trust=5))
    assert (entry.draft.energy, entry.draft.trust) == (1, 5)
    with pytest.raises(AppError, match="from 1 to 5"):
        workspace.journal.add(Draft(coast, DAY, parts={WHAT: "We met."}, trust=6))


def test_its_first_words_are_the_writers_own(workspace: Workspace, coast: Ref) -> None:
    text = "› Whose silence was it?\n# Kitchens\n\nThe *manager* came, 2 * 3.\n- two `farms`"
    entry = workspace.journal.add(Draft(coast, DAY, FREE, parts={TEXT: text}))[1]
    assert entry.opening == "Kitchens The manager came, 2 * 3. two farms"


def test_it_knows_what_was_taken_from_it(workspace: Workspace, coast: Ref) -> None:
    lines = "-> Ines sends the draft\n! We meet again\n-> Tomasz rings"
    entry = workspace.journal.add(Draft(coast, DAY, parts={WHAT: lines}))[1]
    assert workspace.journal.get(entry.ref).left == ((Kind.ACTION, 2), (Kind.DECISION, 1))
