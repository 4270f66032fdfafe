"""A database of its own for each test of the journal's pages, with a few prompts in it; no search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import BundledRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.findable import Findable
from animating_alliances_desktop.core.journal.forms import FormStore
from animating_alliances_desktop.core.journal.model import Draft, Entry
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.journal.ports import Sources

GROWN_FROM = Ref.parse("case/harbour")


class NoIndex:
    """Fulfils the session's idea of an index, and keeps nothing."""

    def put(self, connection: Connection, thing: Findable) -> None:
        """Forget it at once."""

    def drop(self, connection: Connection, ref: Ref) -> None:
        """Nothing was kept."""


class FragileJournal(JournalStore):
    """A journal whose disk can be full, or whose code can be broken; it counts how often all was read."""

    trouble: Exception | None = None
    lists_read = 0

    def listed(self, alliance: Ref | None = None, most: int | None = None) -> list[Entry]:
        self.lists_read += most is None
        return super().listed(alliance, most)

    def begin(self, draft: Draft) -> tuple[Changes, Entry]:
        self._fail()
        return super().begin(draft)

    def save(self, ref: Ref, rev: int, draft: Draft) -> tuple[Changes, Entry]:
        self._fail()
        return super().save(ref, rev, draft)

    def fill_disk(self) -> None:
        self.trouble = AppError("The disk is full: what you wrote was not saved.")

    def _fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble


@dataclass
class Stores:
    path: Path
    database: Database
    journal: FragileJournal
    alliances: AllianceStore
    prompts: PromptStore
    forms: FormStore
    meetings: MeetingStore

    @property
    def sources(self) -> Sources:
        """As the page is given them."""
        return Sources(self.journal, self.prompts, self.forms, self.alliances, self.meetings)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    path = tmp_path / "workspace.db"
    database = Database(schema.create(path), path, NoIndex())
    with database.rewrite() as connection:
        connection.execute(insert(BundledRow), [*map(_prompt, range(5)), *map(_form, range(2))])
    yield Stores(
        path,
        database,
        FragileJournal(database),
        AllianceStore(database),
        PromptStore(database),
        FormStore(database),
        MeetingStore(database),
    )
    database.close()


@pytest.fixture
def coast(stores: Stores) -> Ref:
    return stores.alliances.add("Coast")[1]


def _prompt(number: int) -> dict[str, object]:
    fields = {
        "minutes": 3,
        "moments": ["after-meeting"],
        "questions": [],
        "roles": [],
        "from": "case/harbour",
    }
    return _bundled(f"prompt/{number}", number, f"Prompt number {number}?", fields)


def _form(number: int) -> dict[str, object]:
    """A form as it is shipped."""
    key, title, parts = _FORMS[number]
    fields = {
        "minutes": 3,
        "moments": ["after-meeting"],
        "roles": [],
        "parts": [
            {"key": one, "title": name, "hint": "", "prompts": ["prompt/1"]} for one, name in parts.items()
        ],
    }
    return _bundled(f"form/{key}", number, title, fields)


def _bundled(ref: str, number: int, title: str, fields: dict[str, object]) -> dict[str, object]:
    return {
        "ref": f"aa:{ref}",
        "kind": ref.partition("/")[0],
        "position": number,
        "title": title,
        "summary": "",
        "fields": fields,
        "source": "",
        "html": "",
        "outline": [],
        "words": 3,
    }


_FORMS = (
    (
        "quick",
        "Quick, three minutes",
        {
            "what-happened": "What happened",
            "so-what": "So what",
            "now-what": "Now what",
            "if-then": "If … then I …",
        },
    ),
    (
        "weekly-log",
        "The week's log",
        {
            "aims": "What I meant",
            "strategies": "What I tried",
            "learned": "Learned",
            "next-week": "Next week",
        },
    ),
)
