"""What the user sees of an import: which files, how far it is, and at the end what became of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.files import shown
from animating_alliances_desktop.core.library.formats import KINDS
from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.progress import ProgressPanel
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class ImportChooser(QWidget):
    """The button for importing: asks whether files or a folder, and which."""

    picked = Signal(list)
    """The paths that the user picked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.button = button(self.tr("Import…"), icon="download", theme=theme)
        self.button.clicked.connect(self._show_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)

    def ask_for_files(self) -> None:
        """Ask which files to bring in."""
        dialog = QFileDialog(self, self.tr("Bring in files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Documents ({endings})").format(endings=_endings()), self.tr("All files (*)")]
        )
        self._ask(dialog)

    def ask_for_folder(self) -> None:
        """Ask which folder to bring in."""
        dialog = QFileDialog(self, self.tr("Bring in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.picked.emit([Path(name) for name in names]))
        dialog.open()

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, ask in (
            ("file-text", self.tr("Files…"), self.ask_for_files),
            ("folder-open", self.tr("A folder…"), self.ask_for_folder),
        ):
            action = menu.addAction(words)
            self._theme.dress(action, icon, "muted")
            action.triggered.connect(ask)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))


class ImportPanel(ProgressPanel):
    """Says how far an import is, and lets the user stop it."""

    def __init__(self) -> None:
        super().__init__()
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.stopping = self.tr("Stopping after this file…")

    def start(self) -> None:
        """Show that it has begun: the files are being counted."""
        self.begin(self.tr("Looking through the files…"))

    def tell(self, done: int, of: int) -> None:
        """Show how far it is."""
        words = self.tr("Bringing in: {done} of {of} files")
        self.show_progress(done, of, words.format(done=f"{done:,}", of=f"{of:,}"))


class ReportDialog(QDialog):
    """Lists what became of each file of an import; the list can be copied."""

    def __init__(
        self,
        theme: Theme,
        report: Report,
        open_ref: Callable[[Ref, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was brought in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 460)
        self._report, self._open = report, open_ref
        self.list = ItemList(theme, self.tr("Files"), lines=2)
        self.list.show_rows(self._rows())
        self.list.opened.connect(self._open_row)
        self.copy = button(self.tr("Copy the list"), icon="copy", theme=theme)
        self.copy.clicked.connect(self._copy)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self._lay_out(close)

    def _lay_out(self, close: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(in_words(self._report, self.tr), "heading"))
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)

    def _rows(self) -> list[Row]:
        refused = self.tr("Not brought in")
        known = self.tr("Here already")
        new = self.tr("New")
        return [
            *(
                Row(
                    ("refused", at),
                    shown(path.name),
                    self._why(path, why),
                    icon="circle-alert",
                    section=refused,
                )
                for at, (path, why) in enumerate(self._report.refused)
            ),
            *(
                Row(
                    ("known", at, ref),
                    shown(path.name),
                    shown(path.parent),
                    icon="folder-open",
                    section=known,
                )
                for at, (path, ref) in enumerate(self._report.known)
            ),
            *(
                Row(
                    ("new", at, ref),
                    shown(path.name),
                    self._gaps(path, ref),
                    icon="circle-check",
                    section=new,
                )
                for at, (path, ref) in enumerate(self._report.came_in)
            ),
        ]

    def _gaps(self, path: Path, ref: Ref) -> str:
        said = self._report.gaps.get(ref)
        return self._why(path, said) if said else shown(path.parent)

    def _why(self, path: Path, why: str) -> str:
        return self.tr("{why}  ({folder})").format(why=why[:1].upper() + why[1:], folder=shown(path.parent))

    def _open_row(self, row: tuple[object, ...]) -> None:
        ref = row[-1]
        if isinstance(ref, Ref):
            self.accept()
            self._open(ref, "")

    def _copy(self) -> None:
        lines = [in_words(self._report, self.tr), ""]
        lines += [f"{shown(path)}: {why}" for path, why in self._report.refused]
        lines += [f"{shown(path)}: {self.tr('here already')}" for path, _ref in self._report.known]
        lines += [f"{shown(path)}: {self.tr('brought in')}" for path, _ref in self._report.came_in]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _endings() -> str:
    return " ".join(f"*{suffix}" for kind in KINDS for suffix in sorted(kind))


def in_words(report: Report, tr: Callable[[str], str]) -> str:
    """Say in a sentence or two what became of the files."""
    new, known, refused = len(report.came_in), len(report.known), len(report.refused)
    if not (new or known or refused or report.stopped):
        return tr("There was no file among them that can be brought in.")
    parts = [_came_in(new, tr)]
    if report.gaps:
        parts.append(_without_text(len(report.gaps), new, tr))
    if known:
        parts.append(
            tr("1 was here already.") if known == 1 else tr("{n} were here already.").format(n=f"{known:,}")
        )
    if refused:
        parts.append(
            tr("1 could not be brought in.")
            if refused == 1
            else tr("{n} could not be brought in.").format(n=f"{refused:,}")
        )
    if report.stopped:
        parts.append(tr("You stopped it before the rest."))
    return " ".join(parts)


def _came_in(new: int, tr: Callable[[str], str]) -> str:
    if not new:
        return tr("Nothing new came in.")
    return tr("1 text came in.") if new == 1 else tr("{n} texts came in.").format(n=f"{new:,}")


def _without_text(silent: int, new: int, tr: Callable[[str], str]) -> str:
    """Say of how many texts a part cannot be searched."""
    if new == 1:
        return tr("It has pages without text.")
    if silent == 1:
        return tr("1 of them has pages without text.")
    return tr("{n} of them have pages without text.").format(n=f"{silent:,}")
