"""The margin: notes beside their passages, as far as there is room, moving with the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.gathering.model import typed_tags
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.ui.kit.colours import name_of
from animating_alliances_desktop.ui.kit.patterns import PATTERNS, paint_stripe
from animating_alliances_desktop.ui.kit.richnote import RichNote
from animating_alliances_desktop.ui.kit.theme import READING, Theme

_PAD, _STRIPE, _GAP = 10, 12, 8
_MOST = 340
"""No card is higher, so that its neighbours keep some room."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the margin: a note on a passage, or (without a colour) on the whole text."""

    ref: Ref
    start: int
    quote: str
    note: str
    tags: tuple[str, ...] = ()
    colour: Colour | None = None


class NoteCard(QAbstractButton):
    """One note; Enter or a click goes to its passage, F2 or a double click writes on it."""

    edit_asked = Signal(object)
    removal_asked = Signal(object)
    link_opened = Signal(str)

    def __init__(self, theme: Theme, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.beside = theme, beside
        self._note: RichNote | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        colour = name_of(theme, beside.colour) if beside.colour else self.tr("On the whole text")
        said = (colour, beside.quote, spoken(beside.note), *beside.tags)
        self.setAccessibleName(". ".join(part for part in said if part))

    def height_for(self, width: int) -> int:
        """Lay the note out in a width, and return how high the card is."""
        room = width - 2 * _PAD - _STRIPE
        font = self._theme.typeface("text") if self.beside.note else self._theme.typeface("small", READING)
        self._note = RichNote(self.beside.note, font, room) if self.beside.note else None
        note = min(_MOST, round(self._note.height)) if self._note is not None else 0
        lines = bool(self._foot()) + (not self.beside.note)
        return 2 * _PAD + note + lines * (QFontMetrics(self._theme.typeface("small")).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stripe, note and tags."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, area = self._theme.palette, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(palette.colour("raised"))
        held = self.hasFocus()
        painter.setPen(QPen(palette.colour("focus" if held else "line"), 2 if held else 1))
        painter.drawRoundedRect(area, 8, 8)
        colour = palette.colour(f"highlight-{self.beside.colour}" if self.beside.colour else "accent")
        pattern = PATTERNS[self.beside.colour] if self.beside.colour else PATTERNS[Colour.AMBER]
        paint_stripe(painter, QRectF(_PAD - 2, _PAD, 5, self.height() - 2 * _PAD), pattern, colour)
        left, top = float(_PAD + _STRIPE), float(_PAD)
        small = self._theme.typeface("small")
        line = QFontMetrics(small).height()
        if self._note is not None:
            self._note.draw(painter, QPointF(left, top), _MOST, palette.colour("ink"), palette)
        else:
            self._line(painter, QRectF(left, top, self._room(), line), f"“{self.beside.quote}”")
        if self._foot():
            self._line(painter, QRectF(left, self.height() - _PAD - line, self._room(), line), self._foot())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, F2 writes, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit(self.beside.ref)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(self.beside.ref)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link in the note, if one was hit."""
        at = event.position() - QPointF(_PAD + _STRIPE, _PAD)
        link = self._note.link_at(at) if self._note is not None else ""
        if link:
            self.setDown(False)
            self.link_opened.emit(link)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write on it."""
        self.edit_asked.emit(self.beside.ref)

    def sizeHint(self) -> QSize:
        """Return the size that it was given: the margin decides."""
        return self.size()

    def _foot(self) -> str:
        """The tags that are not written in the note anyway."""
        typed = {tag.casefold() for tag in typed_tags(self.beside.note)}
        return " ".join(f"#{tag}" for tag in self.beside.tags if tag.casefold() not in typed)

    def _room(self) -> int:
        return self.width() - 2 * _PAD - _STRIPE

    def _line(self, painter: QPainter, area: QRectF, words: str) -> None:
        painter.setFont(self._theme.typeface("small"))
        painter.setPen(self._theme.palette.colour("muted"))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, short)


class Margin(QWidget):
    """Keeps the cards of those passages that can be seen, each as near to its passage as the others let it."""

    opened = Signal(object)
    edit_asked = Signal(object)
    removal_asked = Signal(object)
    link_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._besides: Sequence[Beside] = ()
        self._cards: dict[Ref, NoteCard] = {}
        self._seen: Callable[[], Callable[[int], bool]] = lambda: lambda _start: False
        self._height_of: Callable[[int], float] = lambda _start: 0.0
        theme.changed.connect(self._make_anew)

    def attend(self, seen: Callable[[], Callable[[int], bool]], height_of: Callable[[int], float]) -> None:
        """Take what tells which positions can be seen now, and how far below the top of the page one stands."""
        self._seen, self._height_of = seen, height_of

    @property
    def cards(self) -> list[NoteCard]:
        """The cards on view, from the top."""
        return sorted(self._cards.values(), key=lambda card: card.y())

    def show_besides(self, besides: Sequence[Beside]) -> None:
        """Show these."""
        self._besides = besides
        held = next((ref for ref, card in self._cards.items() if card.hasFocus()), None)
        self._make_anew()
        if held in self._cards:
            self._cards[held].setFocus()

    def take_keyboard(self, ref: Ref | None) -> None:
        """Have the keyboard on the card of this one, if it is on view."""
        self._cards.get(ref, self).setFocus() if ref is not None else self.setFocus()

    def follow(self) -> None:
        """Stand beside the passages as they are on the screen now."""
        if not self.isVisible():
            return
        is_seen = self._seen()
        near = [one for one in self._besides if one.colour is None or is_seen(one.start)]
        for ref in set(self._cards) - {one.ref for one in near}:
            self._drop(ref)
        wanted = [(self._wanted_top(one), self._card(one)) for one in near]
        tops = spread([(top, card.height()) for top, card in wanted], self.height())
        for (_, card), top in zip(wanted, tops, strict=True):
            card.move(0, round(top))
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines of the notes where the margin ends now."""
        super().resizeEvent(event)
        self._make_anew()

    def _wanted_top(self, one: Beside) -> float:
        """Where a card would stand; a note on the whole text at the top, until the first words go out of sight."""
        top = self._height_of(one.start)
        return top if one.colour is not None else min(top, 0)

    def _card(self, one: Beside) -> NoteCard:
        if one.ref not in self._cards:
            card = NoteCard(self._theme, one, self)
            card.resize(self.width(), card.height_for(self.width()))
            card.clicked.connect(lambda: self.opened.emit(one.ref))
            card.edit_asked.connect(self.edit_asked)
            card.removal_asked.connect(self.removal_asked)
            card.link_opened.connect(self.link_opened)
            self._cards[one.ref] = card
        return self._cards[one.ref]

    def _drop(self, ref: Ref) -> None:
        card = self._cards.pop(ref)
        card.hide()
        card.deleteLater()

    def _make_anew(self) -> None:
        for ref in tuple(self._cards):
            self._drop(ref)
        self.follow()


def spread(wanted: Sequence[tuple[float, int]], room: int) -> list[float]:
    """Place cards, given as (where its passage is, its height), one below the other and as near as may be."""
    order = sorted(range(len(wanted)), key=lambda nth: wanted[nth][0])
    tops = [0.0] * len(wanted)
    free = float("-inf")
    for nth in order:
        tops[nth] = max(wanted[nth][0], free)
        free = tops[nth] + wanted[nth][1] + _GAP
    limit = float(room)
    for nth in reversed(order):
        if wanted[nth][0] > room:  # its passage is below the page: so may it be
            continue
        tops[nth] = min(tops[nth], limit - wanted[nth][1])
        limit = tops[nth] - _GAP
    return tops
