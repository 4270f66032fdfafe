"""Keeping an entry, its place in the index included, beside a bare insert of the same row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import EntryRow
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.benchmarks.conftest import Beside
from tests.core.database.conftest import NotingIndex

AT_MOST = 3.0
DAY = date(2026, 11, 24)
_WORDS = (
    "meeting",
    "budget",
    "harbour",
    "trust",
    "silence",
    "vote",
    "promise",
    "risk",
    "hub",
    "chair",
    "question",
    "time",
)


def test_keeping_an_entry(tmp_path: Path, beside: Beside) -> None:
    """The baseline is SQLAlchemy's own add and commit: same columns, same file settings, no index, nothing checked."""
    random = Random(7)
    bare_path = tmp_path / "bare.db"
    bare_engine = schema.create(bare_path)
    bare_alliance = AllianceStore(Database(bare_engine, bare_path, NotingIndex())).add("Coast")[1]

    columns = {
        "day": DAY,
        "title": "",
        "form": "quick",
        "minutes": None,
    }

    def bare(text: str) -> None:
        with Session(bare_engine) as session:
            session.add(
                EntryRow(alliance_id=UUID(bare_alliance.key), parts={WHAT: text}, kept_at=now(), **columns)
            )
            session.commit()

    with Workspace.open(tmp_path / "workspace") as workspace:
        alliance = workspace.alliances.add("Coast")[1]
        figures = beside(
            "keeping an entry",
            lambda text: workspace.journal.add(Draft(alliance, DAY, parts={WHAT: text})),
            bare,
            rounds=400,
            given=lambda: (" ".join(random.choices(_WORDS, k=120)),),
        )
    bare_engine.dispose()
    assert figures.ratio <= AT_MOST
