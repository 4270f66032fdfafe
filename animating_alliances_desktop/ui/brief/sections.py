"""The parts of the brief that are only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.book.model import plain
from animating_alliances_desktop.core.book.reading import words_of
from animating_alliances_desktop.core.brief.composing import due_in_words, trend_in_words
from animating_alliances_desktop.core.brief.model import Brief, Owned
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Card, Section
from animating_alliances_desktop.ui.kit.text import label

Open = Callable[[Ref], object]
_EXCERPT, _MOST = 900, 5
"""Letters of the last entry; actions of one owner and decisions that are shown before “and 4 more”."""


def sections_of(brief: Brief, open_ref: Open, see_open: Open) -> Iterator[Section]:
    """All that have something to say, in the order of the page that is printed."""
    yield from _last(brief, open_ref)
    yield from _owned(brief, see_open)
    yield from _decided(brief)
    if brief.trends:
        yield _section(_tr("As you noted it"), *(label(trend_in_words(trend)) for trend in brief.trends))
    yield from _marked(brief, open_ref)
    if brief.prompts:
        yield _section(
            _tr("To carry in"), *(label(_said(prompt.text), "reading") for prompt in brief.prompts)
        )


def _last(brief: Brief, open_ref: Open) -> Iterator[Section]:
    entry = brief.entry
    if entry is None:
        return
    card, left = Card(), _EXCERPT
    for title, text in entry.texts:
        said = _shortened(_said(text[: 5 * _EXCERPT]), left)
        if title:
            card.body.addWidget(label(title, "eyebrow"))
        card.body.addWidget(label(said))
        left -= len(said)
        if left <= 0 or said.endswith("…"):
            break
    card.body.addWidget(_link(_tr("Open the entry"), partial(open_ref, entry.ref)))
    made = _section(_tr("Last time"), card)
    made.show_title(_tr("Last time"), _day(entry.draft.day))
    yield made


def _owned(brief: Brief, see_open: Open) -> Iterator[Section]:
    if brief.owned:
        made = _section(_tr("Open, by owner"), *(_card_of(owned, brief.today) for owned in brief.owned))
        made.add_beside(_link(_tr("All that is open"), partial(see_open, brief.alliance.ref)))
        yield made


def _card_of(owned: Owned, today: date) -> QWidget:
    card = Card()
    card.body.setSpacing(4)
    name = owned.owner or _tr("Nobody yet")
    card.body.addWidget(label(name[:1].upper() + name[1:], "subheading"))
    for action in owned.actions[:_MOST]:
        due = due_in_words(action, today)
        card.body.addWidget(label(_said(action.text) + (f" · {due}" if due else "")))
    _say_more(card, len(owned.actions) - _MOST)
    return card


def _decided(brief: Brief) -> Iterator[Section]:
    if not brief.decisions:
        return
    card = Card()
    for one in brief.decisions[:_MOST]:
        card.body.addWidget(label(_said(one.text)))
    _say_more(card, len(brief.decisions) - _MOST)
    made = _section(_tr("Decided"), card)
    made.show_title(_tr("Decided"), _tr("since {day}").format(day=_day(brief.since)) if brief.since else "")
    yield made


def _marked(brief: Brief, open_ref: Open) -> Iterator[Section]:
    mark = brief.highlight
    if mark is not None:
        card = Card()
        card.body.addWidget(label(f"“{_shortened(mark.anchor.exact, 320)}”", "reading"))
        card.body.addWidget(_link(_shortened(mark.target_title, 70), partial(open_ref, mark.ref)))
        yield _section(_tr("You once marked"), card)


def _section(title: str, *parts: QWidget) -> Section:
    made = Section(title)
    for part in parts:
        made.add(part)
    return made


def _say_more(card: Card, number: int) -> None:
    if number > 0:
        card.body.addWidget(label(_tr("and {n} more").format(n=number), "muted"))


def _link(words: str, then: Callable[[], object]) -> QWidget:
    made = button(words, "link")
    made.clicked.connect(lambda: then())
    return made


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _said(text: str) -> str:
    """A text of the user's without the marks of Markdown."""
    return plain(words_of(text)).strip()


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: max(1, most)].rsplit(" ", 1)[0] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brief", text)
