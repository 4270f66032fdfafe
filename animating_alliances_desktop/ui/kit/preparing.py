"""What pages say while the shipped library is still being made; they fill by themselves once it is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def being_prepared() -> tuple[str, str]:
    """A heading, and a sentence below it."""
    return (
        QCoreApplication.translate("Preparing", "The library is being prepared"),
        QCoreApplication.translate(
            "Preparing", "It takes a few seconds the first time. This page fills by itself then."
        ),
    )
