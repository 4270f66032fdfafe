"""The shipped forms, and what becomes of texts when the form changes."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.journal.forms import carried, laid_out, ordered
from animating_alliances_desktop.core.journal.model import FREE, TEXT, WHAT, Form, Part
from animating_alliances_desktop.core.library.content import load


def shipped() -> list[Form]:
    items = [item for item in load(paths.content()).items.values() if item.ref.kind is Kind.FORM]
    return [
        Form(item.ref.key, item.title, tuple(Part(it["key"], it["title"]) for it in item.fields["parts"]))
        for item in items
    ]


FORMS = shipped()
KEYS = [part.key for form in FORMS for part in form.parts] + [TEXT, "strange"]


def test_each_part_has_a_key_of_its_own_and_fits_its_column() -> None:
    assert max(Counter(KEYS).values()) == 1
    assert all(len(form.key) <= 16 for form in FORMS)


@given(
    parts=st.dictionaries(st.sampled_from(KEYS), st.text(min_size=1)),
    way=st.lists(st.sampled_from([*(form.key for form in FORMS), FREE])),
)
def test_no_text_is_lost_on_the_way_through_forms(parts: dict[str, str], way: list[str]) -> None:
    said = Counter(text for text in parts.values() if text.strip())
    for form in way:
        parts = carried(FORMS, form, parts)
        assert Counter(text for _part, text in ordered(FORMS, form, parts)) == said
        assert {key for key, text in parts.items() if text.strip()} <= {
            part.key for part in laid_out(FORMS, form, parts)
        }


def test_a_text_goes_to_the_part_that_asks_for_the_same() -> None:
    there = carried(FORMS, "standard", {WHAT: "We met.", "if-then": "If …"})
    assert there == {"happened": "We met.", "if-then": "If …"}
    assert carried(FORMS, "quick", there) == {WHAT: "We met.", "if-then": "If …"}
