"""One picture of every page, light and dark, to look at: tests/pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.belongings import CASE, fill
from tests.journeys.conftest import Begin
from tests.journeys.hands import Hands
from tests.journeys.papers import HUB, TITLE, enquiry, shelve

PICTURES = Path(__file__).parents[1] / "pictures"
PAGES = {
    "today": ("A draft waits", "Continue reading"),
    "enquiry": ("How can involvement go deeper", "Good will ends at half past five."),
    "library": ("What helps alliances", "Charter"),
    "alliances": ("Good Food Table", "Fourteen around a river."),
    "journal": ("Two farms", "The week we did not vote"),
    "followthrough": ("Send round the charter", "was due 22 Nov"),
    "lookback": ("The week we did not vote", "2026"),
    "brief": ("Last time", "Send round the charter"),
    "notes": ("Ours took a year.", "Who would be our mediator?"),
    "search": ("found",),
    "settings": ("Light or dark", "Your workspace"),
    "pdf": ("(1 of 4)", "Who carries ours?"),
    "reader": ("The members quarrelled", "Who would be our mediator?"),
    "slides": ("Slide 1 of 2", "Say hello first."),
}
OPENED = {"reader": CASE, "slides": Ref.parse("slides/introduction")}
FEW = 40
"""A blank page with its rail has fewer colours than this."""


def go(hands: Hands, page: str) -> None:
    """Go to a page, and let it show something."""
    if page in OPENED:
        hands.app.open(OPENED[page])
    elif page == "brief":
        hands.app.go(page, hands.app.workspace.alliances.named("Estuary Compact"))
    elif page == "pdf":
        hands.app.open(hands.app.workspace.annotations.listed()[0].ref)
    else:
        hands.go(page)
    if page == "search":
        hands.write("Search everything", "harbour")
    hands.sees(*PAGES[page])
    hands.settle()


def still(hands: Hands) -> QImage:
    """A picture of the window, as soon as it is laid out: when it looks the same twice."""
    seen = [QImage()]

    def same() -> bool:
        seen.append(hands.main.grab().toImage())
        return seen[-1] == seen[-2]

    hands.wait(same)
    return seen[-1]


def colours(picture: QImage) -> int:
    """How many colours there are at the points of a fine grid, right of the rail."""
    points = (
        (x, y) for x in range(picture.width() // 4, picture.width(), 2) for y in range(0, picture.height(), 2)
    )
    return len({picture.pixel(x, y) for x, y in points})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_every_page(begin: Begin, folder: Path, small_content: Path, scheme: str) -> None:
    fill(folder, small_content, scheme=scheme)
    with Workspace.open(folder, small_content) as held:
        paper = shelve(held, TITLE, enquiry())
        held.write_note(paper, "Who carries ours?", HUB)
    hands = begin()
    hands.main.resize(1280, 800)
    PICTURES.mkdir(exist_ok=True)
    few = {}
    for page in PAGES:
        go(hands, page)
        picture = still(hands)
        assert picture.save(str(PICTURES / f"{page}-{scheme}.png"))
        assert hands.app.window.messages.words == ""
        if (count := colours(picture)) < FEW:
            few[page] = count
    assert few == {}
