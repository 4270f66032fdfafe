"""A log book of 120 entries, from the database to the finished file, beside the same words set bare in one pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from animating_alliances_desktop.core.book.making import make
from animating_alliances_desktop.core.book.model import Format
from animating_alliances_desktop.core.logbook.composing import composed
from animating_alliances_desktop.core.logbook.material import gathered
from animating_alliances_desktop.core.logbook.model import Order
from animating_alliances_desktop.core.workspace import Workspace
from tests.benchmarks.conftest import Beside
from tests.core.logbook.months import FIRST, LAST, add_alliance, live_through

ENTRIES, ROUNDS = 120, 5
AT_MOST = 20.0
"""The contents need a second pass, the appendix pages of its own, every letter a face, each text its Markdown."""


def test_a_log_book_of_120_entries(
    tmp_path: Path, small_content: Path, beside: Beside, report: Callable[[str], None]
) -> None:
    with Workspace.open(tmp_path / "w", small_content) as workspace:
        workspace.catch_up()
        alliance = add_alliance(workspace)
        live_through(workspace, alliance, ENTRIES)
        order = Order(alliance, FIRST, LAST)
        texts = [text for entry in workspace.journal.listed() for _part, text in entry.texts]

        def whole() -> int:
            return make(composed(gathered(workspace, order, date(2026, 11, 29))), Format.PDF).pages

        def bare() -> None:
            style = getSampleStyleSheet()["Normal"]
            SimpleDocTemplate(BytesIO()).build([Paragraph(text, style) for text in texts])

        figures = beside("a log book of 120 entries as PDF", whole, bare, rounds=ROUNDS)
        report(f"a log book of 120 entries: {whole()} pages, p95 {figures.p95:.2f} s")
    assert figures.ratio <= AT_MOST
