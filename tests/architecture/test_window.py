"""The real window, walked over page by page: every control has a name and a way to it, every action works."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QWidget
