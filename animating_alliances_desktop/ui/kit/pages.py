"""What pages are put together from: header, column, cards, sections, and a page with nothing on it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.ui.kit.buttons import button as make_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

MARGIN = 32
"""The room round a page's header and body."""


class PageHeader(QWidget):
    """The top of a page: a large title, a quiet line below it, and controls at the right."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "muted")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 26, MARGIN, 16)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._subtitle.setVisible(bool(subtitle))  # not before: it would be a window of its own for a moment

    def show_title(self, text: str) -> None:
        """Show another title."""
        self._title.setText(text)

    def show_subtitle(self, text: str) -> None:
        """Show another line below the title, or none."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put a control at the right, in line with the title."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


class Column(QScrollArea):
    """One column below the header that scrolls, no wider than is pleasant to read."""

    def __init__(self, width: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QWidget()
        whole.setProperty("role", "column")
        middle = QWidget()
        middle.setMaximumWidth(width)
        self._body = QVBoxLayout(middle)
        self._body.setContentsMargins(0, 8, 0, MARGIN)
        self._body.setSpacing(16)
        row = QHBoxLayout(whole)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.addWidget(middle, 1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setWidget(whole)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the column."""
        self._body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout at the end of the column."""
        self._body.addLayout(layout)

    def add_stretch(self) -> None:
        """Push what was added so far to the top."""
        self._body.addStretch(1)

    def clear(self) -> None:
        """Take everything out of the column."""
        empty(self._body)


class Card(QFrame):
    """A panel that lies on the page; fill its `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(10)


class Section(QWidget):
    """A heading, with a quiet note or a control beside it, and what stands below: its `body`."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label(title, "heading", wrap=False)
        self._note = label(note, "muted", wrap=False)
        self._note.setContentsMargins(0, 0, 0, 3)  # its letters then stand on the heading's line
        self._line = QHBoxLayout()
        self._line.setSpacing(10)
        self._line.addWidget(self._heading)
        self._line.addWidget(self._note, 0, Qt.AlignmentFlag.AlignBottom)
        self._line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(self._line)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body)
        self._note.setVisible(bool(note))

    def add(self, widget: QWidget) -> None:
        """Put a widget below the heading."""
        self.body.addWidget(widget)

    def add_beside(self, widget: QWidget) -> None:
        """Put a control at the right of the heading."""
        self._line.addWidget(widget)

    def show_title(self, title: str, note: str = "") -> None:
        """Show another heading and note."""
        self._heading.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def clear(self) -> None:
        """Take everything out of the body."""
        empty(self.body)


class EmptyPage(QWidget):
    """What a page shows while there is nothing to show: what it is for, and what to do first."""

    asked = Signal()
    """The button was pressed."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._picture = QLabel()
        self._title = label(title, "heading")
        self._text = label(text, "muted")
        self._button = make_button(button, "primary")
        self._button.clicked.connect(self.asked)
        self._lay_out()
        self._button.setVisible(bool(button))  # not before: it would be a window of its own for a moment
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(440)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, MARGIN, 0, 2 * MARGIN)
        column.setSpacing(10)
        column.addStretch(1)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addWidget(middle)

    def show_words(self, title: str, text: str, button: str = "") -> None:
        """Say something else, for example that nothing matches the filter."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _paint_icon(self) -> None:
        self._picture.setPixmap(self._theme.pixmap(self._icon, 44, "accent", self.devicePixelRatioF()))


def foot(state: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """The line below something that is written in: how far saving got, and what can be done with the whole of it."""
    line = QHBoxLayout()
    line.setContentsMargins(MARGIN, 10, MARGIN, 14)
    line.addWidget(state, 1)
    for one in buttons:
        line.addWidget(one)
    return line


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            empty(inner)
