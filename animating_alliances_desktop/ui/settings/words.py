"""How the settings are called and explained; a test sees to it that none is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside a choice; `section` groups choices, `unit` follows a number."""

    section: str
    title: str
    text: str = ""
    unit: str = ""


def words_of(name: str) -> Words:
    """Return the words of a setting; one that has none yet is called by its name."""
    looks, reading, journal = _tr("How it looks"), _tr("Reading"), _tr("Journal")
    table = {
        "scheme": Words(
            looks, _tr("Light or dark"), _tr("“As the system” follows your computer through the day.")
        ),
        "text_size": Words(looks, _tr("Size of the window's letters"), unit="%"),
        "paper": Words(reading, _tr("Paper"), _tr("The page that texts are read on.")),
        "zoom": Words(reading, _tr("Size of the text's letters"), unit="%"),
        "prompt_minutes": Words(
            journal,
            _tr("Longest prompt beside an entry"),
            _tr("Only prompts that take at most so long are offered while you write."),
            _tr("min"),
        ),
    }
    return table.get(name, Words(_tr("More"), _plain(name)))


def option(name: str, value: str) -> str:
    """Return what an option is called."""
    table = {
        ("scheme", "system"): _tr("As the system"),
        ("scheme", "light"): _tr("Light"),
        ("scheme", "dark"): _tr("Dark"),
        ("paper", "auto"): _tr("As the window"),
        ("paper", "light"): _tr("Light"),
        ("paper", "sepia"): _tr("Sepia"),
        ("paper", "dark"): _tr("Dark"),
    }
    return table.get((name, value), _plain(value))


def has_words(name: str, *options: str) -> bool:
    """Say whether a setting and all its options have words of their own."""
    return words_of(name).section != _tr("More") and all(
        option(name, one) != _plain(one) or one in _SAME for one in options
    )


_SAME = {"light", "dark", "sepia"}
"""Options whose word in English is their name."""


def _plain(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
