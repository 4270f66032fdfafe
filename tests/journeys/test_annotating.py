"""Working with what was marked: tags, links with completion, mentions, gathering, and a search by tag."""

from __future__ import annotations

from pathlib import Path

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands
from tests.journeys.papers import TITLE, enquiry, shelve
from tests.journeys.test_reading import FUND, MONEY, mark, read

OVERVIEW, ENGAGEMENT = Ref(Kind.PAPER, "overview"), Ref(Kind.QUESTION, "engagement")


def write_note(hands: Hands, words: str, note: str) -> None:
    """Write on a highlight of the text that is open."""
    hands.choose("Notes on this text", words, key=KEY.Key_F2)
    hands.write("Your note", note)


def test_a_note_links_to_a_case_which_then_says_who_mentions_it(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    mark(hands, MONEY, "reader.mark_green")
    write_note(hands, MONEY, "Slower than ours. #slow As in [[harb")
    hands.sees("Harbour Alliance")
    hands.wait(lambda: "Harbour Alliance" in hands.rows("Things to link to")[0])
    hands.key(KEY.Key_Return)
    hands.press("Done")
    hands.wait(lambda: disk("SELECT target, words FROM link") != [])
    ((target, words),) = disk("SELECT target, words FROM link")
    assert (target, words) == ("aa:case/harbour", "#slow As in [[aa:case/harbour|Harbour Alliance]]")
    assert disk("SELECT name FROM tag") == [("slow",)]

    hands.app.open(Ref(Kind.CASE, "harbour"))
    hands.sees("Mentioned in", "As in Harbour Alliance")
    hands.open("Mentioned in", "As in Harbour Alliance")
    hands.sees("Opening words")

    hands.app.go("search", "tag:slow")
    hands.wait(lambda: any("Slower than ours" in row for row in hands.rows("What was found")))


def test_a_tag_is_put_on_a_text_by_key_and_the_library_filters_by_it(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    hands.key(KEY.Key_T, CTRL)
    hands.wait(lambda: hands.window is not hands.main)
    hands.write("Add a tag", "retreat")
    hands.key(KEY.Key_Return)
    hands.press("Done")
    hands.wait(lambda: disk("SELECT target FROM tagging") == [("aa:paper/overview",)])
    hands.go("library")
    hands.pick("All tags and collections", "#retreat")
    hands.wait(lambda: [row for row in hands.rows("Texts") if "What helps" in row] != [])
    hands.wait(lambda: len(hands.rows("Texts")) == 2)
    hands.key(KEY.Key_Z, CTRL)
    hands.wait(lambda: disk("SELECT target FROM tagging") == [])
    hands.wait(lambda: len(hands.rows("Texts")) > 2)


def test_two_highlights_are_gathered_into_an_entry_that_leads_back_to_them(
    begin: Begin, folder: Path, small_content: Path, disk: Disk
) -> None:
    with Workspace.open(folder, small_content) as workspace:
        workspace.catch_up()
        workspace.alliances.add("Coast")
        for quote in (MONEY, FUND):
            workspace.write_note(OVERVIEW, "ours, too", quote)
    hands = begin()
    hands.go("notes")
    hands.choose("Notes and highlights", MONEY)
    hands.key(KEY.Key_Down, SHIFT)
    hands.app.window.page("notes").header.into_entry.trigger()  # type: ignore[attr-defined]
    hands.arrives("journal")
    hands.wait(lambda: disk("SELECT count(*) FROM entry") == [(1,)])
    ((text,),) = disk("SELECT json_extract(parts, '$.text') FROM entry")
    assert f"> {MONEY}" in text
    assert f"> {FUND}" in text
    hands.press("Keep")
    hands.sees("Kept on")
    entry = hands.app.workspace.journal.listed()[0].ref
    hands.app.open(OVERVIEW)
    hands.sees("Mentioned in")
    hands.open("Mentioned in", MONEY[:20])
    hands.arrives("journal")
    assert hands.app.window.page("journal").subject() == (entry,)  # type: ignore[attr-defined]


def test_marks_recolouring_and_notes_are_taken_back_one_after_the_other(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    mark(hands, MONEY, "reader.mark_amber")
    write_note(hands, MONEY, "Half a thought")
    hands.press("Done")
    hands.wait(lambda: disk("SELECT text FROM note") == [("Half a thought",)])
    hands.sheet.setFocus()
    hands.key(KEY.Key_Z, CTRL)
    hands.wait(lambda: disk("SELECT text FROM note") == [])
    hands.key(KEY.Key_Z, CTRL)
    hands.wait(lambda: disk("SELECT exact FROM annotation") == [])


def test_a_paper_a_pack_and_a_question_say_who_mentions_them(
    begin: Begin, folder: Path, small_content: Path
) -> None:
    with Workspace.open(folder, small_content) as workspace:
        workspace.catch_up()
        paper = shelve(workspace, TITLE, enquiry())
    goals = {paper: "pdf", Ref(Kind.SLIDES, "introduction"): "slides", ENGAGEMENT: "enquiry"}
    hands = begin()
    hands.app.open(paper)
    hands.arrives("pdf")
    hands.sees("(1 of 4)")
    hands.misses("Mentioned in")
    read(hands, MONEY)
    mark(hands, MONEY, "reader.mark_green")
    write_note(
        hands, MONEY, "As in " + ", ".join(f"[[{goal}|{page} of ours]]" for goal, page in goals.items())
    )
    hands.press("Done")
    hands.settle()
    for goal, page in goals.items():
        hands.app.open(goal)
        hands.arrives(page)
        hands.sees("Mentioned in", "As in Animating Alliances: an enquiry, Introduction, Engagement")
        hands.choose("Mentioned in", "As in Animating Alliances")
        hands.arrives("reader")
        hands.sees("Opening words")
    hands.choose("Notes on this text", MONEY, key=KEY.Key_Delete)
    hands.settle()
    for goal, page in goals.items():
        hands.app.open(goal)
        hands.arrives(page)
        hands.misses("Mentioned in")
