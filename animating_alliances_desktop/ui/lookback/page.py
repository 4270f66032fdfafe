"""The page for looking back: a calendar, this day in other years, threads, reviews, and charts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.lookback.markdown import as_markdown
from animating_alliances_desktop.core.lookback.model import Period, Review, Span
from animating_alliances_desktop.core.lookback.store import LookbackStore
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.pages import PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.again import AgainView
from animating_alliances_desktop.ui.lookback.charting import ChartsView
from animating_alliances_desktop.ui.lookback.days import DaysView
from animating_alliances_desktop.ui.lookback.narrowing import Narrowing
from animating_alliances_desktop.ui.lookback.ports import Look, Side, Trends
from animating_alliances_desktop.ui.lookback.presenter import Begin, LookbackPresenter
from animating_alliances_desktop.ui.lookback.reviewing import ReviewView
from animating_alliances_desktop.ui.lookback.threads import ThreadsView

_KINDS = (
    Kind.ALLIANCE, Kind.ENTRY, Kind.MEETING, Kind.DECISION, Kind.NOTICING, Kind.ACTION, Kind.INTENTION,
    Kind.NOTE, Kind.ANNOTATION, Kind.TAG, Kind.PERSON, Kind.ORGANISATION, Kind.QUESTION,
)  # fmt: skip


class LookbackPage(FollowingPage):
    """Shows one of five sides; the presenter decides."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        lookback: LookbackStore,
        open: Callable[[Ref], None],  # noqa: A002 -- the word that all pages use
        begin: Begin,
        say: Callable[..., None],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_KINDS, parent)
        self._say = say
        self._review: Review | None = None
        self.presenter = LookbackPresenter(self, lookback, tasks, today, begin)
        self.narrowing = Narrowing()
        self.days = DaysView(theme, today)
        self.again = AgainView(theme)
        self.threads = ThreadsView(theme)
        self.reviewing = ReviewView(theme)
        self.charts = ChartsView(theme)
        self.show_alliances = self.narrowing.show_alliances
        self.show_days, self.show_again = self.days.show_days, self.again.show_again
        self.show_thread = self.threads.show_thread
        self.ask_for_alliance = self.reviewing.ask_for_alliance
        self._lay_out()
        self._connect(open)
        actions.bind("lookback.begin", self.presenter.begin, self)
        self.setFocusProxy(self.narrowing.tabs)

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Show a side, the thread of a topic, or the review of a period."""
        self.presenter.arrive(place)

    def show_look(self, look: Look) -> None:
        """See `View`."""
        self.narrowing.show_look(look)
        self._sides.setCurrentIndex(list(Side).index(look.side))

    def show_review(self, review: Review) -> None:
        """See `View`."""
        self._review = review
        self.reviewing.show_review(review)

    def show_trends(self, _look: Look, trends: Trends) -> None:
        """See `View`."""
        self.charts.show_trends(trends)

    def _list_span(self, span: Span) -> None:
        """From a point of a chart to what lies behind it: the month, or the week as a review."""
        if span == Span.month(span.since):
            self.presenter.turn_to(Side.CALENDAR)
            self.presenter.go_to_month(span.since)
        else:
            self.presenter.review_of(Period.WEEK, span)

    def _copy(self) -> None:
        if self._review is not None:
            QGuiApplication.clipboard().setText(as_markdown(self._review))
            self._say(self.tr("The review is copied as Markdown."), "success")

    def _lay_out(self) -> None:
        self._sides = QStackedWidget()
        for side in (self.days, self.again, self.threads, self.reviewing, self.charts):
            self._sides.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.tr("Looking back")))
        column.addWidget(self.narrowing)
        column.addWidget(self._sides, 1)

    def _connect(self, open_ref: Callable[[Ref], None]) -> None:
        presenter, narrowing = self.presenter, self.narrowing
        narrowing.turned.connect(presenter.turn_to)
        narrowing.narrowed.connect(presenter.narrow)
        narrowing.reached.connect(presenter.reach)
        for side in (self.days, self.again, self.threads, self.reviewing):
            side.opened.connect(open_ref)
        self.days.day_chosen.connect(presenter.go_to_day)
        self.days.month_chosen.connect(presenter.go_to_month)
        self.threads.followed.connect(presenter.follow)
        self.reviewing.period_chosen.connect(presenter.review)
        self.reviewing.stepped.connect(presenter.step)
        self.reviewing.begun.connect(presenter.begin)
        self.reviewing.begun_on.connect(presenter.begin_on)
        self.reviewing.copy_asked.connect(self._copy)
        self.charts.span_picked.connect(self._list_span)
