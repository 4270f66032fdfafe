"""The page of the brief before the next meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.brief.composing import meeting_in_words
from animating_alliances_desktop.core.brief.model import Brief
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.brief.intentions import Intentions
from animating_alliances_desktop.ui.brief.ports import Source
from animating_alliances_desktop.ui.brief.presenter import BriefPresenter
from animating_alliances_desktop.ui.brief.sections import sections_of
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.asking import ask_for_file, file_name_of
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.choice import AllianceChoice
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.pages import Column, EmptyPage, PageHeader, empty
from animating_alliances_desktop.ui.kit.printing import ask_for_printer, print_pdf
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_KINDS = (
    Kind.ALLIANCE, Kind.ENTRY, Kind.ACTION, Kind.DECISION, Kind.INTENTION, Kind.MEETING, Kind.ANNOTATION, Kind.PROMPT,
)  # fmt: skip
_NARROW, _FEW, _MORE = 1000, 12, 28
"""So much of the alliance's name is to be read: in a narrow window the title beside it stays on one line."""


class BriefPage(FollowingPage):
    """Shows the brief of one alliance; the presenter decides."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        source: Source,
        open: Callable[[Ref], object],  # noqa: A002 -- the word that all pages use
        see_open: Callable[[Ref], object],
        add_alliance: Callable[[], object],
        say: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_KINDS, parent)
        self._open, self._see_open, self._say = open, see_open, say
        self.presenter = BriefPresenter(self, source, tasks)
        self.header = PageHeader(self.tr("Before the next meeting"))
        self.alliance = AllianceChoice(self.tr("Alliance"))
        self.save = button(self.tr("Save…"), "plain", "download", theme)
        self.print_out = button(self.tr("Print…"))
        self.intentions = Intentions()
        self.nothing = label(
            self.tr(
                "Nothing is written on this alliance yet. After the next meeting, write down in three minutes what "
                "happened: the brief before the one after it opens with that."
            ),
            "muted",
        )
        self.no_alliance = _no_alliance(theme)
        self._lay_out()
        self._connect(add_alliance)
        actions.bind("brief.save", self.ask_where, self)
        actions.bind("brief.print", self.ask_which_printer, self)
        self.setFocusProxy(self.column)

    def refresh(self) -> None:
        """Gather the brief again."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Show the brief of the alliance that a Ref points at."""
        self.presenter.arrive(place)

    def subject(self) -> Sequence[Ref]:
        """The alliance."""
        return (self.presenter.alliance,) if self.presenter.alliance else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the alliance's name what room there is."""
        super().resizeEvent(event)
        self.alliance.setMinimumContentsLength(_FEW if self.width() < _NARROW else _MORE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that scroll do so wherever on the page the keyboard is."""
        self.column.keyPressEvent(event)

    @property
    def unsaved(self) -> bool:
        """Whether an answer was typed that is not on the disk."""
        return bool(self.intentions.typed)

    def close_down(self) -> None:
        """Hand what was typed to the writer."""
        for intention, words in self.intentions.typed.items():
            self.presenter.happened(intention, words)

    def show_none(self) -> None:
        """See `View`."""
        self._stack.setCurrentWidget(self.no_alliance)
        self._offer(on=False)

    def show_choice(self, alliances: Sequence[Alliance], chosen: Ref) -> None:
        """See `View`."""
        self.alliance.show_alliances(alliances)
        self.alliance.choose(chosen)

    def show_brief(self, brief: Brief) -> None:
        """See `View`."""
        self._offer(on=True)
        self.intentions.show_intentions(brief.intentions)
        self.nothing.setVisible(brief.is_empty)
        self.header.show_subtitle(meeting_in_words(brief.meeting) if brief.meeting else "")
        empty(self._read)
        for section in sections_of(brief, self._open, self._see_open):
            self._read.addWidget(section)
            section.show()
        self._stack.setCurrentIndex(0)

    def forget_typed(self, intention: Ref) -> None:
        """See `View`."""
        self.intentions.forget(intention)

    def tell_noted(self, take_back: Callable[[], None]) -> None:
        """See `View`."""
        self._say(
            self.tr("Noted beside what you meant to do."), "success", self.tr("Take it back"), take_back
        )

    def tell_saved(self, path: Path) -> None:
        """See `View`."""
        self._say(
            self.tr("The brief was saved: {file}.").format(file=path.name),
            "success",
            self.tr("Open it"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def ask_where(self) -> None:
        """Ask for the name and kind of the file, and save the brief to it."""
        if self.presenter.brief is not None:
            name = self.tr("Before the next meeting, {alliance}").format(
                alliance=self.presenter.brief.alliance.name
            )
            kinds = ((self.tr("PDF"), "pdf"), (self.tr("Word"), "docx"), (self.tr("Markdown"), "md"))
            title = self.tr("Save the brief")
            ask_for_file(self, title, file_name_of(name, "brief"), kinds, self.presenter.save)

    def ask_which_printer(self) -> None:
        """Ask for a printer, and print the brief."""
        if self.presenter.brief is not None:
            name = self.presenter.brief.alliance.name
            ask_for_printer(
                self,
                name,
                lambda printer: self.presenter.hand_over(
                    lambda content: self._told(print_pdf(content, printer))
                ),
            )

    def _told(self, pages: int) -> None:
        if pages:
            self._say(self.tr("The brief was sent to the printer."), "success")
        else:
            self._say(
                self.tr("The printer does not answer. Choose another one, or save the brief as PDF."), "error"
            )

    def _offer(self, *, on: bool) -> None:
        for part in (self.alliance, self.save, self.print_out):
            part.setVisible(on)

    def _lay_out(self) -> None:
        for part in (self.alliance, self.print_out, self.save):
            self.header.add(part)
        self.column = column = Column(720)
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setProperty("role", "reading")
        column.setAccessibleName(self.tr("The brief"))
        column.add(self.nothing)
        column.add(self.intentions)
        self._read = QVBoxLayout()
        self._read.setSpacing(16)
        column.add_layout(self._read)
        column.add_stretch()
        self.nothing.hide()
        self.intentions.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(column)
        self._stack.addWidget(self.no_alliance)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)

    def _connect(self, add_alliance: Callable[[], object]) -> None:
        self.alliance.picked.connect(self.presenter.choose)
        self.intentions.answered.connect(self.presenter.happened)
        self.save.clicked.connect(self.ask_where)
        self.print_out.clicked.connect(self.ask_which_printer)
        self.no_alliance.asked.connect(add_alliance)


def _no_alliance(theme: Theme) -> EmptyPage:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Brief", text)

    return EmptyPage(
        theme,
        "clipboard-list",
        tr("One page before each meeting"),
        tr("What you meant to do, what is open and by whom, what was decided. It begins with an alliance."),
        tr("Add an alliance"),
    )
