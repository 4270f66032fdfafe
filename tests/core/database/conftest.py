"""A database of its own for each test, with an index that only notes what it was told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.findable import Findable


class NotingIndex:
    """Fulfils the session's idea of an index, and can be told to fail."""

    def __init__(self) -> None:
        self.things: dict[Ref, Findable] = {}
        self.fails = False

    def put(self, connection: Connection, thing: Findable) -> None:
        if self.fails:
            raise RuntimeError("the index failed")
        self.things[thing.ref] = thing

    def drop(self, connection: Connection, ref: Ref) -> None:
        self.things.pop(ref, None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.db"


@pytest.fixture
def index() -> NotingIndex:
    return NotingIndex()


@pytest.fixture
def database(path: Path, index: NotingIndex) -> Iterator[Database]:
    opened = Database(schema.create(path), path, index)
    yield opened
    opened.close()
