"""The search page: one field, and what it finds, as you type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.search.model import Answer
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.fields import lead_down, search_field
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.search.hints import Hints
from animating_alliances_desktop.ui.search.presenter import Group, Search, SearchPresenter


class SearchPage(FollowingPage):
    """A field with the keyboard in it, chips, and results by kind."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        search: Search,
        open: Callable[[Ref, str], None],  # noqa: A002 -- the word that all pages use
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Kind, parent, stale=False)
        self._theme = theme
        self._names = names()
        self.presenter = SearchPresenter(self, search, tasks, open)
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self.show_start()

    # What the window asks

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Search for words that come from elsewhere."""
        if isinstance(place, str):
            self.ask(place)

    def shown(self) -> None:
        """Be ready for another question."""
        self.field.selectAll()

    def ask(self, words: str) -> None:
        """Put these words into the field and search for them as they stand."""
        self.field.setText(words)
        self.presenter.finish()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the presenter asks

    def show_start(self) -> None:
        """Show what can be typed."""
        self.hints.show_start()
        self._show(None, self.hints)

    def show_found(self, answer: Answer, groups: Sequence[Group]) -> None:
        """Show what was found."""
        self.list.show_rows(
            [self._row(group, at) for group in groups for at in range(len(group.results))], keep=False
        )
        self._show(answer, self._found)

    def show_nothing(self, answer: Answer) -> None:
        """Say that nothing was found, and what to try."""
        self.hints.show_nothing(answer.query, narrowed=bool(self.kinds.chosen))
        self._show(answer, self.hints)

    def show_too_long(self, answer: Answer) -> None:
        """Say that the search took too long."""
        self.hints.show_too_long()
        self._show(answer, self.hints)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # Inside

    def _make_parts(self, theme: Theme) -> None:
        self.field = search_field(theme, self.tr("Search everything"), large=True)
        self.field.setMaxLength(10_000)
        self.kinds = ChipBar(theme, self.tr("Look only for"))
        self.kinds.show_chips([Chip(kind.value, name, ICONS[kind]) for kind, name in self._names.items()])
        self.suggestion = button("", "link")
        self._understood = label("", "small")
        self._total = label("", "small", wrap=False)
        self.list = ItemList(theme, self.tr("What was found"))
        self.hints = Hints(theme)
        self._found = QWidget()
        inset = QVBoxLayout(self._found)
        inset.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 0)
        inset.addWidget(self.list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._found)
        self._stack.addWidget(self.hints)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHeader(self.tr("Search")))
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 8)
        top.setSpacing(10)
        top.addWidget(self.field)
        top.addWidget(self.kinds)
        line = QHBoxLayout()
        line.addWidget(self._understood, 1)
        line.addWidget(self._total)
        top.addLayout(line)
        under = QHBoxLayout()
        under.setContentsMargins(-6, 0, 0, 0)
        under.addWidget(self.suggestion)
        under.addStretch(1)
        top.addLayout(under)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        lead_down(self.field, self.list)
        self.field.textChanged.connect(self.presenter.type)
        self.field.returnPressed.connect(self.presenter.finish)
        self.kinds.changed.connect(lambda ids: self.presenter.narrow([Kind(one) for one in ids]))
        self.list.opened.connect(self.presenter.open)
        self.hints.asked.connect(self.ask)
        self.suggestion.clicked.connect(lambda: self.ask(self.suggestion.property("words")))

    def _show(self, answer: Answer | None, below: QWidget) -> None:
        said = answer.understood_as if answer else ""
        self._understood.setText(self.tr("Understood as: {words}").format(words=said) if said else "")
        self._understood.setVisible(bool(said))
        self._total.setText(self._count(answer) if answer and answer.results else "")
        self._total.setVisible(bool(self._total.text()))
        words = answer.suggestion if answer else ""
        self.suggestion.setText(self.tr("Did you mean “{words}”?").format(words=words))
        self.suggestion.setProperty("words", words)
        self.suggestion.setVisible(bool(words))
        if below is self.hints:
            self.list.show_rows([])
        self._stack.setCurrentWidget(below)

    def _count(self, answer: Answer) -> str:
        shown = len(answer.results)
        if shown < answer.total:
            return self.tr("{all} found, the best {n} shown").format(all=f"{answer.total:,}", n=shown)
        return self.tr("1 found") if shown == 1 else self.tr("{n} found").format(n=shown)

    def _row(self, group: Group, at: int) -> Row:
        result = group.results[at]
        title = f"{result.title} › {result.heading}" if result.heading else result.title
        return Row(result, title, result.snippet, icon=ICONS[group.kind], section=self._names[group.kind])
