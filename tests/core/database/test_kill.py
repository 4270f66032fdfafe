"""What was acknowledged survives a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from animating_alliances_desktop.core.database.connection import connect

_SAVES = """
import sys
from pathlib import Path
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.session import Database
from tests.core.database.conftest import NotingIndex
path = Path(sys.argv[1])
store = AllianceStore(Database(schema.create(path), path, NotingIndex()))
for number in range(100_000):
    store.add(f"Alliance {number}")
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
@pytest.mark.parametrize("after", [1, 17, 40])
def test_no_acknowledged_write_is_lost_to_a_kill(path: Path, after: int) -> None:
    root = Path(__file__).parents[3]
    process = subprocess.Popen(
        [sys.executable, "-c", _SAVES, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    with closing(connect(path)) as connection:
        kept = {name for (name,) in connection.execute("SELECT name FROM alliance")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {f"Alliance {number}" for number in acknowledged} <= kept
