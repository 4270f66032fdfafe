"""What can be typed into the search, and examples to click: shown while there is nothing else to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Card, Column
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

EXAMPLES = ("trust", '"line manager"', "kind:case fund")


class Hints(Column):
    """A heading, three lines on how to ask, three examples."""

    asked = Signal(str)
    """An example that the user wants to try."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(720, parent)
        self._title = label("", "heading")
        self._text = label("", "muted")
        self.examples = [button(words, icon="search", theme=theme) for words in EXAMPLES]
        self.add(self._title)
        self.add(self._text)
        self.add(self._ways())
        self.add(label(self.tr("For example"), "subheading"))
        self._add_examples()
        self.add_stretch()
        self.show_start()

    @property
    def title(self) -> str:
        """What the heading says."""
        return self._title.text()

    def show_start(self) -> None:
        """Say what the search is for."""
        self._show(
            self.tr("Find what you read and what you wrote"),
            self.tr(
                "Papers, cases, prompts, slides, terms, your documents, notes, highlights and journal: all at once."
            ),
        )

    def show_nothing(self, words: str, *, narrowed: bool) -> None:
        """Say that nothing was found, and what to try."""
        short = words if len(words) <= 60 else f"{words[:60]}…"
        text = (
            self.tr("Only some kinds are looked through: switch them off above to look everywhere.")
            if narrowed
            else self.tr("Try fewer words, or the beginning of one. Any of these ways of asking may help:")
        )
        self._show(self.tr("Nothing found for “{words}”").format(words=short), text)

    def show_too_long(self) -> None:
        """Say that the search was ended."""
        self._show(
            self.tr("That search took too long"),
            self.tr("It was ended after two seconds. Ask for fewer words, or for longer ones."),
        )

    def _show(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)

    def _ways(self) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        ways = (
            (
                ("shared risk", '"shared risk"'),
                self.tr("Words find texts that hold them all, in any form. Quotation marks find the phrase."),
            ),
            (
                ("kind:case", "alliance:harbour"),
                self.tr(
                    "A field narrows: kind, alliance, question, title, region, sector, form, outcome, phase, author; "
                    "of actions, owner and status."
                ),
            ),
            (
                ("tag:trust", 'collection:"the board"'),
                self.tr(
                    "So do your tags and collections. A name of several words stands in quotation marks."
                ),
            ),
            (
                ("date:last month", "NOT board"),
                self.tr(
                    "A time narrows to what was written then. NOT leaves out; OR takes either; gover* begins so."
                ),
            ),
        )
        for at, (keys, words) in enumerate(ways):
            grid.addLayout(self._keys(*keys), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "muted"), at, 1)
        card.body.addLayout(grid)
        return card

    def _keys(self, *keys: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        for key in keys:
            shown = label(key, wrap=False)
            shown.setProperty("role", "key")
            line.addWidget(shown)
        line.addStretch(1)
        return line

    def _add_examples(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for example, words in zip(self.examples, EXAMPLES, strict=True):
            example.clicked.connect(lambda _on=False, words=words: self.asked.emit(words))
            line.addWidget(example)
        line.addStretch(1)
        self.add_layout(line)
