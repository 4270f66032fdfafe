"""What is fetched first, what is let go, and what becomes of what cannot be had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.model import Strip, Tones
from animating_alliances_desktop.ui.pdf.kept import Kept
from animating_alliances_desktop.ui.pdf.stock import CHUNK, MEMORY, Needs, Piece, Stock
from tests.ui.inline import Inline

FILE = Ref(Kind.DOCUMENT, "file")
SIZES = [(600.0, 800.0)] * 14


class Source:
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken: set[str] = set()

    def draw(
        self, ref: Ref, page: int, scale: float, top: int, rows: int, tones: Tones | None = None
    ) -> Strip:
        self._ask(f"{'small' if scale < 0.5 else 'draw'} {page}")
        return Strip(1, 1, bytearray(4))

    def letters(self, ref: Ref, page: int) -> Letters:
        self._ask(f"letters {page}")
        return Letters("abc", (0.0,) * 12, ())

    def texts(self, ref: Ref, first: int, count: int) -> list[str]:
        self._ask(f"texts {first}-{first + count - 1}")
        return ["words"] * count

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if what in self.broken:
            raise AppError(f"no {what}")
        if f"bug {what}" in self.broken:
            raise RuntimeError("a bug")


def stock_of(source: Source, tasks: Inline) -> Stock[Strip]:
    made: Stock[Strip] = Stock(source, tasks, lambda strip: strip, lambda: None, lambda: None)
    return made


def piece(page: int, scale: float = 1.0, rows: int = 800) -> Piece:
    return Piece(page, scale, 0, rows, 600)


def run(tasks: Inline, rounds: int = 60) -> None:
    for _ in range(rounds):
        tasks.let_go()


def test_what_is_seen_comes_first_and_the_text_last() -> None:
    source, tasks = Source(), Inline(hold=True)
    stock = stock_of(source, tasks)
    stock.open(FILE, SIZES)
    stock.want_thumbs([0, 1], 1.0)
    stock.want(Needs([piece(3)], [piece(4), piece(2)], (3,), (4, 2)))
    run(tasks)
    assert source.asked == [
        "small 0",  # this was asked for before anything else was wanted
        "draw 3",
        "letters 3",
        "small 1",
        "draw 4",
        "draw 2",
        "letters 4",
        "letters 2",
        f"texts 0-{CHUNK - 1}",
        f"texts {CHUNK}-{2 * CHUNK - 1}",
        "texts 12-13",
    ]


def test_the_newest_wish_is_never_behind_more_than_one_piece_of_work() -> None:
    source, tasks = Source(), Inline(hold=True)
    stock = stock_of(source, tasks)
    stock.open(FILE, SIZES)
    for page in range(10):
        stock.want(Needs([piece(page)]))
    tasks.let_go()
    tasks.let_go()
    assert source.asked == ["draw 0", "draw 9"]


def test_nothing_of_another_file_or_of_another_paper_is_taken() -> None:
    source, tasks = Source(), Inline(hold=True)
    stock = stock_of(source, tasks)
    stock.open(FILE, SIZES)
    stock.want(Needs([piece(0)]))
    stock.open(Ref(Kind.DOCUMENT, "other"), SIZES)
    tasks.let_go()
    assert piece(0) not in stock.strips
    stock.want(Needs([piece(0)]))
    stock.dress_again()
    tasks.let_go()
    assert piece(0) not in stock.strips
    run(tasks)
    assert piece(0) in stock.strips


def test_a_page_that_cannot_be_had_is_asked_for_once() -> None:
    source, tasks = Source(), Inline(hold=True)
    source.broken = {"draw 1", "letters 1", "small 1", "texts 0-5"}
    stock = stock_of(source, tasks)
    texts: list[str] = []
    stock.took_texts = lambda came: texts.extend(text for text, _normalised in came)
    stock.open(FILE, SIZES[:8])
    stock.want(Needs([piece(1)], pages=(1,)))
    stock.want_thumbs([1, 2], 1.0)
    run(tasks)
    assert stock.failures == {1: "no small 1"} or stock.failures == {1: "no draw 1"}
    letters = stock.letters(1)
    assert letters is not None
    assert len(letters) == 0
    assert 2 in stock.thumbs
    assert texts == [""] * 6 + ["words"] * 2
    assert len(source.asked) == len(set(source.asked))


def test_a_bug_is_reported_and_the_rest_goes_on() -> None:
    source, tasks = Source(), Inline(hold=True)
    source.broken = {"bug draw 1"}
    stock = stock_of(source, tasks)
    stock.open(FILE, SIZES[:2])
    stock.want(Needs([piece(1)], pages=(1,)))
    with pytest.raises(RuntimeError, match="a bug"):
        tasks.let_go()
    run(tasks)
    assert stock.letters(1) is not None


def test_what_may_be_seen_next_never_drives_out_what_is_seen() -> None:
    source, tasks = Source(), Inline(hold=True)
    stock = stock_of(source, tasks)
    stock.open(FILE, SIZES)
    rows = MEMORY // 2 // (600 * 4)
    seen = [piece(0, rows=rows)]
    stock.want(Needs(seen, [piece(1, rows=rows), piece(2, rows=rows)]))
    run(tasks)
    assert seen[0] in stock.strips
    assert source.asked.count("draw 0") == 1
    assert "draw 2" not in source.asked


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 60)), max_size=40))
def test_what_is_kept_stays_below_its_limit(things: list[tuple[int, int]]) -> None:
    kept: Kept[int] = Kept(100)
    for key, size in things:
        kept.put(key, size, size)
        assert kept.get(key) == size
        assert kept.size == sum(value for _key, value in kept.items()) <= 100
    if things:
        assert next(kept.items())[0] == things[-1][0]
    kept.clear()
    assert kept.size == 0
