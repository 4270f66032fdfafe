"""Packs and imported presentations are cut into slides, and nothing of them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.annotations.normal import of_html
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.content import load
from animating_alliances_desktop.core.library.markdown import render
from animating_alliances_desktop.core.library.model import Heading, Reading
from animating_alliances_desktop.core.library.rendering import build, slides_of
from animating_alliances_desktop.core.library.sanitising import sanitise
from animating_alliances_desktop.core.library.slides import Deck, Picture, deck_of
from tests.content import write_small

PACK, DOCUMENT = Ref(Kind.SLIDES, "pack"), Ref(Kind.DOCUMENT, "1")
HTML = (
    '<h2 id="one">One &amp; all</h2><p>First</p><ul><li>a point</li></ul>'
    '<blockquote><p>Say <a href="aa:term/hub">hub</a>.<sup><a href="#ref-1">1</a></sup></p>'
    "<ol><li>x</li></ol></blockquote>"
    '<h2 id="two">Two</h2><p><img src="aa:figure/rings" alt="Who carries what"><br><em>Who carries what</em></p>'
    "<p><em>after it</em></p>"
    '<h2 id="three">Three</h2>'
    '<h2 id="references">References</h2><ol><li id="ref-1">Weick (1984).</li></ol>'
    '<h2 id="cited-in">Cited in</h2><ul><li>A paper</li></ul>'
)
IMPORTED = (
    '<h2 id="slide-1">Our river</h2><p>Line<br>broken</p><p><img src="aa:picture/p1.png" alt="Picture 4"></p>'
    "<table><tr><td>a</td><td>b</td></tr></table>"
    "<blockquote><p>Breathe.</p></blockquote><blockquote><p>Begin.</p></blockquote>"
    '<h2 id="references">References</h2><p>See <img src="aa:picture/p2.png"> there</p>'
    '<h2 id="slide-3"></h2>'
)


def deck(html: str, ref: Ref = PACK) -> Deck:
    return deck_of(Reading(ref, "A deck", "", html))


def test_a_pack_is_cut_at_its_headings_and_what_is_appended_is_no_slide() -> None:
    one, two, three = deck(HTML).slides
    assert [(slide.number, slide.id, slide.title) for slide in (one, two, three)] == [
        (1, "one", "One & all"),
        (2, "two", "Two"),
        (3, "three", "Three"),
    ]
    assert one.html == "<p>First</p><ul><li>a point</li></ul>"
    assert one.notes.startswith('<p>Say <a href="aa:term/hub">hub</a>.')
    assert one.notes.endswith("<ol><li>x</li></ol>")
    assert one.sources == (("ref-1", "Weick (1984)."),)
    assert one.words == "First a point"
    assert (three.html, three.notes, three.pictures, three.words) == ("", "", (), "")


def test_a_drawing_is_taken_off_with_its_caption_and_words_beside_it_stay() -> None:
    two = deck(HTML).slides[1]
    assert two.pictures == (Picture("aa:figure/rings", "Who carries what", "Who carries what"),)
    assert two.html == "<p><em>after it</em></p>"
    assert two.picture_first
    assert two.words == "after it Who carries what"


def test_an_imported_presentation_keeps_pictures_tables_and_every_note() -> None:
    made = deck(IMPORTED, DOCUMENT)
    assert not made.is_ours
    first, second, third = made.slides
    assert first.pictures == (Picture("aa:picture/p1.png", "", "Picture 4"),)
    assert not first.picture_first
    assert "<table>" in first.html
    assert first.notes == "<p>Breathe.</p><p>Begin.</p>"
    assert second.title == "References"
    assert second.html == "<p>See  there</p>"
    assert second.pictures == (Picture("aa:picture/p2.png"),)
    assert (third.title, third.id) == ("", "slide-3")


def test_words_before_the_first_heading_are_a_slide_and_nothing_is_none() -> None:
    (only,) = deck("<p>No heading</p><blockquote><p>said</p></blockquote>", DOCUMENT).slides
    assert (only.title, only.html, only.notes) == ("", "<p>No heading</p>", "<p>said</p>")
    assert deck("", DOCUMENT).slides == ()


def test_letters_that_mean_something_in_html_stay_letters() -> None:
    (slide,) = deck("<h2>x</h2><p>a &lt; b</p><blockquote>1 &lt; 2 &amp; 3</blockquote>").slides
    assert slide.html == "<p>a &lt; b</p>"
    assert slide.notes == "1 &lt; 2 &amp; 3"


def test_the_small_pack_of_the_tests_as_it_is_rendered(tmp_path: Path) -> None:
    rows = {row["ref"]: row for row in build(write_small(tmp_path / "content")).rows}
    first, second = deck(rows["aa:slides/introduction"]["html"]).slides
    assert (first.title, first.words, of_html(first.notes).text) == (
        "First slide",
        "a point",
        "Say hello first.",
    )
    assert (second.title, second.notes) == ("Second slide", "")


@pytest.mark.parametrize("name", sorted(path.stem for path in (paths.content() / "slides").glob("*.md")))
def test_every_shipped_slide_is_there_with_its_notes_and_drawings(name: str) -> None:
    shelf = load(paths.content())
    item = shelf.items[Ref(Kind.SLIDES, name)]
    written = slides_of(item.body)
    quoted = (
        f"{shown}\n\n" + "\n".join(f"> {line}" for line in said.splitlines()) for shown, said in written
    )
    slides = deck(render("\n\n".join(quoted), shelf.sources()).html).slides
    assert len(slides) == len(written)
    for slide, (shown, said) in zip(slides, written, strict=True):
        assert bool(slide.notes) == bool(said)
        assert len(slide.pictures) == shown.count("](aa:figure/")
        assert not any(line.startswith(">") for line in shown.splitlines())  # it would be taken for a note
        assert slide.title in of_html(render(shown.splitlines()[0]).html).text


BLOCKS = st.sampled_from(
    [
        "<p>words here</p>",
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        '<p><img src="aa:picture/x" alt="of x"></p>',
        "<table><tr><td>1</td></tr></table>",
        "<p>a &amp; b</p>",
        "<hr>",
    ]
)
PARTS = st.builds(
    lambda title, blocks, notes: f"<h2>{title}</h2>{''.join(blocks)}{notes}",
    st.sampled_from(["", "Title", "Ti &lt; tle"]),
    st.lists(BLOCKS, max_size=4),
    st.sampled_from(["", "<blockquote><p>said</p></blockquote>"]),
)


@given(st.lists(PARTS, max_size=6))
def test_no_word_is_lost_and_none_is_invented(parts: list[str]) -> None:
    html = sanitise("".join(parts))
    made = deck(html, DOCUMENT)
    assert len(made.slides) == len(parts)
    assert of_html("".join(slide.whole for slide in made.slides)).text == of_html(html).text
    for slide in made.slides:
        seen = of_html(f"<h2>{slide.title.replace('<', '&lt;')}</h2>{slide.html}{slide.notes}").text
        assert seen == of_html(slide.whole).text


def test_slides_are_called_what_the_outline_calls_them() -> None:
    outline = (Heading(2, "The river, renamed", "slide-1"), Heading(2, "A place in it", "slide-1"))
    deck = deck_of(Reading(DOCUMENT, "Talk", "", IMPORTED, outline))
    assert [(slide.title, slide.line) for slide in deck.slides] == [
        ("Our river", "The river, renamed"),
        ("References", "References"),
        ("", ""),
    ]
