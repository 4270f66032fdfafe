"""The user's folder: opened by one copy of the app at a time, checked, brought up to date; it holds the stores."""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from animating_alliances_desktop.core import paths, upkeep
from animating_alliances_desktop.core.alliances.chronicle import Chronicle
from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.people import PeopleStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.annotations.review import ReviewStore
from animating_alliances_desktop.core.annotations.store import AnnotationStore
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database import merged
from animating_alliances_desktop.core.database.backup import BACKUPS, back_up, copy_checked, numbered, verify
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import DecisionRow, MetaRow, NoticingRow
from animating_alliances_desktop.core.enquiry.store import EnquiryStore
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.folder import leave, lock_up, make
from animating_alliances_desktop.core.followthrough.actions import ActionStore
from animating_alliances_desktop.core.followthrough.intentions import IntentionStore
from animating_alliances_desktop.core.followthrough.leavings import LeftStore
from animating_alliances_desktop.core.followthrough.taking import take_from
from animating_alliances_desktop.core.gathering.collections import CollectionStore
from animating_alliances_desktop.core.gathering.tags import TagStore
from animating_alliances_desktop.core.journal.forms import FormStore
from animating_alliances_desktop.core.journal.history import History, erase
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.library import bundle
from animating_alliances_desktop.core.library.documents import drop_orphans
from animating_alliances_desktop.core.library.outlines import OutlineStore
from animating_alliances_desktop.core.library.reading_list import ReadingList
from animating_alliances_desktop.core.library.store import LibraryStore
from animating_alliances_desktop.core.links.store import LinkStore
from animating_alliances_desktop.core.opening import open_database
from animating_alliances_desktop.core.search.index import Index
from animating_alliances_desktop.core.search.search import Search
from animating_alliances_desktop.core.settings import SettingsFile
from animating_alliances_desktop.core.spelling import Spelling
from animating_alliances_desktop.core.today.store import TodayStore
from animating_alliances_desktop.core.worker import Worker

if TYPE_CHECKING:
    from animating_alliances_desktop.core.lookback.store import LookbackStore
    from animating_alliances_desktop.core.sharing.exchange import Exchange
    from animating_alliances_desktop.core.trash.store import Trash

DATABASE = "workspace.db"
BUILD = "build_bundle"
BUILD_SECONDS = 120.0
BACKUP_EVERY = 24 * 60 * 60
"""Seconds between two backups that commands make by themselves."""


