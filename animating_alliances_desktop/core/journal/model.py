"""A journal entry: a draft while it is written, then it stands, with later thoughts beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.pointing import in_words


class Form(StrEnum):
    """How an entry is laid out."""

    THREE = "three"
    """What happened, so what, now what."""
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is writing."""

    alliance: Ref
    day: date
    form: Form = Form.THREE
    title: str = ""
    minutes: int | None = None
    what: str = ""
    so_what: str = ""
    now_what: str = ""
    free: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been written yet."""
        return not self.title.strip() and self.has_no_words

    @property
    def has_no_words(self) -> bool:
        """Whether there is a title at most."""
        return not any(text.strip() for text in (self.what, self.so_what, self.now_what, self.free))


@dataclass(frozen=True, slots=True)
class Addendum:
    """A later thought."""

    text: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was saved; `rev` says which state of it one has seen."""

    ref: Ref
    draft: Draft
    label: str
    alliance_name: str
    rev: int
    made: datetime
    changed: datetime
    kept: datetime | None = None
    addenda: tuple[Addendum, ...] = ()

    @property
    def opening(self) -> str:
        """Its first words, for lists."""
        draft = self.draft
        written = (draft.what, draft.free, draft.so_what, draft.now_what)
        return " ".join(in_words(next((text for text in written if text.strip()), "")).split())[:240]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A reflective prompt, with what it is meant for."""

    ref: Ref
    text: str
    minutes: int
    moments: tuple[str, ...]
    questions: tuple[str, ...]
    roles: tuple[str, ...]
    grown_from: Ref
