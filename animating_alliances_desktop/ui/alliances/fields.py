"""Fields to type into: of one line, of several, each with its name above it; they tell when they are left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from animating_alliances_desktop.ui.kit.folding import Folding
from animating_alliances_desktop.ui.kit.text import label


class Description(QPlainTextEdit):
    """A field for some lines of text; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str, lines: int = 5) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        Folding(self)
        self._lines = lines
        self._fit()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show what was saved, and leave alone what says the same: the cursor stays where it is."""
        if self.toPlainText().strip() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        lines = max(self._lines, self.document().size().height())
        line = QFontMetricsF(self.font()).lineSpacing()
        self.setFixedHeight(round(lines * line + 2 * self.document().documentMargin() + 16))


class Line(QLineEdit):
    """A field of one line."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.settled = ""
        """What it said when it was filled, or left: half a name may be the name of somebody else."""
        self._known: QStringListModel | None = None

    @property
    def is_pending(self) -> bool:
        """Whether something else is being typed."""
        return self.text() != self.settled

    def show_text(self, text: str) -> None:
        """Show what was saved, and leave alone what says the same: the cursor stays where it is."""
        if self.hasFocus() and self.is_pending and self.settled == text:
            return
        if " ".join(self.text().split()) != " ".join(text.split()):
            self.setText(text)
            self.setCursorPosition(0)
        self.settled = self.text()

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words while one types."""
        if self._known is None:
            self._known = QStringListModel(self)
            completer = QCompleter(self._known, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        if self._known.stringList() != list(words):
            self._known.setStringList(list(words))


class Fields(QWidget):
    """Several fields in a grid, each below its name; what they say is saved by whoever listens."""

    typed = Signal()
    left = Signal()
    """A field was left: now is a good moment to save."""
    entered = Signal()
    """Enter was pressed in a field of one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(5)
        self._settling: list[Line] = []

    @property
    def is_pending(self) -> bool:
        """Whether a name is being typed that counts only once its field is left."""
        return any(field.is_pending for field in self._settling)

    def settle(self) -> None:
        """Take the names as they are typed now."""
        for field in self._settling:
            if field.is_pending:
                field.settled = field.text()
                self.typed.emit()
                self.left.emit()

    def named(self, field: Line) -> Line:
        """Have a name count only once its field is left."""
        self._settling.append(field)
        field.editingFinished.connect(self.settle)
        return field

    def line(self, name: str, hint: str = "") -> Line:
        """Make a field of one line."""
        made = Line(name, hint)
        made.textEdited.connect(lambda _text: self.typed.emit())
        made.editingFinished.connect(self.left)
        made.returnPressed.connect(self.entered)
        return made

    def text(self, name: str, lines: int = 3) -> Description:
        """Make a field of several lines."""
        made = Description(name, lines)
        made.textChanged.connect(self.typed)
        made.left.connect(self.left)
        return made

    def place(
        self, field: QWidget, row: int, column: int = 0, span: int = 1, name: str = ""
    ) -> tuple[QWidget, QWidget]:
        """Put a field below its name; a row takes two lines of the grid. The answer is what was put there."""
        above = label(name or field.accessibleName(), "small", wrap=False)
        self.grid.addWidget(above, 2 * row, column, 1, span)
        self.grid.addWidget(field, 2 * row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)
        return above, field
