"""Files, classes and functions stay small, and nothing is done that must not be."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "animating_alliances_desktop").rglob("*.py"))
FILE_LINES, CLASS_LINES, FUNCTION_LINES = 300, 200, 40
TABLES = {"v0001_first.py"}
"""Lists of columns: as long as the schema is."""
FORBIDDEN = (
    "processEvents",
    "time.sleep",
    "create_engine(",
    "import requests",
    "urllib.request",
    "QtNetwork",
)
MADE_IN = {"create_engine(": "connection.py"}


def blocks(path: Path) -> Iterator[tuple[str, int, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1, limit


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_keeps_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= FILE_LINES
    if path.name not in TABLES:
        assert [(name, lines) for name, lines, limit in blocks(path) if lines > limit] == []
    assert [word for word in FORBIDDEN if word in text and MADE_IN.get(word) != path.name] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_is_in_it(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.strip()


def test_no_test_sleeps() -> None:
    sleeping = re.compile(r"\btime\.sleep\(|\bqWait\(|\bqtbot\.wait\(")
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "test_budgets.py"]
    assert [path.name for path in tests if sleeping.search(path.read_text(encoding="utf-8"))] == []


def committed() -> list[Path]:
    """The files that git tracks; where there is no git, all files but those of tools."""
    if shutil.which("git") is None:
        return [
            file
            for file in ROOT.rglob("*")
            if file.is_file() and ".venv" not in file.parts and ".git" not in file.parts
        ]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_nothing_large_and_no_registry_is_committed() -> None:
    files = committed()
    assert files
    assert [file.name for file in files if file.stat().st_size > 5_000_000] == []
    registries = [b"pypi" + b".org", b"files.pythonhosted" + b".org", b"registry.npmjs" + b".org"]
    assert [file.name for file in files if any(address in file.read_bytes() for address in registries)] == []
