"""Where a thing is mentioned: a few rows, each with the sentence that points here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.links.model import SOURCES, Mention
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.painting import PAD
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_QUOTE, _HIGHEST = 60, 260


class Mentions(QWidget):
    """Hides itself where there are none; `inset` has the heading stand above the words of the rows."""

    opened = Signal(object)
    """The Ref of what points here."""

    def __init__(self, theme: Theme, *, inset: bool = False, highest: int = _HIGHEST) -> None:
        super().__init__()
        self._highest = highest
        self.list = ItemList(theme, self.tr("Mentioned in"), 3, single_click=True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setMinimumHeight(0)
        self.list.opened.connect(lambda place: self.opened.emit(self._mentions[place].source))
        self._mentions: Sequence[Mention] = ()
        self._tasks: Runner | None = None
        self._mentions_of: Callable[[Ref], list[Mention]] | None = None
        self._ref: Ref | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        heading = label(self.tr("Mentioned in"), "eyebrow")
        heading.setIndent(PAD if inset else 0)
        column.addWidget(heading)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setVisible(False)

    def attend(self, tasks: Runner, mentions_of: Callable[[Ref], list[Mention]]) -> None:
        """Take what looks for mentions, and what does so off the window's thread."""
        self._tasks, self._mentions_of = tasks, mentions_of

    def look(self, ref: Ref | None = None) -> None:
        """Look who mentions this thing, or again who mentions the one that was looked for last."""
        if ref is not None and ref != self._ref:
            self.show_mentions(())
            self._ref = ref
        tasks, wanted, mentions_of = self._tasks, self._ref, self._mentions_of
        if tasks is not None and wanted is not None and mentions_of is not None:
            tasks.read(lambda: mentions_of(wanted), self.show_mentions, ("mentions", id(self)))

    def heed(self, changes: Changes) -> None:
        """Look again if something was touched that may point here."""
        if changes.touch(*SOURCES):
            self.look()

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show these, unless they are on view: then a list that is being walked through stays as it is."""
        if list(mentions) == list(self._mentions):
            return
        self._mentions = mentions
        self.list.show_rows([self._row(nth, mention) for nth, mention in enumerate(mentions)], keep=False)
        self.setVisible(bool(mentions))
        self._fit()

    def _row(self, nth: int, mention: Mention) -> Row:
        words = said = spoken(mention.words)
        if mention.quote:
            short = (
                mention.quote
                if len(mention.quote) <= _QUOTE
                else mention.quote[:_QUOTE].rsplit(" ", 1)[0] + "…"
            )
            words = self.tr("{words} (on “{quote}”)").format(quote=short, words=said)
        return Row(nth, mention.title, words, icon=ICONS[mention.source.kind])

    def _fit(self) -> None:
        rows = self.list.model().rowCount()
        height = self.list.whole_height() if rows else 0
        self.list.setFixedHeight(min(self._highest, height + 4))
