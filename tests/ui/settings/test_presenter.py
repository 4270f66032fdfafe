"""What can be chosen, and work on the workspace, without a window."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.settings.presenter import Number, Options, SettingsPresenter, choices
from tests.ui.inline import Inline

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


class FakeView:
    def __init__(self) -> None:
        self.busy: list[bool] = []
        self.said: list[str] = []

    def show_busy(self, *, busy: bool) -> None:
        self.busy.append(busy)

    def say_done(self, sentence: str) -> None:
        self.said.append(sentence)


class Desk:
    def __init__(self) -> None:
        self.view, self.tasks = FakeView(), Inline()
        self.presenter = SettingsPresenter(self.view, self.tasks, lambda: NOW)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_setting_of_the_core_is_offered_as_it_stands() -> None:
    found = choices(Settings(paper="sepia", zoom=120))
    assert [one.name for one in found] == [field.name for field in fields(Settings)]
    assert Options("paper", "sepia", ("auto", "light", "sepia", "dark")) in found
    assert Number("zoom", 120, 60, 240) in found


def test_work_ends_in_a_sentence(desk: Desk) -> None:
    desk.presenter.run(lambda: "Backed up.")
    assert desk.view.busy == [True, False]
    assert desk.view.said == ["Backed up."]


def test_one_thing_at_a_time(desk: Desk) -> None:
    desk.tasks.hold = True
    desk.presenter.run(lambda: "First.")
    desk.presenter.run(lambda: "Second.")
    desk.tasks.let_go()
    assert desk.view.said == ["First."]


def test_work_that_fails_is_told_and_the_page_goes_on(desk: Desk) -> None:
    def fail() -> str:
        raise AppError("The disk is full.")

    desk.presenter.run(fail)
    assert [str(error) for error in desk.tasks.failures] == ["The disk is full."]
    assert desk.view.busy == [True, False]
    desk.presenter.run(lambda: "Backed up.")
    assert desk.view.said == ["Backed up."]


def test_an_export_goes_into_a_folder_of_its_own(desk: Desk) -> None:
    asked: list[Path] = []

    def export(folder: Path) -> str:
        asked.append(folder)
        return "Done."

    desk.presenter.export(Path("/home/jo"), export)
    assert asked == [Path("/home/jo/Animating Alliances 2026-11-24 153000")]
    assert desk.presenter.backup_name() == "animating-alliances-2026-11-24.aabackup"
