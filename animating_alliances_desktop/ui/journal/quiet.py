"""Focus mode: nothing on view but the text, and how far saving got."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.journal.editor import Editor


class Quiet(QObject):
    """Hides what is around the text, and brings it back."""

    def __init__(
        self, header: QWidget, entries: QWidget, editor: Editor, hush: Callable[[bool], None]
    ) -> None:
        super().__init__(editor)
        self._around, self._editor, self._hush = (header, entries), editor, hush
        self.is_on = False
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), editor, self.leave)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)

    def turn(self) -> None:
        """Go into it, or out of it again."""
        if self.is_on or self._editor.isVisible():
            self._set(on=not self.is_on)

    def leave(self) -> None:
        """Bring everything back."""
        if self.is_on:
            self._set(on=False)

    def _set(self, *, on: bool) -> None:
        self.is_on = on
        self._escape.setEnabled(on)
        for part in self._around:
            part.setVisible(not on)
        self._editor.be_quiet(on=on)
        self._hush(on)
        if on:
            self._editor.written_in.setFocus(Qt.FocusReason.OtherFocusReason)
