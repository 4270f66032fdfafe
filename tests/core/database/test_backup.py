"""A backup has its name only once it was opened and found whole."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.database import backup
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.errors import AppError


def test_a_backup_holds_the_same(database: Database, path: Path, tmp_path: Path) -> None:
    AllianceStore(database).add("Coast")
    made = backup.back_up(path, tmp_path / "backups")
    with closing(connect(path)) as ours, closing(connect(made, "ro")) as copy:
        assert backup.digest(ours) == backup.digest(copy)
        assert copy.execute("SELECT name FROM alliance").fetchall() == [("Coast",)]
    assert [file.name for file in made.parent.iterdir()] == [made.name]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_a_copy_is_for_nobody_else_to_read(database: Database, path: Path, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        backup.copy_checked(path, tmp_path / "elsewhere.db")
    finally:
        os.umask(before)
    assert (tmp_path / "elsewhere.db").stat().st_mode & 0o077 == 0


def test_only_the_last_ten_stay_whatever_the_clock_says(
    database: Database, path: Path, tmp_path: Path
) -> None:
    for _ in range(backup.KEPT + 3):
        backup.back_up(path, tmp_path / "backups")
    assert [number for number, _path in backup.numbered(tmp_path / "backups")] == list(range(4, 14))


def test_a_copy_that_differs_is_not_kept(
    database: Database, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    AllianceStore(database).add("Coast")
    real, asked = backup.digest, []

    def first_another(connection: object, columns: object = None) -> str:
        asked.append(connection)
        return "another" if len(asked) == 1 else real(connection, None)

    monkeypatch.setattr(backup, "digest", first_another)
    target = tmp_path / "copy.aabackup"
    target.write_bytes(b"the earlier backup")
    with pytest.raises(AppError, match="did not come out right"):
        backup.copy_checked(path, target)
    assert target.read_bytes() == b"the earlier backup"
    assert not list(tmp_path.glob("*.tmp"))


def test_flipped_bytes_are_noticed(database: Database, path: Path, tmp_path: Path) -> None:
    store = AllianceStore(database)
    for number in range(200):
        store.add(f"Alliance {number}", "purpose " * 50)
    made = backup.back_up(path, tmp_path / "backups")
    data = bytearray(made.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 64] = b"\xff" * 64
    made.write_bytes(data)
    with pytest.raises(AppError):
        backup.verify(made)
