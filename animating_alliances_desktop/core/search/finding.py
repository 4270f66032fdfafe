"""Which things answer a question, and which passage of each is the best."""

# ruff: noqa: S608 -- only constants of ours are put into SQL; what was typed is bound

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import Any

from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.search.index import SHIFT
from animating_alliances_desktop.core.search.match import Matcher, things
from animating_alliances_desktop.core.search.tree import (
    All,
    Facet,
    Kinds,
    Leaf,
    Node,
    Not,
    Period,
    Some,
    Words,
    holds,
    is_loose,
    leaves,
)
from animating_alliances_desktop.core.search.words import fold, tokens

FEW = 5
"""With fewer things than this, not every word just typed must be met."""
_SHARES = (1.0, 0.5, 0.0)

# The rank is a column of FTS5, the bm25() that `Index` set. Of each thing the best passage is kept:
# SQLite takes the other columns from the row in which the minimum was found.
_RANKED = f"""SELECT passage >> {SHIFT}, min(score), passage, count(*) FROM (SELECT rowid AS passage, rank AS score
    FROM search_text WHERE search_text MATCH ?{{}}) GROUP BY passage >> {SHIFT}"""
_AMONG = f" AND rowid >> {SHIFT} IN (SELECT value FROM json_each(?))"
_NAMED = "SELECT id, kind, title, passages FROM search_thing WHERE id IN (SELECT value FROM json_each(?))"
_SPARE, _CALLED, _SOURCE = 5, 1.6, 0.4
"""How many more than are shown may change places, and by how much."""
_MOST_LOOSE = 200
"""With more answers than this, of which none has all the words, only those are ranked that have the telling ones."""
_SATURATION, _LENGTH, _USUAL = 1.2, 0.75, 2
"""As in Okapi's BM25: how soon more passages with a word say no more, how much a long text is held back, and how many
passages a usual text has (counting them anew would take longer than the search)."""
_EVERYTHING = "SELECT id FROM search_thing ORDER BY day DESC, title, ref"
_KINDS = "SELECT id, kind FROM search_thing"


Best = dict[int, tuple[float, int]]
"""Of each thing the score of its best passage, and that passage's number."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first."""

    total: int
    passages: tuple[tuple[int, float], ...]
    """The number of each passage, and its score."""
    expression: str
    """What was asked of FTS5, for marking the hits."""
    share: float
    """How much of the words just typed had to be met."""


