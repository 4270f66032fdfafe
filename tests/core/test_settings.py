"""Settings keep to their bounds, whatever their file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.settings import Settings, SettingsFile


def test_a_choice_is_kept(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "settings.json").choose("scheme", "dark")
    assert SettingsFile(tmp_path / "settings.json").settings == Settings(scheme="dark")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "pink"),
        ("zoom", 1000),
        ("zoom", "big"),
        ("nothing", 1),
        ("amber_name", "x" * 31),
        ("amber_name", "a\nb"),
        ("amber_name", 3),
    ],
)
def test_what_is_out_of_bounds_is_refused(tmp_path: Path, name: str, value: object) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    with pytest.raises(AppError):
        file.choose(name, value)
    assert file.settings == Settings()


@pytest.mark.parametrize(
    "held",
    ["", "{", "[]", '{"chosen": 3}', '{"chosen": {"zoom": 9999, "scheme": "dark"}}', '{"remembered": []}'],
)
def test_a_file_that_was_tampered_with_does_no_harm(tmp_path: Path, held: str) -> None:
    (tmp_path / "settings.json").write_text(held)
    settings = SettingsFile(tmp_path / "settings.json").settings
    assert settings.zoom == Settings().zoom
    assert SettingsFile(tmp_path / "settings.json").remembered == {}


def test_what_the_window_remembers_stays_beside_the_choices(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.choose("paper", "sepia")
    file.remember({"width": 900})
    again = SettingsFile(tmp_path / "settings.json")
    assert (again.settings.paper, again.remembered) == ("sepia", {"width": 900})
