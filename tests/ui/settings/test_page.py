"""The settings page with a real settings file."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.settings import Settings, SettingsFile
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.settings.choice import NameControl, NumberControl, OptionsControl
from animating_alliances_desktop.ui.settings.page import SettingsPage
from animating_alliances_desktop.ui.settings.watched import Watched
from animating_alliances_desktop.ui.settings.words import has_words
from tests.ui.inline import Inline
from tests.ui.opened import Said

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A page over a settings file, and what it was asked to do."""

    def __init__(self, theme: Theme, tasks: Inline, said: Said, folder: Path) -> None:
        self.file = SettingsFile(folder / "settings.json")
        self.asked: list[object] = []
        self.page = SettingsPage(
            theme=theme,
            tasks=tasks,
            settings=self.file.settings,
            chosen=self.file.choose,
            workspace=folder,
            watched=Watched(lambda: self.file.watched, self.file.watch, lambda: self.asked.append("look")),
            open_folder=lambda: self.asked.append("open"),
            back_up=lambda: self.did("backup"),
            back_up_to=self.did,
            export=self.did,
            say=said,
        )

    def did(self, what: object) -> str:
        self.asked.append(what)
        return "It is done."

    def number(self, name: str) -> NumberControl:
        control = self.page.lines[name].control
        assert isinstance(control, NumberControl)
        return control

    def chip(self, name: str, words: str) -> QPushButton:
        control = self.page.lines[name].control
        assert isinstance(control, OptionsControl)
        return next(one for one in control.findChildren(QPushButton) if one.text() == words)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tasks: Inline, said: Said, tmp_path: Path) -> Desk:
    made = Desk(theme, tasks, said, tmp_path)
    made.page.resize(900, 700)
    qtbot.addWidget(made.page)
    made.page.show()
    return made


def test_every_setting_has_words_of_its_own(desk: Desk) -> None:
    for field in fields(Settings):
        assert has_words(field.name, *field.metadata.get("options", ())), field.name
    assert set(desk.page.lines) == {field.name for field in fields(Settings)}
    assert not has_words("brand_new")


def test_a_chip_is_kept_at_once_and_one_is_always_on(qtbot: QtBot, desk: Desk) -> None:
    assert desk.chip("scheme", "As the system").isChecked()
    qtbot.mouseClick(desk.chip("scheme", "Dark"), LEFT)
    assert desk.file.settings.scheme == "dark"
    qtbot.mouseClick(desk.chip("scheme", "Dark"), LEFT)
    assert desk.chip("scheme", "Dark").isChecked()
    assert not desk.chip("scheme", "As the system").isChecked()


def test_a_number_is_set_by_slider_and_by_typing(qtbot: QtBot, desk: Desk) -> None:
    control = desk.number("zoom")
    qtbot.keyClick(control.slider, Qt.Key.Key_Right)
    assert desk.file.settings.zoom == control.number.value() > 100
    control.number.selectAll()
    qtbot.keyClicks(control.number, "150")
    before = desk.file.settings.zoom
    qtbot.keyClick(control.number, Qt.Key.Key_Return)
    assert before != 150
    assert desk.file.settings.zoom == control.slider.value() == 150


def test_a_number_cannot_leave_its_bounds(qtbot: QtBot, desk: Desk) -> None:
    control = desk.number("prompt_minutes")
    qtbot.keyClick(control.slider, Qt.Key.Key_End)
    assert desk.file.settings.prompt_minutes == 25
    control.number.stepBy(5)
    assert desk.file.settings.prompt_minutes == 25


def test_what_was_chosen_elsewhere_is_shown_and_not_told_again(desk: Desk) -> None:
    told: list[object] = []
    desk.page.lines["zoom"].chosen.connect(lambda name, value: told.append((name, value)))
    desk.page.show_settings(Settings(zoom=140, scheme="light"))
    assert desk.number("zoom").number.value() == 140
    assert desk.chip("scheme", "Light").isChecked()
    assert told == []


def test_the_folder_can_be_copied_and_opened(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    qtbot.mouseClick(desk.page.workspace.copy, LEFT)
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    qtbot.mouseClick(desk.page.workspace.open, LEFT)
    assert desk.asked == ["open"]


def test_backups_and_export_say_what_was_done(qtbot: QtBot, desk: Desk, said: Said, tmp_path: Path) -> None:
    card = desk.page.workspace
    qtbot.mouseClick(card.back_up, LEFT)
    assert desk.asked == ["backup"]
    assert said == ["It is done."]
    card.ask_for_file()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".aabackup")
    dialog.fileSelected.emit(str(tmp_path / "mine.aabackup"))
    assert desk.asked[-1] == tmp_path / "mine.aabackup"
    dialog.reject()
    card.export_folder_picked.emit(tmp_path)
    exported = desk.asked[-1]
    assert isinstance(exported, Path)
    assert exported.parent == tmp_path
    assert exported != tmp_path


def test_about_says_the_version_and_whose_enquiry_it_is(desk: Desk) -> None:
    words = "\n".join(one.text() for one in desk.page.findChildren(QLabel))
    for said in (
        __version__,
        "without a network",
        "Ros Tennyson",
        "Partnership Brokers Association",
        "Literata",
        "Lucide",
    ):
        assert said in words


def test_a_folder_is_watched_and_watched_no_longer(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    card = desk.page.watched
    assert not card.look.isEnabled()
    card.ask_for_folder()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert desk.file.watched == (tmp_path,)
    assert SettingsFile(tmp_path / "settings.json").watched == (tmp_path,)
    assert desk.asked == ["look"]
    qtbot.mouseClick(card.look, LEFT)
    assert desk.asked == ["look", "look"]
    out = next(one for one in card.findChildren(QToolButton) if str(tmp_path) in one.accessibleName())
    qtbot.mouseClick(out, LEFT)
    assert desk.file.watched == ()
    assert "No folder is watched." in [one.text() for one in card.findChildren(QLabel)]


def test_colours_are_called_as_the_user_likes(qtbot: QtBot, desk: Desk) -> None:
    control = desk.page.lines["green_name"].control
    assert isinstance(control, NameControl)
    assert control.field.placeholderText() == "Green"
    qtbot.keyClicks(control.field, "Evidence")
    assert desk.file.settings.green_name == "", "not at each letter"
    qtbot.keyClick(control.field, Qt.Key.Key_Return)
    assert desk.file.settings.colour_names == {"green": "Evidence"}
    desk.page.show_settings(Settings())
    assert control.field.text() == ""
