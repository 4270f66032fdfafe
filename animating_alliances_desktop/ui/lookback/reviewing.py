"""The side of reviews: what a week or a quarter held, and an entry that can be begun from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.lookback.model import Aim, Period, Review
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.rows import day_words, span_words, under
from animating_alliances_desktop.ui.lookback.telling import figures_said


class ReviewView(QWidget):
    """The period above, what it held below."""

    opened = Signal(object)
    """The Ref of a thing."""
    period_chosen = Signal(object)
    stepped = Signal(int)
    begun = Signal()
    begun_on = Signal(object)
    """The Ref of the alliance that the user chose for it."""
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Period.WEEK
        self.period = ChipBar(theme, self.tr("Review of"), exclusive=True)
        self.period.show_chips([Chip(Period.WEEK, self.tr("Week")), Chip(Period.QUARTER, self.tr("Quarter"))])
        self.back = icon_button(theme, "chevron-left", self.tr("The one before"))
        self.on = icon_button(theme, "chevron-right", self.tr("The one after"))
        self.begin = button(self.tr("Write the week’s log"), "primary", "notebook-pen", theme)
        self.copy = button(self.tr("Copy"), "plain", "copy", theme)
        self.copy.setToolTip(self.tr("Copy all of it as Markdown"))
        self._span = label("", "subheading", wrap=False)
        self._figures = label("", "muted")
        self.list = ItemList(theme, self.tr("What it held"), 4, single_click=True)
        self._lay_out()
        self._connect()

    def show_review(self, review: Review) -> None:
        """Show what a week or a quarter held."""
        self._shown = review.period
        weekly = review.period is Period.WEEK
        self.period.choose([review.period])
        self.begin.setText(
            self.tr("Write the week’s log") if weekly else self.tr("Write the quarter’s review")
        )
        self._span.setText(span_words(review.span, review.period))
        self._figures.setText(figures_said(review) or self._what_to_do(weekly=weekly))
        rows = self._rows(review)
        self.list.setVisible(bool(rows))
        self.list.show_rows(rows, keep=False)

    def ask_for_alliance(self, alliances: Sequence[tuple[Ref, str]]) -> None:
        """Let the user choose what the entry shall be on."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("On which alliance"))
        for ref, name in alliances:
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _on=False, ref=ref: self.begun_on.emit(ref)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.begin.mapToGlobal(QPoint(0, self.begin.height() + 2)))

    def _what_to_do(self, *, weekly: bool) -> str:
        if weekly:
            return self.tr("Nothing was written in this week. Its log can be written all the same.")
        return self.tr("Nothing was written in this quarter. Its review can be written all the same.")

    def _rows(self, review: Review) -> list[Row]:
        rows = []
        if review.brought is not None:
            rows.append(self._aim(self.tr("Meant for this week"), review.brought))
        aims = self.tr("Aims of the week") if review.period is Period.WEEK else self.tr("Aims, week by week")
        rows += [self._aim(aims, aim) for aim in review.aims]
        for section, moments in (
            (self.tr("Noticed"), review.noticings),
            (self.tr("Decided"), review.decisions),
            (self.tr("Done"), review.done),
            (self.tr("Let go"), review.let_go),
            (self.tr("Still open, and due by then"), review.waiting),
        ):
            rows += under(section, moments)
        rows += [self._aim(self.tr("Learned"), aim) for aim in review.learned]
        for section, moments in (
            (self.tr("If-then"), review.intentions),
            (self.tr("Meetings"), review.meetings),
            (self.tr("Entries"), review.entries),
        ):
            rows += under(section, moments)
        return rows

    def _aim(self, section: str, aim: Aim) -> Row:
        title = self.tr("The log of {day}").format(day=day_words(aim.day, "d MMMM"))
        words = " ".join(in_words(aim.text).split())
        return Row((section, aim.ref), title, words, icon=ICONS[Kind.ENTRY], section=section)

    def _open(self, ref: object) -> None:
        if isinstance(ref, tuple):
            self.opened.emit(ref[1])

    def _choose(self, chosen: tuple[str, ...]) -> None:
        """Take the chip that was switched on; one that was on already brings back the present one."""
        self.period_chosen.emit(Period(chosen[0]) if chosen else self._shown)

    def _connect(self) -> None:
        self.list.opened.connect(self._open)
        self.period.changed.connect(self._choose)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.begin.clicked.connect(self.begun)
        self.copy.clicked.connect(self.copy_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.period, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        parts: tuple[QWidget, ...] = (self.back, self._span, self.on)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 14, 10, MARGIN - 14, 12)
        column.setSpacing(8)
        column.addLayout(row)
        self._figures.setContentsMargins(14, 0, 14, 0)
        column.addWidget(self._figures)
        column.addWidget(self.list, 1)
        column.addStretch(0)
