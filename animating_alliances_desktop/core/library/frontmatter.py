"""YAML read with care: limits before parsing, and the line on which each field stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

MOST_BYTES = 64 * 1024
MOST_BRACKETS = 200
_FENCE = "---"


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which a date stays the text that it was written as."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class YamlError(ValueError):
    """The YAML cannot be read; `line` counts from 1 within it."""

    def __init__(self, said: str, line: int) -> None:
        super().__init__(said)
        self.line = line


@dataclass(frozen=True, slots=True)
class Parsed:
    """YAML as data, with the nodes that know where each part stood."""

    data: Any
    _node: yaml.Node | None

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line (from 1, within the YAML) of the field at `path`, or of the nearest thing around it."""
        node, line = self._node, 1
        for step in path:
            if node is None:
                break
            line = node.start_mark.line + 1
            node, line = _step_into(node, step, line)
        return node.start_mark.line + 1 if node is not None and isinstance(node, yaml.MappingNode) else line


def _step_into(node: yaml.Node, step: str | int, line: int) -> tuple[yaml.Node | None, int]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None, line


def parse_yaml(text: str) -> Parsed:
    """Parse YAML without aliases; raises YamlError."""
    try:
        _refuse_aliases(text)
        return _parse(text)
    except yaml.MarkedYAMLError as error:
        raise YamlError(error.problem or "it cannot be read", _line_of(error)) from error
    except (yaml.YAMLError, ValueError, IndexError, RecursionError) as error:
        raise (error if isinstance(error, YamlError) else YamlError("it cannot be read", 1)) from error


def field_at(text: str, line: int) -> str:
    """The name of the field on a line (from 1), or of the last one above it."""
    named = (re.match(r"[\s-]*([\w-]+):", above) for above in reversed(text.splitlines()[:line]))
    return next((found[1] for found in named if found), "")


def _line_of(error: Any) -> int:
    """Where to look: a bracket that was not closed is missed only further down."""
    unclosed = "flow" in (error.context or "")
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
    return mark.line + 1 if mark else 1


def _refuse_aliases(text: str) -> None:
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            mark: Any = event.start_mark
            raise YamlError("a reference to another part (an alias) is not allowed", mark.line + 1)


def _parse(text: str) -> Parsed:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        return Parsed(loader.construct_document(node) if node is not None else None, node)
    finally:
        loader.dispose()


def split(text: str) -> tuple[str | None, str, int]:
    """Part a text into its front matter (None if it has none), its body, and the body's first line (from 1)."""
    if not text.startswith(_FENCE + "\n"):
        return None, text, 1
    end = text.find(f"\n{_FENCE}\n", len(_FENCE))
    if end < 0:
        return None, text, 1
    head = text[len(_FENCE) + 1 : end + 1]
    body = text[end + len(_FENCE) + 2 :]
    return head, body, head.count("\n") + 3


def too_large(head: str) -> bool:
    """Whether a front matter from outside is larger or deeper than any honest one."""
    return len(head.encode()) > MOST_BYTES or head.count("[") + head.count("{") > MOST_BRACKETS
