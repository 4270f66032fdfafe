"""What somebody has gathered after some weeks: two alliances, entries, notes, a place in a text, a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Wish
from animating_alliances_desktop.core.journal.model import NOW_WHAT, SO_WHAT, WHAT, Draft
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.workspace import Workspace

OVERVIEW, CASE = Ref.parse("paper/overview"), Ref.parse("case/harbour")
QUESTION = Ref.parse("question/engagement")
DAY, LATER = date(2026, 11, 20), date(2026, 11, 22)


def fill(folder: Path, content: Path, **chosen: object) -> None:
    """Make a workspace with these things in it, and with these settings."""
    document = folder.parent / "charter.md"
    document.write_text("# Charter\n\nWe decide by consent.\n", encoding="utf-8")
    with Workspace.open(folder, content) as held:
        held.catch_up()
        coast = held.alliances.add(
            "Estuary Compact", "Clean water from spring to sea", "Fourteen around a river."
        )[1]
        table = held.alliances.add("Good Food Table", "School kitchens that buy from near by")[1]
        held.alliances.add_member(coast, "Harbour Trust", "Ines Obi", "A dry quay")
        parts = {WHAT: "The vote was put off again.", SO_WHAT: "It was fatigue.", NOW_WHAT: "Ring Tomasz."}
        title = "The week we did not vote"
        kept = Draft(coast, DAY, title=title, parts=parts, minutes=90)
        _changes, entry = held.journal.add(kept)
        held.actions.add(coast, Wish("Send round the charter", "Harbour Trust", LATER, agreed=True), DAY)
        held.decisions.add(coast, "We vote in January.", DAY)
        held.journal.add_thought(entry.ref, "Nobody had slept.")
        held.journal.begin(Draft(table, LATER, title="Two farms", parts={WHAT: "The kitchen manager came."}))
        held.write_note(OVERVIEW, "Ours took a year.", "The pooled fund decides within a day")
        held.write_note(OVERVIEW, "Read this again.")
        held.write_note(CASE, "Who would be our mediator?", "quarrelled over money")
        held.annotations.add_note(QUESTION, "Good will ends at half past five.")
        held.library.remember(OVERVIEW, Place(60, "", 0.4))
        held.library.bring_in([document])
        for name, value in chosen.items():
            held.settings.choose(name, value)
