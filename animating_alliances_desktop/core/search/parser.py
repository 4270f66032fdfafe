"""Whoosh's parser, set up for the questions of this app; all that is known of Whoosh's parsing is in here."""

# mypy: disable-error-code="attr-defined, no-untyped-call, no-untyped-def, name-defined, misc, arg-type"
# Whoosh says that it is typed, and is so only in part.

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from typing import Any

from whoosh import analysis, fields, query
from whoosh.qparser import QueryParser, plugins, syntax
from whoosh.qparser.dateparse import English

from animating_alliances_desktop.core.search.index import FACETS

FIELDS = ("kind", "title", "text", "date", *FACETS)
ANYWHERE = "words"
"""The name of the field of a word for which none was typed."""


class Together(query.Or):
    """Words just typed one after the other, which the parser would not tell from those joined by OR."""


class _JustTyped(syntax.OrGroup):
    qclass = Together


class _PlusMinus(plugins.PlusMinusPlugin):
    """`-word` and `+word`; a hyphen within a word, as in risk-and-return, is none of them."""

    def do_plusminus(self, parser: QueryParser, group: Any) -> Any:
        """Leave a group without such marks as it is; the plug-in would make it one of OR."""
        if not any(isinstance(node, self.Plus | self.Minus) for node in group):
            return group
        return _as_typed(super().do_plusminus(parser, group))


def _as_typed(parted: Any) -> Any:
    for inner in parted.nodes:
        if type(inner) is syntax.OrGroup:
            inner.qclass = Together
        elif isinstance(inner, syntax.AndMaybeGroup):
            _as_typed(inner)
    return parted


@cache
def _parser() -> QueryParser:
    split = analysis.RegexTokenizer(r"\S+")
    schema = fields.Schema(**{name: fields.TEXT(analyzer=split) for name in (*FIELDS, ANYWHERE)})
    parts = [
        plugins.WhitespacePlugin(),
        plugins.FieldsPlugin(),
        plugins.PrefixPlugin(),
        plugins.PhrasePlugin(),
        plugins.RangePlugin(),
        plugins.GroupPlugin(),
        plugins.OperatorsPlugin(),
        _PlusMinus(r"(?<![^\s(])\+(?=[^\s+-])", r"(?<![^\s(])-(?=[^\s+-])"),
        plugins.FuzzyTermPlugin(),
    ]
    return QueryParser(ANYWHERE, schema, plugins=parts, group=_JustTyped)


def parse(text: str) -> Any:
    """Whoosh's tree of a question; may raise anything."""
    return _parser().parse(text, normalize=False)


def parse_day(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what Whoosh takes for a date; may raise anything."""
    meant = English().date_from(text, datetime.combine(today, time(12)))
    if meant is None:
        return None
    if isinstance(meant, datetime):
        return meant.date(), meant.date()
    return meant.start.date(), meant.end.date()
