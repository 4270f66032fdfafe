"""What the slide view decides, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.normal import of_html
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import Heading, Place, Reading
from animating_alliances_desktop.core.library.slides import Deck, Slide, deck_of
from animating_alliances_desktop.ui.slides.presenter import SlidesPresenter
from animating_alliances_desktop.ui.slides.spots import Spots
from tests.core.library.test_slides import PARTS
from tests.ui.inline import Inline
from tests.ui.slides.decks import IMPORTED, PACK, TEXT, FakeLibrary


class FakeView:
    def __init__(self) -> None:
        self.decks: list[str] = []
        self.numbers: list[int] = []
        self.told: list[str] = []

    def show_lines(self, deck: Deck) -> None:
        self.told.append(" ".join(slide.line for slide in deck.slides))

    def show_deck(self, deck: Deck) -> None:
        self.decks.append(deck.title)

    def show_slide(self, slide: Slide, of: int) -> None:
        self.numbers.append(slide.number)

    def show_none(self, title: str) -> None:
        self.told.append(f"none in {title}")

    def point_at(self, quote: str) -> None:
        self.told.append(f"at {quote}")

    def ask_about(self, address: str) -> None:
        self.told.append(f"asked {address}")

    def tell_dead_link(self) -> None:
        self.told.append("dead")


class Desk:
    """A presenter with everything around it faked."""

    def __init__(self, *, hold: bool = False) -> None:
        self.view, self.library, self.tasks = FakeView(), FakeLibrary(), Inline(hold=hold)
        self.opened: list[Ref] = []
        self.read: list[tuple[Ref, str]] = []
        self.presenter = SlidesPresenter(
            self.view,
            self.library,
            self.tasks,
            lambda ref, _quote: self.opened.append(ref),
            lambda ref, heading: self.read.append((ref, heading)),
        )

    @property
    def number(self) -> int:
        return self.presenter.slide.number if self.presenter.slide is not None else 0


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_deck_opens_at_its_first_slide_and_one_walks_through_it(desk: Desk) -> None:
    desk.presenter.show(PACK)
    assert (desk.view.decks, desk.number) == (["An introduction"], 1)
    desk.presenter.step(1)
    desk.presenter.last()
    desk.presenter.step(1)
    desk.presenter.step(-1)
    desk.presenter.first()
    desk.presenter.step(-1)
    assert desk.view.numbers == [1, 2, 4, 3, 1]


def test_the_place_is_remembered_as_a_place_in_the_text(desk: Desk) -> None:
    desk.presenter.show(PACK)
    desk.presenter.go(3)
    desk.presenter.remember()
    desk.presenter.remember()
    ((ref, place),) = desk.library.remembered
    text = of_html(desk.library.readings[PACK].html).text
    assert (ref, place.fraction) == (PACK, 0.75)
    assert text[place.position :].startswith("Three habits reflect decide")
    assert place.quote.startswith("Three habits")

    again = Desk()
    again.library = desk.library
    again.presenter._library = desk.library
    again.presenter.show(PACK)
    assert again.number == 3


def test_a_place_is_found_by_its_words_after_the_text_has_changed(desk: Desk) -> None:
    before = desk.library.readings[PACK]
    html = f'<h2 id="new">A new slide</h2><p>before all others</p>{before.html}'
    desk.library.readings[PACK] = replace(
        before, html=html, place=Place(40, "Three habits reflect decide follow through", 0.75)
    )
    desk.presenter.show(PACK)
    assert desk.presenter.slide is not None
    assert desk.presenter.slide.title == "Three habits"


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("one after the other", 2),
        ("Pens, please.", 4),
        ("decide\nfollow through", 3),
        ("Questions for our alliance\nPens, please.", 4),
        ("…after the other…", 2),
        ("words that are nowhere\nfollow through", 3),
    ],
)
def test_a_passage_opens_its_slide(desk: Desk, quote: str, number: int) -> None:
    desk.presenter.show(PACK, quote)
    assert desk.number == number
    assert desk.view.told == [f"at {quote}"]
    desk.presenter.first()
    desk.presenter.show(PACK, quote)  # it is open already
    assert desk.number == number
    assert desk.view.decks == ["An introduction"]


def test_a_passage_that_is_not_there_opens_the_place_where_one_was(desk: Desk) -> None:
    desk.presenter.show(PACK, "nothing of the kind")
    assert desk.number == 1
    desk.presenter.go(3)
    desk.presenter.show(PACK, "nothing of the kind")
    assert desk.number == 3


def test_a_heading_opens_its_slide_and_coming_back_leaves_it(desk: Desk) -> None:
    desk.presenter.show(PACK, heading="tent")
    assert desk.number == 2
    desk.presenter.show(PACK)
    assert desk.number == 2
    desk.presenter.show(PACK, heading="references")
    assert desk.number == 2


def test_another_deck_keeps_the_place_in_the_first_one(desk: Desk) -> None:
    desk.presenter.show(PACK)
    desk.presenter.go(2)
    desk.presenter.show(IMPORTED)
    assert [ref for ref, _place in desk.library.remembered] == [PACK]
    assert desk.view.decks == ["An introduction", "Colleague's talk"]
    assert desk.number == 1
    desk.presenter.read_as_text()
    assert desk.read == [(IMPORTED, "slide-1")]


def test_a_text_without_slides_says_so_and_can_be_read(desk: Desk) -> None:
    desk.presenter.show(TEXT)
    assert desk.view.told == ["none in Empty"]
    desk.presenter.go(2)
    desk.presenter.last()
    desk.presenter.remember()
    desk.presenter.read_as_text()
    assert (desk.read, desk.library.remembered, desk.number) == ([(TEXT, "")], [], 0)


def test_a_text_that_is_gone_says_so(desk: Desk) -> None:
    desk.presenter.show(Ref(Kind.DOCUMENT, "99"))
    assert [str(error) for error in desk.tasks.failures] == ["There is no such text."]


def test_links_lead_to_texts_and_outside_only_after_a_question(desk: Desk) -> None:
    desk.presenter.show(PACK)
    for address in ("aa:term/hub", "https://example.org", "javascript:alert(1)", "#ref-1", "file:///etc"):
        desk.presenter.follow(address)
    assert desk.opened == [Ref(Kind.TERM, "hub")]
    assert desk.view.told == ["asked https://example.org", "dead", "dead"]


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_every_slide_is_found_again_by_its_place(parts: list[str]) -> None:
    deck = deck_of(Reading(IMPORTED, "x", "", "".join(parts)))
    spots = Spots(deck)
    text = of_html(deck.html).text
    for slide in deck.slides:
        place, own = spots.place_of(slide.number), of_html(slide.whole).text
        assert text[place.position :].startswith(own)
        if own:
            assert spots.slide_of(replace(place, quote="")) == slide.number


def test_the_slides_of_a_document_are_called_what_its_outline_calls_them_now(desk: Desk) -> None:
    desk.presenter.show(IMPORTED)
    assert desk.presenter.deck is not None
    desk.presenter.last()
    last = desk.presenter.deck.slides[-1]
    line = Heading(2, "What we ask of you", last.id)
    before = desk.library.readings[IMPORTED]
    desk.library.readings[IMPORTED] = replace(before, outline=(*before.outline, line))
    desk.presenter.changed(Changes.of(PACK))
    assert desk.view.told == []
    desk.presenter.changed(Changes.of(IMPORTED))
    assert desk.view.told[-1].endswith("What we ask of you")
    assert (desk.number, desk.presenter.deck.slides[-1].title) == (last.number, last.title)
    desk.presenter.changed(Changes.of(IMPORTED))
    assert len(desk.view.told) == 1, "nothing is new"


def test_a_search_opens_the_deck_at_a_line_of_its_outline(desk: Desk) -> None:
    desk.presenter.show(PACK)
    deck = desk.presenter.deck
    assert deck is not None
    last = deck.slides[-1]
    kept = desk.library.readings[PACK]
    desk.library.readings[PACK] = replace(kept, outline=(Heading(2, "How we part", last.id),))
    desk.presenter.show(PACK, f"{LINE}How we part")
    assert desk.number == last.number > 1
