"""Reads W3C Web Annotations: in the child process, because the file is from outside, and checking what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.annotations.model import Anchor, Brought, Colour
from animating_alliances_desktop.core.errors import AppError

LARGEST = 64 * 1024**2
MOST = 100_000
_QUOTE, _CONTEXT, _NOTE, _SHORT = 20_000, 200, 200_000, 400
_NOT_OURS = (
    "This file holds no annotations in the form of the W3C (JSON-LD). Choose one that was exported as such."
)


def read_annotations(file: str) -> list[dict[str, Any]]:
    """What a file says, as plain data; raises AppError if it holds no annotations. A job of the child process."""
    path = Path(file)
    if path.stat().st_size > LARGEST:
        raise AppError("This file is larger than 64 MB. Export fewer annotations at a time.")
    try:
        held = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise AppError(_NOT_OURS) from None
    items = list(_items(held))
    if not items:
        raise AppError(_NOT_OURS)
    return [read for item in items[:MOST] if (read := _read(item)) is not None]


def brought(told: Mapping[str, Any]) -> Brought:
    """One of the answers of `read_annotations`, as it is brought in."""
    anchor = Anchor(**told["anchor"]) if told["anchor"] else None
    made = datetime.fromisoformat(told["made"]) if told["made"] else None
    return Brought(
        id=told["id"],
        source=told["source"],
        title=told["title"],
        digest=told["digest"],
        anchor=anchor,
        colour=Colour(told["colour"]),
        note=told["note"],
        tags=tuple(told["tags"]),
        made=made,
        page=told["page"],
    )


def _items(held: object) -> Iterator[dict[str, Any]]:
    """The annotations of a page, of a collection, of a list, or the only one."""
    match held:
        case list():
            yield from (item for item in held if isinstance(item, dict))
        case {"items": list() as items}:
            yield from _items(items)
        case {"first": dict() as first}:
            yield from _items(first)
        case dict() if held.get("type") == "Annotation":
            yield held


def _read(item: Mapping[str, Any]) -> dict[str, Any] | None:
    target = _first(item.get("target"))
    source = _first(target.get("source", target))
    name = _text(source.get("id"), _SHORT)
    if not name or not item.get("id"):
        return None
    bodies = [_first(body) for body in _many(item.get("body"))]
    colour = _text(target.get("styleClass"), _SHORT)
    return {
        "id": _text(item["id"], _SHORT),
        "source": name,
        "title": _text(source.get("dc:title") or source.get("title"), _SHORT),
        "digest": _text(source.get("schema:sha256"), _SHORT),
        "anchor": _anchor(_many(target.get("selector"))),
        "colour": colour if colour in {one.value for one in Colour} else Colour.AMBER.value,
        "note": "\n\n".join(_value(body) for body in bodies if body.get("purpose") != "tagging").strip(),
        "tags": [_value(body)[:100] for body in bodies if body.get("purpose") == "tagging"][:100],
        "made": _moment(item.get("created")),
        "page": _page(_many(target.get("selector"))),
    }


def _anchor(selectors: list[Any]) -> dict[str, Any] | None:
    quote, position = _of_type(selectors, "TextQuoteSelector"), _of_type(selectors, "TextPositionSelector")
    exact = _text(quote.get("exact"), _QUOTE)
    if not exact:
        return None
    start, end = (_number(position.get(name)) for name in ("start", "end"))
    return {
        "exact": exact,
        "prefix": _text(quote.get("prefix"), 10_000)[-_CONTEXT:],
        "suffix": _text(quote.get("suffix"), _CONTEXT),
        "start": start if start is not None else 0,
        "end": end if end is not None else len(exact),
    }


def _page(selectors: list[Any]) -> int | None:
    name, _, number = _text(_of_type(selectors, "FragmentSelector").get("value"), _SHORT).partition("=")
    return int(number) - 1 if name == "page" and number.isdecimal() and 0 < len(number) < 7 else None


def _of_type(selectors: list[Any], name: str) -> dict[str, Any]:
    return next((one for one in selectors if isinstance(one, dict) and one.get("type") == name), {})


def _many(value: object) -> list[Any]:
    return value[:1_000] if isinstance(value, list) else [] if value is None else [value]


def _first(value: object) -> dict[str, Any]:
    """A resource: as it is told, or only by its address."""
    one: Any = next(iter(_many(value)), {})
    return one if isinstance(one, dict) else {"id": one, "value": one}


def _value(body: Mapping[str, Any]) -> str:
    return _text(body.get("value"), _NOTE)


def _text(value: object, most: int) -> str:
    return value.replace("\x00", "")[:most] if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    is_one = isinstance(value, int) and not isinstance(value, bool) and -1 <= value < 10**9
    return value if is_one and isinstance(value, int) else None


def _moment(value: object) -> str:
    try:
        moment = datetime.fromisoformat(_text(value, 40))
    except ValueError:
        return ""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
