"""What the user can do with slides: rows for the table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "slides"

_ROWS: tuple[tuple[str, Any, str, str], ...] = (
    ("slides.next", QT_TRANSLATE_NOOP("Slides", "Next slide"), "Right; PgDown", "chevron-right"),
    ("slides.previous", QT_TRANSLATE_NOOP("Slides", "Slide before"), "Left; PgUp", "chevron-left"),
    ("slides.first", QT_TRANSLATE_NOOP("Slides", "First slide"), "Home", ""),
    ("slides.last", QT_TRANSLATE_NOOP("Slides", "Last slide"), "End", ""),
    ("slides.present", QT_TRANSLATE_NOOP("Slides", "Present from the first slide"), "F5", "presentation"),
    ("slides.present_here", QT_TRANSLATE_NOOP("Slides", "Present from this slide"), "Shift+F5", ""),
    ("slides.handout", QT_TRANSLATE_NOOP("Slides", "Handout: print, or save as PDF"), "Ctrl+P", "download"),
    ("slides.notes", QT_TRANSLATE_NOOP("Slides", "Show or hide the notes"), "Ctrl+Shift+L", "sticky-note"),
)


def slides_actions() -> list[Action]:
    """The rows, with their titles in the user's language."""
    return [
        Action(name, QCoreApplication.translate("Slides", title), shortcut, WHERE, icon)
        for name, title, shortcut, icon in _ROWS
    ]
