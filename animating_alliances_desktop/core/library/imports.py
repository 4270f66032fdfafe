"""Bringing files in: found, recognised by their bytes, taken apart in the child process, kept; with a report."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import DocumentRow, PictureRow
from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.files import bytes_of, digest_of, files_in, shown
from animating_alliances_desktop.core.library.formats import PAGED
from animating_alliances_desktop.core.library.paged import PagedReading
from animating_alliances_desktop.core.library.wording import gaps
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.core.worker import FailedError, Worker

JOB, PICTURE = "take_apart", "picture"
SECONDS = 60.0
UNKNOWN = "there is something in this file that the app does not know how to read"
ONLY_PICTURES = "It holds pictures only, and search cannot see what is on them."


@dataclass(slots=True)
class Report:
    """What became of the files of one import."""

    came_in: list[tuple[Path, Ref]] = field(default_factory=list)
    known: list[tuple[Path, Ref]] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    locked: list[Path] = field(default_factory=list)
    """Of those that were refused, the ones that would open with a password, or with another one."""
    unlocked: list[Path] = field(default_factory=list)
    """Of those that came in, the ones that opened with the password: they stay encrypted, their text is readable."""
    gaps: dict[Ref, str] = field(default_factory=dict)
    """Of those that came in, which have pages without text, in a sentence."""
    stopped: bool = False

    @property
    def changes(self) -> Changes:
        """The documents that are new."""
        return Changes.gather(ref for _path, ref in self.came_in)

    def refuse(self, path: Path, why: str) -> None:
        """Note that a file did not come in."""
        self.refused.append((path, why.rstrip(".")))

    def retried(self, path: Path, again: Report) -> None:
        """Take over what became of a file that was tried once more, with a password."""
        self.refused = [(one, why) for one, why in self.refused if one != path]
        self.locked = [one for one in self.locked if one != path]
        for name in ("came_in", "known", "refused", "locked", "unlocked"):
            getattr(self, name).extend(getattr(again, name))
        self.gaps |= again.gaps


class Importer:
    """Brings files and folders into the library of a workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None, password: str = "") -> Report:
        """Import files, and all readable files of folders; each is kept as soon as it is done.

        The password opens those PDFs that are encrypted; it is kept nowhere.
        """
        progress = progress or Progress()
        report = Report()
        files = list(files_in(paths, report.refuse))
        with Worker() as worker:
            one_by_one = _Bringing(self._database, worker, progress, password, report)
            try:
                for done, path in enumerate(files):
                    progress.at(done, len(files))
                    one_by_one.bring_in(path)
                progress.at(len(files), len(files))
            except Stopped:
                report.stopped = True
        return report


class _Bringing:
    """One import, under way."""

    def __init__(
        self, database: Database, worker: Worker, progress: Progress, password: str, report: Report
    ) -> None:
        self._database, self._worker, self._progress = database, worker, progress
        self._password, self._report = password, report

    def bring_in(self, path: Path) -> None:
        """Bring a file in, or note why it does not come."""
        try:
            digest = digest_of(path)
            there = self._known(digest)
            if there is not None:
                self._report.known.append((path, there))
                return
            parts = self._taken_apart(path)
            encrypted = parts.pop("encrypted", False)
            self._keep(path, parts, digest)
            if encrypted and self._password:
                self._report.unlocked.append(path)
        except LockedError as error:
            self._report.refuse(path, str(error))
            self._report.locked.append(path)
        except AppError as error:
            self._report.refuse(path, str(error))
        except FailedError:  # whatever is wrong with one file, the others come in
            self._report.refuse(path, UNKNOWN)

    def _known(self, digest: str) -> Ref | None:
        with self._database.read() as session:
            row = session.scalar(select(DocumentRow).where(DocumentRow.digest == digest))
            return row.ref if row is not None else None

    def _taken_apart(self, path: Path) -> dict[str, Any]:
        heed = self._progress.stop_if_asked
        if path.suffix.lower() in PAGED:
            return PagedReading(self._worker, path, self._password, heed).take_apart()
        parts: dict[str, Any] = self._worker.ask(JOB, seconds=SECONDS, heed=heed, path=str(path))
        silent = sum(1 for _label, words in parts["pages"] if not words)
        said = gaps(silent, len(parts["pages"]), "slide")
        return {**parts, "summary": said or ("" if parts["words"] else ONLY_PICTURES)}

    def _keep(self, path: Path, parts: dict[str, Any], digest: str) -> None:
        """Keep a document, unless another import was quicker."""
        names = parts.pop("pictures")
        pictures = {name: b64decode(self._worker.ask(PICTURE, seconds=SECONDS, name=name)) for name in names}
        original = bytes_of(path)
        if sha256(original).hexdigest() != digest:
            raise AppError("this file changed while it was being read; import it again")
        name = shown(path.name)
        with self._database.write() as writing:
            there = writing.session.scalar(select(DocumentRow).where(DocumentRow.digest == digest))
            row = there or DocumentRow(**parts, original=original, digest=digest, file_name=name)
            if there is None:
                writing.add(row)
                for each, data in pictures.items():
                    writing.session.add(PictureRow(document_id=row.id, name=each, data=data))
        if there is None and row.summary:
            self._report.gaps[row.ref] = row.summary
        (self._report.known if there is not None else self._report.came_in).append((path, row.ref))
