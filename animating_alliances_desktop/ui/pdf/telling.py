"""What the PDF view says in the message bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.telling import Telling


class PdfTelling(Telling):
    """What is said of files and their pages."""

    def tell_no_page(self, label: str) -> None:
        """See `View.tell_no_page`."""
        self._say(_tr("This file has no page {label}.").format(label=label), None, None)

    def tell_written(self, file: str) -> None:
        """See `View.tell_written`."""
        self._say(_tr("The copy was written: {file}").format(file=file), None, None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pdf", text)
