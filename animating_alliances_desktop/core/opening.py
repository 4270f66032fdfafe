"""How the database of a workspace is opened: made, migrated or taken as it is, with all that follows its rows."""

from __future__ import annotations

from pathlib import Path

from animating_alliances_desktop.core import upkeep
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.backup import BACKUPS
from animating_alliances_desktop.core.database.connection import in_words, open_engine
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.taking import Taking
from animating_alliances_desktop.core.gathering.collections import holding
from animating_alliances_desktop.core.gathering.follower import Gathering
from animating_alliances_desktop.core.gathering.tags import names_on
from animating_alliances_desktop.core.journal.follower import Seals
from animating_alliances_desktop.core.library import bundle
from animating_alliances_desktop.core.library.documents import drop_orphans
from animating_alliances_desktop.core.links.follower import Links
from animating_alliances_desktop.core.search.index import Index


def open_database(path: Path) -> tuple[Database, Index]:
    """The database and its index, made or migrated if need be; raises AppError if that cannot be."""
    index = Index(names_on, holding)
    with in_words(path):
        shape = schema.shape_of(path)
        match shape:
            case schema.Shape.NEW:
                _check_never_there(path)
                engine = schema.create(path)
            case schema.Shape.OLDER:
                schema.migrate(path, path.parent / BACKUPS)
                engine = open_engine(path)
            case schema.Shape.OURS:
                engine = open_engine(path)
    database = Database(engine, path, index, (Taking(), Gathering(index), Links(), Seals()))
    with database.rewrite() as connection:
        fresh, migrated = index.prepare(connection), shape is schema.Shape.OLDER
        if migrated and not fresh:
            index.clear(connection)
        if fresh or migrated:
            upkeep.index_own(connection, index)
            bundle.forget(connection)
        drop_orphans(connection)
    return database, index


def _check_never_there(path: Path) -> None:
    """A folder with backups had a database once: a new one beside them would look as if all had been lost."""
    backups = path.parent / BACKUPS
    if any(backups.glob("*.aabackup")):
        raise AppError(
            f"The file {path.name} is missing from {path.parent}, though backups are there. "
            f"Copy the newest file of {backups} to {path}, or choose another folder."
        )
