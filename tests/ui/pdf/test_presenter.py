"""What the PDF view decides, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from animating_alliances_desktop.core.annotations.anchors import anchor_of
from animating_alliances_desktop.core.annotations.model import Colour, Note, State
from animating_alliances_desktop.core.annotations.normal import Normalised
from animating_alliances_desktop.core.annotations.pages import PagesText, Span
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.library.pdf.model import Facts, Link
from animating_alliances_desktop.core.links.model import SOURCES, Mention
from animating_alliances_desktop.ui.kit.marks import Around
from animating_alliances_desktop.ui.pdf.ports import Shown
from animating_alliances_desktop.ui.pdf.presenter import PdfPresenter
from tests.ui.inline import Inline
from tests.ui.pdf.fakes import BROKEN, LOCKED, OTHER, PAPER, FakePdfs, FakeShelf
from tests.ui.reader.fakes import FakeMarks


@dataclass
class FakeView:
    """Notes what it was asked for; its window begins at `at`."""

    at: tuple[int, float, float] = (0, 0.0, 0.2)
    file: Ref | None = None
    facts: Facts | None = None
    title: str = ""
    asked: list[bool] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    turned: list[tuple[int, float, tuple[Span, ...]]] = field(default_factory=list)
    way: tuple[bool, bool] = (False, False)
    marks: Sequence[Shown] = ()
    notes: Sequence[Note] = ()
    mentions: Sequence[Mention] = ()
    editing: Ref | None = None
    clipboard: str = ""
    finished: int = 0

    def show_title(self, title: str) -> None:
        self.title, self.file = title, None

    def show_file(self, ref: Ref, facts: Facts) -> None:
        self.file, self.facts, self.at = ref, facts, (0, 0.0, 0.2)

    def ask_password(self, *, wrong: bool) -> None:
        self.asked.append(wrong)

    def show_sentence(self, sentence: str) -> None:
        self.told.append(sentence)

    def show_way(self, *, back: bool, forward: bool) -> None:
        self.way = back, forward

    def turn_to(self, page: int, down: float = 0.0, glow: Sequence[Span] = ()) -> None:
        self.turned.append((page, down, tuple(glow)))
        self.at = (page, down, 0.5)

    def here(self) -> tuple[int, float, float]:
        return self.at

    def finish_writing(self) -> None:
        self.finished += 1

    def put_on_clipboard(self, words: str) -> None:
        self.clipboard = words

    def ask_about(self, address: str) -> None:
        self.told.append(f"ask {address}")

    def words_came(self) -> None:
        pass

    def show_marks(self, marks: Sequence[Shown]) -> None:
        self.marks = marks

    def show_notes(self, notes: Sequence[Note]) -> None:
        self.notes = notes

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions

    def edit_note(self, ref: Ref) -> None:
        self.editing = ref

    def tell_removed(self, ref: Ref) -> None:
        self.told.append("removed")

    def tell_no_words(self) -> None:
        self.told.append("no words")

    def tell_no_page(self, label: str) -> None:
        self.told.append(f"no page {label}")

    def tell_dead_link(self) -> None:
        self.told.append("dead")

    def tell_written(self, file: str) -> None:
        self.told.append(f"written {Path(file).name}")


@dataclass
class Table:
    view: FakeView
    pdfs: FakePdfs
    shelf: FakeShelf
    marks: FakeMarks
    tasks: Inline
    presenter: PdfPresenter

    def read_all(self, ref: Ref = PAPER) -> None:
        """Open a file and let all its text come in."""
        self.presenter.show(ref)
        assert self.view.facts is not None
        for page in range(len(self.view.facts.sizes)):
            self.read_page(ref, page)

    def read_page(self, ref: Ref, page: int) -> None:
        (text,) = self.pdfs.texts(ref, page, 1)
        self.presenter.take_texts([(text, Normalised(text))])

    def find(self, words: str) -> tuple[tuple[int, int], tuple[int, int]]:
        whole = self.presenter.words.whole
        start = whole.text.index(words)
        spans = whole.spans(start, start + len(words))
        return spans[0][:2], (spans[-1][0], spans[-1][2])


@pytest.fixture
def table() -> Table:
    view, pdfs, shelf, marks, tasks = FakeView(), FakePdfs(), FakeShelf(), FakeMarks(), Inline()
    presenter = PdfPresenter(view, pdfs, shelf, marks, tasks)
    tasks.listeners.append(presenter.changed)
    return Table(view, pdfs, shelf, marks, tasks, presenter)


def test_a_file_opens_where_it_was_left(table: Table) -> None:
    table.shelf.places[PAPER] = Place(2_500, "", 0.6)
    table.presenter.show(PAPER)
    assert table.view.title == "A paper"
    assert table.view.file == PAPER
    assert table.view.turned == [(2, 421.0, ())]


def test_the_place_is_kept_by_page_and_thousandth(table: Table) -> None:
    table.presenter.show(PAPER)
    table.view.at = (1, 421.0, 0.4)
    table.presenter.remember()
    assert table.shelf.places[PAPER] == Place(1_500, "", 0.4)
    table.presenter.show(OTHER)
    table.presenter.show(PAPER)
    assert table.view.turned[-1] == (1, 421.0, ())


def test_a_file_that_has_fewer_pages_now_opens_at_its_last(table: Table) -> None:
    table.shelf.places[PAPER] = Place(99_000, "", 0.9)
    table.presenter.show(PAPER)
    assert table.view.turned == [(3, 0.0, ())]


def test_a_locked_file_asks_until_the_password_is_right(table: Table) -> None:
    table.presenter.show(LOCKED)
    assert table.view.asked == [False]
    table.presenter.unlock("wrong")
    assert table.view.asked == [False, True]
    table.presenter.unlock("sesame")
    assert table.view.file == LOCKED


def test_a_damaged_file_is_told_in_a_sentence_and_can_be_tried_again(table: Table) -> None:
    table.presenter.show(BROKEN)
    assert table.view.file is None
    table.presenter.show(BROKEN)
    assert len(table.view.told) == 2
    assert "damaged" in table.view.told[0]


def test_a_quote_is_turned_to_as_soon_as_its_page_is_there(table: Table) -> None:
    table.presenter.show(PAPER, "more about TRUST")
    table.read_page(PAPER, 0)
    assert table.view.turned == []
    table.read_page(PAPER, 1)
    ((page, _down, glow),) = table.view.turned
    assert page == 1
    assert glow == ((1, 30, 46),)


def test_a_quote_that_goes_over_two_pages_is_found(table: Table) -> None:
    table.presenter.show(PAPER, "one meeting The second page")
    table.read_page(PAPER, 0)
    table.read_page(PAPER, 1)
    (glow,) = [turned[2] for turned in table.view.turned]
    assert [span[0] for span in glow] == [0, 1]


def test_of_a_quote_that_is_not_there_the_longest_line_is_taken(table: Table) -> None:
    table.presenter.show(PAPER, "nowhere at all\nAt last")
    for page in range(4):
        table.read_page(PAPER, page)
    assert [turned[0] for turned in table.view.turned] == [2]


@pytest.mark.parametrize(("typed", "page"), [("ii", 1), ("II", 1), ("1", 2), ("2", 3), ("4", 3), ("i", 0)])
def test_one_goes_to_a_page_by_its_printed_number(table: Table, typed: str, page: int) -> None:
    table.presenter.show(PAPER)
    table.presenter.go_to(f" {typed} ")
    assert table.view.turned[-1][0] == page


def test_a_number_that_no_page_has_is_told(table: Table) -> None:
    table.presenter.show(PAPER)
    table.presenter.go_to("xvi")
    assert table.view.told == ["no page xvi"]


def test_there_is_a_way_back_and_forward_within_the_file_and_beyond(table: Table) -> None:
    table.presenter.show(PAPER)
    table.view.at = (1, 100.0, 0.3)
    assert table.view.facts is not None
    table.presenter.follow(table.view.facts.outline[2])
    assert table.view.turned[-1] == (2, pytest.approx(82, abs=0.1), ())
    assert table.view.way == (True, False)
    assert table.presenter.turn(back=True)
    assert table.view.turned[-1] == (1, 100.0, ())
    assert table.presenter.turn(back=False)
    table.presenter.show(OTHER)
    assert not table.presenter.turn(back=True)
    table.presenter.back()
    assert table.view.file == PAPER
    assert table.view.turned[-1][0] == 2


def test_links_lead_inside_or_ask(table: Table) -> None:
    table.presenter.show(PAPER)
    box = (0.0, 0.0, 1.0, 1.0)
    table.presenter.follow(Link(box, 3))
    assert table.view.turned[-1][0] == 3
    table.presenter.follow(Link(box, address="https://example.org"))
    table.presenter.follow(Link(box, address="javascript:alert(1)"))
    table.presenter.follow(Link(box, address="file:///etc/passwd"))
    assert table.view.told == ["ask https://example.org", "dead", "dead"]


def test_a_passage_over_columns_is_marked_with_its_page(table: Table) -> None:
    table.read_all()
    first, last = table.find("their boards Trust grows")
    table.presenter.marking.mark(first, last, Colour.GREEN)
    (kept,) = table.marks.annotations.values()
    assert kept.anchor.exact == "their boards Trust grows"
    assert kept.page == 0
    (shown,) = table.view.marks
    assert shown.page == "i"
    assert shown.spans == ((0, first[1], last[1]),)
    assert table.presenter.marking.at((0, first[1] + 2)) == shown
    assert table.presenter.marking.at((1, first[1] + 2)) is None


def test_a_passage_over_two_pages_is_marked(table: Table) -> None:
    table.read_all()
    table.presenter.marking.mark(*table.find("one meeting The second"), Colour.BLUE)
    (shown,) = table.view.marks
    assert [span[0] for span in shown.spans] == [0, 1]
    assert next(iter(table.marks.annotations.values())).page == 0


def test_what_is_marked_before_the_text_is_there_waits_for_it(table: Table) -> None:
    table.presenter.show(PAPER)
    table.read_page(PAPER, 0)
    table.presenter.marking.mark((1, 4), (1, 15), Colour.ROSE)
    assert table.marks.annotations == {}
    table.read_page(PAPER, 1)
    assert [one.anchor.exact for one in table.marks.annotations.values()] == ["second page"]


def test_highlights_take_their_places_as_the_text_comes_in(table: Table) -> None:
    whole = PagesText()
    table.pdfs.open(PAPER)
    for text in table.pdfs.texts(PAPER, 0, 4):
        whole.add(text)
    for words in ("answer to their", "second page", "no such words"):
        start = max(0, whole.text.find(words))
        anchor = anchor_of(whole, start, start + len(words))
        if words.startswith("no"):
            anchor = type(anchor)("no such words anywhere at all here", "before ", " after", 5, 39)
        table.marks.mark(PAPER, anchor, Colour.AMBER)
    table.presenter.show(PAPER)
    assert table.view.marks == ()
    table.read_page(PAPER, 0)
    assert len(table.view.marks) == 1
    for page in (1, 2, 3):
        table.read_page(PAPER, page)
    assert [mark.state for mark in table.view.marks] == [State.EXACT, State.EXACT, State.LOST]
    assert [mark.page for mark in table.view.marks] == ["i", "ii", ""]
    assert [placed.state for placed in table.marks.settled.values()] == [State.LOST]


def test_what_was_quoted_elsewhere_has_not_moved(table: Table) -> None:
    """The command line quotes from the text of the import, which has headings between the pages."""
    elsewhere = Normalised("Page ii The second page goes on with more about trust.")
    start = elsewhere.text.index("more about trust")
    table.marks.mark(PAPER, anchor_of(elsewhere, start, start + 16), Colour.AMBER)
    table.read_all()
    assert [mark.state for mark in table.view.marks] == [State.EXACT]
    (kept,) = table.marks.annotations.values()
    assert kept.state is State.EXACT
    assert table.presenter.words.whole.text[kept.anchor.start :].startswith("more about trust")


def test_a_note_is_written_on_the_selection_and_removed_and_brought_back(table: Table) -> None:
    table.read_all()
    table.presenter.marking.mark(*table.find("At last"), Colour.AMBER, then_note=True)
    ref = next(iter(table.marks.annotations))
    assert table.view.editing == ref
    table.presenter.marking.write(ref, "Why so late?")
    assert table.view.marks[0].note == "Why so late?"
    table.presenter.marking.remove(ref)
    assert table.view.marks == ()
    assert table.view.told == ["removed"]
    table.presenter.marking.restore(ref)
    assert len(table.view.marks) == 1


def test_no_words_are_no_highlight(table: Table) -> None:
    table.read_all()
    table.presenter.marking.mark((0, 3), (0, 3), Colour.AMBER)
    assert table.view.told == ["no words"]


def test_what_is_copied_has_no_line_ends_of_the_page(table: Table) -> None:
    table.read_all()
    first, _ = table.find("answer to")
    _, last = table.find("second page")
    table.presenter.copy(first, last)
    assert table.view.clipboard == (
        "answer to their boards Trust grows slowly and is lost in one meeting\nThe second page"
    )


def test_words_are_found_over_the_pages_and_stepped_through(table: Table) -> None:
    table.read_all()
    finder = table.presenter.words.finder
    finder.search("trust", 1)
    assert len(finder.hits) == 2
    assert finder.here()[0][0] == 1
    finder.step(1)
    assert finder.here()[0][0] == 0
    assert [nth for _start, _end, nth in finder.on(1)] == [1]
    assert finder.on(2) == []
    finder.forget()
    assert finder.here() == ()


def test_a_copy_is_written_once_all_highlights_have_their_places(table: Table, tmp_path: Path) -> None:
    table.presenter.show(PAPER)
    target = tmp_path / "copy.pdf"
    table.presenter.export_copy(target)
    for page in range(4):
        assert not target.exists()
        table.read_page(PAPER, page)
    assert target.read_bytes().startswith(b"%PDF")
    assert table.view.told == ["written copy.pdf"]
    table.presenter.export_copy(tmp_path / "no folder" / "copy.pdf")
    assert "could not be written" in str(table.tasks.failures[0])


def test_who_mentions_the_file_is_not_forgotten_as_more_of_it_comes_in(table: Table) -> None:
    told: list[Mention] = []
    table.presenter.marking.around = Around(lambda _ref: list(told))
    table.presenter.show(PAPER)
    table.read_page(PAPER, 0)
    for kind in SOURCES:
        told.append(Mention(Ref(kind, "1"), "Somewhere", f"In {kind.value}."))
        table.presenter.changed(Changes.of(Ref(kind, "1")))
        assert list(table.view.mentions) == told, "whatever it was written in"
    for page in range(1, 4):
        table.read_page(PAPER, page)
    assert list(table.view.mentions) == told
