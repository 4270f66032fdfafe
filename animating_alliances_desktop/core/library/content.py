"""The shipped library as files: read, checked against its schema, joined up; faults are told with their line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.citations import keys_in, plain_reference
from animating_alliances_desktop.core.library.frontmatter import (
    Parsed,
    YamlError,
    field_at,
    parse_yaml,
    split,
)

FOLDERS = {Kind.PAPER: "papers", Kind.CASE: "cases", Kind.SLIDES: "slides", Kind.TERM: "glossary"}
FILES = {Kind.QUESTION: "questions", Kind.PROMPT: "prompts", Kind.SOURCE: "sources"}
_LINK = re.compile(r"\]\(aa:([a-z]+/[^)\s#]+)")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the shipped library, as written."""

    ref: Ref
    title: str
    summary: str
    fields: Mapping[str, Any]
    body: str
    file: str
    body_line: int
    body_field: str
    lines: Mapping[str, int]
    """On which line of the file each field stands."""

    def at(self, field: str) -> str:
        """The place of a field, as an error names it."""
        return f"{self.file}, line {self.lines.get(field, 1)}, field “{field}”"


@dataclass(slots=True)
class Shelf:
    """All that was found in a content folder, and a sentence on everything that is wrong with it."""

    items: dict[Ref, Item] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def sources(self) -> dict[str, Mapping[str, Any]]:
        """The sources by their key."""
        return {ref.key: item.fields for ref, item in self.items.items() if ref.kind is Kind.SOURCE}


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
    shelf.problems.extend(_loose_ends(shelf))
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
    text = _read(path, name, problems)
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
    text = _read(path, name, problems)
    parsed = _checked(text, schemas[f"{stem}-file"], name, 0, problems) if text is not None else None
    if parsed is not None:
        for number, fields in enumerate(parsed.data):
            lines = {field: parsed.line_of([number, field]) for field in fields}
            yield _item(kind, fields, name, lines)


def _item(kind: Kind, fields: Mapping[str, Any], name: str, lines: Mapping[str, int]) -> Item:
    match kind:
        case Kind.QUESTION:
            parts = (fields["title"], fields["question"], fields["about"], "about")
        case Kind.PROMPT:
            parts = (fields["text"], "", "", "text")
        case _:
            parts = (fields["title"], plain_reference(fields), fields["note"], "note")
    title, summary, body, body_field = parts
    key = fields["id"] if kind is Kind.SOURCE else fields["key"]
    return Item(Ref(kind, key), title, summary, fields, body, name, lines[body_field] + 1, body_field, lines)


def _read(path: Path, name: str, problems: list[str]) -> str | None:
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except UnicodeDecodeError:
        problems.append(f"{name}: the file is not UTF-8 text; save it as UTF-8.")
    except OSError as error:
        problems.append(f"{name}: the file cannot be read ({error.strerror}).")
    return None


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


def _loose_ends(shelf: Shelf) -> Iterator[str]:
    """Citations of unknown sources, links to texts that are not there."""
    known = {f"{ref.kind.value}/{ref.key}" for ref in shelf.items}
    for item in shelf.items.values():
        yield from _unknown_citations(item, known)
        yield from _dead_links(item, known)
        yield from _unknown_neighbours(item, known)


def _unknown_citations(item: Item, known: Collection[str]) -> Iterator[str]:
    said = "the citation [@{}] names no source of sources.yaml."
    for key, line in keys_in(item.body):
        if f"source/{key}" not in known:
            yield f"{_in_body(item, line)}: {said.format(key)}"
    for key, _line in keys_in(item.fields.get("credit", "")):
        if f"source/{key}" not in known:
            yield f"{item.at('credit')}: {said.format(key)}"


def _dead_links(item: Item, known: Collection[str]) -> Iterator[str]:
    for match in _LINK.finditer(item.body):
        if match[1] not in known:
            line = item.body.count("\n", 0, match.start()) + 1
            yield f"{_in_body(item, line)}: the link aa:{match[1]} leads nowhere."


def _unknown_neighbours(item: Item, known: Collection[str]) -> Iterator[str]:
    for name in ("related", "from"):
        for target in _as_list(item.fields.get(name, ())):
            if target not in known:
                yield f"{item.at(name)}: there is no text {target}."


def _in_body(item: Item, line: int) -> str:
    return f"{item.file}, line {item.body_line + line - 1}, field “{item.body_field}”"


def _as_list(value: Sequence[str] | str) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
