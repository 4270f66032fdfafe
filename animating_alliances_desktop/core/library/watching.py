"""Watched folders: what is new in them comes in, and what was looked at before is left alone, whatever became of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import MetaRow
from animating_alliances_desktop.core.library.files import files_in
from animating_alliances_desktop.core.library.imports import Importer, Report
from animating_alliances_desktop.core.progress import Progress

SEEN = "watched_seen"


class Watcher:
    """Looks through the watched folders of a workspace."""

    def __init__(self, database: Database, importer: Importer) -> None:
        self._database, self._importer = database, importer

    def look_through(self, folders: Iterable[Path], progress: Progress | None = None) -> Report:
        """Import the files of these folders that are new, or were changed, since the last time.

        A file that the user took out of the library stays out; one that could not come in is not tried again.
        """
        folders = list(folders)
        before = self._seen()
        now = _out_of_reach(before, folders) | dict(_stamped(folders))
        new = [Path(name) for name, stamp in now.items() if before.get(name) != stamp]
        if not new:
            return Report()
        report = self._importer.bring_in(new, progress)
        done = {str(path) for path, _what in (*report.came_in, *report.known, *report.refused)}
        self._remember({name: now[name] if name in done else before.get(name, "") for name in now})
        return report

    def _seen(self) -> dict[str, str]:
        with self._database.read() as session:
            row = session.get(MetaRow, SEEN)
        with suppress(ValueError):
            held = json.loads(row.value) if row is not None else {}
            return held if isinstance(held, dict) else {}
        return {}

    def _remember(self, seen: dict[str, str]) -> None:
        with self._database.write() as writing:
            writing.session.merge(MetaRow(key=SEEN, value=json.dumps(seen)))


def _out_of_reach(seen: dict[str, str], folders: list[Path]) -> dict[str, str]:
    """What was seen in folders that are not there now: a disk that is unplugged comes back with nothing new on it."""
    away = [folder for folder in folders if not folder.is_dir()]
    return {name: stamp for name, stamp in seen.items() if any(map(Path(name).is_relative_to, away))}


def _stamped(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each file of the folders that can come in, and what changes when it changes; a folder that is gone has none."""
    there = (folder for folder in folders if folder.is_dir())
    for path in files_in(there, lambda _path, _why: None):
        with suppress(OSError):
            stat = path.stat()
            yield str(path), f"{stat.st_size} {stat.st_mtime_ns}"
