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
from tests.ui.inline import Inline

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

    def listed(self) -> list[Listed]:
        return list(self.texts)

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None) -> Report:
        if self.error:
            raise self.error
        assert progress is not None
        progress.at(0, 1)
        report = Report(came_in=[(path, MINE) for path in paths])
        progress.at(1, 1)
        return report

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
