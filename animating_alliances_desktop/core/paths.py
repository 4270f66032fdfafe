"""Where things are: what ships with the app, and where the user's folder is by default."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parents[1]


def content() -> Path:
    """The folder of the shipped library."""
    return _shipped("content")


def resources() -> Path:
    """The folder of themes, icons and fonts."""
    return _shipped("resources")


def default_workspace() -> Path:
    """Where the user's folder is unless the user names another one."""
    return user_data_path("Animating Alliances", appauthor=False) / "workspace"


def _shipped(name: str) -> Path:
    """In a wheel or a frozen build the folders lie inside the package, in a checkout beside it."""
    bundled = _PACKAGE / "bundle" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
