"""The pane in which what has moved is looked at: two columns, then and now, with what differs underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QShortcut, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Moved
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.painting import PAD, ListPainter
from animating_alliances_desktop.ui.kit.rows import units_of
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import READING, Theme

_TOP, _BETWEEN = 12, 24
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class _Column:
    """One of the two texts, broken into lines."""

    layout: QTextLayout
    height: float


class _Painter(ListPainter):
    """Paints rows whose title is what stood there and whose summary is what stands there now."""

    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._words = self.theme.typeface("text", READING)
        self._small = self.theme.typeface("small")
        self._small_height = QFontMetrics(self._small).height()
        self._line = QFontMetrics(self._words).height() + 3.0
        self._letter = QFontMetrics(self._words).averageCharWidth()
        self._columns: dict[tuple[str, str, int], tuple[_Column, _Column]] = {}

    def guess(self, row: Row) -> int:
        """Guess from the number of letters."""
        longest = max(len(row.title), len(row.summary))
        lines = 1 + longest * self._letter // self._room()
        return round(lines * self._line) + self._small_height * 2 + 2 * _TOP + 8

    def measure(self, row: Row) -> int:
        """Break both texts into lines."""
        tallest = max(column.height for column in self._both(row))
        return round(tallest) + self._small_height * 2 + 2 * _TOP + 8

    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one row."""
        self.paint_ground(painter, area, state)
        self.paint_focus(painter, area, state)
        left, top = area.left() + PAD, area.top() + _TOP
        for nth, (head, column) in enumerate(zip(self._heads(), self._both(row), strict=True)):
            at = left + nth * (self._room() + _BETWEEN)
            painter.setFont(self._small)
            painter.setPen(self.theme.palette.colour("faint"))
            painter.drawText(QRect(at, top, self._room(), self._small_height), 0, head)
            painter.setPen(self.theme.palette.colour("ink" if nth else "muted"))
            column.layout.draw(painter, QPointF(at, top + self._small_height + 4))
        foot = QRect(
            left, area.bottom() - _TOP - self._small_height, area.width() - 2 * PAD, self._small_height
        )
        painter.setFont(self._small)
        painter.setPen(self.theme.palette.colour("faint"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, row.meta)

    def _heads(self) -> tuple[str, str]:
        return self.tr("Then"), self.tr("Now")

    def _room(self) -> int:
        return max(80, (self.width - 2 * PAD - _BETWEEN) // 2)

    def _both(self, row: Row) -> tuple[_Column, _Column]:
        key = (row.title, row.summary, self._room())
        if key not in self._columns:
            if len(self._columns) > 200:
                self._columns.clear()
            nothing = row.summary == _nothing()  # it is no text, and would be compared with one word by word
            then, now = ([], []) if nothing else _differences(row.title, row.summary)
            self._columns[key] = (self._break(row.title, then), self._break(row.summary, now))
        return self._columns[key]

    def _break(self, text: str, spans: Sequence[tuple[int, int]]) -> _Column:
        layout = QTextLayout(text, self._words)
        layout.setCacheEnabled(True)
        layout.setFormats([self._marked(*span) for span in spans])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._room())
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * self._line))
        layout.endLayout()
        return _Column(layout, layout.lineCount() * self._line)

    def _marked(self, at: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setFontWeight(600)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = at, length, look
        return found


class ReviewPane(QWidget):
    """Lists what has moved; says what the user wants done with it."""

    accept_asked = Signal(tuple)
    accept_unchanged_asked = Signal()
    aside_asked = Signal(tuple)
    opened = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ItemList(theme, "", painter=_Painter(theme))
        self.list.setAccessibleName(self.tr("Highlights that moved"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.opened.connect(self.opened)
        self.accept = button(self.tr("Accept"), "primary", "check", theme)
        self.accept.setToolTip(self.tr("These are the words that I meant (Ctrl+Return)"))
        self.accept_unchanged = button(self.tr("Accept all with the same words"), "plain")
        self.aside = button(self.tr("Mark as lost"), "plain", "circle-alert", theme)
        self.aside.setToolTip(self.tr("The passage is gone; the quotation is kept (Delete)"))
        self.back = button(self.tr("Back to the notes"), "quiet", "arrow-left", theme)
        self._lay_out()
        self._connect()

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """Show these."""
        self.list.show_rows([self._row(one) for one in moved])
        for one in (self.accept, self.aside, self.accept_unchanged):
            one.setEnabled(bool(moved))
        if moved and not self.list.selectionModel().hasSelection():
            self.list.step(0)

    def picked(self) -> tuple[Ref, ...]:
        """All that is chosen."""
        rows = (
            index.data(Qt.ItemDataRole.UserRole) for index in self.list.selectionModel().selectedIndexes()
        )
        return tuple(row.ref for row in rows if isinstance(row, Row) and isinstance(row.ref, Ref))

    def _row(self, moved: Moved) -> Row:
        mark = moved.annotation
        now = moved.now or _nothing()
        return Row(mark.ref, mark.anchor.exact[:_LONGEST], now[:_LONGEST], mark.target_title)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        said = self.tr(
            "Their texts have changed. Look whether each still lies on the words that you meant; Enter opens it."
        )
        words = QHBoxLayout()
        words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        words.addWidget(label(said, "muted"), 1)
        column.addLayout(words)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(8)
        for one in (self.accept, self.aside, self.accept_unchanged):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.back)
        column.addLayout(row)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 0)
        below.addWidget(self.list)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.accept.clicked.connect(lambda: self.accept_asked.emit(self.picked()))
        self.accept_unchanged.clicked.connect(self.accept_unchanged_asked)
        self.aside.clicked.connect(lambda: self.aside_asked.emit(self.picked()))
        self.back.clicked.connect(self.left)
        for keys, call in (
            ("Ctrl+Return", self.accept.click),
            ("Delete", self.aside.click),
            ("Escape", self.back.click),
        ):
            made = QShortcut(QKeySequence(keys), self.list)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(call)


def _nothing() -> str:
    return QCoreApplication.translate("Notes", "Not to be found in the text as it is now. Open it to look.")


def _differences(then: str, now: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where two texts differ, word by word, in each of them as (at, length) in UTF-16 units."""
    words, others = then.split(" "), now.split(" ")
    changed = [
        block
        for block in SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
        if block[0] != "equal"
    ]
    return (
        list(_spans(words, ((first, last) for _, first, last, _, _ in changed))),
        list(_spans(others, ((first, last) for *_, first, last in changed))),
    )


def _spans(words: Sequence[str], ranges: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in ranges:
        before = units_of(" ".join(words[:first])) + (1 if first else 0)
        length = units_of(" ".join(words[first:last]))
        if length:
            yield before, length
