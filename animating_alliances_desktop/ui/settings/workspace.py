"""The part of the settings page about the user's folder: where it is, backups, export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.pages import Card
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class WorkspaceCard(Card):
    """Says where the folder is, and what the user wants done with it."""

    open_asked = Signal()
    backup_asked = Signal()
    backup_file_picked = Signal(object)
    """The path of the file that a backup shall be saved as."""
    export_folder_picked = Signal(object)
    """The path of the folder that the export shall go into."""

    def __init__(self, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = folder
        self.backup_name = ""
        self.folder = label(str(folder), "body")
        self.folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.folder.setAccessibleName(self.tr("The folder of your workspace"))
        self.copy = icon_button(theme, "copy", self.tr("Copy the folder's name"))
        self.open = button(self.tr("Open folder"), icon="folder-open", theme=theme)
        self.back_up = button(self.tr("Back up now"), icon="archive", theme=theme)
        self.save_as = button(self.tr("Save a backup as…"), icon="download", theme=theme)
        self.export = button(self.tr("Export everything…"), icon="share-2", theme=theme)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("At work"))
        self._lay_out()
        self._connect()
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is being done."""
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.setVisible(busy)
        for one in self._workers():
            one.setEnabled(not busy)

    def ask_for_file(self) -> None:
        """Ask which file a backup shall be saved as."""
        dialog = QFileDialog(self, self.tr("Save a backup as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self.tr("Backups (*.aabackup)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("aabackup")
        dialog.selectFile(self.backup_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.backup_file_picked.emit(Path(name)))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Ask where the export shall go."""
        dialog = QFileDialog(self, self.tr("Where shall the export go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_folder_picked.emit(Path(name)))
        dialog.open()

    def _workers(self) -> tuple[QPushButton, ...]:
        return (self.back_up, self.save_as, self.export)

    def _connect(self) -> None:
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(self._path)))
        self.open.clicked.connect(self.open_asked)
        self.back_up.clicked.connect(self.backup_asked)
        self.save_as.clicked.connect(self.ask_for_file)
        self.export.clicked.connect(self.ask_for_folder)

    def _lay_out(self) -> None:
        self.body.addWidget(
            label(
                self.tr(
                    "Everything that you write is in one folder on this computer, and nowhere else. "
                    "A backup is one file that holds all of it; an export is plain Markdown and JSON "
                    "that other programs read."
                ),
                "muted",
            )
        )
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.copy)
        place.addWidget(self.open)
        self.body.addLayout(place)
        work = QWidget()
        flow = Flow(8, work)
        for one in self._workers():
            flow.addWidget(one)
        self.body.addWidget(work)
        self.body.addWidget(self.bar)
