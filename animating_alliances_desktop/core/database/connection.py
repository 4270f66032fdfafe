"""The one way in which the database file is opened: one SQLite in the process, durable, closed to surprises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from animating_alliances_desktop.core.errors import AppError

DriverError = driver.DatabaseError
"""What the driver raises where SQLAlchemy does not stand between."""
BUSY_MS = 5000
JOURNAL_BYTES = 64 * 1024 * 1024
WRITING = "aa_writing"
"""The execution option that makes a transaction take the write lock when it begins."""

_PRAGMAS = (
    "foreign_keys=ON",
    f"busy_timeout={BUSY_MS}",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)


def connect(path: Path, mode: str = "rw") -> Any:
    """Return a bare driver connection to the file at `path`; mode `rwc` makes the file, `ro` only reads."""
    connection = driver.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, check_same_thread=False, timeout=BUSY_MS / 1000
    )
    connection.isolation_level = None
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("SELECT count(*) FROM sqlite_master")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_engine(path: Path, *, create: bool = False) -> Engine:
    """Return an engine on the database file at `path`; it is made only if `create` is set."""

    def opened() -> Any:
        connection = connect(path, "rwc" if create else "rw")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA journal_size_limit={JOURNAL_BYTES}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", module=driver, creator=opened, poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


_SENTENCES = (
    ("database or disk is full", "The disk is full: {what} was not saved. Make some room, then try again."),
    (
        "disk i/o error",
        "The disk did not take the write: {what} was not saved. Look at the disk, then try again.",
    ),
    (
        "readonly",
        "The workspace {where} cannot be written to. Make the folder writable, or choose another one.",
    ),
    (
        "unable to open",
        "The workspace {where} cannot be opened. Check that you may read and write the folder.",
    ),
    ("locked", "The workspace {where} is busy in another program. Close that one, then try again."),
    ("not a database", "The file {where} is not a workspace of this app. Choose another folder."),
    (
        "malformed",
        "The workspace {where} is damaged. Put back the newest file of its backups folder, if there is one.",
    ),
)


def as_app_error(error: Exception, where: Path, what: str = "this") -> AppError | None:
    """Say what went wrong with the file, or None if the error is a bug of ours."""
    said = str(error.orig if isinstance(error, DatabaseError) else error).lower()
    for mark, sentence in _SENTENCES:
        if mark in said:
            return AppError(sentence.format(where=where, what=what))
    return None


@contextmanager
def in_words(where: Path) -> Iterator[None]:
    """Turn what the driver says of the file into a sentence for the user."""
    try:
        yield
    except (DatabaseError, DriverError) as error:
        sentence = as_app_error(error, where)
        if sentence is None:
            raise
        raise sentence from error
