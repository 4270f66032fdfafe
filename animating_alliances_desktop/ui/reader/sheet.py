"""The sheet of paper that a text is read on: its column, and what lies under and beside the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.hand import Hand
from animating_alliances_desktop.ui.reader.layer import Layer
from animating_alliances_desktop.ui.reader.leaf import GUTTER
from animating_alliances_desktop.ui.reader.margin import Margin
from animating_alliances_desktop.ui.reader.pictures import Pictures
from animating_alliances_desktop.ui.reader.ruler import Ruler
from animating_alliances_desktop.ui.reader.typesetter import Page, Typesetter
from animating_alliances_desktop.ui.reader.typography import (
    body_font,
    column_width,
    foot_of,
    heading_of,
    picture_width,
    style_sheet,
)

_GLOW = 2200
_TOP = 40


class Sheet(Hand):
    """Shows one text; all positions that it takes and gives count from the beginning of the body."""

    refitted = Signal()
    """The column may have another width now, and its pictures another size."""
    typeset = Signal(str)
    """All of the text is laid out; these are its words as they stand there."""
    rested = Signal()
    """Scrolling has come to rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = Settings()
        self.layer, self.margin, self.ruler = Layer(), Margin(), Ruler(self)
        self._hidden = False
        self._wanted_heading = ""
        self._rest = QTimer(self, singleShot=True, interval=700)
        self._rest.timeout.connect(self.rested)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        self._fade = QTimer(self, singleShot=True, interval=_GLOW)
        self._fade.timeout.connect(self._end_glow)
        self._dress()

    @property
    def page(self) -> Page | None:
        """The document that is laid out, if any is."""
        return self.setter.page if self.setter is not None else None

    def show_text(self, reading: Reading, look: Settings, *, hidden: bool) -> None:
        """Typeset a text from its beginning; `hidden` covers it until it is turned to a place."""
        self._look = look
        self._hidden = hidden
        self._dress()
        old = self.setter
        sheet = style_sheet(self._theme.paper, look, reading.ref.kind)
        pictures = Pictures(reading, self._theme.paper, self._picture_width(), self.devicePixelRatioF())
        straight = look.edge == "straight"
        setter = Typesetter(sheet, body_font(look), GUTTER, pictures, self, straight=straight)
        setter.began.connect(lambda: self._begin(setter))
        setter.finished.connect(self._tell_words)
        self.setter = setter
        self.layer.show_marks(())
        self.layer.hits, self.margin.places = (), {}
        setter.start(heading_of(reading), reading.html, foot_of(reading))
        if old is not None:
            old.stop()
            old.deleteLater()

    def show_numbers(self, places: Sequence[tuple[int, str]]) -> None:
        """Have these numbers for the margin."""
        blocks = ((self.document().findBlock(self.base + start), number) for start, number in places)
        self.margin.places = {block.position() - self.base: number for block, number in blocks}
        self.viewport().update()

    def show_aids(self, *, numbers: bool, ruler: bool) -> None:
        """Show the numbers of paragraphs, and the ruler, or leave them out."""
        self.margin.is_on = numbers
        self.ruler.switch(on=ruler)
        self.viewport().update()

    def show_picture(self, address: str, picture: QImage) -> None:
        """Show a picture where its place was held."""
        if self.page is not None:
            self.page.show_picture(address, picture)
            self.viewport().update()

    def pictures_near(self) -> list[str]:
        """The addresses of the pictures on view, and a page before and behind it."""
        if self.setter is None or self.page is not self.document():
            return []
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        layout, near = self.document().documentLayout(), QRectF(0, top - height, 1 << 14, 3 * height)
        blocks = ((self.document().findBlock(at), address) for at, address in self.setter.images)
        return [
            address
            for block, address in blocks
            if block.isValid() and layout.blockBoundingRect(block).intersects(near)
        ]

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Paint these highlights."""
        self.layer.show_marks(marks)
        self.viewport().update()

    def show_hits(self, hits: Sequence[tuple[int, int]], nth: int) -> None:
        """Paint the hits of a search, and bring one of them into view."""
        self.layer.hits, self.layer.hit = hits, nth
        if 0 <= nth < len(hits):
            self.bring_into_view(*hits[nth])
        self.viewport().update()

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        """Bring a passage near the top, and let it glow for a moment."""
        if start > 0 or emphasise:
            self.verticalScrollBar().setValue(round(self.top_of(start) - (_TOP * 2 if emphasise else 4)))
        else:
            self.verticalScrollBar().setValue(0)
        self.layer.glow = (start, end) if emphasise else None
        self._fade.start()
        self.put_caret(start)
        self._uncover()

    def turn_to_heading(self, anchor: str) -> None:
        """Bring the element with this id to the top, or do so as soon as it is laid out."""
        position = self.position_of(anchor)
        if position is None and self.setter is not None and not self.setter.is_done:
            self._wanted_heading = anchor
            return
        self._wanted_heading = ""
        if position is not None:
            self.verticalScrollBar().setValue(round(self.top_of(position) - _TOP / 2))
            self.put_caret(position)
        self._uncover()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layer, then the words over it."""
        if self._hidden:
            return
        page = self.document()
        if isinstance(page, Page):
            offset = self.verticalScrollBar().value()
            painter = QPainter(self.viewport())
            painter.translate(0, -offset)
            self.layer.base = self.base
            self.layer.link = self.selection() if self.hasFocus() and self.link_here() else None
            window = QRectF(event.rect()).translated(0, offset)
            self.ruler.paint(painter, self._theme.paper)
            self.layer.paint(painter, page, self._theme.paper, window)
            self.margin.paint(painter, page, self._theme.paper, window, self.base)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as reads well, in the middle, and the same words at the top."""
        first = self.visible()[0] if self.setter is not None and self.verticalScrollBar().value() else 0
        self._set_margins()
        super().resizeEvent(event)
        if self.setter is not None:
            self.setter.page.fit(self._picture_width())
            self.refitted.emit()
            self.ruler.lay_again()
        self.verticalScrollBar().setValue(round(self.top_of(first) - 4) if first > 0 else 0)

    def _begin(self, setter: Typesetter) -> None:
        self._set_margins()
        self.setDocument(setter.page)
        self.verticalScrollBar().setValue(0)
        self.ruler.lay_down()
        self.viewport().update()

    def _tell_words(self) -> None:
        start, end = self.setter.body if self.setter else (0, 0)
        units = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        if self._wanted_heading:
            self.turn_to_heading(self._wanted_heading)
        self.typeset.emit(units[start * 2 : end * 2].decode("utf-16-le", "surrogatepass"))

    def _uncover(self) -> None:
        self._hidden = False
        self.viewport().update()

    def _end_glow(self) -> None:
        self.layer.glow = None
        self.viewport().update()

    def _dress(self) -> None:
        paper = self._theme.paper
        self.setStyleSheet(
            f"QTextBrowser {{ background: {paper.text('page')}; color: {paper.text('ink')}; border: none;"
            f" border-top: 2px solid {paper.text('page')}; border-radius: 0; padding: 0;"
            f" selection-background-color: {paper.text('selection')}; selection-color: {paper.text('ink')}; }}"
            f"QTextBrowser:focus {{ border-top-color: {paper.text('accent')}; }}"
        )

    def _set_margins(self) -> None:
        column = column_width(self._look) + 2 * GUTTER
        side = max(0, (self.width() - self.verticalScrollBar().sizeHint().width() - column) // 2)
        self.setViewportMargins(side, 0, side, 0)

    def _picture_width(self) -> int:
        return picture_width(self._look, self.viewport().width() - 2 * GUTTER)
