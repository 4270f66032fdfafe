"""What the reader decides, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from animating_alliances_desktop.core.annotations.anchors import Normalised, anchor_of
from animating_alliances_desktop.core.annotations.model import Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Place, Reading
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.reader.ports import Where
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.wish import position_of
from tests.ui.inline import Inline
from tests.ui.reader.fakes import FakeLibrary, FakeMarks

ONE, TWO = Ref(Kind.PAPER, "one"), Ref(Kind.CASE, "two")
RAW = (
    "Opening words.\u2029The hub carries the follow-through.\u2029😀 Nobody planned that.\u2029"
    + "More. " * 50
)


@dataclass
class FakeView:
    """Notes what it is asked for; the first letter on the page is at `top`."""

    top: int = 0
    said: list[tuple[object, ...]] = field(default_factory=list)
    marks: Sequence[Mark] = ()
    notes: Sequence[Note] = ()
    mentions: Sequence[Mention] = ()
    way: tuple[bool, bool] = (False, False)
    numbers: Sequence[tuple[int, str]] = ()
    where: Where | None = None
    continued: list[str] = field(default_factory=list)

    def lay_out(self, reading: Reading, *, hidden: bool) -> None:
        self.said.append(("lay_out", reading.ref, hidden))

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self.marks = marks

    def show_notes(self, notes: Sequence[Note]) -> None:
        self.notes = notes

    def show_way(self, *, back: bool, forward: bool) -> None:
        self.way = (back, forward)

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        self.top = start
        self.said.append(("turn_to", start, end, emphasise))

    def turn_to_heading(self, anchor: str) -> None:
        self.said.append(("heading", anchor))

    def visible(self) -> tuple[int, int]:
        return self.top, self.top + 30

    def ask_about(self, address: str) -> None:
        self.said.append(("ask", address))

    def finish_writing(self) -> None:
        self.said.append(("finish",))

    def edit_note(self, ref: Ref) -> None:
        self.said.append(("edit", ref))

    def tell_removed(self, ref: Ref) -> None:
        self.said.append(("removed", ref))

    def tell_dead_link(self) -> None:
        self.said.append(("dead",))

    def tell_no_words(self) -> None:
        self.said.append(("no words",))

    def show_numbers(self, places: Sequence[tuple[int, str]]) -> None:
        self.numbers = places

    def show_where(self, where: Where) -> None:
        self.where = where

    def tell_continued(self, number: str) -> None:
        self.continued.append(number)

    def show_excerpt(self, html: str, anchor: str) -> None:
        self.said.append(("excerpt", html, anchor))

    def enlarge(self, address: str) -> None:
        self.said.append(("enlarge", address))


@dataclass
class Reader:
    """A presenter with fakes around it."""

    tasks: Inline = field(default_factory=Inline)
    view: FakeView = field(default_factory=FakeView)
    marks: FakeMarks = field(default_factory=FakeMarks)
    opened: list[Ref] = field(default_factory=list)

    def __post_init__(self) -> None:
        texts = (Reading(ref, ref.key, "", "<p>x</p>") for ref in (ONE, TWO))
        self.library = FakeLibrary(*texts)
        self.presenter = ReaderPresenter(self.view, self.library, self.marks, self.tasks, self.opened.append)
        self.tasks.listeners.append(self.presenter.changed)

    def read(self, ref: Ref, quote: str = "", heading: str = "", raw: str = RAW) -> None:
        self.presenter.show(ref, quote, heading)
        self.presenter.typeset(raw)


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_a_text_never_read_opens_at_its_beginning_uncovered(reader: Reader) -> None:
    reader.read(ONE)
    assert reader.view.said == [("lay_out", ONE, False)]


def test_a_text_opens_at_a_quote_in_utf_16_positions(reader: Reader) -> None:
    reader.read(ONE, quote="nobody PLANNED")
    start = RAW.index("Nobody") + 1
    assert reader.view.said == [("lay_out", ONE, True), ("turn_to", start, start + 14, True)]


def test_of_a_long_passage_the_longest_line_that_is_there_is_found(reader: Reader) -> None:
    reader.read(ONE, quote="…not there at all\nThe hub carries the follow-through.\nnor this")
    start = RAW.index("The hub")
    assert reader.view.said[-1] == ("turn_to", start, start + 35, True)


def test_a_quote_that_is_gone_uncovers_the_beginning(reader: Reader) -> None:
    reader.read(ONE, quote="words of another time")
    assert reader.view.said[-1] == ("turn_to", 0, 0, False)


def test_the_place_is_kept_once_and_only_when_it_changed(reader: Reader) -> None:
    reader.presenter.remember()
    reader.read(ONE)
    reader.view.top = RAW.index("The hub")
    reader.presenter.remember()
    reader.presenter.remember()
    ((ref, place),) = reader.library.remembered
    assert ref == ONE
    assert place.quote.startswith("The hub carries")
    reader.read(TWO)
    reader.view.said.clear()
    reader.read(ONE)
    assert ("turn_to", RAW.index("The hub"), RAW.index("The hub"), False) in reader.view.said


def test_back_and_forward_lead_through_texts_and_places(reader: Reader) -> None:
    reader.read(ONE)
    reader.view.top = RAW.index("The hub")
    reader.read(TWO)
    assert reader.view.way == (True, False)
    reader.presenter.back()
    reader.presenter.typeset(RAW)
    assert reader.view.said[-2:] == [
        ("lay_out", ONE, True),
        ("turn_to", RAW.index("The hub"), RAW.index("The hub"), False),
    ]
    assert reader.view.way == (False, True)
    reader.presenter.forward()
    assert reader.view.said[-1][:2] == ("lay_out", TWO)
    reader.presenter.forward()
    assert reader.view.way == (True, False)


def test_links_lead_inside_to_other_texts_or_ask(reader: Reader) -> None:
    reader.read(ONE)
    reader.view.said.clear()
    for address in (
        "#ref-2",
        "aa:case/two",
        "https://example.org",
        "mailto:a@example.org",
        "aa:nothing",
        "file:///etc",
    ):
        reader.presenter.follow(address)
    assert reader.opened == [TWO]
    assert reader.view.said == [
        ("heading", "ref-2"),
        ("ask", "https://example.org"),
        ("ask", "mailto:a@example.org"),
        ("dead",),
        ("dead",),
    ]


def test_a_text_that_is_not_there_leaves_the_one_that_is_open(reader: Reader) -> None:
    reader.read(ONE)
    reader.presenter.show(Ref(Kind.PAPER, "gone"))
    assert str(reader.tasks.failures[0]) == "There is no such text."
    assert reader.presenter.reading is not None
    assert reader.presenter.reading.ref == ONE


def test_words_that_arrive_after_another_text_was_opened_are_dropped() -> None:
    reader = Reader(Inline(hold=True))
    reader.presenter.show(ONE)
    reader.tasks.let_go()
    reader.presenter.typeset("words of one")
    reader.presenter.show(TWO)
    reader.tasks.let_go()
    assert reader.presenter.find("words") == []


def test_a_highlight_is_made_shown_and_changed(reader: Reader) -> None:
    reader.read(ONE)
    start = RAW.index("Nobody") + 1
    reader.presenter.marking.mark(start, start + 14, Colour.ROSE)
    (shown,) = reader.view.marks
    assert (shown.quote, shown.start, shown.end, shown.colour) == (
        "Nobody planned",
        start,
        start + 14,
        Colour.ROSE,
    )
    assert reader.presenter.marking.at(start + 3) == shown
    assert reader.presenter.marking.at(start + 14) is None
    reader.presenter.marking.recolour(shown.ref, Colour.BLUE)
    reader.presenter.marking.write(shown.ref, "Why?")
    assert (reader.view.marks[0].colour, reader.view.marks[0].note) == (Colour.BLUE, "Why?")
    reader.presenter.marking.remove(shown.ref)
    assert (reader.view.marks, reader.view.said[-1]) == ((), ("removed", shown.ref))
    reader.presenter.marking.restore(shown.ref)
    assert reader.view.marks[0].note == "Why?"


def test_the_editor_opens_once_the_new_highlight_is_there(reader: Reader) -> None:
    reader.read(ONE)
    reader.presenter.marking.mark(0, 7, Colour.AMBER, then_note=True)
    reader.presenter.changed(Changes.of(reader.view.marks[0].ref))
    assert [said for said in reader.view.said if said[0] == "edit"] == [("edit", reader.view.marks[0].ref)]


def test_no_words_make_no_highlight(reader: Reader) -> None:
    reader.read(ONE)
    reader.presenter.marking.mark(14, 15, Colour.AMBER)
    assert reader.view.said[-1] == ("no words",)
    assert reader.marks.annotations == {}


def test_of_two_highlights_over_one_another_the_shorter_is_meant(reader: Reader) -> None:
    reader.read(ONE)
    for start, end in ((0, 60), (15, 22)):
        reader.presenter.marking.mark(start, end, Colour.AMBER)
    shown = reader.presenter.marking.at(17)
    assert shown is not None
    assert shown.quote == "The hub"


def test_a_note_on_the_whole_text_is_added_once_then_written_over(reader: Reader) -> None:
    reader.read(ONE)
    made: list[Ref] = []
    reader.presenter.marking.write(None, "  ", made.append)
    reader.presenter.marking.write(None, "First", made.append)
    reader.presenter.marking.write(made[0], "First and second")
    reader.presenter.marking.write(made[0], "  ")
    assert [note.text for note in reader.view.notes] == ["First and second"]


def test_only_what_has_changed_is_settled(reader: Reader) -> None:
    normalised = Normalised(RAW)
    for words in ("Opening words", "The hub carries the follow-through"):
        at = normalised.text.index(words)
        reader.marks.mark(ONE, anchor_of(normalised, at, at + len(words)), Colour.AMBER)
    reader.read(ONE)
    assert reader.marks.settled == {}
    reader.read(TWO)
    reader.read(ONE, raw=RAW.replace("Opening words.\u2029", ""))
    assert [place.state for place in reader.marks.settled.values()] == [State.LOST, State.MOVED]
    reader.marks.settled.clear()
    reader.presenter.marking.refresh()
    assert reader.marks.settled == {}
    assert [shown.state for shown in reader.view.marks] == [State.LOST, State.MOVED]


def test_a_lost_highlight_comes_back_with_its_words(reader: Reader) -> None:
    normalised = Normalised(RAW)
    reader.marks.mark(ONE, anchor_of(normalised, 0, 13), Colour.AMBER)
    (ref,) = reader.marks.annotations
    reader.marks.annotations[ref] = replace(reader.marks.annotations[ref], state=State.LOST)
    reader.read(ONE)
    assert reader.view.marks[0].state is State.EXACT
    assert reader.marks.settled[ref].state is State.EXACT


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place(4, "two three", 0.3), 4),
        (Place(0, "three four", 0.3), 8),
        (Place(900, "never there", 0.9), 18),
        (Place(5, "", 0.1), 5),
    ],
)
def test_a_place_is_found_by_its_words_before_its_number(place: Place, found: int) -> None:
    assert position_of(Normalised("one two three four"), place) == found


NUMBERED = "<p>Opening words.</p><h2>Two</h2><p>The hub carries.</p><p>Nobody planned that.</p>"
PLACES = {"¶0.1": 0, "¶1.1": RAW.index("The hub"), "¶1.2": RAW.index("Nobody")}


def read_numbered(reader: Reader, ref: Ref = ONE, place: Place | None = None) -> None:
    """Open a text of three numbered paragraphs."""
    reader.library.readings[ref] = replace(
        reader.library.readings[ref], html=NUMBERED, words=440, place=place
    )
    reader.presenter.show(ref)
    reader.presenter.typeset(RAW, PLACES.get)


def test_paragraphs_have_numbers_and_the_reader_is_at_one(reader: Reader) -> None:
    read_numbered(reader)
    assert list(reader.view.numbers) == [(0, "0.1"), (PLACES["¶1.1"], "1.1"), (PLACES["¶1.2"], "1.2")]
    reader.view.top = PLACES["¶1.2"] + 3
    reader.presenter.moved()
    assert reader.view.where == Where("1.2", 2)
    reader.view.top = len(RAW)
    reader.presenter.moved()
    assert reader.view.where == Where("1.2", 0)


def test_a_remembered_place_is_said_once_by_its_number(reader: Reader) -> None:
    at = PLACES["¶1.1"]
    read_numbered(reader, place=Place(at, RAW[at : at + 20], 0.4))
    assert reader.view.continued == ["1.1"]
    reader.presenter.retypeset()
    reader.presenter.typeset(RAW, PLACES.get)
    assert reader.view.continued == ["1.1"]
    reader.presenter.from_start()
    assert reader.view.said[-1] == ("turn_to", 0, 0, False)
    reader.presenter.back()
    assert reader.view.said[-1] == ("turn_to", at, at, False)
    assert reader.view.continued == ["1.1"]


def test_a_text_opened_at_a_quote_is_not_said_to_go_on(reader: Reader) -> None:
    reader.library.readings[ONE] = replace(reader.library.readings[ONE], place=Place(20, "", 0.4))
    reader.read(ONE, quote="Nobody planned")
    assert reader.view.continued == []


def test_a_paragraph_is_gone_to_by_its_number(reader: Reader) -> None:
    read_numbered(reader)
    assert reader.presenter.go_to(" ¶1.2 ")
    assert reader.view.said[-1] == ("turn_to", PLACES["¶1.2"], PLACES["¶1.2"] + 1, True)
    assert reader.view.way == (True, False)
    assert not reader.presenter.go_to("9.9")
    assert reader.presenter.numbers.ends == ("0.1", "1.2")


def test_a_note_is_shown_beside_its_number_and_a_heading_is_gone_to(reader: Reader) -> None:
    html = '<p>Words<sup><a href="#fn">1</a></sup></p><h2 id="h">Head</h2><ol><li id="fn">A note.</li></ol>'
    reader.library.readings[ONE] = replace(reader.library.readings[ONE], html=html)
    reader.read(ONE)
    reader.presenter.follow("#fn")
    assert reader.view.said[-1] == ("excerpt", "A note.", "fn")
    assert reader.view.way == (False, False)
    reader.presenter.follow("#h")
    assert reader.view.said[-1] == ("heading", "h")
    assert reader.view.way == (True, False)


def test_a_note_that_is_found_too_late_is_not_shown() -> None:
    reader = Reader(Inline(hold=True))
    reader.library.readings[ONE] = replace(reader.library.readings[ONE], html='<li id="fn">A note.</li>')
    reader.presenter.show(ONE)
    reader.tasks.let_go()
    reader.presenter.follow("#fn")
    reader.presenter.show(TWO)
    reader.tasks._held.reverse()
    reader.tasks.let_go()
    assert "excerpt" not in [said[0] for said in reader.view.said]


def test_a_picture_is_enlarged(reader: Reader) -> None:
    reader.read(ONE)
    for address in ("aa:figure/rings", "aa:picture/p1"):
        reader.presenter.follow(address)
        assert reader.view.said[-1] == ("enlarge", address)
    assert reader.opened == []


def test_an_entry_that_was_changed_elsewhere_is_read_again_at_its_place(reader: Reader) -> None:
    entry = Ref(Kind.ENTRY, "1")
    reader.library.readings[entry] = Reading(entry, "Entry", "", "<p>First.</p>")
    reader.read(entry)
    reader.view.said.clear()
    reader.library.readings[entry] = Reading(entry, "Entry", "", "<p>Second.</p>")
    reader.presenter.changed(Changes.of(Ref(Kind.ENTRY, "2")))
    assert reader.view.said == []
    reader.presenter.changed(Changes.of(entry))
    assert reader.presenter.reading is not None
    assert "Second." in reader.presenter.reading.html


def test_what_is_read_of_a_pdf_beside_leaves_its_place_and_its_highlights_to_the_pages(
    reader: Reader,
) -> None:
    whole = Normalised(f"Other words of a page before. {RAW}")
    start = whole.text.index("The hub carries")
    reader.marks.mark(ONE, anchor_of(whole, start, start + 15), Colour.AMBER, page=1)
    reader.library.readings[ONE] = replace(reader.library.readings[ONE], page="page-2")
    reader.read(ONE)
    assert ("heading", "page-2") in reader.view.said
    (shown,) = reader.view.marks
    assert (shown.start, shown.state) == (RAW.index("The hub"), State.EXACT)
    assert reader.marks.settled == {}, "it stands on its page where it stood"
    reader.view.top = 80
    reader.presenter.remember()
    assert reader.library.remembered == []
