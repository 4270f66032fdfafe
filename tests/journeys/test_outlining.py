"""A colleague's evaluation with an outline of no use: put right beside its text, found in its collection, kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QListWidget

from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, Hands

TEXT = (
    "# The evaluation\n\n## 1_intro_FINAL\n\nNobody had planned that.\n\n## Annex\n\nTables.\n\n"
    + "".join(f"In year {nth} the members met four times.\n\n" for nth in range(40))
    + "## What we ask\n\nLittle.\n"
)
OUTLINE = "Outline of this text"


def lines(hands: Hands) -> list[str]:
    entries = hands.find(QListWidget, OUTLINE)
    return [entries.item(nth).text() for nth in range(entries.count())]


def rewrite(hands: Hands, words: str) -> None:
    """Write other words into the line whose field is open."""
    hands.find(QLineEdit, "Words of this line").clear()
    hands.write("Words of this line", words)
    hands.key(KEY.Key_Return)
    hands.wait(lambda: words in lines(hands))


def test_the_outline_of_a_document_is_put_right_and_stays_so(
    begin: Begin, folder: Path, small_content: Path, tmp_path: Path, disk: Disk
) -> None:
    file = tmp_path / "evaluation.md"
    file.write_text(TEXT)
    with Workspace.open(folder, small_content) as workspace:
        ((_path, ref),) = workspace.library.bring_in([file]).came_in
        workspace.collections.collect(ref, workspace.collections.add("For the board")[1])
    hands = begin()
    hands.main.resize(1280, 800)
    hands.go("search")
    hands.write("Search everything", 'collection:"for the board"')
    hands.sees("in the collection")
    hands.open("What was found", "The evaluation")
    hands.sees("Nobody had planned that.")
    hands.settle()
    assert lines(hands) == ["1_intro_FINAL", "Annex", "What we ask"]

    hands.press("Edit the outline")
    hands.choose(OUTLINE, "1_intro_FINAL", key=KEY.Key_F2)
    rewrite(hands, "Why we looked")
    hands.choose(OUTLINE, "Annex", key=KEY.Key_Delete)
    hands.sees("Line removed from the outline")
    hands.wait(lambda: lines(hands) == ["Why we looked", "What we ask"])
    hands.key(KEY.Key_Z, CTRL)
    hands.wait(lambda: lines(hands) == ["Why we looked", "Annex", "What we ask"])
    hands.press("Done")
    hands.sheet.setFocus()
    hands.key(KEY.Key_PageDown)
    hands.app.actions.run("reader.outline_add")
    rewrite(hands, "The years")
    hands.wait(lambda: lines(hands) == ["Why we looked", "Annex", "The years", "What we ask"])
    hands.settle()

    hands = begin()
    hands.main.resize(1280, 800)
    hands.app.open(ref)
    hands.sees("Why we looked", "The years")
    hands.settle()
    hands.press("Edit the outline")
    hands.press("Back to the outline of the file")
    hands.wait(lambda: lines(hands) == ["1_intro_FINAL", "Annex", "What we ask"])
    hands.settle()
    assert disk("SELECT own_outline FROM document") == [(None,)]
