"""How the app looks: its colours, its fonts, its icons and the style sheet made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from animating_alliances_desktop.core.paths import resources
from animating_alliances_desktop.ui.kit.icons import Icons
from animating_alliances_desktop.ui.kit.palette import Palette

Scheme = Literal["system", "light", "dark"]
Paper = Literal["light", "sepia", "dark", "auto"]

INTERFACE = "Inter"
READING = "Literata"
SIZES = {"small": 12, "text": 14, "large": 16, "heading": 20, "title": 30}
"""Heights of letters in pixels, at a scale of 1."""

_CONTROLS = {"check": "accent-ink", "minus": "accent-ink", "chevron-down": "muted", "chevron-up": "muted"}
"""The drawings that a style sheet can only take from a file, and their colours."""
_PLACEHOLDER = re.compile(r"@([a-z-]+)@")


class Theme(QObject):
    """The look of the app: built once in app.py and handed to whoever paints."""

    changed = Signal()
    """The colours, the paper or the sizes are others now; whoever paints by hand paints again."""

    def __init__(self, app: QApplication, folder: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder or resources()
        self._icons = Icons(self._folder / "icons")
        self._dressed: WeakKeyDictionary[Any, tuple[str, str, bool]] = WeakKeyDictionary()
        self._controls = QTemporaryDir()
        self.names: Mapping[str, str] = {}
        """What the user calls the colours of highlights, where that is not their usual name."""
        self._wish: tuple[Scheme, Paper, float] = ("system", "auto", 1.0)
        for file in sorted((self._folder / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setStyle("Fusion")
        app.setWindowIcon(QIcon(str(self._folder / "icons" / "app.svg")))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.apply()

    @property
    def palette(self) -> Palette:
        """The colours of the app."""
        return self._palette

    @property
    def paper(self) -> Palette:
        """The colours of the reader's page."""
        return self._paper

    @property
    def scale(self) -> float:
        """How much larger than usual the interface's letters are."""
        return self._wish[2]

    def apply(self, scheme: Scheme = "system", paper: Paper = "auto", scale: float = 1.0) -> None:
        """Dress the whole app, now and whenever the system turns dark or light."""
        self._wish = (scheme, paper, scale)
        dark = self._system_is_dark() if scheme == "system" else scheme == "dark"
        by_day = "dark" if dark else "light"
        self._palette = Palette.load(self._folder / "themes" / f"{by_day}.toml")
        self._paper = Palette.load(
            self._folder / "themes" / f"paper-{by_day if paper == 'auto' else paper}.toml"
        )
        self._app.setPalette(self._palette.for_qt())
        self._app.setFont(self.typeface())
        self._app.setStyleSheet(self._style_sheet())
        for thing, (name, colour, gap) in list(self._dressed.items()):
            if isValid(thing):
                thing.setIcon(self.icon(name, colour, gap=gap))
        self.changed.emit()

    def size(self, name: str) -> int:
        """Return the height of letters of this name (a key of SIZES) in pixels."""
        return round(SIZES[name] * self.scale)

    def typeface(self, size: str = "text", family: str = INTERFACE, weight: int = 400) -> QFont:
        """Make a font of the app: INTERFACE for controls, READING for titles and texts."""
        font = QFont(family)
        font.setPixelSize(self.size(size))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def icon(self, name: str, colour: str = "ink", *, gap: bool = False) -> QIcon:
        """Return an icon in one of the palette's colours; with a gap at its right if a word follows."""
        return self._icons.icon(name, self.palette.colour(colour), self._washed_out(), gap=gap)

    def pixmap(self, name: str, size: int, colour: str = "ink", ratio: float = 1.0) -> QPixmap:
        """Draw a picture of an icon, `size` pixels of the layout wide, for a screen of this ratio."""
        return self._icons.pixmap(name, size, self.palette.colour(colour), ratio)

    def dress(self, thing: Any, name: str, colour: str = "ink", *, gap: bool = False) -> None:
        """Give a button or an action its icon, and keep the icon's colour right when the theme changes."""
        self._dressed[thing] = (name, colour, gap)
        thing.setIcon(self.icon(name, colour, gap=gap))

    def _washed_out(self) -> QColor:
        faint = self.palette.colour("faint")
        faint.setAlphaF(0.5)
        return faint

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _follow_system(self) -> None:
        if self._wish[0] == "system":
            self.apply(*self._wish)

    def _style_sheet(self) -> str:
        """Read the sheet and replace every @name@ by a colour, a size or the folder of drawings."""
        values: dict[str, str] = dict(self.palette.colours)
        values |= {f"{name}-size": f"{self.size(name)}px" for name in SIZES}
        values |= {"controls": self._draw_controls(), "reading": READING, "interface": INTERFACE}
        sheet = (self._folder / "app.qss").read_text(encoding="utf-8")
        return _PLACEHOLDER.sub(lambda found: values[found[1]], sheet)

    def _draw_controls(self) -> str:
        """Put the drawings into a folder of this palette's own: Qt remembers them by path."""
        folder = Path(self._controls.path()) / self.palette.name
        folder.mkdir(exist_ok=True)
        for name, colour in _CONTROLS.items():
            (folder / f"{name}.svg").write_bytes(self._icons.source(name, self.palette.colour(colour)))
        return folder.as_posix()
