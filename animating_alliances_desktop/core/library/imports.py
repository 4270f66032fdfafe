"""Bringing files in: found, recognised by their bytes, taken apart in the child process, kept; with a report."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import DocumentRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import MARKDOWN, PLAIN
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.core.worker import Worker

SUFFIXES = MARKDOWN | PLAIN
JOB = "take_apart"
LARGEST = 50 * 1024 * 1024
SECONDS = 30.0


@dataclass(slots=True)
class Report:
    """What became of the files of one import."""

    came_in: list[tuple[Path, Ref]] = field(default_factory=list)
    known: list[tuple[Path, Ref]] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    stopped: bool = False

    @property
    def changes(self) -> Changes:
        """The documents that are new."""
        return Changes.gather(ref for _path, ref in self.came_in)


class Importer:
    """Brings files and folders into the library of a workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None) -> Report:
        """Import files, and all readable files of folders; each is kept as soon as it is done."""
        progress = progress or Progress()
        report = Report()
        files = list(_files(paths, report))
        with Worker() as worker:
            try:
                for done, path in enumerate(files):
                    progress.at(done, len(files))
                    self._bring_in_one(path, worker, report)
                progress.at(len(files), len(files))
            except Stopped:
                report.stopped = True
        return report

    def _bring_in_one(self, path: Path, worker: Worker, report: Report) -> None:
        try:
            data = _read(path)
            digest = sha256(data).hexdigest()
            there = self._known(digest)
            if there is not None:
                report.known.append((path, there))
                return
            parts = worker.ask(JOB, seconds=SECONDS, name=path.name, encoded=b64encode(data).decode())
            report.came_in.append((path, self._keep(parts, data, digest)))
        except AppError as error:
            report.refused.append((path, str(error)))

    def _known(self, digest: str) -> Ref | None:
        with self._database.read() as session:
            row = session.scalar(select(DocumentRow).where(DocumentRow.digest == digest))
            return row.ref if row is not None else None

    def _keep(self, parts: dict[str, Any], data: bytes, digest: str) -> Ref:
        with self._database.write() as writing:
            row = DocumentRow(**parts, original=data, digest=digest)
            writing.add(row)
        return row.ref


def _files(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _files_of(path, report)
        elif path.exists():
            yield path
        else:
            report.refused.append((path, "there is no such file"))


def _files_of(folder: Path, report: Report) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        report.refused.append((Path(error.filename), f"this folder cannot be read ({error.strerror})"))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES:
                yield path
            elif not name.startswith("."):
                report.refused.append((path, "only Markdown and text files can be imported for now"))


def _read(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise AppError("only Markdown and text files can be imported for now (.md or .txt)")
    try:
        if not path.is_file():
            raise AppError("this is not an ordinary file")
        if path.stat().st_size > LARGEST:
            raise AppError("this file is larger than 50 MB; split it and import the parts")
        return path.read_bytes()
    except OSError as error:
        raise AppError(f"this file cannot be read ({error.strerror})") from error
