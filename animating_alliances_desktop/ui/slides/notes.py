"""The speaker's notes of a slide, with the sources that they cite."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from animating_alliances_desktop.core.annotations.anchors import Normalised, find_quote
from animating_alliances_desktop.core.library.slides import Slide
from animating_alliances_desktop.ui.kit.theme import INTERFACE, READING, Theme

_SHEET = """
p, li {{ line-height: {line_height:.0f}%; margin-top: 0px; margin-bottom: {gap:.0f}px; }}
a {{ color: {accent}; text-decoration: none; }}
sup {{ font-family: "{interface}"; }}
p.source {{ font-family: "{interface}"; font-size: {small:.0f}px; color: {muted}; margin-bottom: {quarter:.0f}px; }}
p.none {{ font-family: "{interface}"; color: {muted}; }}
"""
_LINE = 1.48
_MEASURE = 46
"""The longest line, in heights of a letter."""


class NotesView(QTextBrowser):
    """Shows the notes of one slide; reads nothing from outside, and follows no link by itself."""

    def __init__(
        self, theme: Theme, *, size: float = 16, sources: bool = True, centred: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._size, self._sources, self._centred = theme, size, sources, centred
        self._slide: Slide | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(QCoreApplication.translate("Slides", "Speaker's notes"))
        theme.changed.connect(self.dress)
        self.dress()

    @property
    def letters(self) -> float:
        """The height of the letters in pixels, at a scale of 1."""
        return self._size

    def show_notes(self, slide: Slide | None) -> None:
        """Show the notes of this slide."""
        self._slide = slide
        self._set()
        self.verticalScrollBar().setValue(0)

    def resize_letters(self, by: float) -> None:
        """Make the letters larger or smaller."""
        self._size = min(60.0, max(11.0, self._size * by))
        self._set()

    def point_at(self, quote: str) -> bool:
        """Bring a passage of the notes into view, and let it stand out; False if it is not there."""
        words = Normalised(self.document().toRawText())
        found = find_quote(words, quote)
        if found is None:
            return False
        start, end = words.to_raw(*found)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        shown = QTextEdit.ExtraSelection()
        shown.cursor, shown.format = cursor, QTextCharFormat()
        shown.format.setBackground(self._theme.paper.colour("find"))
        shown.format.setForeground(self._theme.paper.colour("ink"))
        self.setExtraSelections([shown])
        self.ensureCursorVisible()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as short as reads well."""
        self._fit()
        super().resizeEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse whatever a text asks for."""
        return ""

    def dress(self) -> None:
        """Take the colours of the paper."""
        paper = self._theme.paper
        self.setStyleSheet(
            f"QTextBrowser {{ background: {paper.text('page')}; color: {paper.text('ink')}; padding: 10px 14px;"
            f" border: 2px solid {paper.text('page')}; border-radius: 0;"
            f" selection-background-color: {paper.text('selection')}; selection-color: {paper.text('ink')}; }}"
            f"QTextBrowser:focus {{ border-color: {self._theme.palette.text('focus')}; }}"
        )
        self._set()

    def _set(self) -> None:
        size = self._size * self._theme.scale
        font = QFont(READING)
        font.setPixelSize(round(size))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        document = self.document()
        document.setDefaultFont(font)
        document.setIndentWidth(size * 1.4)
        colours = {name: self._theme.paper.text(name) for name in ("accent", "muted")}
        document.setDefaultStyleSheet(
            _SHEET.format(
                line_height=_LINE * 100 * size / QFontMetricsF(font).lineSpacing(),
                gap=size * 0.7,
                quarter=size * 0.25,
                small=size * 0.82,
                interface=INTERFACE,
                **colours,
            )
        )
        self.setExtraSelections([])
        self.setHtml(self._html())
        self._fit()

    def _fit(self) -> None:
        spare = max(0, round(self.width() - self._size * self._theme.scale * _MEASURE))
        left = spare // 2 if self._centred else 0
        self.setViewportMargins(left, 0, spare - left, 0)

    def _html(self) -> str:
        slide = self._slide
        if slide is None:
            return ""
        none = QCoreApplication.translate("Slides", "There are no notes on this slide.")
        notes = slide.notes or f'<p class="none">{escape(none)}</p>'
        if not self._sources or not slide.sources:
            return notes
        listed = "".join(
            f'<p class="source"><a name="{name}"></a>{name.removeprefix("ref-")}&nbsp;&nbsp;{source}</p>'
            for name, source in slide.sources
        )
        return f"{notes}{listed}"
