"""What the user can choose: declared once, with defaults and bounds; kept in one small file of the workspace."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.errors import AppError


def _choice(default: str, *options: str) -> Any:
    return field(default=default, metadata={"options": options})


def _number(default: int, least: int, most: int) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


def _words(most: int) -> Any:
    return field(default="", metadata={"longest": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices; each field's metadata holds its options or its bounds."""

    scheme: str = _choice("system", "system", "light", "dark")
    paper: str = _choice("auto", "auto", "light", "sepia", "dark")
    zoom: int = _number(100, 60, 240)
    """The size of the reader's letters, in per cent."""
    font: str = _choice("literata", "literata", "inter", "atkinson")
    """What texts are set in."""
    measure: int = _number(68, 40, 100)
    """The width of the reader's column, in letters to a line."""
    line_height: int = _number(150, 120, 220)
    """From one line to the next, in per cent of the height of the letters."""
    edge: str = _choice("ragged", "ragged", "straight")
    """How the lines of a text end at the right."""
    numbers: str = _choice("off", "off", "on")
    """Whether the numbers of paragraphs stand in the margin."""
    ruler: str = _choice("off", "off", "on")
    """Whether a band lies over the line that is being read."""
    text_size: int = _number(100, 80, 160)
    """The size of the window's letters, in per cent."""
    prompt_minutes: int = _number(10, 3, 25)
    """Only prompts that take at most so long are offered beside an entry."""
    role: str = _choice("any", "any", "animator", "member-representative", "chair", "funder", "line-manager")
    """Whom prompts are for, above all."""
    spelling: str = _choice("on", "on", "off")
    """Whether words that the dictionary does not know are underlined while one writes."""
    notes: str = _choice("list", "list", "beside")
    """How notes are shown in the reader: as a list, or beside their passages."""
    recall: str = _choice("on", "on", "off")
    """Whether some of the user's own highlights come up again on Today."""
    amber_name: str = _words(30)
    """What the user calls a colour of highlights; nothing for its usual name."""
    green_name: str = _words(30)
    blue_name: str = _words(30)
    rose_name: str = _words(30)

    @property
    def colour_names(self) -> dict[str, str]:
        """What the user calls the colours of highlights, by their keys."""
        names = {
            colour: getattr(self, f"{colour}_name").strip() for colour in ("amber", "green", "blue", "rose")
        }
        return {colour: name for colour, name in names.items() if name}

    def changed(self, name: str, value: object) -> Settings:
        """These settings with one choice changed; raises AppError if it is out of bounds."""
        found = next((one for one in fields(self) if one.name == name), None)
        if found is None or not _allowed(found.metadata, value):
            raise AppError(f"“{value}” is not a possible choice for {name.replace('_', ' ')}.")
        chosen: dict[str, Any] = {name: value}
        return replace(self, **chosen)


def _allowed(metadata: Mapping[str, Any], value: object) -> bool:
    if "options" in metadata:
        return value in metadata["options"]
    if "longest" in metadata:
        return isinstance(value, str) and len(value) <= metadata["longest"] and value.isprintable()
    return isinstance(value, int) and metadata["least"] <= value <= metadata["most"]


class SettingsFile:
    """The settings on disk, and beside them what the window remembers of itself (sizes, no words of the user's)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held = self._load()

    @property
    def settings(self) -> Settings:
        """What is chosen; a value that is out of bounds counts as not chosen."""
        settings = Settings()
        for name, value in dict(self._held.get("chosen", {})).items():
            try:
                settings = settings.changed(name, value)
            except AppError:
                continue
        return settings

    @property
    def remembered(self) -> dict[str, Any]:
        """What the window remembers of itself."""
        return dict(self._held.get("remembered", {}))

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders that are looked through for new files."""
        names = self._held.get("watched", {}).get("folders", [])
        return tuple(Path(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()

    def watch(self, folders: Iterable[Path]) -> None:
        """Keep which folders are looked through for new files."""
        self._keep("watched", {"folders": [str(folder) for folder in folders]})

    def choose(self, name: str, value: object) -> Settings:
        """Change and keep one choice; raises AppError if it is out of bounds."""
        settings = self.settings.changed(name, value)
        self._keep("chosen", {one.name: getattr(settings, one.name) for one in fields(settings)})
        return settings

    def remember(self, state: Mapping[str, Any]) -> None:
        """Keep what the window remembers of itself."""
        self._keep("remembered", dict(state))

    def _load(self) -> dict[str, Any]:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return (
            {key: value for key, value in held.items() if isinstance(value, dict)}
            if isinstance(held, dict)
            else {}
        )

    def _keep(self, part: str, values: dict[str, Any]) -> None:
        self._held = {**self._held, part: values}
        partial = self._path.with_name(self._path.name + ".new")
        try:
            partial.write_text(json.dumps(self._held, indent=1), encoding="utf-8")
            partial.replace(self._path)
        except OSError as error:
            raise AppError(f"The settings could not be kept: {error.strerror}.") from error
