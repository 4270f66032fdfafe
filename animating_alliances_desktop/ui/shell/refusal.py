"""What is shown when a workspace cannot be opened: why, and the way to another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox


def ask_for_another_folder(sentence: str) -> Path | None:
    """Show the sentence; the answer is the folder that the user chose instead, or None to leave it."""
    box = QMessageBox(QMessageBox.Icon.Warning, _tr("Animating Alliances"), sentence)
    other = box.addButton(_tr("Choose another folder…"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(_tr("Close"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is not other:
        return None
    chosen = QFileDialog.getExistingDirectory(None, _tr("A folder for your workspace"))
    return Path(chosen) if chosen else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Refusal", text)
