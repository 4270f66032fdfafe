"""The bar that asks for the number of a paragraph."""

from __future__ import annotations

from animating_alliances_desktop.ui.kit.bars import FieldBar
from animating_alliances_desktop.ui.kit.theme import Theme


class GoBar(FieldBar):
    """Asks where to go; Enter goes there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 240)
        self.setAccessibleName(self.tr("Go to a paragraph"))
        self.field.setPlaceholderText(self.tr("Paragraph, such as 3.12"))
        self.field.setAccessibleName(self.tr("Number of the paragraph"))
        self.field.textChanged.connect(lambda _text: self.said.clear())

    def enter(self, *, back: bool) -> None:
        """Go there."""
        self.wanted.emit(self.field.text())

    def tell_none(self, ends: tuple[str, str] | None) -> None:
        """Say that there is no such paragraph, and which there are."""
        if ends is None:
            self.said.setText(self.tr("This text has no numbered paragraphs"))
        else:
            said = self.tr("There is none; they go from {first} to {last}")
            self.said.setText(said.format(first=ends[0], last=ends[1]))
        self.field.selectAll()
