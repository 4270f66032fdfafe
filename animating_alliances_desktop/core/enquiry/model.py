"""A core question of the enquiry, and all that gathers under it."""

from __future__ import annotations

from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Kind, Ref


@dataclass(frozen=True, slots=True)
class Question:
    """One of the seven core questions."""

    ref: Ref
    number: int
    title: str
    question: str
    own: int = 0
    """How many notes and highlights of the user's hang under it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A line under a question: a text, or something of the user's and the text that it is about."""

    ref: Ref
    title: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that gathers under one question, each in its kind."""

    question: Question
    about: str
    texts: dict[Kind, tuple[Gathered, ...]]
    own: tuple[Gathered, ...]
