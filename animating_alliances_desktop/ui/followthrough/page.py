"""The follow-through page: what was promised, decided, noticed and meant, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.followthrough.model import Intention, Owner, Share
from animating_alliances_desktop.ui.followthrough.body import Body
from animating_alliances_desktop.ui.followthrough.commands import followthrough_actions
from animating_alliances_desktop.ui.followthrough.dialog import ThingDialog
from animating_alliances_desktop.ui.followthrough.doing import Doing
from animating_alliances_desktop.ui.followthrough.hand import Hand
from animating_alliances_desktop.ui.followthrough.listing import Group, Look, Side, Thing
from animating_alliances_desktop.ui.followthrough.ports import Around
from animating_alliances_desktop.ui.followthrough.presenter import FollowThroughPresenter
from animating_alliances_desktop.ui.followthrough.rows import rows_of
from animating_alliances_desktop.ui.followthrough.telling import Telling
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme

KINDS = (
    Kind.ACTION,
    Kind.DECISION,
    Kind.NOTICING,
    Kind.INTENTION,
    Kind.ALLIANCE,
    Kind.PERSON,
    Kind.ORGANISATION,
)
SIDES = {
    Kind.DECISION: Side.DECISIONS,
    Kind.NOTICING: Side.NOTICINGS,
    Kind.INTENTION: Side.INTENTIONS,
}


class FollowThroughPage(FollowingPage):
    """The line for something new above, the list, and below it what can be done with what is chosen."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        around: Around,
        say: Callable[..., None],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(KINDS, parent)
        self._theme, self._today, self._say, self._deeds = theme, today, say, actions
        self._wanted: Ref | None = None
        self._side = Side.OPEN
        self._telling = Telling(say, self)
        self.tell, self.tell_added = self._telling.tell, self._telling.added
        self.say_written = self._telling.written
        self.presenter = FollowThroughPresenter(self, around, tasks, today)
        self.doing = Doing(self, around, tasks, today, self.presenter.thing)
        self._around, self._tasks = around, tasks
        self.body = body = Body(theme, self._run)
        self.header, self.line, self.filters, self.list = body.header, body.line, body.filters, body.list
        self.ask, self.bar = body.ask, body.bar
        self.hand = Hand(self.ask, self.presenter, self.doing, lambda: self.picked, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self._connect()
        self._bind(actions)
        self.setFocusProxy(self.list)

    # What the window asks

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Go to a thing, or show what is open in an alliance."""
        if not isinstance(place, Ref):
            return
        self.filters.clear()
        if place.kind is Kind.ALLIANCE:
            self.presenter.turn(side=Side.OPEN, alliance=place, words="")
        else:
            self._wanted = place
            self.presenter.turn(side=SIDES.get(place.kind, Side.OPEN), alliance=None, words="")

    def subject(self) -> tuple[Ref, ...]:
        """What is chosen: what can be tagged or collected."""
        return self.picked

    @property
    def picked(self) -> tuple[Ref, ...]:
        """All that is chosen, in the order of the list; the current row if nothing is."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        rows = (index.data(Qt.ItemDataRole.UserRole) for index in indexes)
        found = tuple(row.ref for row in rows if isinstance(row, Row) and isinstance(row.ref, Ref))
        return found or ((self.list.current,) if isinstance(self.list.current, Ref) else ())

    # What the presenters ask

    def show_alliances(self, alliances: Sequence[tuple[Ref, str]], look: Look) -> None:
        """See `View`."""
        self.body.has_alliances = bool(alliances)
        self.line.show_alliances(alliances, look.alliance)
        self.line.show_side(look.side)
        self.filters.show_look(alliances, look)

    def show_groups(self, groups: Sequence[Group], look: Look, shown: int, of: int) -> None:
        """See `View`."""
        self._show_rows(rows_of(groups, look, self._today()), look.side)
        self.body.show_whether(look.side, shown=bool(shown), any_there=bool(of))
        self.header.show_number(look.side, shown, of)
        self._show_wanted(look)
        self._offer()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """See `View`."""
        self.body.show_shares(shares)
        self.header.show_number(Side.SHARES, 0, 0)
        self._offer()

    def show_thing(self, thing: Thing, owners: Sequence[Owner]) -> None:
        """See `View`."""
        dialog = ThingDialog(self._theme, thing, owners, self.doing.change, self.doing.understood, self)
        dialog.mentions.attend(self._tasks, self._around.mentions)
        dialog.mentions.look(thing.ref)
        dialog.mention_opened.connect(self._around.open)
        dialog.open()

    def clear_line(self) -> None:
        """See `View`."""
        self.line.field.clear()

    def take_check_in(self, text: str, name: str, number: int) -> None:
        """See `View`."""
        QGuiApplication.clipboard().setText(text)
        self._telling.checked_in(name, number)

    # Inside

    def _run(self, name: str) -> None:
        self._deeds.run(f"followthrough.{name}")

    def _show_rows(self, rows: Sequence[Row], side: Side) -> None:
        """Show these; if the current one is gone from the same list, what stands in its place is current now."""
        was_on, self._side = self._side, side
        before = [row.ref for row in self.list.rows]
        at = before.index(self.list.current) if self.list.current in before else None
        self.list.show_rows(rows)
        if at is not None and self.list.current is None and rows and was_on is side:
            self.list.choose(rows[min(at, len(rows) - 1)].ref)
        elif self.list.current is None and self.list.hasFocus():
            self.list.step(0)

    def _show_wanted(self, look: Look) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if self.list.index_of(wanted).isValid():
            self.list.choose(wanted)
        elif look.side is Side.OPEN and wanted.kind is Kind.ACTION:
            self._wanted = wanted
            self.presenter.show(side=Side.CLOSED)

    def _go_on(self) -> None:
        """Do what the empty page offers."""
        if not self.body.has_alliances:
            self._around.add_alliance()
            return
        self.filters.clear()
        self.presenter.show(words="")

    def _offer(self) -> None:
        """Offer what can be done with what is chosen."""
        side, current = self.presenter.look.side, self.presenter.thing(self.list.current)
        number = len(self.picked) if current is not None and side is not Side.SHARES else 0
        origin = current is not None and bool(current.entry or current.meeting)
        closed = isinstance(current, Intention) and not current.is_open
        self.bar.offer(side, number, has_origin=origin, is_closed=closed)

    def _show_menu(self, where: QPoint) -> None:
        if not self.list.indexAt(where).isValid() or not self.picked:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, one in self.bar.buttons.items():
            if not one.isHidden():
                entry = menu.addAction(one.text())
                entry.triggered.connect(partial(self._run, name))
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _connect(self) -> None:
        show = self.presenter.show
        self.line.added.connect(self._add)
        self.filters.turned.connect(self._turn)
        self.filters.typed.connect(lambda words: show(words=words))
        self.filters.narrowed.connect(lambda alliance: show(alliance=alliance))
        self.filters.grouped.connect(lambda grouping: show(grouping=grouping))
        self.header.picked.connect(self.presenter.write)
        self.body.empty.asked.connect(self._go_on)
        self.list.opened.connect(self.presenter.open)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.ask.closed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    def _add(self, words: str, alliance: Ref | None) -> None:
        self.doing.add(words, alliance, self.presenter.look.side)

    def _turn(self, side: Side) -> None:
        self.ask.close_up()
        self.filters.clear()
        self.presenter.show(side=side, words="")

    def _bind(self, actions: Actions) -> None:
        def current(call: Callable[[Ref], object]) -> Callable[[], object]:
            return lambda: call(self.picked[0]) if self.picked else None

        deeds: dict[str, Callable[[], object]] = {
            "add": self.line.field.setFocus,
            "done": self.hand.finish,
            "let_go": self.hand.let_go,
            "give": self.hand.give,
            "move": self.hand.move_on,
            "edit": current(self.presenter.open),
            "origin": current(self.presenter.origin),
            "remove": lambda: self.doing.remove(self.picked),
            "check_in": current(self.presenter.check_in),
            "export": self.header.ask_where,
        }
        for row in followthrough_actions():
            actions.bind(row.id, deeds[row.id.partition(".")[2]], self)
