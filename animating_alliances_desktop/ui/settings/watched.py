"""The part of the settings page about folders that are looked through for new files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.pages import Card, empty
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Watched:
    """The folders as they are kept, how to keep others, and how to have them looked through now."""

    folders: Callable[[], Sequence[Path]]
    keep: Callable[[Sequence[Path]], object]
    look: Callable[[], object]


class WatchedCard(Card):
    """Lists the folders; each can be taken out of the list, which touches nothing in it."""

    def __init__(self, theme: Theme, watched: Watched, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._watched = theme, watched
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add = button(self.tr("Add a folder…"), icon="plus", theme=theme)
        self.look = button(self.tr("Look through them now"), icon="search", theme=theme)
        self.add.clicked.connect(self.ask_for_folder)
        self.look.clicked.connect(watched.look)
        self._lay_out()
        self.show_folders()

    def show_folders(self) -> None:
        """Show which folders are looked through."""
        empty(self._lines)
        folders = self._watched.folders()
        for folder in folders:
            self._lines.addWidget(self._line(folder))
        if not folders:
            self._lines.addWidget(label(self.tr("No folder is watched."), "body"))
        self.look.setEnabled(bool(folders))

    def ask_for_folder(self) -> None:
        """Ask which folder shall be looked through."""
        dialog = QFileDialog(self, self.tr("Which folder shall be watched?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._add(Path(name)))
        dialog.open()

    def _add(self, folder: Path) -> None:
        folders = self._watched.folders()
        if folder not in folders:
            self._keep([*folders, folder])
            self._watched.look()

    def _take_out(self, folder: Path) -> None:
        self._keep([one for one in self._watched.folders() if one != folder])
        self.add.setFocus()

    def _keep(self, folders: Sequence[Path]) -> None:
        self._watched.keep(folders)
        self.show_folders()

    def _line(self, folder: Path) -> QWidget:
        name = label(str(folder), "body")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        out = icon_button(self._theme, "x", self.tr("Watch {folder} no longer").format(folder=folder))
        out.clicked.connect(partial(self._take_out, folder))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(out)
        return made

    def _lay_out(self) -> None:
        self.body.addWidget(
            label(
                self.tr(
                    "What is new in these folders comes into your library at each start. "
                    "The files stay where they are; what you removed from the library stays removed."
                ),
                "muted",
            )
        )
        self.body.addLayout(self._lines)
        work = QWidget()
        flow = Flow(8, work)
        flow.addWidget(self.add)
        flow.addWidget(self.look)
        self.body.addWidget(work)
