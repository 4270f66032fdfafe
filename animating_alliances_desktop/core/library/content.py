"""The shipped library as files: read, checked against its schema, joined up; faults are told with their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.citations import plain_reference
from animating_alliances_desktop.core.library.figures import read_figures
from animating_alliances_desktop.core.library.frontmatter import (
    Parsed,
    YamlError,
    field_at,
    parse_yaml,
    split,
)
from animating_alliances_desktop.core.library.joints import loose_ends
from animating_alliances_desktop.core.library.shipped import Item, Shelf, read_text

FOLDERS = {
    Kind.PAPER: "papers",
    Kind.CASE: "cases",
    Kind.GUIDE: "guides",
    Kind.SLIDES: "slides",
    Kind.TERM: "glossary",
}
FILES = {
    Kind.QUESTION: "questions",
    Kind.INSTRUMENT: "instruments",
    Kind.FORM: "forms",
    Kind.PROMPT: "prompts",
    Kind.SOURCE: "sources",
}
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load(folder: Path) -> Shelf:
    """Read the content folder at `folder`; a file that is wrong is left out and told in `problems`."""
    shelf = Shelf()
    schemas = _schemas(folder)
    for kind, name in FILES.items():
        for item in _from_yaml(folder, kind, name, schemas, shelf.problems):
            _put(shelf, item)
    for kind, name in FOLDERS.items():
        for path in sorted((folder / name).glob("*.md")):
            found = _from_markdown(folder, kind, path, schemas[kind.value], shelf.problems)
            if found is not None:
                _put(shelf, found)
    shelf.synonyms = _synonyms(folder, schemas, shelf.problems)
    shelf.figures.update(read_figures(folder, shelf.problems))
    shelf.problems.extend(loose_ends(shelf))
    return shelf


def _schemas(folder: Path) -> dict[str, Draft202012Validator]:
    whole = parse_yaml((folder / "schema.yaml").read_text(encoding="utf-8")).data
    return {
        name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]})
        for name in whole["$defs"]
    }


def _put(shelf: Shelf, item: Item) -> None:
    if item.ref in shelf.items:
        shelf.problems.append(
            f"{item.at('id' if item.ref.kind is Kind.SOURCE else 'key')}: “{item.ref.key}” is used twice; "
            "give one of them another key."
        )
    else:
        shelf.items[item.ref] = item


def _from_markdown(
    folder: Path, kind: Kind, path: Path, schema: Draft202012Validator, problems: list[str]
) -> Item | None:
    name = path.relative_to(folder.parent).as_posix()
    text = read_text(path, name, problems)
    if text is None:
        return None
    head, body, body_line = split(text)
    if head is None or not _KEY.fullmatch(path.stem):
        problems.append(
            f"{name}, line 1: a text begins with front matter between two lines of “---”, "
            "and its file name is made of lower-case letters, digits and hyphens."
        )
        return None
    parsed = _checked(head, schema, name, 1, problems)
    if parsed is None:
        return None
    fields = parsed.data
    lines = {field: parsed.line_of([field]) + 1 for field in fields}
    title, summary = fields["title"], fields.get("summary", "")
    return Item(Ref(kind, path.stem), title, summary, fields, body, name, body_line, "text", lines)


def _from_yaml(
    folder: Path,
    kind: Kind,
    stem: str,
    schemas: Mapping[str, Draft202012Validator],
    problems: list[str],
) -> Iterator[Item]:
    path = folder / f"{stem}.yaml"
    name = path.relative_to(folder.parent).as_posix()
    text = read_text(path, name, problems)
    parsed = _checked(text, schemas[f"{stem}-file"], name, 0, problems) if text is not None else None
    if parsed is not None:
        for number, fields in enumerate(parsed.data):
            lines = {field: parsed.line_of([number, field]) for field in fields}
            yield _item(kind, fields, name, lines)


def _synonyms(
    folder: Path, schemas: Mapping[str, Draft202012Validator], problems: list[str]
) -> list[list[str]]:
    name = f"{folder.name}/synonyms.yaml"
    text = read_text(folder / "synonyms.yaml", name, problems)
    parsed = _checked(text, schemas["synonyms-file"], name, 0, problems) if text is not None else None
    return parsed.data if parsed is not None else []


def _item(kind: Kind, fields: Mapping[str, Any], name: str, lines: Mapping[str, int]) -> Item:
    match kind:
        case Kind.QUESTION:
            parts = (fields["title"], fields["question"], fields["about"], "about")
        case Kind.PROMPT:
            parts = (fields["text"], "", "", "text")
        case Kind.INSTRUMENT | Kind.FORM:
            parts = (fields["title"], fields["summary"], fields["about"], "about")
        case _:
            parts = (fields["title"], plain_reference(fields), fields["note"], "note")
    title, summary, body, body_field = parts
    key = fields["id"] if kind is Kind.SOURCE else fields["key"]
    return Item(Ref(kind, key), title, summary, fields, body, name, lines[body_field] + 1, body_field, lines)


def _checked(
    text: str, schema: Draft202012Validator, name: str, lines_above: int, problems: list[str]
) -> Parsed | None:
    """Parse and check; the answer is None, and `problems` longer, if anything is wrong."""
    try:
        parsed = parse_yaml(text)
    except YamlError as problem:
        where = field_at(text, problem.line)
        line = problem.line + lines_above
        problems.append(f"{name}, line {line}, field “{where}”: this is not valid YAML: {problem}.")
        return None
    wrong = sorted(schema.iter_errors(parsed.data), key=lambda error: list(map(str, error.absolute_path)))
    for error in wrong:
        path = list(error.absolute_path)
        where = ".".join(map(str, path)) or _named_in(error.message) or "the whole"
        line = parsed.line_of(path) + lines_above
        problems.append(f"{name}, line {line}, field “{where}”: {_short(error.message)}.")
    return None if wrong else parsed


def _named_in(message: str) -> str:
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else ""


def _short(message: str) -> str:
    return message if len(message) <= 160 else f"{message[:80]} … {message[-70:]}"
