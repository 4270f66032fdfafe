"""The slide page: outline, slide and notes, and the way to the audience, to paper and to the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.slides import Deck, Slide
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import EmptyPage
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.displays import Displays, displays_around
from animating_alliances_desktop.ui.slides.gallery import LoadingGallery
from animating_alliances_desktop.ui.slides.handing import Handing
from animating_alliances_desktop.ui.slides.laid_out import LaidOut
from animating_alliances_desktop.ui.slides.notes import NotesView
from animating_alliances_desktop.ui.slides.ports import Library, Say
from animating_alliances_desktop.ui.slides.presenter import SlidesPresenter
from animating_alliances_desktop.ui.slides.presenting import Presenting
from animating_alliances_desktop.ui.slides.stage import Stage
from animating_alliances_desktop.ui.slides.strip import Strip
from animating_alliances_desktop.ui.slides.toolbar import Toolbar

_REST, _PAUSE = 700, 40


class SlidesPage(QWidget):
    """Shows one deck, a slide at a time."""

    def __init__(
        self,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        library: Library,
        *,
        open: Callable[[Ref, str], object],  # noqa: A002 -- the word that all pages use
        read_text: Callable[[Ref, str], object],
        say: Say,
        mentions: Callable[[Ref], list[Mention]] = lambda _ref: [],
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        displays: Displays | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._theme, self._say = theme, say
        self.presenter = SlidesPresenter(self, library, tasks, open, read_text)
        self.gallery = LoadingGallery(library, tasks, self)
        self._laid_out = LaidOut(theme, self.gallery)
        self.toolbar, self.strip = Toolbar(theme), Strip(theme, self._laid_out.compose_number)
        self.mentions = Mentions(theme, inset=True, highest=190)
        self.stage = Stage(margin=24, focusable=True)
        self.notes = NotesView(theme)
        honest = self.tr("Shown as outline, pictures and notes; the layout of the original is not drawn.")
        self.honest = label(honest, "small")
        self.nothing = EmptyPage(
            theme, "presentation", self.tr("No slides here"), "", self.tr("Read as text")
        )
        around = displays or partial(displays_around, self)
        self.talking = Presenting(theme, self._laid_out.compose, around, now, self)
        self.handing = Handing(theme, library, tasks, say, lambda: _day(now), self)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._coming_in = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._connect()
        self.mentions.attend(tasks, mentions)
        self.mentions.opened.connect(lambda ref: open(ref, ""))
        _bind(actions, self)

    def arrive(self, place: tuple[Ref, str] | tuple[Ref, str, str]) -> None:
        """Open a deck: where it was left, at a quote, or at the heading of an id."""
        self.presenter.show(*place)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        self.mentions.heed(changes)
        self.presenter.changed(changes)

    def present(self, *, first: bool) -> None:
        """Present the deck, from its first slide or from this one."""
        deck, slide = self.presenter.deck, self.presenter.slide
        if deck is not None and slide is not None:
            self.talking.start(deck, 1 if first else slide.number)

    def ask_for_handout(self) -> None:
        """Ask how the deck is wanted on paper."""
        if self.presenter.deck is not None:
            self.handing.ask(self.presenter.deck)

    def stop(self) -> None:
        """Stop what takes long, and end the talk."""
        self.handing.making.stop()
        self.talking.end()

    # What the presenter asks for

    def show_deck(self, deck: Deck) -> None:
        """See `View.show_deck`."""
        self.talking.end()
        self._call(deck.title)
        self.honest.setVisible(not deck.is_ours)
        self._laid_out.hang(deck)
        self.strip.show_deck(deck)
        self.mentions.look(deck.ref)
        self._switch.setCurrentIndex(0)

    def show_lines(self, deck: Deck) -> None:
        """See `View.show_lines`."""
        self._call(deck.title)
        self.strip.show_deck(deck, keep=True)

    def show_slide(self, slide: Slide, of: int) -> None:
        """See `View.show_slide`."""
        self.stage.show_slide(self._laid_out.compose(slide), slide, of)
        self.notes.show_notes(slide)
        self.toolbar.show_count(slide.number, of)
        self.strip.choose(slide.number)
        self._resting.start()

    def show_none(self, title: str) -> None:
        """See `View.show_none`."""
        self._call(title)
        self.toolbar.show_count(0, 0)
        self.nothing.show_words(
            self.tr("No slides here"),
            self.tr("There is no slide in “{title}”. What there is can be read as text.").format(title=title),
            self.tr("Read as text"),
        )
        self._switch.setCurrentIndex(1)

    def point_at(self, quote: str) -> None:
        """See `View.point_at`."""
        if self.notes.point_at(quote):
            self.toolbar.notes.setChecked(True)

    def ask_about(self, address: str) -> None:
        """See `View.ask_about`."""
        self._say(
            self.tr("This link leads out of the app: {address}").format(address=address),
            "info",
            self.tr("Open in the browser"),
            lambda: QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)),
        )

    def tell_dead_link(self) -> None:
        """See `View.tell_dead_link`."""
        self._say(self.tr("This link leads nowhere that the app can open."))

    def _call(self, title: str) -> None:
        self.setWindowTitle(title)
        self.toolbar.show_title(title)

    def _repaint(self) -> None:
        """Lay out anew: the paper is another one, or a picture came in."""
        self.stage.dress(self._theme.palette)
        deck, slide = self.presenter.deck, self.presenter.slide
        if deck is None or slide is None:
            return
        self._laid_out.hang(deck)
        self.strip.refresh()
        self.stage.show_slide(self._laid_out.compose(slide), slide, len(deck.slides))
        self.talking.repaint()

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the place when the page goes out of sight."""
        super().hideEvent(event)
        self.presenter.remember()

    def _arrange(self) -> None:
        above = QWidget()
        _stack(above, self.stage, self.honest, wide=self.stage)
        self.honest.setContentsMargins(26, 0, 26, 10)
        middle = QSplitter(Qt.Orientation.Vertical)
        for part, stretch in ((above, 5), (self.notes, 3)):
            middle.addWidget(part)
            middle.setStretchFactor(middle.count() - 1, stretch)
            middle.setCollapsible(middle.count() - 1, False)  # noqa: FBT003 -- Qt takes it so
        self.notes.setMinimumHeight(80)
        beside = QWidget()
        _stack(beside, self.strip, self.mentions, wide=self.strip)
        sides = QSplitter()
        sides.addWidget(beside)
        sides.addWidget(middle)
        sides.setStretchFactor(1, 1)
        for nth in range(2):
            sides.setCollapsible(nth, False)  # noqa: FBT003
        field = QWidget()
        self._switch = QStackedLayout(field)
        self._switch.addWidget(sides)
        self._switch.addWidget(self.nothing)
        _stack(self, self.toolbar, field, self.handing.panel, wide=field)
        self.setFocusProxy(self.stage)

    def _connect(self) -> None:
        bar, presenter = self.toolbar, self.presenter
        for button, act in (
            (bar.previous, partial(presenter.step, -1)),
            (bar.next, partial(presenter.step, 1)),
            (bar.text, presenter.read_as_text),
            (bar.handout, self.ask_for_handout),
            (bar.present, partial(self.present, first=False)),
        ):
            button.clicked.connect(lambda _on=False, act=act: act())
        bar.notes.setChecked(True)
        bar.notes.toggled.connect(self.notes.setVisible)
        self.nothing.asked.connect(presenter.read_as_text)
        self.strip.chosen.connect(presenter.go)
        self.notes.anchorClicked.connect(self._follow)
        self._resting.timeout.connect(presenter.remember)
        self._coming_in.timeout.connect(self._repaint)
        self.gallery.loaded.connect(self._coming_in.start)
        self.talking.ended.connect(presenter.go)
        self._theme.changed.connect(self._repaint)
        self.stage.dress(self._theme.palette)

    def _follow(self, url: QUrl) -> None:
        if not url.toString().startswith("#"):
            self.presenter.follow(url.toString())
        else:
            self.notes.scrollToAnchor(url.fragment())


def _day(now: Callable[[], datetime]) -> date:
    return now().date()


def _stack(whole: QWidget, *parts: QWidget, wide: QWidget) -> None:
    """Put parts below one another; one of them takes the room that is left."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is wide else 0)


def _bind(actions: Actions, page: SlidesPage) -> None:
    """Stand behind the rows of `commands`."""
    presenter = page.presenter
    calls: dict[str, Callable[[], object]] = {
        "next": partial(presenter.step, 1),
        "previous": partial(presenter.step, -1),
        "first": presenter.first,
        "last": presenter.last,
        "present": partial(page.present, first=True),
        "present_here": partial(page.present, first=False),
        "handout": page.ask_for_handout,
        "notes": page.toolbar.notes.toggle,
    }
    for name, call in calls.items():
        actions.bind(f"slides.{name}", call, page)
