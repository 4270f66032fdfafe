"""What is connected to what on the journal page, and what its actions do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.ui.journal.ports import Ways
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.addresses import follow

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.journal.page import JournalPage


def connect(page: JournalPage, ways: Ways) -> None:
    """Connect the parts of the page with its presenter, and with the ways out of it."""
    presenter, editor, standing = page.presenter, page.editor, page.standing
    page.entries.opened.connect(presenter.open)
    page.entries.day_chosen.connect(presenter.open_day)
    page.entries.filtered.connect(presenter.filter)
    editor.typed.connect(page.take_key)
    editor.laid_out.connect(presenter.beside.laid_out)
    editor.meeting_wanted.connect(presenter.beside.meet)
    editor.details.note.clicked.connect(lambda: page.note_meeting())
    editor.part_entered.connect(presenter.beside.offering.enter)
    editor.afterwards.ticked.connect(presenter.beside.tick)
    editor.prompts.others_asked.connect(lambda: presenter.beside.offering.turn())
    editor.prompts.source_asked.connect(ways.open)
    editor.foot.state.again_asked.connect(page.try_again)
    editor.foot.keep.clicked.connect(lambda: presenter.at.keep())
    editor.foot.delete.clicked.connect(lambda: presenter.at.delete())
    editor.foot.quiet.clicked.connect(page.quiet.turn)
    standing.thing_opened.connect(ways.open)
    standing.link_followed.connect(lambda address: follow(address, page.telling, ways.open))
    standing.taken_asked.connect(ways.show_taken)
    standing.delete_asked.connect(presenter.at.delete)
    standing.correction_asked.connect(page.correct)
    standing.thought_added.connect(presenter.at.add_thought)
    page.desk.nothing.asked.connect(lambda: presenter.begin())
    page.trash.clicked.connect(lambda: ways.show_trash())
    page.begin.clicked.connect(lambda: presenter.begin())
    page.reflect.clicked.connect(lambda: presenter.reflect())
    page.first.named.connect(presenter.create_alliance)
    page.pace.due.connect(presenter.at.save)


def bind(page: JournalPage, actions: Actions) -> None:
    """Say what the actions of the journal do."""
    presenter, editor = page.presenter, page.editor
    actions.bind("journal.begin", presenter.begin, page)
    actions.bind("journal.keep", presenter.at.keep, page)
    actions.bind("journal.prompts", presenter.beside.offering.turn, page)
    actions.bind("journal.delete", presenter.at.delete, page)
    actions.bind("journal.correct", page.correct, page)
    actions.bind("journal.quiet", page.quiet.turn, page)
    actions.bind("journal.spelling", lambda: editor.written_in.spell(), page)
    for name, kind in (("action", Kind.ACTION), ("decision", Kind.DECISION), ("noticing", Kind.NOTICING)):
        actions.bind(f"journal.{name}", partial(editor.sign, kind), page)
