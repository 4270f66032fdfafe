"""Keeping an entry, its place in the index included, beside a bare insert of the same row."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median, quantiles
from uuid import UUID

from sqlalchemy.orm import Session

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import EntryRow
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.database.conftest import NotingIndex

ROUNDS = 400
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


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_keeping_an_entry(tmp_path: Path, report: Callable[[str], None]) -> None:
    """The baseline is SQLAlchemy's own add and commit: same columns, same file settings, no index, nothing checked."""
    random = Random(7)
    bare_path = tmp_path / "bare.db"
    bare_engine = schema.create(bare_path)
    bare_alliance = AllianceStore(Database(bare_engine, bare_path, NotingIndex())).add("Coast")[1]

    columns = {
        "day": DAY,
        "title": "",
        "form": "three",
        "so_what": "",
        "now_what": "",
        "free": "",
        "minutes": None,
    }

    def bare(text: str, alliance: Ref) -> None:
        with Session(bare_engine) as session:
            session.add(EntryRow(alliance_id=UUID(alliance.key), what=text, kept_at=now(), **columns))
            session.commit()

    ours, theirs = [], []
    with Workspace.open(tmp_path / "workspace") as workspace:
        alliance = workspace.alliances.add("Coast")[1]
        for _ in range(ROUNDS):
            text = " ".join(random.choices(_WORDS, k=120))
            theirs.append(timed(lambda text=text: bare(text, bare_alliance)))  # type: ignore[misc]
            ours.append(timed(lambda text=text: workspace.journal.add(Draft(alliance, DAY, what=text))))  # type: ignore[misc]
    bare_engine.dispose()
    ratio = median(ours) / median(theirs)
    report(
        f"keeping an entry: p50 {median(ours) * 1000:.2f} ms, p95 {quantiles(ours, n=20)[-1] * 1000:.2f} ms, "
        f"bare insert p50 {median(theirs) * 1000:.2f} ms, ratio {ratio:.2f} (at most {AT_MOST})"
    )
    assert ratio <= AT_MOST
