"""Words on a page: labels in the few sizes and tones that the app has."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

TextRole = Literal["title", "heading", "subheading", "body", "muted", "small", "eyebrow", "reading"]


def label(text: str, role: TextRole = "body", *, wrap: bool = True) -> QLabel:
    """Make a label; its text is taken as plain text, whatever it holds."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made
