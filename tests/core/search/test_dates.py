"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.search.dates import between, period
from animating_alliances_desktop.core.search.tree import Period

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("today", "2026-11-24", "2026-11-24"),
        ("Yesterday", "2026-11-23", "2026-11-23"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("last 7 days", "2026-11-17", "2026-11-24"),
        ("past month", "2026-10-25", "2026-11-24"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-11-03", "2026-11-03", "2026-11-03"),
        ("march 2025", "2025-03-01", "2025-03-31"),
        ("Sept", "2026-09-01", "2026-09-30"),
        ("december", "2025-12-01", "2025-12-31"),
        ("3rd march 2025", "2025-03-03", "2025-03-03"),
        ("last tuesday", "2026-11-17", "2026-11-17"),
    ],
)
def test_a_period_is_understood(said: str, start: str, end: str) -> None:
    assert period(said, TUESDAY) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("since march 2025", Period(date(2025, 3, 1), None)),
        (">2025", Period(date(2026, 1, 1), None)),
        (">= 2025", Period(date(2025, 1, 1), None)),
        ("before 2025", Period(None, date(2024, 12, 31))),
        ("until last month", Period(None, date(2026, 10, 31))),
    ],
)
def test_an_open_period_is_understood(said: str, expected: Period) -> None:
    assert period(said, TUESDAY) == expected


@pytest.mark.parametrize(
    "said", ["", "31 february 2025", "0000", "2025-13", "soon", "9" * 500, "since", "20"]
)
def test_what_is_no_day_is_none(said: str) -> None:
    assert period(said, TUESDAY) is None


def test_a_range_runs_to_the_end_of_its_last_part() -> None:
    assert between("2024", "march 2025", TUESDAY) == Period(date(2024, 1, 1), date(2025, 3, 31))
    assert between(None, "2025", TUESDAY) == Period(None, date(2025, 12, 31))
    assert between("soon", None, TUESDAY) is None
