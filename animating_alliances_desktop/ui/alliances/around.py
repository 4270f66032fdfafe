"""What lies around an alliance, each as a list: what is kept with it, its course, what was written and points where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Moment, Thing
from animating_alliances_desktop.ui.alliances.words import day_words, moment_words, month_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class Listing(QWidget):
    """A list, and in its place a sentence as long as it is empty."""

    def __init__(self, theme: Theme, name: str, empty: str, lines: int = 1) -> None:
        super().__init__()
        self.list = ItemList(theme, name, lines, single_click=True)
        self.empty = label(empty, "muted")
        self.foot = QHBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.empty)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)
        whole.addLayout(self.foot)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)


class Kept(Listing):
    """What is kept with an alliance; Delete lets the current one go."""

    let_go = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Kept with it"),
            self.tr(
                "Nothing is kept with this alliance yet. Choose its agreements, minutes or a case from the library: "
                "they are then at hand here, and stay in the library, too."
            ),
        )
        self.add = button(self.tr("Choose from the library…"), "primary", "library", theme)
        self.remove = button(self.tr("Keep it here no longer"), "quiet", "x", theme)
        self.foot.addWidget(self.add)
        self.foot.addStretch(1)
        self.foot.addWidget(self.remove)
        self._things: dict[object, Thing] = {}
        self.remove.clicked.connect(self._let_go)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show these."""
        self._things = {thing.ref: thing for thing in things}
        called = names()
        self.show_rows(
            [Row(one.ref, one.title, "", called[one.ref.kind], ICONS[one.ref.kind]) for one in things]
        )
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the current one go with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        thing = self._things.get(self.list.current)
        if thing is not None:
            self.let_go.emit(thing)

    def _enable(self) -> None:
        self.remove.setEnabled(self.list.current is not None)


class Course(Listing):
    """What happened in an alliance, the latest first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Course"),
            self.tr(
                "Nothing has happened yet. Meetings, decisions and who came and went stand here by themselves."
            ),
        )
        self._refs: list[object] = []

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these."""
        self._refs = [moment.ref for moment in moments]
        rows = []
        for nth, moment in enumerate(moments):
            title, icon = moment_words(moment)
            rows.append(
                Row(nth, title, moment.more, day_words(moment.day), icon, section=month_words(moment.day))
            )
        self.show_rows(rows)

    def ref_at(self, nth: object) -> object:
        """What a row is about."""
        return self._refs[nth] if isinstance(nth, int) else None


class Linked(Listing):
    """The entries on an alliance, and what its texts point at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Written and linked"),
            self.tr(
                "Nothing is written on this alliance yet. Its entries stand here, and every case, note or text "
                "that they point at by [[."
            ),
        )

    def show_things(self, entries: Sequence[Thing], things: Sequence[Thing]) -> None:
        """Show these: what is pointed at first, for there is less of it."""
        called = names()
        rows = [
            Row(one.ref, one.title, "", "", ICONS[one.ref.kind], section=called[one.ref.kind])
            for one in things
        ]
        written = {one.ref for one in entries}
        rows = [row for row in rows if row.ref not in written]
        journal = self.tr("Entries")
        for one in entries:
            meta = day_words(one.day) if one.day is not None else ""
            draft = self.tr("draft") if one.more == "draft" else ""
            rows.append(Row(one.ref, one.title, draft, meta, "notebook-pen", section=journal))
        self.show_rows(rows)
