"""The buttons below the list: what can be done with what is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from animating_alliances_desktop.ui.followthrough.listing import Side
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.theme import Theme

FINISH, LET_GO, GIVE, MOVE = "done", "let_go", "give", "move"
CHECK_IN, EDIT, ORIGIN, REMOVE = "check_in", "edit", "origin", "remove"
_OFFERED = {
    Side.OPEN: (FINISH, MOVE, GIVE, LET_GO, CHECK_IN, EDIT, ORIGIN, REMOVE),
    Side.CLOSED: (FINISH, EDIT, ORIGIN, REMOVE),
    Side.DECISIONS: (EDIT, ORIGIN, REMOVE),
    Side.NOTICINGS: (EDIT, ORIGIN, REMOVE),
    Side.INTENTIONS: (FINISH, EDIT, ORIGIN, REMOVE),
    Side.SHARES: (),
}
_ONLY_ONE = (CHECK_IN, EDIT, ORIGIN)


class DeedBar(QWidget):
    """Offers on each side of the page what makes sense there."""

    def __init__(self, theme: Theme, run: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = Side.OPEN
        self.buttons: dict[str, QPushButton] = {}
        row = Flow(6, self)
        for name, words, icon in (
            (FINISH, "", "check"),
            (MOVE, self.tr("Another day…"), "calendar-days"),
            (GIVE, self.tr("Give to…"), "user"),
            (LET_GO, self.tr("Let go…"), "leaf"),
            (CHECK_IN, self.tr("Copy check-in"), "copy"),
            (EDIT, self.tr("Edit"), "pencil"),
            (ORIGIN, self.tr("Entry"), "notebook-pen"),
            (REMOVE, self.tr("Remove"), "trash-2"),
        ):
            made = button(words, "primary" if name == FINISH else "quiet", icon, theme)
            made.clicked.connect(lambda _on=False, name=name: run(name))
            self.buttons[name] = made
            row.addWidget(made)
        self.offer(Side.OPEN, 0, has_origin=False)

    def offer(self, side: Side, number: int, *, has_origin: bool, is_closed: bool = False) -> None:
        """Offer what can be done with so many things of this side."""
        for name, one in self.buttons.items():
            fits = name in _OFFERED[side] and (number == 1 or name not in _ONLY_ONE)
            one.setVisible(bool(number) and fits and (name != ORIGIN or has_origin))
        if side is Side.CLOSED or is_closed:
            self.buttons[FINISH].setText(self.tr("Take up again"))
        elif side is Side.INTENTIONS:
            self.buttons[FINISH].setText(self.tr("What came of it…"))
        else:
            self.buttons[FINISH].setText(self.tr("Done"))
