"""The themes can be read, by people too: contrast is computed, and every name that is used exists."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from animating_alliances_desktop.core.paths import resources
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.theme import INTERFACE, READING, Theme

THEMES = resources() / "themes"
SURFACES = ("window", "surface", "raised", "sunken")
HIGHLIGHTS = ("highlight-amber", "highlight-green", "highlight-blue", "highlight-rose")
APP = {
    **dict.fromkeys(("ink", "muted"), (*SURFACES, "accent-soft")),
    **dict.fromkeys(("faint", "accent", "danger", "success", "warning"), SURFACES),
}
APP_PAIRS = [(ink, ground) for ink, grounds in APP.items() for ground in grounds]
APP_PAIRS += [("ink", ground) for ground in (*HIGHLIGHTS, "selection")]
APP_PAIRS += [("accent", "accent-soft"), ("accent-ink", "accent")]
PAPER_PAIRS = [*product(("ink", "muted", "accent", "quote"), ("page", "table-head", "code"))]
PAPER_PAIRS += [("ink", ground) for ground in (*HIGHLIGHTS, "selection", "find")]
PAPER_PAIRS += [("accent", ground) for ground in HIGHLIGHTS]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), APP_PAIRS)
def test_the_app_can_be_read(name: str, ink: str, ground: str) -> None:
    palette = Palette.load(THEMES / f"{name}.toml")
    assert contrast(palette.colour(ink), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAPER_PAIRS)
def test_the_page_can_be_read(name: str, ink: str, ground: str) -> None:
    palette = Palette.load(THEMES / f"paper-{name}.toml")
    assert contrast(palette.colour(ink), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ground", [*SURFACES, "accent-soft"])
def test_the_focus_ring_is_seen(name: str, ground: str) -> None:
    palette = Palette.load(THEMES / f"{name}.toml")
    assert contrast(palette.colour("focus"), palette.colour(ground)) >= 3


@pytest.mark.parametrize("family", ["*", "paper-*"])
def test_all_themes_of_a_family_have_the_same_colours(family: str) -> None:
    files = [
        file for file in THEMES.glob(f"{family}.toml") if file.name.startswith("paper-") == (family != "*")
    ]
    names = {frozenset(Palette.load(file).colours) for file in files}
    assert len(files) >= 2
    assert len(names) == 1


def test_every_colour_is_one() -> None:
    for file in THEMES.glob("*.toml"):
        for name, text in Palette.load(file).colours.items():
            assert re.fullmatch("#[0-9a-f]{6}", text), (file.name, name)


def test_light_and_dark_dress_the_app(theme: Theme, qapp: QApplication) -> None:
    assert qapp.palette().window().color() == theme.palette.colour("window")
    theme.apply("dark", "sepia")
    assert theme.palette.dark
    assert theme.paper.name == "sepia"
    assert qapp.palette().window().color() == theme.palette.colour("window")
    assert theme.palette.text("accent") in qapp.styleSheet()


def test_the_paper_follows_the_app_unless_it_is_chosen(theme: Theme) -> None:
    theme.apply("dark")
    assert theme.paper.name == "dark"
    theme.apply("light")
    assert theme.paper.name == "light"
    theme.apply("light", "dark")
    assert theme.paper.name == "dark"


def test_the_theme_follows_the_system_only_when_asked_to(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_system_is_dark", lambda: True)
    theme._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.palette.dark
    theme.apply("system")
    assert theme.palette.dark
    monkeypatch.setattr(theme, "_system_is_dark", lambda: False)
    theme._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.palette.dark


def test_the_bundled_faces_are_used(theme: Theme) -> None:
    assert {INTERFACE, READING} <= set(QFontDatabase.families())
    for family in (INTERFACE, READING):
        assert QFontInfo(theme.typeface(family=family)).family() == family
    assert QFontInfo(theme.typeface(family=READING, weight=700)).bold()
    assert sum(file.stat().st_size for file in (resources() / "fonts").iterdir()) < 2_000_000


def test_letters_grow_with_the_scale(theme: Theme, qtbot: object) -> None:
    before = theme.typeface().pixelSize()
    theme.apply("light", scale=1.5)
    assert theme.typeface().pixelSize() == before * 1.5
    assert "21px" in theme._app.styleSheet()


def test_nothing_of_the_sheet_is_left_open(theme: Theme, qapp: QApplication) -> None:
    assert "@" not in qapp.styleSheet().split("*/", 1)[1]


def test_the_drawings_of_the_sheet_are_there(theme: Theme, qapp: QApplication) -> None:
    named = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert named
    assert all(Path(file).is_file() for file in named)


def test_icons_take_the_colour_and_are_sharp(theme: Theme) -> None:
    picture = theme.pixmap("book-open", 20, "accent", 2.0)
    image = picture.toImage()
    assert picture.width() == 40
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() > 250
    }
    assert colours == {theme.palette.text("accent")}
    assert theme.icon("book-open").pixmap(QSize(20, 20), 2.0).width() == 40


def test_every_icon_can_be_drawn(theme: Theme) -> None:
    files = list((resources() / "icons").glob("*.svg"))
    assert len(files) > 40
    for file in files:
        image = theme.pixmap(file.stem, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_a_dressed_button_changes_with_the_theme(theme: Theme, qtbot: object) -> None:
    button = QPushButton()
    theme.dress(button, "plus", "accent")
    before = button.icon().cacheKey()
    theme.apply("dark")
    assert button.icon().cacheKey() != before


def test_a_dressed_button_that_is_gone_is_forgotten(theme: Theme) -> None:
    label, button = QLabel(), QPushButton()
    theme.dress(button, "plus")
    assert len(theme._dressed) == 1
    del button
    theme.apply("dark")
    assert len(theme._dressed) == 0
    del label
