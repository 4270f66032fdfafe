"""The rules of the architecture hold, and each of them is seen to catch a breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "animating_alliances_desktop"
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
]
BREACHES = {
    "The core knows no window": ("core/journal/store.py", "import PySide6.QtCore"),
    "The core is built in layers": ("core/journal/store.py", f"import {PACKAGE}.core.library.store"),
    "The window is built in layers": ("ui/kit/theme.py", f"import {PACKAGE}.ui.shell.window"),
    "Presenters hold no Qt": ("ui/journal/presenter.py", f"import {PACKAGE}.ui.kit.tasks"),
    "Models need nothing but the standard library": ("core/journal/model.py", "import sqlalchemy"),
    "Pages do not hold the workspace": ("ui/journal/page.py", f"import {PACKAGE}.core.workspace"),
    "SQLAlchemy stays with the database and the stores": ("core/sharing/export.py", "import sqlalchemy"),
    "One SQLite in the process": ("core/database/backup.py", "import sqlite3"),
}


def lint(where: Path) -> dict[str, str]:
    """The contracts by name, each KEPT or BROKEN."""
    code = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=where, capture_output=True, text=True, check=False
    )
    said = {}
    for line in done.stdout.splitlines():
        for state in ("KEPT", "BROKEN"):
            if line.rstrip().endswith(state) and line.startswith(tuple(CONTRACTS)):
                said[line.rstrip().removesuffix(state).strip()] = state
    assert said, done.stdout + done.stderr
    return said


@pytest.fixture(scope="module")
def breached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the linter says of a copy in which every rule was broken once."""
    copy = tmp_path_factory.mktemp("breached")
    shutil.copytree(ROOT / PACKAGE, copy / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name, line in BREACHES.values():
        file = copy / PACKAGE / name
        file.write_text(file.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    return lint(copy)


def test_every_rule_holds() -> None:
    assert lint(ROOT) == dict.fromkeys(CONTRACTS, "KEPT")


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_breach_of_each_rule_is_caught(contract: str, breached: dict[str, str]) -> None:
    assert breached[contract] == "BROKEN"


def test_no_folder_is_invisible_to_the_linter() -> None:
    folders = {file.parent for file in (ROOT / PACKAGE).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
