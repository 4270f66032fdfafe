"""The side of the page that shows on whose side the actions of each month lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.followthrough.model import OwnerKind, Share
from animating_alliances_desktop.ui.followthrough.rows import said
from animating_alliances_desktop.ui.kit.charts import Chart, Figures, Point, Series, Shape
from animating_alliances_desktop.ui.kit.pages import Column
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

LEAST_MONTHS, LEAST_ACTIONS, MOST_MONTHS = 3, 3, 24
_ORDER = (OwnerKind.MEMBER, OwnerKind.HUB, OwnerKind.ME, OwnerKind.OTHER)


class SharePane(Column):
    """A chart of shares, and a sentence that says what it counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chart = Chart(theme, self.tr("Whose actions were they?"))
        self.add(self.chart)
        self.add(
            label(
                self.tr(
                    "Counted are the actions agreed in each month that have an owner; months with fewer than three "
                    "are left out. What falls on the hub may be right for it, or may be what nobody else picked up: "
                    "only you can tell."
                ),
                "muted",
            )
        )
        self.add_stretch()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these."""
        names = (self.tr("Members"), self.tr("The hub"), self.tr("Me"), self.tr("Others"))
        colours = ("success", "accent", "warning", "muted")
        figures = Figures(
            Shape.SHARE,
            tuple(Series(name, colour) for name, colour in zip(names, colours, strict=True)),
            tuple(_point(share) for share in enough(shares)),
            least=LEAST_MONTHS,
        )
        self.chart.show_figures(
            figures,
            self.tr(
                "There is something to see once three months hold three actions each that have an owner."
            ),
        )


def enough(shares: Sequence[Share]) -> list[Share]:
    """The latest months of which something can be said."""
    return [share for share in shares if share.whole >= LEAST_ACTIONS][-MOST_MONTHS:]


def _point(share: Share) -> Point:
    values = tuple(float(share.counts.get(kind, 0)) for kind in _ORDER)
    return Point(said(share.month, "MMMM yyyy"), values, said(share.month, "MMM"))
