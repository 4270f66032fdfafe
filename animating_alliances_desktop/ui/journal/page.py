"""The journal page: the entries at the left, and at the right the one that is written or read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.journal.forms import FormStore
from animating_alliances_desktop.core.journal.model import Draft, Entry
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.journal.desk import Desk
from animating_alliances_desktop.ui.journal.editor import Pace
from animating_alliances_desktop.ui.journal.presenter import JournalPresenter
from animating_alliances_desktop.ui.journal.telling import Telling
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.buttons import button
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
        journal: JournalStore,
        prompts: PromptStore,
        forms: FormStore,
        alliances: AllianceStore,
        open: Callable[[Ref], None],  # noqa: A002 -- the word that all pages use
        say: Callable[..., None],
        today: Callable[[], date],
        mentions: Callable[[Ref], list[Mention]] = lambda _ref: [],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._say = say
        self.presenter = JournalPresenter(self, journal, prompts, forms, alliances, tasks, today)
        self.header = PageHeader(self.tr("Journal"))
        self.begin = button(self.tr("New entry"), "primary", "plus", theme)
        self.desk = Desk(theme)
        self.entries, self.editor = self.desk.entries, self.desk.editor
        self.standing, self.first = self.desk.standing, self.desk.first
        self.standing.mentions.attend(tasks, mentions)
        self._pace = Pace(self)
        self.show_forms = self.editor.show_forms
        self.show_prompts, self.choose = self.editor.show_prompts, self.entries.choose
        self.show_entries = self.entries.show_entries
        telling = Telling(say, self)
        self.tell_blank, self.tell_kept, self.tell_deleted = telling.blank, telling.kept, telling.deleted
        self.hold, self.written = self.editor.hold, self.editor.written
        self.subject = self.presenter.subject
        self._lay_out()
        self._connect(open)
        self._bind(actions)

    def shown(self) -> None:
        """Come up: read the lists, and offer today's prompts."""
        self.presenter.refresh()
        self.presenter.turn_prompts(0)

    def arrive(self, place: object) -> None:
        """Show an entry, begin one on an alliance, list ("entries", alliance), or begin ("gathered", text)."""
        self.presenter.arrive(place)

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched."""
        self.presenter.changed(changes)
        self.standing.mentions.heed(changes)

    @property
    def unsaved(self) -> bool:
        """Whether something that was typed is not on the disk."""
        return self.presenter.at.unsaved

    def close_down(self) -> None:
        """Hand what is being typed to the writer; call this before the tasks are closed."""
        self._pace.stop()
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
        self._pace.stop()
        self.desk.say_nothing_is_open(none_yet=none_yet)
        self.setFocusProxy(self.begin)

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        """See `View`."""
        self._pace.stop()
        self.editor.hold(on=False)
        self.editor.show_draft(draft)
        self._show(self.editor, self.editor.first_field())
        if fresh:
            self.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_entry(self, entry: Entry, thought: str) -> None:
        """See `View`."""
        self._pace.stop()
        self.editor.hold(on=False)
        self.standing.show_entry(entry, thought)
        self.standing.mentions.look(entry.ref)
        was_writing = self.editor.isAncestorOf(self.focusWidget() or self)
        self._show(self.standing, self.entries.list)
        if was_writing:
            self.entries.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: State) -> None:
        """See `View`."""
        self.editor.foot.state.show_state(state)
        if state.phase is Phase.FAILED and state.why:
            self._pace.failed()

    def written_thought(self) -> str:
        """See `View`."""
        return self.standing.thoughts.field.toPlainText()

    def clear_thought(self) -> None:
        """See `View`."""
        self.standing.thoughts.field.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the user goes to another page."""
        super().hideEvent(event)
        self.presenter.at.save()

    def _show(self, widget: QWidget, first: QWidget) -> None:
        self.desk.lay(widget)
        self.setFocusProxy(first)

    def _typed(self) -> None:
        self.presenter.at.typed()
        self._pace.key()

    def _again(self) -> None:
        self._pace.stop()
        self.presenter.at.save()

    def _lay_out(self) -> None:
        self.header.add(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.desk, 1)

    def _connect(self, open_ref: Callable[[Ref], None]) -> None:
        presenter = self.presenter
        self.entries.opened.connect(presenter.open)
        self.entries.day_chosen.connect(presenter.open_day)
        self.entries.filtered.connect(presenter.filter)
        self.editor.typed.connect(self._typed)
        self.editor.prompts.others_asked.connect(lambda: presenter.turn_prompts())
        self.editor.prompts.source_asked.connect(open_ref)
        self.editor.foot.state.again_asked.connect(self._again)
        self.editor.foot.keep.clicked.connect(lambda: presenter.at.keep())
        self.editor.foot.delete.clicked.connect(lambda: presenter.at.delete())
        self.standing.thing_opened.connect(open_ref)
        self.standing.delete_asked.connect(presenter.at.delete)
        self.standing.thought_added.connect(presenter.at.add_thought)
        self.desk.nothing.asked.connect(lambda: presenter.begin())
        self.begin.clicked.connect(lambda: presenter.begin())
        self.first.named.connect(presenter.create_alliance)
        self._pace.due.connect(presenter.at.save)

    def _bind(self, actions: Actions) -> None:
        actions.bind("journal.begin", self.presenter.begin, self)
        actions.bind("journal.keep", self.presenter.at.keep, self)
        actions.bind("journal.prompts", self.presenter.turn_prompts, self)
        actions.bind("journal.delete", self.presenter.at.delete, self)
