"""Sending a finished PDF to a printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_MOST_DOTS = 300
"""To an inch: letters are sharp, and a page is 25 MB while it is drawn."""


def ask_for_printer(parent: QWidget, name: str, then: Callable[[QPrinter], None]) -> None:
    """Ask for a printer and its settings."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own `open` wants a slot by name


def print_pdf(content: bytes, printer: QPrinter) -> int:
    """Print all pages of a PDF and answer how many there are."""
    import pypdfium2  # 56 ms, and only printing needs it

    document = pypdfium2.PdfDocument(content)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    try:
        for number in range(len(document)):
            if number:
                printer.newPage()
            _paint(document[number], painter, printer)
        return len(document)
    finally:
        painter.end()
        document.close()


def _paint(page: Any, painter: QPainter, printer: QPrinter) -> None:
    dots = min(_MOST_DOTS, printer.resolution())
    bitmap = page.render(scale=dots / 72, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    whole = QRectF(0, 0, printer.width(), printer.height())
    painter.drawImage(whole, image)
