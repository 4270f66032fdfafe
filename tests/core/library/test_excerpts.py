"""A footnote or a reference can be shown beside its number; a passage of the text cannot."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core.library.excerpts import MOST, excerpt

HTML = (
    '<h2 id="one">One</h2><p>Words<sup id="fnref:1"><a href="#fn:1">1</a></sup> go on <a id="mid"></a>here.</p>'
    '<p id="long">' + "x" * (MOST + 1) + "</p>"
    '<ol><li id="fn:1"><p>A note, <em>short</em>. <a href="#fnref:1">↩︎</a></p></li>'
    '<li id="ref-1">Weick (1984) <a href="https://example.org/a">example.org</a></li></ol>'
    '<p><a id="note2"></a>2. As Word has it. <a href="#back">↑</a></p><p id="nothing"></p>'
)


def test_a_footnote_comes_without_its_way_back() -> None:
    assert excerpt(HTML, "fn:1") == "<p>A note, <em>short</em>. </p>"


def test_a_reference_keeps_its_address() -> None:
    assert excerpt(HTML, "ref-1") == 'Weick (1984) <a href="https://example.org/a">example.org</a>'


def test_an_empty_anchor_that_begins_a_note_stands_for_it() -> None:
    assert excerpt(HTML, "note2") == "<p><a></a>2. As Word has it. </p>"


@pytest.mark.parametrize("anchor", ["one", "fnref:1", "mid", "long", "nothing", "nowhere", "' or 1=1"])
def test_what_is_no_note_is_read_where_it_stands(anchor: str) -> None:
    assert excerpt(HTML, anchor) is None


def test_nothing_but_words_and_links_is_shown() -> None:
    html = (
        '<li id="a">Words <img src="file:///etc/passwd"><script>x</script><a href="javascript:x">l</a></li>'
    )
    assert excerpt(html, "a") == "Words <a>l</a>"
