"""What a practitioner asks finds one of ours that answers it, among the first five."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8")
)
FIRST, ENOUGH = 5, 54


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with the whole shipped library."""
    with Workspace.open(tmp_path_factory.mktemp("shipped") / "workspace") as workspace:
        workspace.catch_up()
        yield workspace


def test_there_are_sixty_questions_and_their_answers_are_in_the_library(shipped: Workspace) -> None:
    there = {text.ref for text in shipped.library.listed()}
    assert len({question["asked"] for question in QUESTIONS}) == 60
    answers = {Ref.parse(answer) for question in QUESTIONS for answer in question["answers"]}
    assert answers - there == set()


def test_a_right_text_is_among_the_first_five(shipped: Workspace) -> None:
    missed = []
    for question in QUESTIONS:
        found = {result.ref for result in shipped.search.ask(question["asked"], limit=FIRST).results}
        if not found & set(map(Ref.parse, question["answers"])):
            missed.append(question["asked"])
    assert len(QUESTIONS) - len(missed) >= ENOUGH, missed
