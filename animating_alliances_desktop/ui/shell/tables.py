"""All pages and everything that can be done, in one table each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.alliances.commands import alliances_actions
from animating_alliances_desktop.ui.brief.commands import brief_actions
from animating_alliances_desktop.ui.followthrough.commands import followthrough_actions
from animating_alliances_desktop.ui.gathering.commands import gathering_actions
from animating_alliances_desktop.ui.journal.commands import journal_actions
from animating_alliances_desktop.ui.kit.actions import Action
from animating_alliances_desktop.ui.library.commands import library_actions
from animating_alliances_desktop.ui.logbook.commands import log_book_actions
from animating_alliances_desktop.ui.lookback.commands import lookback_actions
from animating_alliances_desktop.ui.pdf.commands import rows as pdf_actions
from animating_alliances_desktop.ui.reader.commands import elsewhere
from animating_alliances_desktop.ui.reader.commands import rows as reader_actions
from animating_alliances_desktop.ui.shell.commands import shell_actions
from animating_alliances_desktop.ui.shell.pages import PageSpec
from animating_alliances_desktop.ui.slides.commands import slides_actions


def action_rows(specs: Sequence[PageSpec]) -> list[Action]:
    """Everything that can be done, in one table."""
    search = Action("app.search", _tr("Search everything"), "Ctrl+Shift+F", icon="search")
    reflect = Action("app.reflect", _tr("Reflect on the meeting just past"), "Ctrl+Shift+J", icon="handshake")
    undo = Action("app.undo", _tr("Take back what was just done"), "Ctrl+Z", icon="undo-2")
    look = Action("app.look_through", _tr("Look through the watched folders"), icon="folder-open")
    text = Action("app.text", _tr("From slides to their text, and back"), "Ctrl+Shift+S", icon="book-open")
    return [
        *shell_actions(specs),
        search,
        reflect,
        Action("app.trash", _tr("Show what was deleted"), icon="trash-2"),
        undo,
        look,
        text,
        *library_actions(),
        *reader_actions(),
        *slides_actions(),
        *gathering_actions(),
        *elsewhere(),
        *pdf_actions(),
        *journal_actions(),
        *alliances_actions(),
        *followthrough_actions(),
        *lookback_actions(),
        *brief_actions(),
        *log_book_actions(),
    ]


def page_specs(make: Callable[[str], QWidget]) -> list[PageSpec]:
    """All pages, in the order of the rail."""
    rows = [
        ("today", _tr("Today"), "sun", "Ctrl+1"),
        ("enquiry", _tr("Enquiry"), "compass", "Ctrl+2"),
        ("library", _tr("Library"), "library", "Ctrl+3"),
        ("alliances", _tr("Alliances"), "handshake", "Ctrl+4"),
        ("journal", _tr("Journal"), "notebook-pen", "Ctrl+5"),
        ("followthrough", _tr("Follow-through"), "list-todo", "Ctrl+6"),
        ("lookback", _tr("Looking back"), "history", "Ctrl+7"),
        ("notes", _tr("Notes"), "sticky-note", "Ctrl+8"),
        ("search", _tr("Search"), "search", "Ctrl+9"),
        ("settings", _tr("Settings"), "settings", "Ctrl+,"),
    ]
    specs = [
        PageSpec(name, title, icon, keys, partial(make, name), at_bottom=name == "settings")
        for name, title, icon, keys in rows
    ]
    return [*specs, *_off_the_rail(make)]


def _off_the_rail(make: Callable[[str], QWidget]) -> list[PageSpec]:
    """Pages that one comes to from another one, under which they stand."""
    rows = [
        ("reader", _tr("Reader"), "book-open", "library"),
        ("trash", _tr("Trash"), "trash-2", "settings"),
        ("slides", _tr("Slides"), "presentation", "library"),
        ("brief", _tr("Before the next meeting"), "clipboard-list", "alliances"),
        ("pdf", _tr("PDF"), "file-text", "library"),
    ]
    return [
        PageSpec(name, title, icon, "", partial(make, name), on_rail=False, under=under)
        for name, title, icon, under in rows
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("App", text)