class Finding:
    """One question, put to the index."""

    def __init__(self, connection: Connection, matcher: Matcher, tree: Node) -> None:
        self._connection = connection
        self._tree = tree
        self._leaves: dict[Leaf, bool] = {}
        self._counts: list[dict[int, int]] = []
        self._passages: dict[int, int] = {}
        self._weights: list[float] = []
        for leaf, wanted in leaves(tree):
            self._leaves[leaf] = self._leaves.get(leaf, False) or wanted
        words = [leaf for leaf in self._leaves if isinstance(leaf, Words)]
        self._expressions = {leaf: matcher.expression(connection, leaf) for leaf in words}
        wanted_words = [self._expressions[leaf] for leaf in words if self._leaves[leaf]]
        self._expression = " OR ".join(dict.fromkeys(each for each in wanted_words if each))
        self._marking = self._expression
        # asked for all together, if nothing less will do
        self._together = (
            " AND ".join(dict.fromkeys(wanted_words)) if all(wanted_words) and _is_flat(tree) else ""
        )

    def run(self, limit: int, per_kind: int | None = None) -> Found:
        """Find; of each kind at most `per_kind`."""
        if len(self._leaves) == 1 and self._expression:
            masks, share, answers, best = self._alone()
        else:
            masks, share, answers, best = self._several(limit, best_only=per_kind is None)
        covered = {mask: self._covered(mask) for mask in set(masks.values())}
        scored = [
            (covered[masks.get(thing, 0)] * best[thing][0], thing) for thing in answers if thing in best
        ]
        likely = limit * _SPARE
        if per_kind is None:
            ranked = self._leaned(nlargest(likely, scored))
        else:
            scored.sort(reverse=True)
            ranked = [*self._leaned(scored[:likely]), *scored[likely:]]
        if per_kind is not None or len(ranked) < limit:
            ranked = self._then_unranked(ranked, answers, best)
        if per_kind is not None:
            ranked = self._few_of_each(ranked, per_kind)
        passages = tuple(
            (best[thing][1] if thing in best else thing << SHIFT, score) for score, thing in ranked[:limit]
        )
        ranked_all = all(thing in best for _score, thing in ranked[:limit])
        return Found(len(answers), passages, self._marking if ranked_all else self._expression, share)

    def _alone(self) -> tuple[dict[int, int], float, list[int], Best]:
        """What has the one word that is asked."""
        best = self._best_passages(self._expression)
        self._counts = [self._passages]
        masks = dict.fromkeys(best, 1)
        self._weights = self._weighed(masks)
        return masks, 1.0, list(best), best

    def _several(self, limit: int, *, best_only: bool) -> tuple[dict[int, int], float, list[int], Best]:
        """What has as much as can be of several words and conditions."""
        masks = self._masks()
        self._weights = self._weighed(masks)
        share, answers = self._answers(masks)
        among = answers if len(answers) * 4 < len(masks) * 3 else None
        best = self._best_passages(self._together, among) if share == 1 and best_only else {}
        if len(best) >= limit:
            self._marking = self._together  # the same marks, and far fewer passages to walk through
        else:  # too few passages have all the words: a thing has some here, some there
            best = self._best_passages(self._expression, among)
        return masks, share, answers, best

    def _best_passages(self, expression: str, among: list[int] | None = None) -> Best:
        """Of each thing that is found so; ranking takes longer than finding, so only `among` those asked."""
        if not expression:
            return {}
        parameters = (expression,) if among is None else (expression, json.dumps(among))
        sql = _RANKED.format("" if among is None else _AMONG)
        rows = self._tuples(sql, parameters)
        self._passages = {thing: count for thing, _score, _passage, count in rows}
        return {thing: (-score, passage) for thing, score, passage, _count in rows}

    def _tuples(self, sql: str, parameters: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """Rows as the driver has them: there may be ten thousand, and SQLAlchemy's own cost twice the time."""
        cursor: Any = self._connection.exec_driver_sql(sql, parameters).cursor
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _masks(self) -> dict[int, int]:
        """For each thing which leaves it has, as bits; things that have none are left out."""
        masks: dict[int, int] = {}
        for place, leaf in enumerate(self._leaves):
            bit, expression = 1 << place, self._expressions[leaf] if isinstance(leaf, Words) else ""
            self._counts.append({})
            if isinstance(leaf, Words) and not expression:
                continue
            sql, parameters = things(leaf, expression)
            self._counts[place] = dict(self._tuples(sql, parameters))
            for thing in self._counts[place]:
                masks[thing] = masks.get(thing, 0) | bit
        return masks

    def _answers(self, masks: Mapping[int, int]) -> tuple[float, list[int]]:
        answers: list[int] = []
        share = 1.0
        for share in _SHARES if is_loose(self._tree) else _SHARES[:1]:
            verdicts = {mask: self._holds(mask, share) for mask in {0, *masks.values()}}
            if verdicts[0]:  # what has nothing of it is an answer too: all but what is ruled out
                everything: Iterable[int] = self._connection.exec_driver_sql(_EVERYTHING).scalars()
                answers = [thing for thing in everything if verdicts[masks.get(thing, 0)]]
            else:
                answers = [thing for thing, mask in masks.items() if verdicts[mask]]
            if len(answers) >= FEW:
                break
        if share < 1 and len(answers) > _MOST_LOOSE:  # those that have what tells most
            answers = nlargest(_MOST_LOOSE, answers, key=lambda thing: self._covered(masks.get(thing, 0)))
        return share, answers

    def _holds(self, mask: int, share: float) -> bool:
        found = {leaf: bool(mask >> place & 1) for place, leaf in enumerate(self._leaves)}
        return holds(self._tree, found, share)

    def _weighed(self, masks: Mapping[int, int]) -> list[float]:
        """How much each leaf says: rare words more, words that are ruled out and facets nothing."""
        counts = Counter(masks.values())
        weights = []
        for place, (leaf, wanted) in enumerate(self._leaves.items()):
            having = sum(count for mask, count in counts.items() if mask >> place & 1)
            telling = wanted and isinstance(leaf, Words)
            weights.append(log(1 + (len(masks) + 1) / (having + 1)) if telling else 0.0)
        return weights

    def _covered(self, mask: int) -> float:
        """The share of what is asked that a thing has somewhere: squared, so that whole answers come first."""
        met = sum(weight for place, weight in enumerate(self._weights) if mask >> place & 1)
        return (met / (sum(self._weights) or 1)) ** 2

    def _throughout(self, thing: int, passages: int) -> float:
        """How much all of a thing, which has so many passages, is about what is asked."""
        enough = _SATURATION * (1 - _LENGTH + _LENGTH * passages / _USUAL)
        said = 0.0
        for weight, counts in zip(self._weights, self._counts, strict=False):
            if count := counts.get(thing, 0):
                said += weight * count / (count + enough)
        return said

    def _leaned(self, scored: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
        """The best passage is one half of it, the whole thing the other.

        What is called just what was typed comes sooner; a source, which points elsewhere, comes later.
        """
        scores = {thing: score for score, thing in scored}
        typed = {
            word
            for leaf, wanted in self._leaves.items()
            if wanted and isinstance(leaf, Words)
            for word in leaf.words
        }
        for thing, kind, title, passages in self._tuples(_NAMED, (json.dumps(list(scores)),)):
            scores[thing] += self._throughout(thing, passages)
            if kind == Kind.SOURCE:
                scores[thing] *= _SOURCE
            if typed and typed >= _words_of(title):
                scores[thing] *= _CALLED
        return sorted(((score, thing) for thing, score in scores.items()), reverse=True)

    def _then_unranked(
        self, ranked: list[tuple[float, int]], answers: list[int], best: Mapping[int, Any]
    ) -> list[tuple[float, int]]:
        """After what has the words, what is an answer for another reason, the newest first."""
        rest = {thing for thing in answers if thing not in best}
        if not rest:
            return ranked
        everything = self._connection.exec_driver_sql(_EVERYTHING).scalars()
        return ranked + [(0.0, thing) for thing in everything if thing in rest]

    def _few_of_each(self, ranked: list[tuple[float, int]], most: int) -> list[tuple[float, int]]:
        kinds: dict[int, str] = dict(self._tuples(_KINDS))
        seen: Counter[str] = Counter()
        kept = []
        for score, thing in ranked:
            kind = kinds[thing]
            seen[kind] += 1
            if seen[kind] <= most:
                kept.append((score, thing))
        return kept


@lru_cache(maxsize=4096)
def _words_of(title: str) -> frozenset[str]:
    """The words of a title; with each letter that is typed much the same titles come again."""
    return frozenset(tokens(fold(title)))


def _is_flat(tree: Node) -> bool:
    """Whether every word that is wanted is wanted of every answer."""
    if not isinstance(tree, All | Some):
        return isinstance(tree, Words)
    return all(isinstance(member, Words | Facet | Kinds | Period | Not) for member in tree.members)
