"""The lists on an alliance's page, each read when it comes on view: meetings, what is kept, its course, its texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from animating_alliances_desktop.core.alliances.model import Moment, Thing
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.links.model import Goal
from animating_alliances_desktop.ui.alliances.chooser import Chooser
from animating_alliances_desktop.ui.alliances.ports import Stores
from animating_alliances_desktop.ui.alliances.sheet import COURSE, KEPT, LINKED, MEETINGS, Sheet
from animating_alliances_desktop.ui.alliances.surroundings import Surroundings
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme

CAN_BE_KEPT = (
    Kind.DOCUMENT,
    Kind.CASE,
    Kind.PAPER,
    Kind.GUIDE,
    Kind.INSTRUMENT,
    Kind.SLIDES,
    Kind.FORM,
    Kind.COLLECTION,
    Kind.TERM,
)
"""What the library holds, the user's own documents first."""


class Lists(QObject):
    """Only the part that is on view is read."""

    opened = Signal(object)
    """The Ref of something that the user opened."""

    def __init__(
        self, theme: Theme, sheet: Sheet, stores: Stores, tasks: Runner, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._sheet, self._stores, self._tasks = theme, sheet, stores, tasks
        self._telling, self._window = telling, parent
        self.around = Surroundings(self, stores, tasks)
        self.meetings_of: Callable[[Ref], None] = lambda _ref: None
        self.current: Callable[[], Ref | None] = lambda: None
        sheet.turned.connect(lambda _part: self._read_again())
        sheet.kept.list.opened.connect(self.opened)
        sheet.kept.add.clicked.connect(self.choose)
        sheet.kept.let_go.connect(self._let_go)
        sheet.linked.list.opened.connect(self.opened)
        sheet.course.list.opened.connect(lambda nth: self.opened.emit(sheet.course.ref_at(nth)))

    def read(self, alliance: Ref) -> None:
        """Read what the part on view lists."""
        reads = {
            MEETINGS: self.meetings_of,
            KEPT: self.around.kept_with,
            COURSE: self.around.course_of,
            LINKED: self.around.linked_with,
        }
        read = reads.get(self._sheet.part)
        if read is not None:
            read(alliance)

    def read_names(self) -> None:
        """Read which organisations and people are known, to be offered while one types."""
        people = self._stores.people

        def work() -> tuple[list[str], list[str]]:
            return [one.name for one in people.organisations()], [one.name for one in people.people()]

        self._tasks.read(work, lambda found: self._sheet.members.offer(*found), "people.names")

    def heed(self, changes: Changes) -> None:
        """Read again what may have been touched."""
        if changes.touch(Kind.MEETING, Kind.DECISION, Kind.NOTE, Kind.DOCUMENT):
            self._read_again()
        if changes.touch(Kind.ORGANISATION, Kind.PERSON):
            self.read_names()

    def choose(self) -> None:
        """Ask what shall be kept with the alliance."""
        if self.current() is None:
            return
        explained = self.tr("It stays in the library, and is at hand on the alliance's page, too.")
        asking = Chooser(
            self._theme,
            self.tr("Keep a text with this alliance"),
            explained,
            self._find,
            QApplication.activeWindow() or self._window,
        )
        asking.chosen.connect(self._keep)
        asking.open()

    # See `AroundView`

    def show_kept(self, things: Sequence[Thing]) -> None:
        """See `AroundView`."""
        self._sheet.kept.show_things(things)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """See `AroundView`."""
        self._sheet.course.show_moments(moments)

    def show_linked(self, entries: Sequence[Thing], things: Sequence[Thing]) -> None:
        """See `AroundView`."""
        self._sheet.linked.show_things(entries, things)

    def tell_let_go(self, title: str, undo: Callable[[], None]) -> None:
        """See `AroundView`."""
        self._telling.let_go(title, undo)

    def _read_again(self) -> None:
        current = self.current()
        if current is not None:
            self.read(current)

    def _keep(self, target: Ref) -> None:
        current = self.current()
        if current is not None:
            self.around.keep(current, target)

    def _let_go(self, thing: Thing) -> None:
        current = self.current()
        if current is not None:
            self.around.let_go(current, thing)

    def _find(self, words: str, show: Callable[[Sequence[Row]], None]) -> None:
        complete, called = self._stores.complete, names()

        def fit(goals: list[Goal]) -> None:
            fitting = [goal for goal in goals if goal.ref.kind in CAN_BE_KEPT]
            fitting.sort(key=lambda goal: CAN_BE_KEPT.index(goal.ref.kind))
            show([Row(one.ref, one.title, "", called[one.ref.kind], ICONS[one.ref.kind]) for one in fitting])

        self._tasks.read(lambda: complete(words), fit, "alliances.keep")
