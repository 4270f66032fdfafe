"""The calendar side: a year to look over, and what the chosen month or day holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.lookback.model import months_from
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.lists import ItemList
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.ports import Days, Look
from animating_alliances_desktop.ui.lookback.rows import by_day, row_of, span_words
from animating_alliances_desktop.ui.lookback.year import YearView

_LIST, _NARROW_LIST, _NARROW, _EDGE = 420, 300, 900, 12


class DaysView(QWidget):
    """The year at the left, the list at the right."""

    opened = Signal(object)
    """The Ref of a thing."""
    day_chosen = Signal(object)
    month_chosen = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.back = icon_button(theme, "chevron-left", self.tr("The year before"))
        self.on = icon_button(theme, "chevron-right", self.tr("The year after"))
        self._name = label("", "heading", wrap=False)
        self.year = YearView(theme, self._count, today, self)
        self._chosen = label("", "subheading")
        self._nothing = label("", "muted")
        self.list = ItemList(theme, self.tr("What was written"), 2, single_click=True)
        self._lay_out()
        self.year.day_chosen.connect(self.day_chosen)
        self.year.month_chosen.connect(self.month_chosen)
        self.year.list_asked.connect(self._go_to_list)
        self.list.opened.connect(self._open)
        self.back.clicked.connect(lambda: self.month_chosen.emit(months_from(self.year.day, -12)))
        self.on.clicked.connect(lambda: self.month_chosen.emit(months_from(self.year.day, 12)))

    def show_days(self, look: Look, days: Days) -> None:
        """Show a year, and what its chosen month or day holds."""
        moved = look.day != self.year.day or not self._name.text()
        self.year.show_year(look.day, days.chosen, days.marks)
        self._name.setText(str(look.day.year))
        self.back.setEnabled(look.day.year > days.years[0])
        self.on.setEnabled(look.day.year < days.years[1])
        self._chosen.setText(span_words(days.chosen))
        self._nothing.setText(self._what_to_do(days))
        self._nothing.setVisible(not days.moments)
        self.list.setVisible(bool(days.moments))
        one_day = days.chosen.since == days.chosen.until
        rows = [row_of(moment, section="") for moment in days.moments] if one_day else by_day(days.moments)
        self.list.show_rows(rows, keep=not moved)
        if moved:  # the year is laid out for its width first
            QTimer.singleShot(0, self, self._keep_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow window."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_NARROW_LIST if self.width() < _NARROW else _LIST)

    def _what_to_do(self, days: Days) -> str:
        if not days.marks:
            return self.tr(
                "Nothing was written in this year yet. An entry after the next meeting makes a beginning (Ctrl+5)."
            )
        return self.tr("Nothing was written then. The days with dots hold something.")

    def _count(self, number: int) -> str:
        return self.tr("1 thing") if number == 1 else self.tr("{n} things").format(n=number)

    def _open(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.opened.emit(ref)

    def _go_to_list(self) -> None:
        if self.list.rows:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_sight(self) -> None:
        place = self.year.month_of(self.year.day)
        self._scroll.ensureVisible(place.center().x(), place.center().y(), 0, place.height() // 2 + _EDGE)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        for part in (self.back, self._name, self.on):
            head.addWidget(part)
        head.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "column")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 4, 8, 12)
        within.addWidget(self.year)
        within.addStretch(1)
        self._scroll.setWidget(inside)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 8, MARGIN - 14, 12)
        row.setSpacing(18)
        row.addLayout(left, 1)
        row.addWidget(self._make_side())

    def _make_side(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for part in (self._chosen, self._nothing):
            part.setContentsMargins(14, 0, 14, 0)
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        return self._side
