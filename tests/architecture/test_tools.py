"""The code passes the tools: ruff, its formatter, mypy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "tool",
    [["ruff", "check"], ["ruff", "format", "--check"], ["mypy", "--strict", "--no-error-summary"]],
    ids=["ruff", "format", "mypy"],
)
def test_the_tools_find_nothing(tool: list[str]) -> None:
    where = [] if tool[0] == "mypy" else ["."]
    done = subprocess.run(
        [sys.executable, "-m", *tool, *where], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
