"""A piece of text set for reading within a page: as high as its words, and it never loads anything."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from animating_alliances_desktop.ui.kit import bullets
from animating_alliances_desktop.ui.kit.theme import INTERFACE, READING, Theme

_STYLE = """
p, li {{ line-height: 118%; margin-top: 0; margin-bottom: 10px; }}
li {{ margin-bottom: 4px; }}
ul, ol {{ margin-top: 0; margin-bottom: 10px; }}
h4 {{ font-family: "{reading}"; font-size: {heading}px; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
blockquote {{ margin: 4px 0 10px 18px; color: {muted}; }}
a {{ color: {accent}; text-decoration: none; }}
code, pre {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace; font-size: {text}px; }}
pre {{ margin-bottom: 10px; }}
th {{ text-align: left; }}
p.part {{ font-family: "{interface}"; font-size: {small}px; font-weight: 600; color: {accent};
    margin-top: 14px; margin-bottom: 4px; }}
p.prompt {{ font-style: italic; color: {muted}; }}
p.day {{ font-family: "{interface}"; font-size: {small}px; color: {muted}; margin-bottom: 2px; }}
"""

_HEADING = re.compile(r"(</?)h[1-6]\b")
"""Qt enlarges the other headings, whatever the style sheet says."""


INSET = 2
"""How far from its edge the words stand: there is room for the mark of the keyboard."""
_SCROLLING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Prose(QTextBrowser):
    """Shows sanitised HTML; a link is only told, never followed."""

    asked = Signal(str)
    """The address of a link that was clicked."""

    def __init__(self, theme: Theme, name: str, size: str = "large", family: str = READING) -> None:
        super().__init__()
        self._theme, self._size, self._family = theme, size, family
        self.html = ""
        self.setAccessibleName(name)
        self.setProperty("role", "prose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.changed.connect(self._set)

    def show_html(self, html: str) -> None:
        """Show another text."""
        html = _HEADING.sub(r"\1h4", html)
        if html != self.html:
            self.html = html
            self._set()

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Load nothing, from nowhere; the empty answer is remembered, so that Qt does not ask at every layout."""
        self.document().addResource(kind, QUrl(url), "")
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text at this width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bullets of lists, too."""
        super().paintEvent(event)
        bullets.paint(self.document(), QPainter(self.viewport()), self._theme.palette.colour("ink"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page scroll by the keys that would scroll a text."""
        if event.key() in _SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 -- the name that Qt calls
        """Copy the words without the colours and sizes that they have here."""
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText())
        return copied

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, not the text within it."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the mouse's back and forward buttons to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def _set(self) -> None:
        colours = self._theme.palette
        self.document().setDefaultFont(self._theme.typeface(self._size, self._family))
        self.document().setDefaultStyleSheet(
            _STYLE.format(
                reading=self._family,
                interface=INTERFACE,
                heading=self._theme.size(self._size),
                text=self._theme.size("text"),
                small=self._theme.size("small"),
                muted=colours.text("muted"),
                accent=colours.text("accent"),
            )
        )
        self.setHtml(self.html)
        bullets.take_off(self.document())
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        around = self.height() - self.viewport().height()
        self.setFixedHeight(round(self.document().size().height()) + around)
