"""How the settings are called and explained; a test sees to it that none is missing."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside a choice; `section` groups choices, `unit` follows a number."""

    section: str
    title: str
    text: str = ""
    unit: str = ""
    usual: str = ""
    """What stands in an empty field for a name."""


def words_of(name: str) -> Words:
    """Return the words of a setting; one that has none yet is called by its name."""
    looks, reading = _tr("How it looks"), _tr("Reading")
    today = _tr("Today")
    table = {
        "scheme": Words(
            looks, _tr("Light or dark"), _tr("“As the system” follows your computer through the day.")
        ),
        "text_size": Words(looks, _tr("Size of the window's letters"), unit="%"),
        "paper": Words(reading, _tr("Paper"), _tr("The page that texts are read on.")),
        "zoom": Words(reading, _tr("Size of the text's letters"), unit="%"),
        "font": Words(
            reading, _tr("Font"), _tr("Atkinson Hyperlegible keeps letters apart that look alike.")
        ),
        "measure": Words(reading, _tr("Width of the column"), unit=_tr("letters")),
        "line_height": Words(reading, _tr("Height of a line"), unit="%"),
        "edge": Words(reading, _tr("Right edge of the column")),
        "numbers": Words(
            reading, _tr("Paragraph numbers"), _tr("In the margin, to quote a passage in a meeting: 3.12.")
        ),
        "ruler": Words(
            reading, _tr("Reading ruler"), _tr("A band that follows the pointer or the arrow keys.")
        ),
        "notes": Words(
            reading, _tr("Notes in the reader"), _tr("Beside their passages they move with the page.")
        ),
        "recall": Words(
            today,
            _tr("Some of your own highlights"),
            _tr("One or two that speak to the question of the day, other ones each day."),
        ),
    }
    return (table | _journal() | _colours()).get(name, Words(_tr("More"), _plain(name)))


def _journal() -> dict[str, Words]:
    journal = _tr("Journal")
    return {
        "prompt_minutes": Words(
            journal,
            _tr("Longest prompt beside an entry"),
            _tr("Only prompts that take at most so long are offered while you write."),
            _tr("min"),
        ),
        "role": Words(
            journal,
            _tr("Your part in the alliances"),
            _tr("Prompts that were written for it come first; the others come, too."),
        ),
        "spelling": Words(
            journal,
            _tr("Underline what may be misspelt"),
            _about_spelling(),
        ),
    }


def _about_spelling() -> str:
    if find_spec("hunspell") is None:
        return _tr("There is no speller for this kind of computer yet, so nothing is underlined here.")
    return _tr(
        "British English. F7 shows what may be meant; words that you add are remembered in this workspace."
    )


def _colours() -> dict[str, Words]:
    marking = _tr("Highlights")
    return {
        "amber_name": Words(
            marking,
            _tr("Name of amber"),
            _tr("A plain ground. What do you mark with it: a fact, a doubt, an idea?"),
            usual=_tr("Amber"),
        ),
        "green_name": Words(
            marking, _tr("Name of green"), _tr("With dots below the words."), usual=_tr("Green")
        ),
        "blue_name": Words(
            marking, _tr("Name of blue"), _tr("With slanting lines behind the words."), usual=_tr("Blue")
        ),
        "rose_name": Words(
            marking, _tr("Name of rose"), _tr("With two lines below the words."), usual=_tr("Rose")
        ),
    }


def option(name: str, value: str) -> str:
    """Return what an option is called."""
    table = {
        ("scheme", "system"): _tr("As the system"),
        ("scheme", "light"): _tr("Light"),
        ("scheme", "dark"): _tr("Dark"),
        ("font", "literata"): "Literata",
        ("font", "inter"): "Inter",
        ("font", "atkinson"): "Atkinson Hyperlegible",
        ("edge", "ragged"): _tr("Ragged"),
        ("edge", "straight"): _tr("Justified"),
        ("numbers", "off"): _tr("Hidden"),
        ("numbers", "on"): _tr("Shown"),
        ("ruler", "off"): _tr("Hidden"),
        ("ruler", "on"): _tr("Shown"),
        ("notes", "list"): _tr("As a list"),
        ("notes", "beside"): _tr("Beside the passages"),
        ("role", "any"): _tr("More than one"),
        ("role", "animator"): _tr("I hold it together"),
        ("role", "member-representative"): _tr("I speak for a member"),
        ("role", "chair"): _tr("I am in the chair"),
        ("role", "funder"): _tr("I fund it"),
        ("role", "line-manager"): _tr("I am somebody's line manager"),
        ("spelling", "on"): _tr("Underline it"),
        ("spelling", "off"): _tr("Leave it as it is"),
        ("recall", "on"): _tr("Show them"),
        ("recall", "off"): _tr("Leave them out"),
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


_SAME = {"light", "dark", "sepia", "literata", "inter", "ragged"}
"""Options whose word in English is their name."""


def _plain(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
