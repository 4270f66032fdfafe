"""The command `review`: what a week or a quarter held, on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.lookback.belongings import TODAY, fill


def test_a_week_and_a_quarter_are_printed(
    folder: Path, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(folder, small_content) as held:
        held.catch_up()
        fill(held)

    def said(*words: str) -> str:
        assert cli.main(["--workspace", str(folder), "review", "--date", TODAY.isoformat(), *words]) == 0
        return capsys.readouterr().out

    week = said("--alliance", "coast")
    assert week.startswith(
        "# The week from 23 to 29 November 2026\n\n*Coast*\n\n90 minutes noted · energy good\n"
    )
    assert "## Meant for this week\n\n*16 November*\n\nRing the harbour on Tuesday." in week
    assert "## Let go\n\n- 23 November: Paint the boat (No boat.)" in week
    assert said("--quarter", "--alliance", "Table").startswith("# Quarter 4 of 2026\n\n*Table*\n\n## Entries")
    assert said("--week", "--date", "2020-01-01").endswith("Nothing was written in it.\n")
    assert cli.main(["--workspace", str(folder), "review", "--alliance", "Nobody"]) == 1
    assert "There is no alliance called “Nobody”" in capsys.readouterr().err
