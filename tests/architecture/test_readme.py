"""The README names what the command line and the search take."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from animating_alliances_desktop import cli
from animating_alliances_desktop.core.search.parser import FIELDS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = README.partition("animating-alliances [--workspace FOLDER] COMMAND")[2].partition("```")[0]


def test_every_command_and_every_kind_of_list_is_named() -> None:
    (commands,) = [act for act in cli.parser()._actions if isinstance(act, argparse._SubParsersAction)]
    named = set(re.findall(r"^(\w+)", COMMANDS, re.MULTILINE))
    assert named == set(commands.choices)
    listed = COMMANDS.partition("list KIND")[2].partition("show REF")[0]
    assert set(re.findall(r"[a-z]+", listed)) - {"json"} == set(cli.PLURALS)


def test_every_field_of_the_search_is_named() -> None:
    said = re.search(r"fields that narrow: `([a-z\s]+)`", README)
    assert said is not None
    assert set(said[1].split()) == set(FIELDS)
