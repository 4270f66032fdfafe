"""What stands above the list: title, the line for something new, the sides of the page, and what narrows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.followthrough.listing import Grouping, Look, Side
from animating_alliances_desktop.ui.kit.asking import ask_for_file
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.pages import PageHeader
from animating_alliances_desktop.ui.kit.theme import Theme


class Header(PageHeader):
    """The title, how much is open, and the way out of the app."""

    picked = Signal(object)
    """The path of the file that the list shall be written to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Follow-through"))
        self.export = button(self.tr("Export…"), "plain", "upload", theme)
        self.export.clicked.connect(self.ask_where)
        self.add(self.export)

    def show_number(self, side: Side, shown: int, of: int) -> None:
        """Say how many things there are on this side."""
        if side is Side.SHARES:
            self.show_subtitle(self.tr("Your own count, for you to look at; there is no right share"))
        elif shown < of:
            self.show_subtitle(self.tr("{n} of {all}").format(n=f"{shown:,}", all=f"{of:,}"))
        else:
            self.show_subtitle(self._words(side, of).format(n=f"{of:,}"))
        self.export.setVisible(side in (Side.OPEN, Side.CLOSED))

    def _words(self, side: Side, of: int) -> str:
        one = of == 1
        return {
            Side.OPEN: self.tr("{n} open"),
            Side.CLOSED: self.tr("{n} done or let go"),
            Side.DECISIONS: self.tr("1 decision") if one else self.tr("{n} decisions"),
            Side.NOTICINGS: self.tr("1 noticing") if one else self.tr("{n} noticings"),
            Side.INTENTIONS: self.tr("1 intention") if one else self.tr("{n} intentions"),
        }[side]

    def ask_where(self) -> None:
        """Ask for the file that the list shall be written to."""
        kinds = [
            (self.tr("A list to tick, Markdown"), "md"),
            (self.tr("Table for a spreadsheet"), "csv"),
            (self.tr("To-dos for a calendar"), "ics"),
        ]
        ask_for_file(self, self.tr("Write the list to a file"), self.tr("Actions"), kinds, self.picked.emit)


class AddLine(QWidget):
    """One line to type, and for which alliance it is."""

    added = Signal(str, object)
    """What was typed, and the Ref of the alliance."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(2_000)
        self.alliance = _narrow(self.tr("For which alliance"))
        self.keep = button(self.tr("Write down"), "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.alliance)
        row.addWidget(self.keep)
        self.field.returnPressed.connect(self._add)
        self.keep.clicked.connect(self._add)
        self._name(Side.OPEN)

    def show_side(self, side: Side) -> None:
        """Ask for what this side lists."""
        self._name(side)
        self.setVisible(side not in (Side.CLOSED, Side.SHARES))  # not before: it would be a window of its own

    def _name(self, side: Side) -> None:
        names = {
            Side.DECISIONS: self.tr("What was decided?"),
            Side.NOTICINGS: self.tr("What did you notice?"),
            Side.INTENTIONS: self.tr("If …, then I will …"),
        }
        words = names.get(side, self.tr("What shall be done? @Owner by Friday (agreed)"))
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def show_alliances(self, alliances: Sequence[tuple[Ref, str]], wanted: Ref | None) -> None:
        """Offer these; the one that the list is narrowed to comes first, else what was chosen stays so."""
        before = wanted or self.alliance.currentData()
        with QSignalBlocker(self.alliance):
            self.alliance.clear()
            for ref, name in alliances:
                self.alliance.addItem(name, ref)
            self.alliance.setCurrentIndex(max(0, self.alliance.findData(before)))
        self.setEnabled(bool(alliances))

    def _add(self) -> None:
        self.added.emit(self.field.text(), self.alliance.currentData())


class Filters(QWidget):
    """The sides of the page (`sides`, laid out by the page), and what narrows and groups the list."""

    turned = Signal(Side)
    typed = Signal(str)
    narrowed = Signal(object)
    """The Ref of an alliance, or None for all."""
    grouped = Signal(Grouping)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = Side.OPEN
        self.sides = ChipBar(theme, self.tr("Show"), exclusive=True)
        self.sides.show_chips(
            [
                Chip(Side.OPEN, self.tr("Open"), "list-todo"),
                Chip(Side.CLOSED, self.tr("Done and let go"), "check"),
                Chip(Side.DECISIONS, self.tr("Decisions"), "gavel"),
                Chip(Side.NOTICINGS, self.tr("Noticings"), "eye"),
                Chip(Side.INTENTIONS, self.tr("If-then"), "split"),
                Chip(Side.SHARES, self.tr("The hub's share"), "users"),
            ]
        )
        self.sides.choose([Side.OPEN])
        self.words = search_field(theme, self.tr("Filter by words"))
        self.alliance = _narrow(self.tr("Filter by alliance"))
        self.grouping = _narrow(self.tr("Group"))
        for key, name in (
            (Grouping.DATE, self.tr("By day")),
            (Grouping.PERSON, self.tr("By person")),
            (Grouping.ORGANISATION, self.tr("By organisation")),
            (Grouping.ALLIANCE, self.tr("By alliance")),
        ):
            self.grouping.addItem(name, key)
        self._lay_out()
        self.sides.changed.connect(self._turn)
        self.words.textChanged.connect(self.typed)
        self.alliance.activated.connect(lambda _at: self.narrowed.emit(self.alliance.currentData()))
        self.grouping.activated.connect(lambda _at: self.grouped.emit(self.grouping.currentData()))

    def show_look(self, alliances: Sequence[tuple[Ref, str]], look: Look) -> None:
        """Show what is set, without telling anyone."""
        self._side = look.side
        self.sides.choose([look.side])
        with QSignalBlocker(self.alliance):
            self.alliance.clear()
            self.alliance.addItem(self.tr("All alliances"), None)
            for ref, name in alliances:
                self.alliance.addItem(name, ref)
            at = self.alliance.findData(look.alliance) if look.alliance is not None else 0
            self.alliance.setCurrentIndex(max(0, at))
        self.grouping.setVisible(look.side is Side.OPEN)
        self.words.setEnabled(look.side is not Side.SHARES)

    def clear(self) -> None:
        """Empty the words, without telling anyone."""
        with QSignalBlocker(self.words):
            self.words.clear()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.alliance)
        row.addWidget(self.grouping)

    def _turn(self, chosen: tuple[str, ...]) -> None:
        """Turn to a side; one of them is always on."""
        self._side = Side(chosen[0]) if chosen else self._side
        self.sides.choose([self._side])
        self.turned.emit(self._side)


def _narrow(name: str) -> QComboBox:
    """A field to choose from that stays narrow, however long the names in it are."""
    made = Choice(name, 14)
    made.setMaximumWidth(220)
    return made
