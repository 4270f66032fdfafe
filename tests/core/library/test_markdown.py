"""Markdown becomes a calm page and nothing that runs, calls out or reaches a file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.library.figures import with_drawings
from animating_alliances_desktop.core.library.markdown import render
from animating_alliances_desktop.core.library.sanitising import sanitise

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=file:///etc/passwd>",
    "<img src=x onerror=alert(1)>",
    "![x](file:///etc/passwd)",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    "<a href='file:///etc/hostname'>x</a>",
    "<iframe src='https://example.org'></iframe>",
    "<style>@import url(https://example.org/x.css)</style>",
    "<p style='background:url(https://example.org/x.png)'>x</p>",
    "<svg><image href='https://example.org/x.png'/></svg>",
    "<link rel=stylesheet href=https://example.org/x.css>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_left(text: str) -> None:
    html = render(f"before\n\n{text}\n\nafter").html.lower()
    for mark in (
        "<script",
        "<img",
        "<iframe",
        "<style",
        "style=",
        "<svg",
        "<link",
        "onerror",
        "javascript:",
        "file:",
        "data:",
    ):
        assert mark not in html
    assert "before" in html
    assert "after" in html


def test_what_a_text_consists_of_stays() -> None:
    result = render(
        "## A *head*\n\n| a | b |\n|---|---|\n| c | d |\n\n> said\n\n1. one\n2. two\n\nx[^1]\n\n[^1]: foot\n"
    )
    for part in ('<h2 id="a-head">', "<table>", "<blockquote>", "<ol>", '<a href="#fn:1">', '<li id="fn:1">'):
        assert part in result.html
    assert [(heading.level, heading.title, heading.id) for heading in result.outline] == [
        (2, "A head", "a-head")
    ]
    assert ("A head", "c d") in result.paragraphs


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_renders_and_stays_clean(text: str) -> None:
    html = render(text).html
    assert sanitise(html) == html or sanitise(sanitise(html)) == sanitise(html)


def test_a_drawing_of_ours_has_its_caption_and_no_other_picture_stays() -> None:
    made = render("![Who carries what](aa:figure/rings)\n\n![x](https://example.org/x.png) words")
    assert (
        '<p><img alt="Who carries what" src="aa:figure/rings"><br>\n<em>Who carries what</em></p>'
        in made.html
    )
    assert "example.org" not in made.html
    assert made.paragraphs[0][1] == "Who carries what"
    shown = with_drawings(made.html, {"rings": "<svg/>"})
    assert "<p><svg/><br>" in shown


def test_citations_are_numbered_in_the_order_of_reading() -> None:
    sources = {key: {"title": key.upper()} for key in ("a", "b", "c", "d")}
    text = (
        "| | |\n|---|---|\n| x | one [@b] |\n\nTwo [@a; @b, p. 3].[^1]\n\n- three [@c]\n\n[^1]: four [@d]\n"
    )
    result = render(text, sources)
    assert [link.rsplit(">", 1)[1] for link in re.findall(r'<a href="#ref-\d">[^<]*', result.html)] == [
        "1", "2", "1, p. 3", "3", "4"
    ]  # fmt: skip
    assert re.findall(r'<li id="ref-\d"><em>(.)</em>', result.html) == ["B", "A", "C", "D"]
    assert "<thead" not in result.html
    assert "data-cited" not in result.html
