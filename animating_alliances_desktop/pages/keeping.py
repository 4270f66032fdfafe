"""What the settings page has done: choices kept, backups and exports written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.workspace import Workspace


class SettingsDeeds(QObject):
    """Does what is asked on the settings page, and says how it went."""

    def __init__(self, workspace: Workspace, dress: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._dress = workspace, dress

    def choose(self, name: str, value: object) -> None:
        """Keep what was chosen, and dress the window so."""
        self._workspace.settings.choose(name, value)
        self._dress()

    def back_up(self) -> str:
        """Back up, and say where to."""
        return self.tr("The backup was written and checked: {file}").format(
            file=self._workspace.back_up().name
        )

    def back_up_to(self, target: Path) -> str:
        """Back up to a file that was chosen, and say so."""
        self._workspace.back_up_to(target, replace=True)  # the dialogue has asked
        return self.tr("The backup was written and checked: {file}").format(file=target.name)

    def export(self, folder: Path) -> str:
        """Export everything of the user's, and say how much that was."""
        written = self._workspace.export(folder)
        return self.tr("%n thing(s) written to {folder}.", "", written).format(folder=folder)
