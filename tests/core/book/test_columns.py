"""The columns of a printed table: days are not broken, and the room goes where there is much to say."""

from __future__ import annotations

from animating_alliances_desktop.core.book.columns import columns_of
from animating_alliances_desktop.core.book.model import Table, Words, plain, words


def measure(text: Words) -> float:
    return 5.0 * len(plain(text))


def widths(*rows: tuple[str, ...], room: float = 430) -> list[float]:
    head, *rest = (tuple(map(words, row)) for row in rows)
    return columns_of(Table(head, tuple(rest)), room, measure, 8)


def test_a_day_stands_on_one_line_however_long_the_others_are() -> None:
    found = widths(
        ("Day", "What", "Became"), ("28 Sep", "w" * 9 + " word" * 60, "let go: " + "nobody had hours " * 9)
    )
    assert sum(found) == 430
    assert found[0] >= measure(words("28 Sep"))
    assert min(found[1:]) > 150


def test_a_few_long_cells_do_not_take_the_room_from_the_rest() -> None:
    rows = [("Ring the board about the fees and the quay", "done")] * 19
    found = widths(("What", "Became"), *rows, ("Ring", "let go: " + "nobody had the hours " * 4), room=330)
    assert found[0] >= measure(words(rows[0][0]))
    assert found[1] >= measure(words("done"))
    assert sum(found) == 330


def test_what_is_over_goes_to_the_widest() -> None:
    day, what = widths(("Day", "What"), ("3 Aug", "Steering group"), room=300)
    assert (day, what) == (34.0, 266.0)
