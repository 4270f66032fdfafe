"""A text without the marks of its layout, and the map to the laid-out document and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.normal import Normalised, folded, of_html

ODD = "ab \u2029\u2028\ufdd0\ufdd1\ufffc\u00a0\u00ad\u200b\ufb01\ufb03😀𝒜é\t\n"


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def raw_slice(raw: str, start: int, end: int) -> str:
    return raw.encode("utf-16-le", "surrogatepass")[start * 2 : end * 2].decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\u2029two\u2028three", "one two three"),
        ("\ufdd0cell\u2029other\ufdd1\u2029after", "cell other after"),
        ("re\u00adflec\u00adtion", "reflection"),
        ("a \u00ad b", "a b"),
        ("o\ufb03ce and \ufb01n", "office and fin"),
        ("five\u00a0hundred   and\tone", "five hundred and one"),
        ("before\ufffcafter", "before after"),
        (" \u2029 padded \u2029 ", "padded"),
        ("", ""),
        ("\u2029\u00ad", ""),
    ],
)
def test_marks_of_the_layout_are_taken_out(raw: str, text: str) -> None:
    assert Normalised(raw).text == text


def test_positions_count_in_utf_16_units_because_those_of_the_text_cursor_do() -> None:
    raw = "😀 up\u2029𝒜 down"
    normalised = Normalised(raw)
    start = normalised.text.index("down")
    assert raw_slice(raw, *normalised.to_raw(start, start + 4)) == "down"
    assert normalised.to_raw(0, 1) == (0, 2)
    assert normalised.from_raw(0, 2) == (0, 1)


def test_a_soft_hyphen_inside_the_words_is_covered() -> None:
    raw = "of re\u00adflection now"
    normalised = Normalised(raw)
    start = normalised.text.index("reflection")
    assert raw_slice(raw, *normalised.to_raw(start, start + 10)) == "re\u00adflection"


@given(st.text(alphabet=ODD, max_size=60), st.data())
def test_words_come_back_from_their_positions(raw: str, data: st.DataObject) -> None:
    normalised = Normalised(raw)
    text = normalised.text
    assert "  " not in text
    assert text == text.strip()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = normalised.to_raw(start, end)
    assert 0 <= first <= last <= units(raw)
    words = text[start:end].strip()
    there = Normalised(raw_slice(raw, first, last)).text
    assert words in there
    assert len(there) <= len(words) + 4  # a ligature is taken whole


@given(st.text(alphabet=ODD, max_size=60), st.integers(0, 120), st.integers(0, 120))
def test_any_selection_has_a_passage(raw: str, one: int, other: int) -> None:
    normalised = Normalised(raw)
    start, end = normalised.from_raw(min(one, other), max(one, other))
    assert 0 <= start <= end <= len(normalised.text)
    assert normalised.text[start:end] == normalised.text[start:end].strip()


@given(st.text(max_size=80))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_a_body_reads_as_it_will_be_laid_out() -> None:
    html = "<h2 id='a'>One</h2><p>Two <em>th</em>ree<sup><a href='#r'>1</a></sup> &amp; on<br>four</p>"
    html += "<ul><li>five</li></ul>"
    assert of_html(html).text == "One Two three1 & on four five"
