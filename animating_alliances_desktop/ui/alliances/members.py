"""The members of an alliance and the people one meets there: added in one line, listed, changed in a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance, Member, Seat
from animating_alliances_desktop.ui.alliances.fields import Line
from animating_alliances_desktop.ui.alliances.forms import MemberForm, SeatForm
from animating_alliances_desktop.ui.alliances.ports import Newcomer
from animating_alliances_desktop.ui.alliances.words import span_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class NewcomerLine(QWidget):
    """Names an organisation, a person, or one who speaks for the other; Enter adds them and begins anew."""

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.organisation = Line(self.tr("Organisation"), self.tr("none: for the hub"))
        self.person = Line(self.tr("Person"), self.tr("may be left out"))
        self.role = Line(self.tr("Role"))
        self.add = button(self.tr("Add"), "primary", "plus", theme)
        self.add.clicked.connect(self.entered)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, field in enumerate(self.fields()):
            grid.addWidget(label(field.accessibleName(), "small", wrap=False), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 2 if column == 2 else 3)
            field.returnPressed.connect(self.entered)
        grid.addWidget(self.add, 1, 3)

    def fields(self) -> tuple[Line, Line, Line]:
        """The three fields."""
        return self.organisation, self.person, self.role

    @property
    def newcomer(self) -> Newcomer:
        """Whom the fields name."""
        return Newcomer(*(field.text() for field in self.fields()))

    def clear(self) -> None:
        """Empty the fields; the next newcomer can be typed at once if this one was."""
        held = any(field.hasFocus() for field in self.fields()) or self.add.hasFocus()
        for field in self.fields():
            field.clear()
        if held:
            self.organisation.setFocus(Qt.FocusReason.OtherFocusReason)


class MemberList(ItemList):
    """Lists members, each with its people; Delete takes the current one away."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current one away with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)


class Members(QWidget):
    """The part of an alliance's page that tells who belongs to it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = NewcomerLine(theme)
        self.list = MemberList(theme, self.tr("Members and people"), 2, single_click=False)
        self.nobody = label(
            self.tr(
                "Nobody is here yet. Write the name of an organisation and press Enter; name somebody who speaks for "
                "it too, if you like. Without an organisation, a person belongs to the hub."
            ),
            "muted",
        )
        self.change = button(self.tr("Change"), "plain", "pencil", theme)
        self.open = button(self.tr("All about them"), "plain", "user", theme)
        self.remove = button(self.tr("Remove"), "quiet", "trash-2", theme)
        self.form, self.seat_form = MemberForm(), SeatForm()
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self._enable()

    @property
    def changing(self) -> MemberForm | SeatForm | None:
        """The form that is open, if one is."""
        shown = self._stack.currentWidget()
        return shown if shown in (self.form, self.seat_form) else None

    def show_alliance(self, alliance: Alliance) -> None:
        """List who belongs to it."""
        rows = list(
            _rows(alliance, self.tr("The hub"), self.tr("Members"), self.tr("Not any more"), self._told)
        )
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        self._enable()

    def offer(self, organisations: Sequence[str], people: Sequence[str]) -> None:
        """Offer the names that are known from elsewhere."""
        self.line.organisation.offer(organisations)
        self.line.person.offer(people)

    def edit(self, form: MemberForm | SeatForm) -> None:
        """Show a form in place of the list."""
        self._stack.setCurrentWidget(form)
        form.begin()

    def close_form(self) -> None:
        """Show the list again."""
        if self.changing is not None:
            held = self.changing.isAncestorOf(self.focusWidget() or self)
            self._stack.setCurrentIndex(0)
            if held:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, member: Member) -> str:
        said = [member.role, member.people]
        said += [self.tr("seeks {what}").format(what=member.seeks)] if member.seeks else []
        said += [self.tr("firm on {what}").format(what=member.firm_on)] if member.firm_on else []
        return " · ".join(" ".join(part.split()) for part in said if part.strip())

    def _enable(self) -> None:
        for one in (self.change, self.open, self.remove):
            one.setEnabled(self.list.current is not None)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for one in (self.change, self.open):
            foot.addWidget(one)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        listing = QWidget()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.line)
        inside.addWidget(self.nobody)
        inside.addWidget(self.list, 1)
        inside.addStretch(0)
        inside.addLayout(foot)
        for part in (listing, self.form, self.seat_form):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _rows(alliance: Alliance, hub: str, members: str, past: str, told: object) -> Iterator[Row]:
    """The hub first, then each member with its people, then those who are not there any more."""
    here = [seat for seat in alliance.hub_seats if seat.until is None]
    gone = [seat for seat in alliance.hub_seats if seat.until is not None]
    yield from (_seat_row(seat, hub) for seat in here)
    for member in alliance.members:
        section = members if member.until is None else past
        yield Row(
            member.key,
            member.name,
            told(member),  # type: ignore[operator]
            span_words(member.since, member.until),
            "building-2",
            section=section,
        )
        yield from (_seat_row(seat, section, member.name) for seat in member.seats)
    yield from (_seat_row(seat, past) for seat in gone)


def _seat_row(seat: Seat, section: str, member: str = "") -> Row:
    told = " · ".join(part for part in (seat.role, member) if part)
    return Row(seat.key, seat.name, told, span_words(seat.since, seat.until), "user", section=section)
