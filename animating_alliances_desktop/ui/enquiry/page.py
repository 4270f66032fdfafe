"""The enquiry page: the seven core questions, and for each its texts and the user's own notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.enquiry.model import Overview, Question
from animating_alliances_desktop.core.enquiry.store import TEXTS
from animating_alliances_desktop.core.links.model import SOURCES, Mention
from animating_alliances_desktop.ui.enquiry.gathered import GatheredList
from animating_alliances_desktop.ui.enquiry.note import NoteField
from animating_alliances_desktop.ui.enquiry.presenter import Enquiry, EnquiryPresenter, Notes
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import MARGIN, Column, EmptyPage, PageHeader
from animating_alliances_desktop.ui.kit.preparing import being_prepared
from animating_alliances_desktop.ui.kit.prose import Prose
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_SHOWN = (*TEXTS, Kind.QUESTION, *SOURCES)

_WIDE = 960


class EnquiryPage(FollowingPage):
    """The index of questions at the left, and the one that is open at the right."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        enquiry: Enquiry,
        notes: Notes,
        open: Callable[[Ref, str], None],  # noqa: A002 -- the word that all pages use
        say: Callable[..., None],
        mentions: Callable[[Ref], list[Mention]] = lambda _ref: [],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_SHOWN, parent)
        self._theme, self._open, self._say = theme, open, say
        self.presenter = EnquiryPresenter(self, enquiry, notes, tasks, open)
        self._make_parts(theme)
        self.mentions.attend(tasks, mentions)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.index)

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Open a question."""
        if isinstance(place, Ref):
            self.presenter.choose(place)
            self.index.choose(place)

    @property
    def unsaved(self) -> bool:
        """Whether a note was begun and not kept."""
        return bool(self.note.begun())

    def close_down(self) -> None:
        """Keep what was begun; call this before the tasks are closed."""
        for ref, text in self.note.begun().items():
            self.presenter.keep_on(ref, text)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the seven; there are none while the library is still being made."""
        self._stack.setCurrentIndex(0 if questions else 1)
        self.index.show_rows([self._row(question) for question in questions])
        chosen = self.presenter.chosen or (questions[0].ref if questions else None)
        if chosen is not None:
            self.index.choose(chosen)

    def show_overview(self, overview: Overview, about: str, origin: str) -> None:
        """Show one question with all that gathers under it."""
        question = overview.question
        another = self.note.question != question.ref
        self.index.choose(question.ref)
        self._eyebrow.setText(
            self.tr("Core question {n} · {title}").format(n=question.number, title=question.title)
        )
        self.question.setText(question.question)
        self.about.show_html(about)
        self.origin.show_html(origin)
        self.origin.setVisible(bool(origin))
        self.gathered.show_overview(overview)
        self.mentions.look(question.ref)
        self.note.show_question(question.ref)
        self._body.show()
        if another:
            self.column.verticalScrollBar().setValue(0)

    def turn_to_origin(self) -> None:
        """Scroll to where the question comes from."""
        self.column.ensureWidgetVisible(self.origin)

    def show_address(self, address: str) -> None:
        """Show where a link out of the app leads, and offer to copy it."""
        copy = QGuiApplication.clipboard().setText
        self._say(
            self.tr("This leads to the web: {address}").format(address=address),
            "info",
            self.tr("Copy the address"),
            lambda: copy(address),
        )

    def note_kept(self, ref: Ref) -> None:
        """Say that the note is kept."""
        self.note.kept(ref)
        self._say(self.tr("Your note is kept."), "success")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text more room in a narrow window."""
        super().resizeEvent(event)
        self.index.setFixedWidth(280 if self.width() > _WIDE else 228)

    def _make_parts(self, theme: Theme) -> None:
        self.index = ItemList(theme, self.tr("The seven core questions"), lines=3, single_click=True)
        self.column = Column(748)
        self._eyebrow = label("", "eyebrow")
        self.question = label("", "title")
        self.about = Prose(theme, self.tr("About this question"))
        self.origin = Prose(theme, self.tr("Where this question comes from"))
        self.note = NoteField(theme)
        self.mentions = Mentions(theme, inset=True)
        self.gathered = GatheredList(theme)
        self._body = QWidget()
        self._body.hide()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            PageHeader(self.tr("Enquiry"), self.tr("Seven questions to keep asking, and what others found"))
        )
        questions = QWidget()
        row = QHBoxLayout(questions)
        row.setContentsMargins(MARGIN - 14, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.index)
        row.addWidget(self.column, 1)
        self._stack = QStackedWidget()
        for part in (questions, EmptyPage(self._theme, "compass", *being_prepared())):
            self._stack.addWidget(part)
        whole.addWidget(self._stack, 1)
        self._lay_out_body()

    def _lay_out_body(self) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 14, 0, 0)
        body.setSpacing(14)
        parts = (
            self._eyebrow,
            self.question,
            self.about,
            self.note,
            self.mentions,
            self.gathered,
            self.origin,
        )
        for part in parts:
            inset = 0 if part in (self.gathered, self.mentions) else 14
            line = QHBoxLayout()
            line.setContentsMargins(inset, 0, inset, 0)
            line.addWidget(part)
            body.addLayout(line)
        self.column.add(self._body)
        self.column.add_stretch()

    def _connect(self) -> None:
        self.index.chosen.connect(self.presenter.choose)
        self.index.opened.connect(self.presenter.choose)
        self.about.asked.connect(self.presenter.follow)
        self.origin.asked.connect(self.presenter.follow)
        self.gathered.opened.connect(lambda ref: self._open(ref, ""))
        self.gathered.chosen.connect(self._keep_in_sight)
        self.mentions.opened.connect(lambda ref: self._open(ref, ""))
        self.note.asked.connect(self.presenter.keep)

    def _keep_in_sight(self) -> None:
        place = self.gathered.visualRect(self.gathered.currentIndex())
        middle = self.gathered.mapTo(self.column, place.center())
        middle.setY(middle.y() + self.column.verticalScrollBar().value())
        self.column.ensureVisible(0, middle.y(), 0, place.height())

    def _row(self, question: Question) -> Row:
        own = ""
        if question.own:
            own = self.tr("1 note") if question.own == 1 else self.tr("{n} notes").format(n=question.own)
        title = self.tr("{n}  {title}").format(n=question.number, title=question.title)
        return Row(question.ref, title, question.question, own)
