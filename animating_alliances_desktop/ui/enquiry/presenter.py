"""Decides which question of the enquiry is shown, and keeps notes on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.enquiry.model import Overview, Question
from animating_alliances_desktop.ui.kit.runner import Runner

_QUOTE_ENDS = "</blockquote>"


class View(Protocol):
    """What the presenter needs of the page."""

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the seven."""

    def show_overview(self, overview: Overview, about: str, origin: str) -> None:
        """Show one question with all that gathers under it: what it is about first, where it comes from last."""

    def turn_to_origin(self) -> None:
        """Scroll to where the question comes from, and to the references."""

    def show_address(self, address: str) -> None:
        """Show where a link out of the app leads."""

    def note_kept(self, ref: Ref) -> None:
        """Say that the note on this question is kept."""


class Enquiry(Protocol):
    """What the presenter needs of the questions' store."""

    def questions(self) -> list[Question]:
        """Fetch the seven."""

    def overview(self, ref: Ref) -> Overview:
        """Fetch one with all that gathers under it."""


class Notes(Protocol):
    """What the presenter needs of the notes' store."""

    def add_note(self, about: Ref, text: str) -> Changes:
        """Keep a note."""


class EnquiryPresenter:
    """The seven questions, one of which is open."""

    def __init__(
        self,
        view: View,
        enquiry: Enquiry,
        notes: Notes,
        tasks: Runner,
        open_ref: Callable[[Ref, str], None],
    ) -> None:
        self._view = view
        self._enquiry = enquiry
        self._notes = notes
        self._tasks = tasks
        self._open = open_ref
        self._chosen: Ref | None = None

    @property
    def chosen(self) -> Ref | None:
        """The question that is open."""
        return self._chosen

    def refresh(self) -> None:
        """Fetch everything anew."""
        self._tasks.read(self._enquiry.questions, self._take, "enquiry.questions")

    def choose(self, ref: Ref) -> None:
        """Open a question."""
        if ref.kind is Kind.QUESTION and ref != self._chosen:
            self._chosen = ref
            self._fetch(ref)

    def follow(self, address: str) -> None:
        """Follow a link in the text on a question; one that leads out of the app is only shown."""
        if address.startswith("#"):
            self._view.turn_to_origin()
        elif address.startswith(("http://", "https://")):
            self._view.show_address(address)
        if not address.startswith("aa:"):
            return
        ref = Ref.parse(address.partition("#")[0])
        if ref.kind is Kind.QUESTION:
            self.choose(ref)
        else:
            self._open(ref, "")

    def keep(self, text: str) -> None:
        """Keep a note on the question that is open."""
        if self._chosen is not None:
            self.keep_on(self._chosen, text)

    def keep_on(self, ref: Ref, text: str) -> None:
        """Keep a note on a question."""
        self._tasks.write(lambda: self._notes.add_note(ref, text), lambda _changes: self._view.note_kept(ref))

    def _take(self, questions: list[Question]) -> None:
        self._view.show_questions(questions)
        if self._chosen is None and questions:
            self._chosen = questions[0].ref
        if self._chosen is not None:
            self._fetch(self._chosen)

    def _fetch(self, ref: Ref) -> None:
        self._tasks.read(lambda: self._enquiry.overview(ref), self._show, "enquiry.overview")

    def _show(self, overview: Overview) -> None:
        if overview.question.ref == self._chosen:
            self._view.show_overview(overview, *split(without_opening_quote(overview.about)))


def split(html: str) -> tuple[str, str]:
    """Part a text at its first heading."""
    about, heading, rest = html.partition("<h2")
    return about, heading + rest


def without_opening_quote(html: str) -> str:
    """Leave out the quotation with which the text opens: it is the question, which stands above it anyway."""
    if not html.lstrip().startswith("<blockquote>"):
        return html
    return html.partition(_QUOTE_ENDS)[2].lstrip()
