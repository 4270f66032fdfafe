"""The right side of the page: one alliance, in parts of which one is on view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.ui.alliances.about import About
from animating_alliances_desktop.ui.alliances.around import Course, Kept, Linked
from animating_alliances_desktop.ui.alliances.fields import Line
from animating_alliances_desktop.ui.alliances.forms import MemberForm, SeatForm
from animating_alliances_desktop.ui.alliances.meetings import Meetings
from animating_alliances_desktop.ui.alliances.members import Members
from animating_alliances_desktop.ui.alliances.ports import Written
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import MARGIN, foot
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.theme import Theme

ABOUT, PEOPLE, MEETINGS, KEPT, COURSE, LINKED = range(6)


class Sheet(QWidget):
    """Shows one alliance, and takes what is typed about it."""

    typed = Signal()
    left = Signal()
    """A field was left: now is a good moment to save."""
    turned = Signal(int)
    """Another part is on view."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Line(self.tr("Name of the alliance"), self.tr("Name of the alliance"))
        self.name.setProperty("role", "title")
        self.about = About(theme)
        self.members = Members(theme)
        self.meetings = Meetings(theme, today)
        self.kept, self.course, self.linked = Kept(theme), Course(theme), Linked(theme)
        self.state = StateLine()
        self.archive = button(self.tr("Archive"), "quiet", "archive", theme)
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self.parts = QTabBar()
        self.parts.setAccessibleName(self.tr("Parts of the page"))
        self.parts.setExpanding(False)
        self.parts.setDrawBase(False)
        self._stack = QStackedWidget()
        self._fill_parts()
        self._lay_out()
        self._connect()

    @property
    def part(self) -> int:
        """Which part is on view."""
        return self.parts.currentIndex()

    def turn(self, part: int) -> None:
        """Show another part."""
        self.parts.setCurrentIndex(part % self.parts.count())

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """Show an alliance; its fields only if nothing is being typed there."""
        if fields:
            self.name.show_text(alliance.name)
            self.about.fields.fill(alliance)
        self.about.show_alliance(alliance)
        self.members.show_alliance(alliance)
        archived = alliance.archived is not None
        self.archive.setText(self.tr("Take out of the archive") if archived else self.tr("Archive"))

    def written(self) -> Written:
        """Tell what the fields say."""
        said = self.about.fields.written(self.name.text())
        form = self.members.changing
        if isinstance(form, MemberForm):
            return _with(said, member=form.written)
        return _with(said, seat=form.written) if isinstance(form, SeatForm) else said

    def _fill_parts(self) -> None:
        for name, part in (
            (self.tr("About"), self.about),
            (self.tr("People"), self.members),
            (self.tr("Meetings"), self.meetings),
            (self.tr("Kept"), self.kept),
            (self.tr("Course"), self.course),
            (self.tr("Written"), self.linked),
        ):
            self.parts.addTab(name)
            self._stack.addWidget(part if part is self.about else _inset(part))

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _text: self.typed.emit())
        self.name.editingFinished.connect(self.left)
        for fields in (self.about.fields, self.members.form.fields, self.members.seat_form.fields):
            fields.typed.connect(self.typed)
            fields.left.connect(self.left)
        self.parts.currentChanged.connect(self._turn)

    def _turn(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.turned.emit(part)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 8)
        head.setSpacing(6)
        head.addWidget(self.name)
        head.addWidget(self.parts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot(self.state, self.archive, self.delete))


def _inset(part: QWidget) -> QWidget:
    """Give a part the room round it that a column has."""
    around = QWidget()
    part.setMaximumWidth(820)
    inside = QHBoxLayout(around)
    inside.setContentsMargins(MARGIN, 8, MARGIN, 0)
    inside.addWidget(part)
    return around


def _with(said: Written, **more: object) -> Written:
    return replace(said, **more)  # type: ignore[arg-type]
