"""The journal page: the entries at the left, and at the right the one that is written or read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.journal.correcting import Correcting
from animating_alliances_desktop.ui.journal.desk import Desk
from animating_alliances_desktop.ui.journal.noting import NotingMeeting
from animating_alliances_desktop.ui.journal.pace import Pace
from animating_alliances_desktop.ui.journal.ports import Sources, Ways
from animating_alliances_desktop.ui.journal.presenter import JournalPresenter
from animating_alliances_desktop.ui.journal.quiet import Quiet
from animating_alliances_desktop.ui.journal.setting import Laid
from animating_alliances_desktop.ui.journal.spelling import Dictionary, Minding
from animating_alliances_desktop.ui.journal.telling import Telling
from animating_alliances_desktop.ui.journal.wiring import bind, connect
from animating_alliances_desktop.ui.journal.writing import put_right
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.pages import PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import Phase, State
from animating_alliances_desktop.ui.kit.theme import Theme


class JournalPage(QWidget):
    """Shows the journal; the presenter decides."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        sources: Sources,
        ways: Ways,
        now: Callable[[], datetime],
        mentions: Callable[[Ref], list[Mention]] = lambda _ref: [],
        dictionary: Dictionary | None = None,
        spelling_wanted: Callable[[], bool] = lambda: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._theme, self._right = theme, (sources.journal, tasks)
        self.presenter = JournalPresenter(self, sources, tasks, now)
        self.minding = Minding(dictionary, spelling_wanted, tasks, self)
        self.header = self._header(theme)
        self.desk = Desk(theme, self.minding)
        self.entries, self.editor = self.desk.entries, self.desk.editor
        self.standing, self.first = self.desk.standing, self.desk.first
        self.standing.mentions.attend(tasks, mentions)
        self.quiet = Quiet(self.header, self.entries, self.editor, ways.hush)
        self.pace = Pace(self)
        self.telling = telling = Telling(ways.say, self)
        self.show_forms, self.show_prompts = self.editor.show_forms, self.editor.show_prompts
        self.show_meetings = self.editor.details.meetings.show_meetings
        self.show_meeting, self.show_beside = self.editor.show_meeting, self.editor.parts.show_beside
        self.show_entries, self.choose = self.entries.show_entries, self.entries.choose
        self.tell_blank, self.tell_kept, self.tell_deleted = telling.blank, telling.kept, telling.deleted
        self.hold, self.written = self.editor.hold, self.editor.written
        self.subject = self.presenter.subject
        self._lay_out()
        self.setFocusProxy(self.entries.list)
        connect(self, ways)
        bind(self, actions)

    def _header(self, theme: Theme) -> PageHeader:
        self.begin = button(self.tr("New entry"), "primary", "plus", theme)
        self.reflect = button(self.tr("Reflect on a meeting"), "plain", "handshake", theme)
        self.reflect.setToolTip(self.tr("On the meeting just past (Ctrl+Shift+J)"))
        self.trash = icon_button(theme, "trash-2", self.tr("Show what was deleted"))
        header = PageHeader(self.tr("Journal"))
        for part in (self.trash, self.reflect, self.begin):
            header.add(part)
        return header

    def shown(self) -> None:
        """Come up: read the lists, and offer today's prompts."""
        self.presenter.come_up()
        self.presenter.beside.offering.turn(0)
        self.minding.changed.emit()  # the choice whether to mind the spelling may be another now

    def arrive(self, place: object) -> None:
        """Show an entry, begin one on an alliance or a meeting, "reflect", list ("entries", alliance), …."""
        self.presenter.arrive(place)

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched."""
        self.presenter.changed(changes)
        self.standing.mentions.heed(changes)
        self.minding.heed(changes)

    @property
    def unsaved(self) -> bool:
        """Whether something that was typed is not on the disk."""
        return self.presenter.at.unsaved

    def close_down(self) -> None:
        """Hand what is being typed to the writer; call this before the tasks are closed."""
        self.pace.stop()
        self.presenter.at.finish()

    def show_first_alliance(self) -> None:
        """See `View`."""
        self.desk.ask_first()
        self.begin.hide()
        self.setFocusProxy(self.first.field)

    def show_alliances(self, alliances: Sequence[Alliance], only: Ref | None) -> None:
        """See `View`."""
        self.desk.lay_open()
        self.begin.show()
        self.entries.show_alliances(alliances, only)
        self.editor.show_alliances(alliances)

    def show_nothing(self, *, none_yet: bool) -> None:
        """See `View`."""
        self.pace.stop()
        self.quiet.leave()
        self.desk.say_nothing_is_open(none_yet=none_yet)
        self.setFocusProxy(self.begin if none_yet else self.entries.list)

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        """See `View`."""
        self.pace.stop()
        self.editor.hold(on=False)
        self.editor.show_draft(draft)
        self._show(self.editor, self.editor.parts.first)
        if fresh:
            self.editor.parts.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_entry(self, it: Laid, thought: str) -> None:
        """See `View`."""
        self.pace.stop()
        self.editor.hold(on=False)
        self.quiet.leave()
        self.standing.show_entry(it, thought)
        self.standing.mentions.look(it.entry.ref)
        was_writing = self.editor.isAncestorOf(self.focusWidget() or self)
        self._show(self.standing, self.entries.list)
        if was_writing:
            self.entries.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: State) -> None:
        """See `View`."""
        self.editor.foot.state.show_state(state)
        if state.phase is Phase.FAILED and state.why:
            self.pace.failed()

    def written_thought(self) -> str:
        """See `View`."""
        return self.standing.thoughts.field.toPlainText()

    def clear_thought(self) -> None:
        """See `View`."""
        self.standing.thoughts.field.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the user goes to another page."""
        super().hideEvent(event)
        self.quiet.leave()
        self.presenter.at.save()

    def take_meeting(self, meeting: Meeting) -> None:
        """See `View`."""
        if self.presenter.at.is_draft:
            self.editor.details.meetings.take(meeting)

    def note_meeting(self) -> None:
        """Ask for the meeting that the draft is about."""
        details = self.editor.details
        asking = NotingMeeting(self._theme, details.alliance_name, details.day, self)
        asking.noted.connect(self.presenter.beside.note)
        asking.open()

    def correct(self) -> None:
        """Let a slip in the entry that is open be put right."""
        entry = self.presenter.at.standing
        if entry is None:
            return
        dialog = Correcting(
            self._theme,
            self.minding,
            entry,
            self.presenter.forms,
            partial(put_right, *self._right, entry),
            self,
        )
        dialog.done_right.connect(self.telling.corrected)
        dialog.open()

    def _show(self, widget: QWidget, first: QWidget) -> None:
        self.desk.lay(widget)
        self.setFocusProxy(first)

    def take_key(self) -> None:
        """Be told of another keystroke."""
        self.presenter.at.typed()
        self.pace.key()

    def try_again(self) -> None:
        """Save at once."""
        self.pace.stop()
        self.presenter.at.save()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.desk, 1)
