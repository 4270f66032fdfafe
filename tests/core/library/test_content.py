"""The shipped library is checked, and what is wrong is told with file, line and field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.bundle import signature
from animating_alliances_desktop.core.library.content import load
from animating_alliances_desktop.core.library.rendering import build, slides_of
from animating_alliances_desktop.core.library.terms import Terms
from tests.content import write_small


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_small(tmp_path / "content")


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_folder_has_no_problems(content: Path) -> None:
    shelf = load(content)
    assert shelf.problems == []
    assert {ref.kind for ref in shelf.items} == {kind for kind in Kind if not kind.is_own}
    assert list(shelf.figures) == ["rings"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("cases/harbour.md", "years: 2001 to 2009\n", "", "cases/harbour.md, line 2, field “years”"),
        ("cases/harbour.md", "[engagement]", "[engagment]", "cases/harbour.md, line 4, field “questions.0”"),
        (
            "cases/harbour.md",
            "region: [North Sea]",
            "region: [North Sea",
            "cases/harbour.md, line 8, field “region”: this is not valid",
        ),
        (
            "cases/harbour.md",
            "---\ntitle",
            "title",
            "cases/harbour.md, line 1: a text begins with front matter",
        ),
        (
            "papers/overview.md",
            "@weick-1984,",
            "@weik,",
            "papers/overview.md, line 13, field “text”: the citation [@weik]",
        ),
        (
            "papers/overview.md",
            "aa:term/hub",
            "aa:term/hob",
            "papers/overview.md, line 21, field “text”: the link aa:term/hob",
        ),
        (
            "papers/overview.md",
            "[case/harbour]",
            "[case/marina]",
            "papers/overview.md, line 7, field “related”: there is no text",
        ),
        ("prompts.yaml", "minutes: 3", "minutes: 4", "prompts.yaml, line 6, field “0.minutes”"),
        (
            "prompts.yaml",
            "key: silence",
            "key: landed-on-hub",
            "prompts.yaml, line 10, field “key”: “landed-on-hub” is used twice",
        ),
        (
            "prompts.yaml",
            "from: case/harbour",
            "from: case/none",
            "prompts.yaml, line 17, field “from”: there is no text",
        ),
        (
            "questions.yaml",
            "[@weick-1984]",
            "[@weick]",
            "questions.yaml, line 7, field “about”: the citation [@weick]",
        ),
        (
            "questions.yaml",
            "After the",
            "After [@nobody] the",
            "questions.yaml, line 8, field “credit”: the citation",
        ),
        ("sources.yaml", "title: Small Wins", "title: &a Small Wins\n  publisher: *a", "an alias"),
    ],
)
def test_a_fault_is_told_where_it_is(content: Path, file: str, old: str, new: str, said: str) -> None:
    swap(content / file, old, new)
    problems = load(content).problems
    assert any(said in problem for problem in problems), problems


def test_a_file_that_is_not_utf8_is_left_out_and_told(content: Path) -> None:
    (content / "glossary" / "cafe.md").write_bytes("---\ntitle: Café\n---\n".encode("latin-1"))
    shelf = load(content)
    assert any("glossary/cafe.md: the file is not UTF-8" in problem for problem in shelf.problems)
    assert Ref(Kind.TERM, "hub") in shelf.items


def test_citations_become_numbers_with_a_list_of_references(content: Path) -> None:
    bundle = build(content)
    paper = next(row for row in bundle.rows if row["ref"] == "aa:paper/overview")
    assert 'within a day<sup>\u2060<a href="#ref-1">1, p. 41</a></sup>.' in paper["html"]
    assert (
        '<li id="ref-1">Karl E. Weick (1984) “Small Wins”, <em>American Psychologist</em> 39(1), 40-49.'
        in paper["html"]
    )
    assert [heading[1] for heading in paper["outline"][-2:]] == ["References", "Cited in"]
    assert all(heading != "References" for heading, _text in bundle.paragraphs["aa:paper/overview"])


def test_every_text_tells_where_it_is_cited(content: Path) -> None:
    rows = {row["ref"]: row for row in build(content).rows}
    for cited, citing in (
        ("source/weick-1984", "paper/overview"),
        ("source/weick-1984", "question/engagement"),
        ("source/weick-1984", "instrument/health-check"),
        ("case/harbour", "paper/overview"),
        ("case/harbour", "prompt/silence"),
        ("prompt/silence", "form/quick"),
    ):
        _before, _heading, places = rows[f"aa:{cited}"]["html"].partition('<h2 id="cited-in">')
        assert f'<a href="aa:{citing}">' in places
    assert "cited-in" not in rows["aa:guide/practice"]["html"]


def test_where_a_text_is_cited_is_not_found_as_its_own_words(content: Path) -> None:
    bundle = build(content)
    assert all(
        heading not in ("References", "Cited in")
        for paragraphs in bundle.paragraphs.values()
        for heading, _text in paragraphs
    )


def test_a_term_is_linked_where_it_is_first_used(content: Path) -> None:
    swap(content / "cases/harbour.md", "The members quarrelled", "The hub and its hubs quarrelled")
    rows = {row["ref"]: row for row in build(content).rows}
    assert 'The <a href="aa:term/hub">hub</a> and its hubs quarrelled' in rows["aa:case/harbour"]["html"]
    assert rows["aa:paper/overview"]["html"].count('href="aa:term/hub"') == 1


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>A Hub, sub-hub or hubris.</p>", "<p>A Hub, sub-hub or hubris.</p>"),
        ("<p>the <b>secretariat</b> &amp; hub</p>", "<p>the <b>{secretariat}</b> &amp; hub</p>"),
        ("<p><a href='x'>a hub</a> or hubs</p>", '<p><a href="x">a hub</a> or {hubs}</p>'),
        ("<blockquote><p>a hub</p></blockquote>", "<blockquote><p>a hub</p></blockquote>"),
        (
            "<h2>the hub</h2><ul><li>hub, secretariat</li></ul>",
            "<h2>the hub</h2><ul><li>{hub}, secretariat</li></ul>",
        ),
    ],
)
def test_terms_are_found_as_words_in_running_text_only(content: Path, html: str, linked: str) -> None:
    terms = Terms(load(content).items.values())
    assert terms.linked(html) == re.sub(r"{(\w+)}", r'<a href="aa:term/hub">\1</a>', linked)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</text>", "", "figures/rings.svg, line 4: this is not valid XML"),
        (
            "<title>",
            "<script>1</script><title>",
            "figures/rings.svg, line 2: a drawing is made of plain shapes",
        ),
        ('r="100"', 'r="100" onclick="x()"', "figures/rings.svg, line 2: a drawing is made of plain shapes"),
        ('r="100"', 'r="100" style="fill:url(x)"', "figures/rings.svg, line 2: a drawing is made of plain"),
    ],
)
def test_a_drawing_that_could_do_more_is_left_out(content: Path, old: str, new: str, said: str) -> None:
    swap(content / "figures/rings.svg", old, new)
    shelf = load(content)
    assert any(said in problem for problem in shelf.problems), shelf.problems
    assert shelf.figures == {}
    assert any("the link aa:figure/rings leads nowhere" in problem for problem in shelf.problems)


def test_slides_part_what_is_shown_from_what_is_said() -> None:
    assert slides_of("## A\n\n- one\n\n???\nSay it.\n\n---\n\n## B\n") == [
        ("## A\n\n- one", "Say it."),
        ("## B", ""),
    ]


def test_the_signature_follows_the_files(content: Path) -> None:
    before = signature(content)
    swap(content / "cases/harbour.md", "quarrelled", "argued a lot")
    assert signature(content) != before
