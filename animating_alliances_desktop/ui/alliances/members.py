"""The members of an alliance: listed calmly, and changed in a form that takes the place of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Member
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.pages import Card, empty
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class MemberForm(Card):
    """Three fields about a member; without a key it is a new one."""

    typed = Signal()
    left = Signal()
    """A field was left, or Enter was pressed in it."""
    done = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.name = self._field(self.tr("Organisation"))
        self.people = self._field(self.tr("Who speaks for it"))
        self.seeks = self._field(self.tr("What it seeks in the alliance"))
        self.ready = button(self.tr("Done"), "primary")
        self.cancel = button(self.tr("Cancel"), "quiet")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ready)
        for field in (self.name, self.people, self.seeks):
            self.body.addWidget(label(field.accessibleName(), "small"))
            self.body.addWidget(field)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.body.setSpacing(5)
        self.ready.clicked.connect(self.done)
        self.cancel.clicked.connect(self.cancelled)

    @property
    def member(self) -> Member:
        """What the fields say."""
        return Member(self.key, self.name.text(), self.people.text(), self.seeks.text())

    def show_member(self, member: Member) -> None:
        """Fill the fields."""
        self.key = member.key
        self.name.setText(member.name)
        self.people.setText(member.people)
        self.seeks.setText(member.seeks)
        self.ready.setText(self.tr("Done") if member.key else self.tr("Add"))
        self.cancel.setVisible(not member.key)

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.textEdited.connect(lambda _text: self.typed.emit())
        made.editingFinished.connect(self.left)
        made.returnPressed.connect(self.done)
        return made


class Members(QWidget):
    """Lists members; one of them, or a new one, can be open in the form."""

    typed = Signal()
    left = Signal()
    add_asked = Signal()
    """The new member in the form is ready to be added."""
    done_asked = Signal()
    """The member in the form has been changed."""
    edit_asked = Signal(str)
    """The key of a member that is to be changed."""
    remove_asked = Signal(str)
    """The key of a member that is to be removed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Member, ...] = ()
        self.form = MemberForm(self)
        self.form.hide()
        self._is_open = False
        self.begin = button(self.tr("Add a member"), "plain", "plus", theme)
        self.begin.clicked.connect(self.begin_new)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self.begin)
        self.form.typed.connect(self._typed)
        self.form.left.connect(self.left)
        self.form.done.connect(self._done)
        self.form.cancelled.connect(self.close_form)

    @property
    def new(self) -> Member | None:
        """The new member that the form says, if it is open for one."""
        return self.form.member if self._is_open and not self.form.key else None

    @property
    def changing(self) -> Member | None:
        """The member that is being changed, if the form is open for one."""
        return self.form.member if self._is_open and self.form.key else None

    def show_members(self, members: Sequence[Member]) -> None:
        """List these members; the form stays where it is needed."""
        self._shown = tuple(members)
        self._list.removeWidget(self.form)
        empty(self._list)
        for member in members:
            editing = self._is_open and member.key == self.form.key
            self._list.addWidget(self.form if editing else self._card(member))
        if self._is_open and not self.form.key:
            self._list.addWidget(self.form)
        self.form.setVisible(self._is_open)
        self.begin.setVisible(not self._is_open)

    def begin_new(self) -> None:
        """Open the form for a new member."""
        if self.new is None:
            self._open_form(Member("", ""))

    def close_form(self) -> None:
        """Put the form away."""
        if self._is_open:
            held = self.form.isAncestorOf(self.focusWidget() or self)
            self._is_open = False
            self.show_members(self._shown)
            if held:
                self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self, member: Member) -> None:
        self._is_open = True
        self.form.show_member(member)
        self.show_members(self._shown)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        if self.changing is not None:
            self.typed.emit()

    def _done(self) -> None:
        if self.new is not None and not self.new.name.strip():
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.new is not None:
            self.add_asked.emit()
        else:
            self.done_asked.emit()

    def _card(self, member: Member) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 10, 8, 12)
        card.body.setSpacing(2)
        edit = icon_button(self._theme, "pencil", self.tr("Change {name}").format(name=member.name))
        remove = icon_button(self._theme, "trash-2", self.tr("Remove {name}").format(name=member.name))
        edit.clicked.connect(partial(self._ask_to_edit, member.key))
        remove.clicked.connect(partial(self._remove, member.key))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(label(member.name, "subheading"), 1)
        top.addWidget(edit)
        top.addWidget(remove)
        card.body.addLayout(top)
        if member.people:
            card.body.addWidget(label(member.people, "muted"))
        if member.seeks:
            card.body.addWidget(label(self.tr("Seeks: {what}").format(what=member.seeks)))
        return card

    def edit(self, key: str) -> None:
        """Open the form for this member."""
        found = next((member for member in self._shown if member.key == key), None)
        if found is not None:
            self._open_form(found)

    def _ask_to_edit(self, key: str, _on: object = None) -> None:
        self.edit_asked.emit(key)

    def _remove(self, key: str, _on: object = None) -> None:
        self.remove_asked.emit(key)
