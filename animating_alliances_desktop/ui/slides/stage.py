"""The stage: one slide, as large as it fits, sharp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from animating_alliances_desktop.core.library.slides import Slide
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.slides.composing import HEIGHT, WIDTH, Composed

_ROUND = 6.0
_FOCUS = 2


class Stage(QWidget):
    """Paints a slide that somebody has laid out; around it lies `ground`."""

    pressed = Signal(Qt.MouseButton)
    """A mouse button was pressed on it."""

    def __init__(self, *, margin: int = 0, focusable: bool = False, at_top: bool = False) -> None:
        super().__init__()
        self._margin, self._at_top = margin, at_top
        self._composed: Composed | None = None
        self._painted: QPixmap | None = None
        self._ground: QColor | None = None
        self._focus_colour = QColor()
        self.is_black = False
        """Whether nothing is shown."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(160, 90)

    def dress(self, palette: Palette, *, ground: QColor | None = None) -> None:
        """Take the colours of the app; the ground is painted if there is one."""
        self._focus_colour, self._ground = palette.colour("focus"), ground
        self.update()

    def show_slide(self, composed: Composed | None, slide: Slide | None = None, of: int = 0) -> None:
        """Show a slide, or none."""
        self._composed, self._painted = composed, None
        self.setAccessibleName(name_of(slide, of))
        self.setAccessibleDescription(slide.words if slide is not None else "")
        self.update()

    def show_black(self, *, on: bool) -> None:
        """Show nothing, or the slide again."""
        self.is_black = on
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the slide lies."""
        margin = self._margin
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        size = QSizeF(WIDTH, HEIGHT).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        field = QRectF(0, 0, round(size.width()), round(size.height()))
        field.moveCenter(room.center())
        if self._at_top:
            field.moveTop(room.top())
        return field.translated(round(field.left()) - field.left(), round(field.top()) - field.top())

    def sizeHint(self) -> QSize:
        """Return a size of the right shape."""
        return QSize(640, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide; it is drawn once for each size."""
        painter = QPainter(self)
        if self._ground is not None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black if self.is_black else self._ground)
        if self._composed is None or self.is_black:
            return
        area = self.area
        painter.drawPixmap(area.topLeft(), self._drawn(self._composed, area.size().toSize()))
        if self._margin:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            focused = self.hasFocus()
            line = self._focus_colour if focused else self._composed.paper.colour("line")
            painter.setPen(QPen(line, _FOCUS if focused else 1))
            painter.drawRoundedRect(area, _ROUND, _ROUND)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which button was pressed."""
        super().mousePressEvent(event)
        self.pressed.emit(event.button())

    def _drawn(self, composed: Composed, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._painted is None or self._painted.size() != wanted:
            self._painted = picture_of(composed, size, ratio)
        return self._painted


def picture_of(composed: Composed, size: QSize, ratio: float) -> QPixmap:
    """Draw a slide for a screen of this ratio."""
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(composed.paper.colour("page"))
    painter = QPainter(picture)
    composed.paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture


def name_of(slide: Slide | None, of: int) -> str:
    """What a screen reader calls a slide."""
    if slide is None:
        return QCoreApplication.translate("Slides", "No slide")
    said = QCoreApplication.translate("Slides", "Slide {number} of {count}: {title}")
    return said.format(number=slide.number, count=of, title=slide.title)
