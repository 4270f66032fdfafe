"""Asking under which name, and as which kind, a file is to be saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = '<>:"/\\|?*'


def file_name_of(title: str, otherwise: str) -> str:
    """A title as the name of a file, on every system."""
    plain = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    return " ".join(plain.split()).strip(" .")[:80] or otherwise


def ask_for_file(
    parent: QWidget, title: str, name: str, kinds: Sequence[tuple[str, str]], then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file; `kinds` are pairs of a word and an ending, the first is offered. It asks before writing over."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {f"{word} (*.{ending})": ending for word, ending in kinds}
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(kinds[0][1])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen]))
    dialog.selectFile(name.replace(".", " "))  # what follows a dot would be taken for an ending
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
