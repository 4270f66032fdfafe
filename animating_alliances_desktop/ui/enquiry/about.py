"""A reading widget for a piece of the shipped library's text: as high as its text, and it never loads anything."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from animating_alliances_desktop.ui.kit.theme import READING, Theme

_STYLE = """
p, li {{ line-height: 118%; margin-top: 0; margin-bottom: 10px; }}
h4 {{ font-family: "{reading}"; font-size: {heading}px; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
blockquote {{ margin: 4px 0 10px 18px; color: {muted}; }}
a {{ color: {accent}; text-decoration: none; }}
"""

_HEADING = re.compile(r"(</?)h[1-6]\b")
"""Qt enlarges the other headings, whatever the style sheet says."""


class About(QTextBrowser):
    """Shows sanitised HTML; a link is only told, never followed."""

    asked = Signal(str)
    """The address of a link that was clicked."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._html = theme, ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setStyleSheet("background: transparent; border: none; padding: 0;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.changed.connect(self._set)

    def show_html(self, html: str) -> None:
        """Show another text."""
        html = _HEADING.sub(r"\1h4", html)
        if html != self._html:
            self._html = html
            self._set()

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Load nothing, from nowhere; the empty answer is remembered, so that Qt does not ask at every layout."""
        self.document().addResource(kind, QUrl(url), "")
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text at this width."""
        super().resizeEvent(event)
        self._fit()

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
        self.document().setDefaultFont(self._theme.typeface("large", READING))
        self.document().setDefaultStyleSheet(
            _STYLE.format(
                reading=READING,
                heading=self._theme.size("large"),
                muted=colours.text("muted"),
                accent=colours.text("accent"),
            )
        )
        self.setHtml(self._html)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 4)
