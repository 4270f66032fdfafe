"""Every kind has its words and its icon."""

from __future__ import annotations

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.ui.kit.kinds import ICONS, names


def test_every_kind_has_a_name_and_an_icon_that_is_there() -> None:
    assert set(names()) == set(ICONS) == set(Kind)
    for icon in ICONS.values():
        assert (paths.resources() / "icons" / f"{icon}.svg").is_file()
