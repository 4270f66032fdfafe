"""A disk that is full, a file that is cut short while its journal is whole, a folder that may not be written."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace

_NO_ROOM = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
from animating_alliances_desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

posix = pytest.mark.skipif(os.name != "posix", reason="limits as POSIX knows them")


def command(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)


@posix
def test_no_room_is_told_and_nothing_kept_is_lost(folder: Path, small_content: Path, tmp_path: Path) -> None:
    with Workspace.open(folder, small_content) as workspace:
        workspace.alliances.add("Coast")
    long = tmp_path / "long.md"
    long.write_text("word " * 400_000, encoding="utf-8")
    add = ["--workspace", str(folder), "journal", "add", "--alliance", "Coast", "--title"]
    done = [command(_NO_ROOM, *add, f"Try {number}", str(long)) for number in range(3)]
    kept = sum(one.returncode == 0 for one in done)
    for one in done:
        assert one.returncode in (0, 1)
        assert len(one.stderr.strip().splitlines()) == one.returncode, one.stderr
    assert kept < 3
    with Workspace.open(folder, small_content) as workspace:
        assert len(workspace.journal.listed()) == kept
        assert [alliance.name for alliance in workspace.alliances.listed()] == ["Coast"]
        assert workspace.check() == []


def test_a_short_file_beside_a_whole_journal_is_not_called_damaged(tmp_path: Path) -> None:
    """A full disk stops the copying of the journal half way; the journal still holds everything."""
    path = tmp_path / "workspace.db"
    engine = schema.create(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('long', hex(zeroblob(200000)))")
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    copy.with_name("copy.db-wal").write_bytes(path.with_name("workspace.db-wal").read_bytes())
    engine.dispose()
    header = bytearray(copy.read_bytes())
    header[28:32] = (10_000).to_bytes(4, "big")
    copy.write_bytes(header)
    assert schema.shape_of(copy) is schema.Shape.OURS
    with closing(connect(copy)) as connection:
        assert connection.execute("SELECT length(value) FROM meta WHERE key = 'long'").fetchone() == (
            400_000,
        )


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(folder: Path, small_content: Path) -> None:
    folder.mkdir(mode=0o500)
    with pytest.raises(AppError, match="cannot be written to"):
        Workspace.open(folder, small_content)
