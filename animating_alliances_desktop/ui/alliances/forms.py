"""The forms in which a member, or somebody's part in an alliance, is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.days import day_written
from animating_alliances_desktop.core.alliances.model import Member, Seat
from animating_alliances_desktop.ui.alliances.fields import Description, Fields, Line
from animating_alliances_desktop.ui.alliances.ports import WrittenMember, WrittenSeat
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Column
from animating_alliances_desktop.ui.kit.text import label


class Form(Column):
    """Fields with a heading and a button; Escape is as good as the button, for everything is saved as it is typed."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(680, parent)
        self.key = ""
        self.title = label("", "heading")
        self.fields = Fields()
        self.ready = button(self.tr("Done"), "primary")
        self.ready.clicked.connect(self.done)
        self.fields.entered.connect(self.done)
        foot = QHBoxLayout()
        foot.addWidget(self.ready)
        foot.addStretch(1)
        self.add(self.title)
        self.add(self.fields)
        self.add_layout(foot)
        self.add_stretch()

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self.fields.findChildren(Line)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, field: Line | Description, text: str) -> None:
        field.show_text(text)


class MemberForm(Form):
    """What a member is called, seeks and cannot concede."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make = self.fields
        self.name = make.named(Line(self.tr("Organisation")))
        self.name.returnPressed.connect(make.entered)
        self.role = make.line(self.tr("Its role"), self.tr("convener, funder, member …"))
        self.since = make.line(self.tr("Since"), self.tr("2021, or 3 Mar 2021"))
        self.until = make.line(self.tr("Until"), self.tr("still a member"))
        self.seeks = make.text(self.tr("What it seeks in the alliance"), 3)
        self.firm_on = make.text(self.tr("What it cannot concede"), 3)
        self.people = make.line(self.tr("On who speaks for it"), self.tr("in your own words"))
        make.place(self.name, 0, 0, 2)
        make.place(self.role, 1, 0, 2)
        make.place(self.since, 2, 0)
        make.place(self.until, 2, 1)
        make.place(self.seeks, 3, 0, 2)
        make.place(self.firm_on, 4, 0, 2)
        make.place(self.people, 5, 0, 2)

    def show_member(self, member: Member) -> None:
        """Fill the fields."""
        self.key = member.key
        self.title.setText(member.name)
        for field, text in (
            (self.name, member.name),
            (self.role, member.role),
            (self.since, day_written(member.since)),
            (self.until, day_written(member.until)),
            (self.seeks, member.seeks),
            (self.firm_on, member.firm_on),
            (self.people, member.people),
        ):
            self._put(field, text)

    @property
    def written(self) -> WrittenMember:
        """What the fields say."""
        return WrittenMember(
            self.key,
            self.name.settled,
            self.role.text(),
            self.seeks.toPlainText(),
            self.firm_on.toPlainText(),
            self.since.text(),
            self.until.text(),
            self.people.text(),
        )


class SeatForm(Form):
    """What somebody does in an alliance, since when and until when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make = self.fields
        self.role = make.line(self.tr("Role"), self.tr("chair, minutes, speaks for the member …"))
        self.since = make.line(self.tr("Since"), self.tr("2021, or 3 Mar 2021"))
        self.until = make.line(self.tr("Until"), self.tr("still there"))
        make.place(self.role, 0, 0, 2)
        make.place(self.since, 1, 0)
        make.place(self.until, 1, 1)

    def show_seat(self, seat: Seat) -> None:
        """Fill the fields."""
        self.key = seat.key
        self.title.setText(seat.name)
        self._put(self.role, seat.role)
        self._put(self.since, day_written(seat.since))
        self._put(self.until, day_written(seat.until))

    @property
    def written(self) -> WrittenSeat:
        """What the fields say."""
        return WrittenSeat(self.key, self.role.text(), self.since.text(), self.until.text())
