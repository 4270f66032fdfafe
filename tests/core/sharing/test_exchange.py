"""Highlights and notes leave as files and come back onto the same passages; no file can do harm."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Annotation, Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.sharing.annotations import defused
from animating_alliances_desktop.core.sharing.web_annotations import brought, read_annotations
from animating_alliances_desktop.core.workspace import Workspace

PAPER = Ref(Kind.PAPER, "overview")
NAMES = {"green": "Evidence"}


def mark(workspace: Workspace, target: Ref, quote: str, colour: Colour, note: str = "") -> None:
    whole = of_html(workspace.library.html_of(target))
    found = find_quote(whole, quote)
    assert found is not None
    workspace.annotations.mark(target, anchor_of(whole, *found), colour, note)


def document(workspace: Workspace, folder: Path) -> Ref:
    file = folder / "charter.md"
    file.write_text(
        "# Charter\n\nWe decide by consent.\n\nWe decide by consent, not by silence.\n", encoding="utf-8"
    )
    report = workspace.library.bring_in([file])
    return next(ref for ref in report.changes if ref.kind is Kind.DOCUMENT)


@pytest.fixture
def marked(workspace: Workspace, tmp_path: Path) -> Workspace:
    charter = document(workspace, tmp_path)
    mark(workspace, PAPER, "pooled fund decides", Colour.GREEN, "Who *signs*? #money")
    mark(workspace, PAPER, "Opening words about the tide", Colour.ROSE)
    mark(workspace, charter, "by consent, not", Colour.BLUE, "=1+1")
    workspace.annotations.add_note(PAPER, "On the whole of it")
    workspace.annotations.add_free("Gathered", "A thought of its own")
    for one in workspace.annotations.listed():
        workspace.tags.tag(one.ref, "ours")
    return workspace


@pytest.fixture
def other(tmp_path: Path, small_content: Path, stocked: Path) -> Iterator[Workspace]:
    """The workspace of a colleague, who has the same document under a key of her own."""
    with Workspace.open(shutil.copytree(stocked, tmp_path / "other"), small_content) as opened:
        document(opened, tmp_path)
        yield opened


def as_told(annotation: Annotation) -> tuple[Any, ...]:
    one = annotation
    return (one.ref, one.target_title, one.anchor, one.colour, one.state, one.note, one.tags, one.made)


def test_what_was_exported_lands_on_the_same_passages(
    marked: Workspace, other: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    assert marked.exchange.write(file, NAMES) == 5
    arrived = other.exchange.bring_in(file)
    assert (arrived.came_in, arrived.lost, arrived.known, arrived.without_text) == (5, 0, 0, ())
    assert list(map(as_told, other.annotations.listed())) == list(map(as_told, marked.annotations.listed()))
    notes = {(note.text, note.about_title, note.is_free) for note in other.annotations.notes()}
    assert notes == {(note.text, note.about_title, note.is_free) for note in marked.annotations.notes()}
    assert {tag.name for tag in other.tags.listed()} == {"ours", "money"}
    assert other.search.ask("tag:ours").total == 3

    before = list(map(as_told, other.annotations.listed()))
    again = other.exchange.bring_in(file)
    assert (again.came_in, again.known) == (0, 5)
    assert list(map(as_told, other.annotations.listed())) == before
    assert other.check() == []


def test_what_was_removed_comes_back_from_a_file(marked: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    before = list(map(as_told, marked.annotations.listed()))
    marked.exchange.write(file, NAMES)
    for one in marked.annotations.listed():
        marked.annotations.remove(one.ref)
    assert marked.exchange.bring_in(file).came_in == 3
    assert list(map(as_told, marked.annotations.listed())) == before


def test_a_passage_that_is_gone_comes_in_as_lost_and_a_text_that_is_missing_is_named(
    marked: Workspace, other: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    marked.exchange.write(file, NAMES)
    page = json.loads(file.read_text(encoding="utf-8"))
    for item in page["items"]:
        if item["target"].get("styleClass") == "rose":
            item["target"]["selector"][0].update(
                exact="words that never stood anywhere at all", prefix="", suffix=""
            )
        if item["target"].get("styleClass") == "green":
            item["target"]["source"].update({"id": "aa:paper/unknown", "dc:title": "Another paper"})
    file.write_text(json.dumps(page), encoding="utf-8")
    arrived = other.exchange.bring_in(file)
    assert (arrived.came_in, arrived.lost, arrived.without_text) == (4, 1, ("Another paper",))
    assert [one.anchor.exact for one in other.annotations.lost()] == [
        "words that never stood anywhere at all"
    ]
    assert other.search.ask("never stood anywhere", (Kind.ANNOTATION,)).total == 1


def test_the_export_is_in_the_terms_of_the_w3c(marked: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    green = next(one for one in marked.annotations.listed() if one.colour is Colour.GREEN)
    assert marked.exchange.write(file, NAMES, [green.ref]) == 1
    page = json.loads(file.read_text(encoding="utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (item,) = page["items"]
    assert item["type"] == "Annotation"
    assert item["motivation"] == "commenting"
    assert item["target"]["source"]["id"] == "aa:paper/overview"
    assert [one["type"] for one in item["target"]["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]
    assert item["target"]["selector"][0]["exact"] == "pooled fund decides"
    assert {body["purpose"]: body["value"] for body in item["body"]} == {
        "commenting": "Who *signs*? #money",
        "tagging": "ours",
    }


def test_annotations_of_others_are_understood(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "theirs.json"
    theirs = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "body": "Just words",
        "target": {
            "source": "aa:paper/overview",
            "selector": {"type": "TextQuoteSelector", "exact": "pooled fund decides"},
        },
    }
    file.write_text(json.dumps(theirs), encoding="utf-8")
    assert workspace.exchange.bring_in(file).came_in == 1
    (one,) = workspace.annotations.listed()
    assert (one.anchor.exact, one.note, one.state) == ("pooled fund decides", "Just words", State.MOVED)
    assert workspace.exchange.bring_in(file).known == 1


def test_markdown_and_a_table(marked: Workspace, tmp_path: Path) -> None:
    marked.exchange.write(tmp_path / "all.md", NAMES)
    text = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert "## What helps alliances" in text
    assert "> pooled fund decides\n\nWho *signs*? #money\n\n*Evidence · " in text
    marked.exchange.write(tmp_path / "all.csv", NAMES)
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert {row["note"] for row in rows} >= {"Who *signs*? #money", "'=1+1", "On the whole of it"}
    assert {row["colour"] for row in rows} == {"Evidence", "rose", "blue", ""}


@pytest.mark.parametrize("name", ["all.txt", "all"])
def test_a_file_must_say_what_it_becomes(marked: Workspace, tmp_path: Path, name: str) -> None:
    with pytest.raises(AppError, match="end in"):
        marked.exchange.write(tmp_path / name, NAMES)


@given(st.text(max_size=30))
def test_no_cell_is_a_formula(cell: str) -> None:
    assert not defused(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert defused(cell).removeprefix("'") == cell.removeprefix("'")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", "[" * 100_000, '{"items": 3}', "\x00\xff", "[[[]]]", "NaN"]
)
def test_a_file_that_holds_none_is_refused_in_a_sentence(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(AppError, match="no annotations"):
        workspace.exchange.bring_in(file)


KEYS = st.sampled_from(
    [
        "id",
        "type",
        "target",
        "source",
        "selector",
        "exact",
        "start",
        "end",
        "body",
        "purpose",
        "value",
        "created",
    ]
) | st.text(max_size=5)
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(allow_nan=False)
JSON = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=12
)


@settings(max_examples=150)
@given(st.lists(st.dictionaries(KEYS, JSON, max_size=8), min_size=1, max_size=3))
def test_whatever_a_file_says_is_read_or_refused(tmp_path: Path, items: list[Any]) -> None:
    file = tmp_path / "any.json"
    file.write_text(json.dumps({"items": items}), encoding="utf-8")
    for told in read_annotations(str(file)):
        made = brought(told)
        assert made.key
