"""The slides of the open deck, laid out as they are asked for."""

from __future__ import annotations

from collections import OrderedDict

from animating_alliances_desktop.core.library.slides import Deck, Slide
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.composing import Composed, Composer
from animating_alliances_desktop.ui.slides.gallery import LoadingGallery
from animating_alliances_desktop.ui.slides.typesetting import Setter

_MOST = 40
"""So many slides stay laid out."""


class LaidOut:
    """Lays a slide out once for the stage, the outline and the audience."""

    def __init__(self, theme: Theme, gallery: LoadingGallery) -> None:
        self._theme, self._gallery = theme, gallery
        self._deck: Deck | None = None
        self._composer: Composer | None = None
        self._composed: OrderedDict[int, Composed] = OrderedDict()

    def hang(self, deck: Deck) -> None:
        """Turn to another deck, or lay the same one out anew."""
        self._gallery.hang(deck, self._theme.paper)
        self._deck = deck
        self._composer = Composer(deck, Setter(self._theme.paper), self._gallery)
        self._composed.clear()

    def compose(self, slide: Slide) -> Composed:
        """A slide as it is painted."""
        assert self._composer is not None
        if slide.number not in self._composed:
            self._composed[slide.number] = self._composer.compose(slide)
            while len(self._composed) > _MOST:
                self._composed.popitem(last=False)
        return self._composed[slide.number]

    def compose_number(self, number: int) -> Composed | None:
        """The slide of this number as it is painted; None if no deck is open."""
        return self.compose(self._deck.slides[number - 1]) if self._deck is not None else None
