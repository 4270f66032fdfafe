"""A small window that asks which alliance the meetings of a calendar belong to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.alliances.invitations import Series
from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.alliances.words import day_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.text import label

_FEW = 3


class Whose(QDialog):
    """Those that are ticked go into the alliance that is chosen; what is left can go into another one, or stay out."""

    chosen = Signal(object)
    """Pairs of a series and the Ref of its alliance."""

    def __init__(
        self,
        path: Path,
        series: Sequence[Series],
        alliances: Sequence[Alliance],
        likely: Ref | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which alliance do these meetings belong to?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 460)
        self._left = list(series)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Meetings of {name}").format(name=path.name))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.alliance = Choice(self.tr("Alliance"))
        self._refs = [one.ref for one in alliances]
        self.alliance.addItems([one.name for one in alliances])
        if likely in self._refs:
            self.alliance.setCurrentIndex(self._refs.index(likely))
        self.take = button(self.tr("Bring them in"), "primary")
        self.leave = button(self.tr("Leave the rest out"), "quiet")
        self.take.setDefault(True)
        self.leave.setAutoDefault(False)  # else the Enter key would throw away what was dropped
        self._lay_out(path)
        self._show()
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self, path: Path) -> None:
        words = self.tr(
            "Nobody whom your alliances know is asked to these meetings of {name}. Tick those that belong to "
            "the alliance below."
        )
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Alliance"), "small", wrap=False))
        line.addWidget(self.alliance, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(words.format(name=path.name), "muted"))
        whole.addWidget(self.list, 1)
        whole.addLayout(line)
        whole.addLayout(foot)

    def _show(self) -> None:
        self.list.clear()
        for one in self._left:
            item = QListWidgetItem(self._told(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if len(self._left) <= _FEW else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _told(self, one: Series) -> str:
        when = day_words(one.day)
        if one.repeats and len(one.meetings) > 1:
            when = self.tr("{n} times, the next on {day}").format(n=len(one.meetings), day=when)
        people = ", ".join(one.people[:_FEW]) + ("…" if len(one.people) > _FEW else "")
        return " · ".join(part for part in (one.title or self.tr("Meeting"), when, people) if part)

    def _take(self) -> None:
        ticked = [
            one
            for nth, one in enumerate(self._left)
            if self.list.item(nth).checkState() == Qt.CheckState.Checked
        ]
        if not ticked or self.alliance.currentIndex() < 0:
            return
        alliance = self._refs[self.alliance.currentIndex()]
        self.chosen.emit([(one, alliance) for one in ticked])
        self._left = [one for one in self._left if one not in ticked]
        if self._left:
            self._show()
        else:
            self.accept()
