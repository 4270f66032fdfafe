"""What the library decides, without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.ui.library.choosing import Choices, Filters
from animating_alliances_desktop.ui.library.gathered import Shelves
from animating_alliances_desktop.ui.library.presenter import LibraryPresenter
from animating_alliances_desktop.ui.library.watching import Watching
from tests.ui.inline import Inline
from tests.ui.opened import Said

CASE, PAPER = Ref(Kind.CASE, "harbour"), Ref(Kind.PAPER, "tide")
MINE = Ref(Kind.DOCUMENT, "1")


class FakeView:
    def __init__(self) -> None:
        self.texts: list[Ref] = []
        self.choices = Choices()
        self.filters = Filters()
        self.progress: list[Progress | None] = []
        self.told: list[tuple[int, int]] = []
        self.reports: list[Report] = []
        self.undo: Callable[[], None] | None = None
        self.gathered: list[tuple[Ref, str]] = []
        self.chosen: Ref | None = None
        self.asked: list[tuple[Path, bool]] = []
        self.answer: Callable[[str], None] | None = None
        self.busy = 0
        self.described: list[str] = []

    def ask_password(self, path: Path, answered: Callable[[str], None], *, again: bool) -> None:
        self.asked.append((path, again))
        self.answer = answered

    def say_busy(self) -> None:
        self.busy += 1

    def say_described(self, title: str, undo: Callable[[], None]) -> None:
        self.described.append(title)
        self.undo = undo

    def show_choices(self, choices: Choices) -> None:
        self.choices = choices

    def show_gathered(self, gathered: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        self.gathered, self.chosen = list(gathered), chosen

    def show_filters(self, filters: Filters) -> None:
        self.filters = filters

    def show_texts(self, texts: Sequence[Listed], of: int) -> None:
        self.texts = [text.ref for text in texts]

    def show_progress(self, progress: Progress | None) -> None:
        self.progress.append(progress)

    def tell(self, done: int, of: int) -> None:
        self.told.append((done, of))

    def show_report(self, report: Report) -> None:
        self.reports.append(report)

    def say_removed(self, title: str, undo: Callable[[], None]) -> None:
        self.undo = undo


class FakeLibrary:
    def __init__(self) -> None:
        self.texts = [
            Listed(CASE, "Harbour", questions=("form",), fields={"region": ["North Sea"]}),
            Listed(PAPER, "Tide", questions=("engagement",)),
            Listed(MINE, "My own"),
        ]
        self.removed: dict[UUID, Listed] = {}
        self.error: Exception | None = None
        self.locked: dict[Path, str] = {}

    def listed(self) -> list[Listed]:
        return list(self.texts)

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None, password: str = "") -> Report:
        if self.error:
            raise self.error
        assert progress is not None
        progress.at(0, 1)
        report = Report()
        for path in paths:
            if self.locked.get(path, password) == password:
                report.came_in.append((path, MINE))
            else:
                report.refuse(path, "locked")
                report.locked.append(path)
        progress.at(1, 1)
        return report

    def describe(self, ref: Ref, *, title: str, author: str, year: str) -> Changes:
        fields = {"author": author, "year": year}
        self.texts = [Listed(ref, title, fields=fields) if text.ref == ref else text for text in self.texts]
        return Changes.of(ref)

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        batch = uuid4()
        self.removed[batch] = next(text for text in self.texts if text.ref == ref)
        self.texts.remove(self.removed[batch])
        return Changes.of(ref), batch

    def restore(self, batch: UUID) -> Changes:
        self.texts.append(self.removed.pop(batch))
        return Changes.of(MINE)


class Desk:
    def __init__(self) -> None:
        self.view, self.library, self.tasks = FakeView(), FakeLibrary(), Inline()
        self.presenter = LibraryPresenter(self.view, self.library, self.tasks)
        self.presenter.refresh()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_filters_add_up_and_can_be_cleared(desk: Desk) -> None:
    assert desk.view.texts == [PAPER, CASE, MINE]
    desk.presenter.filter(kinds=[Kind.CASE, Kind.PAPER])
    desk.presenter.filter(questions=["form"])
    assert desk.view.texts == [CASE]
    desk.presenter.filter(words="nothing of that")
    assert desk.view.texts == []
    desk.presenter.clear()
    assert desk.view.filters == Filters()
    assert len(desk.view.texts) == 3


def test_filters_for_cases_fall_away_with_the_cases(desk: Desk) -> None:
    desk.presenter.filter(kinds=[Kind.CASE])
    desk.presenter.filter_cases("region", "Canada")
    assert desk.view.texts == []
    desk.presenter.filter(kinds=[Kind.CASE, Kind.PAPER])
    assert desk.view.filters.region == ""
    assert desk.view.texts == [PAPER, CASE]


def test_an_import_tells_how_far_it_is_and_everyone_what_is_new(desk: Desk) -> None:
    desk.presenter.bring_in([Path("a.md")])
    assert desk.view.told == [(0, 1), (1, 1)]
    assert desk.view.progress[0] is not None
    assert desk.view.progress[-1] is None
    assert desk.view.reports[0].came_in == [(Path("a.md"), MINE)]
    assert desk.tasks.told == [Changes.of(MINE)]


def test_one_import_at_a_time_and_it_can_be_stopped(desk: Desk) -> None:
    desk.tasks.hold = True
    desk.presenter.bring_in([Path("a.md")])
    desk.presenter.bring_in([Path("b.md")])
    assert len(desk.view.progress) == 1
    desk.presenter.stop()
    begun = desk.view.progress[0]
    assert begun is not None
    with pytest.raises(Stopped):
        begun.stop_if_asked()


def test_an_import_that_breaks_leaves_the_page_in_order(desk: Desk) -> None:
    desk.library.error = AppError("The disk is full.")
    desk.presenter.bring_in([Path("a.md")])
    assert desk.view.progress[-1] is None
    assert [str(error) for error in desk.tasks.failures] == ["The disk is full."]
    desk.library.error = None
    desk.presenter.bring_in([Path("a.md")])
    assert len(desk.view.reports) == 1


def test_a_document_is_removed_and_brought_back(desk: Desk) -> None:
    desk.tasks.listeners.append(lambda _changes: desk.presenter.refresh())
    desk.presenter.remove(MINE)
    assert desk.view.texts == [PAPER, CASE]
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.view.texts == [PAPER, CASE, MINE]


def test_what_ships_with_the_app_is_never_removed(desk: Desk) -> None:
    desk.presenter.remove(CASE)
    assert desk.library.removed == {}
    assert desk.view.undo is None


def test_each_locked_file_is_asked_for_until_it_opens_or_is_left_out(desk: Desk) -> None:
    a, b, c = Path("a.pdf"), Path("b.pdf"), Path("c.md")
    desk.library.locked = {a: "tide", b: "ebb"}
    desk.presenter.bring_in([a, b, c])
    answer = desk.view.answer
    assert answer is not None
    answer("wrong")
    desk.presenter.bring_in([c])
    assert desk.view.busy == 1
    assert desk.view.reports == []
    for password in ("tide", ""):
        assert desk.view.answer is not None
        desk.view.answer(password)
    assert desk.view.asked == [(a, False), (a, True), (b, False)]
    (report,) = desk.view.reports
    assert [path for path, _ref in report.came_in] == [c, a]
    assert report.refused == [(b, "locked")]
    assert desk.view.progress[-1] is None
    desk.presenter.bring_in([c])
    assert len(desk.view.reports) == 2


def test_a_document_is_called_otherwise_and_as_before(desk: Desk) -> None:
    desk.tasks.listeners.append(lambda _changes: desk.presenter.refresh())
    desk.presenter.describe(MINE, "My own", "", "")
    desk.presenter.describe(CASE, "Mine now", "", "")
    assert desk.view.described == []
    desk.presenter.describe(MINE, "Charter", "Ines", "2019")
    own = desk.presenter.own(MINE)
    assert own is not None
    assert (own.title, own.fields["author"]) == ("Charter", "Ines")
    assert desk.view.undo is not None
    desk.view.undo()
    own = desk.presenter.own(MINE)
    assert own is not None
    assert own.title == "My own"


def test_watched_folders_are_looked_through_quietly_or_aloud() -> None:
    tasks, said, shown = Inline(), Said(), []
    reports = [
        Report(),
        Report(),
        Report(came_in=[(Path("a.md"), MINE)], refused=[(Path("b.pdf"), "why")]),
    ]
    watching = Watching(lambda _progress: reports.pop(0), tasks, said, shown.append)
    watching.look()
    assert said == []
    watching.look(aloud=True)
    assert said == ["There is nothing new in your watched folders."]
    watching.look()
    assert said[-1] == (
        "1 new text came in from your watched folders. 1 file of your watched folders could not be brought in."
    )
    assert tasks.told == [Changes.of(MINE)]
    said.press()
    assert len(shown) == 1


def test_one_look_at_a_time_and_it_can_be_stopped() -> None:
    tasks, given = Inline(hold=True), []

    def look(progress: Progress) -> Report:
        given.append(progress)
        return Report(stopped=True)

    watching = Watching(look, tasks, Said(), print)
    watching.look()
    watching.look()
    watching.stop()
    tasks.let_go()
    assert len(given) == 1
    with pytest.raises(Stopped):
        given[0].stop_if_asked()


def test_only_what_is_under_a_tag_is_shown_and_a_tag_that_went_shows_all_again() -> None:
    money = Ref(Kind.TAG, "1")
    listed, under = [(money, "money")], {CASE}
    view, tasks = FakeView(), Inline()
    shelves = Shelves(lambda: listed, lambda ref: frozenset(under if ref == money else ()))
    presenter = LibraryPresenter(view, FakeLibrary(), tasks, shelves)
    presenter.refresh()
    assert view.gathered == [(money, "money")]
    presenter.filter_gathered(money)
    assert (view.texts, view.chosen) == ([CASE], money)
    under.add(MINE)
    presenter.refresh()
    assert view.texts == [CASE, MINE]
    presenter.filter(words="own")
    assert view.texts == [MINE]
    listed.clear()
    presenter.filter(words="")
    presenter.refresh()
    assert (len(view.texts), view.chosen) == (3, None)
