"""The forms that an entry can take: those of the shipped library, and what their parts are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import BundledRow
from animating_alliances_desktop.core.journal.model import (
    FREE,
    NOW_WHAT,
    QUICK,
    SO_WHAT,
    TEXT,
    WHAT,
    Form,
    Part,
)

IF_THEN = "if-then"
_BUNDLED = (
    select(BundledRow.ref, BundledRow.title, BundledRow.summary, BundledRow.fields)
    .where(BundledRow.kind == Kind.FORM.value)
    .order_by(BundledRow.position)
)


class FormStore:
    """Reads the bundled forms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> list[Form]:
        """All forms in their order; as long as the library is not there, the shortest one by itself."""
        with self._database.read() as session:
            return listed(session)

    def get(self, key: str) -> Form:
        """The form of this key; one that is not there any more has no parts."""
        with self._database.read() as session:
            return next((form for form in listed(session) if form.key == key), Form(key, named(key), ()))


def listed(session: Session) -> list[Form]:
    """All bundled forms in their order."""
    found = session.execute(_BUNDLED).all()  # columns, not rows: this is asked at each save
    return [_form(*row) for row in found] or [_SHORTEST]


def laid_out(forms: Iterable[Form], form: str, parts: Mapping[str, str]) -> list[Part]:
    """The parts of a form in its order, then those of other forms in which something stands already."""
    forms = tuple(forms)
    own = [part for one in forms if one.key == form for part in one.parts]
    own = [_FREE_TEXT] if form == FREE else own
    known = {part.key: part for one in forms for part in one.parts}
    keys = {part.key for part in own}
    others = [key for key, text in parts.items() if key not in keys and text.strip()]
    found = own + [known.get(key, Part(key, "" if key == TEXT else named(key))) for key in others]
    return found or list(_SHORTEST.parts)


def ordered(forms: Iterable[Form], form: str, parts: Mapping[str, str]) -> list[tuple[Part, str]]:
    """What is said in each part, in the order of the form; parts that say nothing are left out."""
    said = ((part, parts.get(part.key, "")) for part in laid_out(forms, form, parts))
    return [(part, text) for part, text in said if text.strip()]


def carried(forms: Iterable[Form], form: str, parts: Mapping[str, str]) -> dict[str, str]:
    """The same texts for another form: each goes to the part that asks for the same, as long as that is empty."""
    own = [part.key for part in laid_out(forms, form, {})]
    found = {key: text for key, text in parts.items() if key in own}
    for key, text in parts.items():
        if key not in own:
            kin = next((row for row in _KIN if key in row), ())
            goal = next((one for one in own if one in kin), key)
            found[key if found.get(goal, "").strip() else goal] = text
    return found


def named(key: str) -> str:
    """What to call a form or a part of which only the key is known."""
    return key.replace("-", " ").capitalize()


def _form(ref: str, title: str, summary: str, fields: Mapping[str, Any]) -> Form:
    return Form(
        Ref.parse(ref).key,
        title,
        tuple(_part(part) for part in fields["parts"]),
        summary,
        fields["minutes"],
        tuple(fields["moments"]),
        tuple(fields["roles"]),
    )


def _part(fields: Mapping[str, Any]) -> Part:
    prompts = tuple(Ref.parse(ref) for ref in fields.get("prompts", ()))
    return Part(fields["key"], fields["title"], fields.get("hint", ""), prompts)


_KIN = (
    (WHAT, "happened", "facts", TEXT),
    (SO_WHAT, "parted", "for-the-alliance"),
    (NOW_WHAT, "next", "decision"),
)
"""Parts of different forms that ask for the same."""
_FREE_TEXT = Part(TEXT, "")
_SHORTEST = Form(
    QUICK, named(QUICK), tuple(Part(key, named(key)) for key in (WHAT, SO_WHAT, NOW_WHAT, IF_THEN)), minutes=3
)
"""Somebody who opens the app for the first time may write before the library has been read."""
