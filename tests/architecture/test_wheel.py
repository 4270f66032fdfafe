"""A wheel carries all that the app needs, and runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
NEEDED = (
    "bundle/content/schema.yaml",
    "bundle/content/sources.yaml",
    "bundle/content/cases/start-network.md",
    "bundle/resources/app.qss",
    "bundle/resources/themes/light.toml",
    "bundle/resources/fonts/Literata-Regular.ttf",
    "bundle/resources/icons/app.svg",
    "core/database/migrations/versions/v0001_first.py",
)


def test_a_wheel_runs_by_itself(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    away = tmp_path / "away"
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(away)
    assert [name for name in NEEDED if f"animating_alliances_desktop/{name}" not in names] == []

    command = [
        sys.executable,
        "-m",
        "animating_alliances_desktop",
        "--workspace",
        str(tmp_path / "w"),
        "list",
        "cases",
    ]
    environment = {**os.environ, "PYTHONPATH": str(away)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "aa:case/start-network" in done.stdout
