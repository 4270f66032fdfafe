"""Named colours, read from the TOML files in resources/themes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "accent-ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "sunken",
    QPalette.ColorRole.Accent: "accent",
}
_WHEN_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True)
class Palette:
    """The colours of the app, or of the reader's page, each under a name that says what it is for."""

    name: str
    dark: bool
    colours: Mapping[str, str]

    @classmethod
    def load(cls, file: Path) -> Palette:
        """Read a theme file."""
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return cls(told["name"], told["dark"], told["colours"])

    def colour(self, name: str) -> QColor:
        """Return the colour of this name."""
        return QColor(self.colours[name])

    def text(self, name: str) -> str:
        """Return the colour of this name as `#rrggbb`, for style sheets and HTML."""
        return self.colours[name]

    def for_qt(self) -> QPalette:
        """Return the same colours in the roles that Qt's own widgets ask for."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in _WHEN_DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette
