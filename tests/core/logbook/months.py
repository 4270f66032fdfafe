"""Four months of somebody's journal, written as people write: long and short, with aims, later thoughts and names."""

from __future__ import annotations

from datetime import date, timedelta

from animating_alliances_desktop.core.alliances.model import Member
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.workspace import Workspace

FIRST, LAST = date(2026, 8, 3), date(2026, 11, 29)
MEMBERS = (
    Member("", "Harbour Trust", "Ines Duarte", "a quay that stays open in winter"),
    Member("", "Dune Wardens", "Tom Okafor and Ana Lind", "fewer cars on the spit"),
)
WHAT = (
    "We met at the pier office, nine of us and two on the line. Ines opened with the fund, which was on the agenda, "
    "and went on to the *mooring fees*, which were not. For twenty minutes nobody stopped her. Tom looked at "
    "the table. In the end the chair asked whether we could decide about the fund today, and we could: up to two "
    "thousand without asking the board, everything above it within a week.\n\n"
    "- The minutes go out on Thursday\n- Ana drafts the note to the council\n- Nobody took the phone tree\n"
)
SO_WHAT = (
    "The fees matter to one member and cost the others nothing; that is why it takes so long. I noticed that I had "
    "prepared the answer and kept it, because the answer should not come from the hub. Perhaps it should have."
)
NEXT = "If the fees come up again, then I will ask Ines to bring the figures and give it ten minutes with a clock."


def add_alliance(workspace: Workspace, name: str = "Coast") -> Ref:
    alliance = workspace.alliances.add(name)[1]
    for member in MEMBERS:
        workspace.alliances.add_member(alliance, member.name, member.people, member.seeks)
    return alliance


def live_through(workspace: Workspace, alliance: Ref, entries: int) -> list[Ref]:
    """Write so many entries, evenly over the span; each fifth is the log of a week."""
    days = (LAST - FIRST).days
    refs = []
    for nth in range(entries):
        day = FIRST + timedelta(days=nth * days // max(1, entries - 1))
        title = "" if nth % 3 else f"The fund, part {nth // 3 + 1}"
        if nth % 5 == 4:
            aims = f"Hear from everybody before talk number {nth}."
            draft = Draft(
                alliance, day, "weekly-log", title, 15, {"aims": aims, "strategies": SO_WHAT, "learned": NEXT}
            )
        else:
            parts = {"expected": "A short meeting.", "happened": WHAT, "parted": SO_WHAT, "next": NEXT}
            draft = Draft(alliance, day, "standard", title, 60, parts, energy=1 + nth % 5)
        refs.append(workspace.journal.add(draft)[1].ref)
    return refs
