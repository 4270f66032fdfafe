"""Paragraphs are numbered by chapter, the same each time, and nothing of the text changes by it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from animating_alliances_desktop.core.annotations.normal import of_html
from animating_alliances_desktop.core.library.markdown import rendered
from animating_alliances_desktop.core.library.numbering import numbered


def words_of(html: str) -> dict[str, str]:
    """Each number with the words of its paragraph."""
    made = numbered(html)
    root = lxml_html.fragment_fromstring(made.html, create_parent="div")
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    return {number: by_id[name].text_content().strip() for name, number in made.places}


def test_a_chapter_begins_at_each_h2_and_what_stands_before_belongs_to_none() -> None:
    html = "<p>Before.</p><h2>One</h2><p>A.</p><h3>Under</h3><p>B.</p><h2 id='two'>Two</h2><p>C.</p>"
    assert words_of(html) == {"0.1": "Before.", "1.1": "A.", "1.2": "B.", "2.1": "C."}


def test_without_h2_the_chapters_are_h1_and_without_headings_paragraphs_are_counted() -> None:
    assert words_of("<h1>One</h1><p>A.</p><h1>Two</h1><p>B.</p>") == {"1.1": "A.", "2.1": "B."}
    assert words_of("<p>A.</p><p>B.</p>") == {"1": "A.", "2": "B."}


def test_several_h1_are_the_chapters_and_a_title_above_the_first_is_none() -> None:
    html = "<h1>Title</h1><h1>One</h1><p>A.</p><h2>Under</h2><p>B.</p><h1>Two</h1><h2>Under</h2><p>C.</p>"
    assert words_of(html) == {"1.1": "A.", "1.2": "B.", "2.1": "C."}
    assert words_of("<h1>Title</h1><h2>One</h2><p>A.</p><h2>Two</h2><p>B.</p>") == {"1.1": "A.", "2.1": "B."}


def test_a_picture_without_words_is_no_paragraph_and_one_with_a_caption_is() -> None:
    picture = '<img src="aa:picture/a" alt="A > b">'
    html = f'<p>A</p><p>{picture}</p><p><a href="x">{picture}</a> </p><p>{picture}<br><em>Caption</em></p><p>B</p>'
    assert words_of(html) == {"1": "A", "2": "Caption", "3": "B"}


def test_items_are_paragraphs_tables_are_not_and_a_block_inside_a_block_counts_once() -> None:
    html = (
        "<h2>One</h2><ul><li>A<ul><li>B</li></ul></li><li><p>C</p><p>D</p></li></ul>"
        "<table><tbody><tr><td><p>cell</p></td></tr></tbody></table><p></p>"
        "<blockquote><p>E</p></blockquote><dl><dt>term</dt><dd>F</dd></dl><pre>G</pre>"
    )
    found = words_of(html)
    assert [words[:1] for words in found.values()] == ["A", "B", "C", "D", "E", "F", "G"]
    assert list(found) == [f"1.{nth}" for nth in range(1, 8)]


def test_an_id_that_is_there_stays() -> None:
    made = numbered('<h2>R</h2><ol><li id="ref-1">A source.</li><li>Another.</li></ol>')
    assert made.places == (("ref-1", "1.1"), ("¶1.2", "1.2"))
    assert '<li id="ref-1">' in made.html


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)
BLOCKS = st.sampled_from(["p", "h1", "h2", "h3", "li", "pre", "dd", "blockquote", "td"])


@given(st.lists(st.tuples(BLOCKS, WORDS), max_size=20))
def test_numbering_changes_no_words_and_gives_each_number_once(parts: list[tuple[str, str]]) -> None:
    html = rendered("".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)).html
    made = numbered(html)
    assert of_html(made.html).text == of_html(html).text
    numbers = [number for _name, number in made.places]
    assert len(set(numbers)) == len(numbers)
    assert numbered(html) == made
