"""The outline that a file brings, as a tree, with the line where the reader is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from animating_alliances_desktop.core.library.pdf.model import Chapter
from animating_alliances_desktop.ui.kit.outline_bar import OutlineBar, Renaming
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_NTH = Qt.ItemDataRole.UserRole
_OPEN_UP_TO = 40
"""An outline of so many lines is shown with all of them; of a longer one, only the upper lines."""


class PdfOutline(QFrame):
    """Lists the chapters; one is marked as where the reader is."""

    chosen = Signal(object)
    """The chapter that the user wants to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chapters: Sequence[Chapter] = ()
        self._items: list[QTreeWidgetItem] = []
        self._here = self._page = -1
        self.entries = QTreeWidget()
        self.entries.setAccessibleName(self.tr("Outline of this file"))
        self.entries.setHeaderHidden(True)
        self.entries.setIndentation(14)
        self.entries.setWordWrap(True)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.itemClicked.connect(self._choose)
        self.entries.itemActivated.connect(self._choose)
        self.renaming = Renaming(self.entries)
        self.entries.setItemDelegate(self.renaming)
        self.bar = OutlineBar(theme)
        self.bar.setContentsMargins(8, 0, 8, 8)
        self.empty = label(self.tr("This file has no outline. Its pages are beside this: Pages."), "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    @property
    def here(self) -> str:
        """The title of the chapter in which the reader is, or nothing."""
        return self._chapters[self._here].title if 0 <= self._here < len(self._chapters) else ""

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """List these chapters."""
        self._chapters, self._items = chapters, []
        self._here = self._page = -1
        self.entries.clear()
        above: list[QTreeWidgetItem] = []
        roots: list[QTreeWidgetItem] = []
        for nth, chapter in enumerate(chapters):
            item = QTreeWidgetItem([chapter.title])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(0, _NTH, nth)
            item.setToolTip(0, chapter.title)
            del above[chapter.level :]
            if above:
                above[-1].addChild(item)
            else:
                roots.append(item)
            above.append(item)
            self._items.append(item)
        self.entries.addTopLevelItems(roots)
        if len(chapters) <= _OPEN_UP_TO or self.bar.is_on:
            self.entries.expandAll()
        self._stack.setCurrentWidget(self.entries if chapters else self.empty)

    def nth_of(self, index: QModelIndex) -> int:
        """Tell which line a row is, -1 if it is none."""
        nth = index.data(_NTH)
        return -1 if nth is None else int(nth)

    def index_of(self, nth: int) -> QModelIndex:
        """Tell which row a line is."""
        return self.entries.indexFromItem(self._items[nth]) if 0 <= nth < len(self._items) else QModelIndex()

    def behind(self, page: int, down: float) -> int:
        """Tell how many lines lead to this place of a page or to one before it."""
        return bisect_right([_place(chapter) for chapter in self._rising()], (page, down))

    def follow(self, page: int) -> None:
        """Mark the first chapter that begins on this page as where the reader is, else the last before it."""
        if page == self._page:
            return
        self._page = page
        pages = [chapter.page for chapter in self._rising()]
        first = bisect_left(pages, page)
        begins_here = first < len(pages) and pages[first] == page
        self._move_to(first if begins_here else first - 1)

    def sizeHint(self) -> QSize:
        """Return a width that leaves the page its room."""
        return QSize(224, 400)

    def _rising(self) -> list[Chapter]:
        """The chapters, none at an earlier place than the one before."""
        rising: list[Chapter] = []
        for chapter in self._chapters:
            late = rising and _place(chapter) < _place(rising[-1])
            rising.append(rising[-1] if late else chapter)
        return rising

    def _move_to(self, here: int) -> None:
        for nth, is_here in ((self._here, False), (here, True)):
            if 0 <= nth < len(self._items):
                self._mark(nth, is_here=is_here)
        self._here = here
        if 0 <= here < len(self._items) and not self.bar.is_on:
            self.entries.setCurrentItem(self._items[here])
            self.entries.scrollToItem(self._items[here])

    def _mark(self, nth: int, *, is_here: bool) -> None:
        weight = QFont.Weight.DemiBold if is_here else QFont.Weight.Normal
        item, title = self._items[nth], self._chapters[nth].title
        item.setFont(0, self._theme.typeface("text", weight=weight))
        told = self.tr("{title}, you are here").format(title=title) if is_here else title
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)

    def _choose(self, item: QTreeWidgetItem) -> None:
        nth = int(item.data(0, _NTH))
        self._page = self._chapters[nth].page  # of all that begin on that page, it is this one
        self._move_to(nth)
        self.chosen.emit(self._chapters[nth])


def _place(chapter: Chapter) -> tuple[int, float]:
    return chapter.page, chapter.down or 0.0