class Workspace:
    """An open workspace; close it, or use it in a `with` block."""

    def __init__(self, folder: Path, lock: FileLock, database: Database, index: Index, content: Path) -> None:
        self.folder = folder
        self._lock = lock
        self._database = database
        self._index = index
        self._content = content
        self.settings = SettingsFile(folder / "settings.json")
        self.library = LibraryStore(database)
        self.outlines = OutlineStore(database)
        self.reading_list = ReadingList(database)
        self.annotations = AnnotationStore(database)
        self.alliances, self.people = AllianceStore(database), PeopleStore(database)
        self.meetings, self.chronicle = MeetingStore(database), Chronicle(database)
        self.journal = JournalStore(database)
        self.prompts = PromptStore(database, lambda: self.settings.settings.prompt_minutes)
        self.forms = FormStore(database)
        self.history = History(database)
        self.enquiry = EnquiryStore(database)
        self.actions = ActionStore(database)
        self.decisions = LeftStore(database, DecisionRow)
        self.noticings = LeftStore(database, NoticingRow)
        self.intentions = IntentionStore(database)
        self.tags = TagStore(database)
        self.collections = CollectionStore(database)
        self.links = LinkStore(database)
        self.review = ReviewStore(database)
        self.today = TodayStore(database)
        self.search = Search(database.connect)
        self.spelling = Spelling(database, paths.resources() / "dictionaries")

    # What is seldom asked for is imported when it is: no start should pay for it.

    @cached_property
    def lookback(self) -> LookbackStore:
        """What was written when, seen together."""
        from animating_alliances_desktop.core.lookback.store import LookbackStore

        return LookbackStore(self._database)

    @cached_property
    def exchange(self) -> Exchange:
        """Highlights as files, out and in again."""
        from animating_alliances_desktop.core.annotations.bringing import Bringing
        from animating_alliances_desktop.core.sharing.exchange import Exchange

        return Exchange(self.annotations, Bringing(self._database), self.tags)

    @cached_property
    def trash(self) -> Trash:
        """What was deleted, until it goes for good."""
        from animating_alliances_desktop.core.trash.store import Trash

        return Trash(
            self._database,
            restore=self.library.restore,
            erase=(erase, merged.erase),
            squeeze=(self._index.squeeze, drop_orphans),
            workspace=self.folder / DATABASE,
            backups=self.folder / BACKUPS,
        )

    @classmethod
    def open(cls, folder: Path, content: Path | None = None) -> Workspace:
        """Open the workspace in `folder`, making or migrating it if need be; raises AppError if that cannot be."""
        folder = folder.expanduser().absolute()
        make(folder)
        lock = lock_up(folder)
        try:
            database, index = open_database(folder / DATABASE)
        except BaseException:
            lock.release()
            raise
        return cls(folder, lock, database, index, content or paths.content())

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the folder go."""
        self._database.close()
        leave(self.folder, self._lock)

    def catch_up(self) -> Changes:
        """Render and index the shipped library if it changed since the last time; this takes some seconds then."""
        wanted = bundle.versioned(bundle.signature(self._content))
        with self._database.read() as session:
            there = session.get(MetaRow, bundle.SIGNATURE)
            if there is not None and there.value == wanted:
                return Changes()
        with Worker() as worker:
            built = bundle.Bundle(**worker.ask(BUILD, seconds=BUILD_SECONDS, folder=str(self._content)))
        with self._database.rewrite() as connection:
            bundle.store(connection, self._index, built, wanted)
            self._index.learn(connection, built.synonyms)
        changes = Changes.gather(Ref.parse(row["ref"]) for row in built.rows)
        return changes | self.review.settle_in(changes.refs)

    def rebuild_index(self) -> None:
        """Make the whole index anew from what it was made from."""
        with self._database.rewrite() as connection:
            self._index.clear(connection)
            upkeep.index_own(connection, self._index)
            bundle.forget(connection)
        self.catch_up()

    def back_up(self) -> Path:
        """Put a checked copy into the backups folder."""
        return back_up(self.folder / DATABASE, self.folder / BACKUPS)

    def back_up_if_written(self) -> Path | None:
        """Put a checked copy into the backups folder if the user wrote anything since the last one."""
        if not self._database.written:
            return None
        self._database.written = False
        return self.back_up()

    def back_up_if_old(self) -> Path | None:
        """The same, but at most once a day: for commands, of which a script may run many."""
        there = numbered(self.folder / BACKUPS)
        fresh = there and time.time() - there[-1][1].stat().st_mtime < BACKUP_EVERY
        return None if fresh else self.back_up_if_written()

    def back_up_to(self, target: Path, *, replace: bool = False) -> None:
        """Write a checked copy to a file of the user's choice; raises AppError if that cannot be.

        A file that is there already is replaced only if that was asked for.
        """
        target = target.expanduser().absolute()
        if target.parent == self.folder and target.name.startswith(DATABASE):
            raise AppError("A backup cannot take the place of the workspace itself. Choose another file.")
        _check_target(target, replace=replace)
        copy_checked(self.folder / DATABASE, target)

    def write_note(self, about: Ref, text: str, quote: str = "") -> Ref:
        """Write a note on a text, or on the passage of it that is quoted; raises AppError if that is not there."""
        if not quote.strip():
            return _only(self.annotations.add_note(about, text), Kind.NOTE)
        if not text.strip():
            raise AppError("Write the note first.")
        whole = of_html(self.library.html_of(about))
        found = find_quote(whole, quote)
        if found is None:
            raise AppError(
                f"The words “{quote[:80]}” do not stand in {about}. Quote them as they are written there."
            )
        return _only(self.annotations.mark(about, anchor_of(whole, *found), Colour.AMBER, text), Kind.NOTE)

    def export(self, folder: Path) -> int:
        """Write everything of the user's to an empty folder; the answer is the number of things written."""
        from animating_alliances_desktop.core.sharing.export import export
        from animating_alliances_desktop.core.sharing.left_behind import LeftBehind
        from animating_alliances_desktop.core.sharing.people import Met

        documents = self.library.listed([Kind.DOCUMENT])
        return export(
            folder.expanduser().absolute(),
            alliances=self.alliances.listed(),
            entries=self.journal.listed(),
            notes=self.annotations.notes(),
            annotations=self.annotations.listed(),
            documents=((listed, self.library.original_of(listed.ref)) for listed in documents),
            tags=self.tags.contents(),
            collections=self.collections.contents(),
            outlines=self.outlines.shaped(),
            left=LeftBehind(
                self.actions.whole(),
                self.decisions.listed(),
                self.noticings.listed(),
                self.intentions.listed(),
            ),
            met=Met(
                self.people.organisations(),
                self.people.people(),
                self.meetings.whole(),
                self.chronicle.all_kept(),
            ),
        )

    def take_from(self, entry: Ref) -> Changes:
        """Separate the signed lines of a kept entry into what they are; keeping it has done so already."""
        return take_from(self._database, entry)

    def check(self) -> list[str]:
        """Look through the whole workspace; the answer is a sentence for each thing that is wrong."""
        problems = []
        try:
            verify(self.folder / DATABASE)
        except AppError:
            problems.append("The database is damaged: put back the newest file of the backups folder.")
        with self._database.read() as session:
            problems += upkeep.documents_amiss(session)
            problems += upkeep.index_amiss(session, self._index)
        return problems + self.history.check() + self.library.problems()


def _check_target(target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise AppError(f"{target} is a folder. Name the file that the backup shall become.")
    if target.exists() and not replace:
        raise AppError(
            f"There is a file {target} already. Name another one, so that nothing is written over."
        )
    if not target.parent.is_dir():
        raise AppError(f"There is no folder {target.parent}. Make it first.")


def _only(changes: Changes, kind: Kind) -> Ref:
    return next(ref for ref in changes if ref.kind is kind)
