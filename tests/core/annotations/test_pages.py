"""A text made page by page is the very text that it would be if it had been made at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_all, place
from animating_alliances_desktop.core.annotations.model import State
from animating_alliances_desktop.core.annotations.normal import Normalised
from animating_alliances_desktop.core.annotations.pages import PagesText

LETTERS = st.text(alphabet="ab \n\r\u00ad\u00a0ﬁ😀é\u200b", max_size=30)
PAGES = st.lists(LETTERS, min_size=1, max_size=6)


def made(*texts: str) -> PagesText:
    whole = PagesText()
    for text in texts:
        whole.add(text)
    return whole


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(PAGES)
def test_the_text_is_the_same(texts: list[str]) -> None:
    at_once = Normalised("\n\n".join(texts))
    assert made(*texts).text == at_once.text
    assert made(*texts).folded == at_once.folded


@given(PAGES, st.data())
def test_a_passage_is_found_on_its_pages_and_back(texts: list[str], data: st.DataObject) -> None:
    whole = made(*texts)
    size = len(whole.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    spans = whole.spans(start, end)
    words = " ".join(
        Normalised(texts[page].encode("utf-16-le")[low * 2 : high * 2].decode("utf-16-le", "replace")).text
        for page, low, high in spans
    )
    wanted = whole.text[start:end].strip()
    if "ﬁ" not in "".join(texts):  # half a ligature is the whole of it on the page
        assert words == wanted
        if wanted:
            first, last = spans[0], spans[-1]
            found = whole.index_of(first[:2], (last[0], last[2]))
            assert whole.text[slice(*found)] == wanted


@given(PAGES, st.data())
def test_positions_agree_with_those_of_the_whole(texts: list[str], data: st.DataObject) -> None:
    whole, at_once = made(*texts), Normalised("\n\n".join(texts))
    raw = units("\n\n".join(texts))
    low = data.draw(st.integers(0, raw))
    high = data.draw(st.integers(low, raw))
    mine, theirs = whole.from_raw(low, high), at_once.from_raw(low, high)
    assert whole.text[slice(*mine)] == at_once.text[slice(*theirs)]


def test_a_broken_word_is_whole_and_found_over_pages() -> None:
    whole = made("The coope\u00adration of", "", "many members")
    assert whole.text == "The cooperation of many members"
    (found,) = find_all(whole, "Cooperation of many")
    assert whole.spans(*found) == ((0, 4, 19), (2, 0, 4))
    assert whole.page_of(found[0]) == 0
    assert whole.place_of(found[0]) == (0, 4)


def test_an_anchor_of_a_text_with_pages_is_found_again_and_never_on_other_words() -> None:
    whole = made("One page of words.", "And another page, which has more words.")
    anchor = anchor_of(whole, *whole.index_of((1, 4), (1, 16)))
    assert anchor.exact == "another page"
    assert place(whole, anchor).state is State.EXACT
    later = made("A new page.", "One page of words.", "And another page, which has more words.")
    moved = place(later, anchor)
    assert moved.state is State.MOVED
    assert later.spans(moved.start, moved.end) == ((2, 4, 16),)
    assert place(made("Something else.", "Entirely."), anchor).state is State.LOST
