"""What the enquiry decides, without a window."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.enquiry.model import Overview, Question
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.enquiry.presenter import EnquiryPresenter, split, without_opening_quote
from tests.ui.inline import Inline
from tests.ui.opened import Opened

FORM, STEERING = Ref(Kind.QUESTION, "form"), Ref(Kind.QUESTION, "steering")
HTML = "<blockquote>\n<p>What shape?</p>\n</blockquote>\n<p>About.</p>\n<h2>Origin</h2>\n<p>Hers.</p>"


class FakeView:
    def __init__(self) -> None:
        self.questions: list[Ref] = []
        self.shown: list[tuple[Ref, str, str]] = []
        self.kept: list[Ref] = []
        self.addresses: list[str] = []
        self.turned = 0

    def show_questions(self, questions: Sequence[Question]) -> None:
        self.questions = [question.ref for question in questions]

    def show_overview(self, overview: Overview, about: str, origin: str) -> None:
        self.shown.append((overview.question.ref, about, origin))

    def turn_to_origin(self) -> None:
        self.turned += 1

    def show_address(self, address: str) -> None:
        self.addresses.append(address)

    def note_kept(self, ref: Ref) -> None:
        self.kept.append(ref)


class FakeStore:
    def __init__(self) -> None:
        self.notes: list[tuple[Ref, str]] = []

    def questions(self) -> list[Question]:
        return [Question(FORM, 1, "Form", "What shape?"), Question(STEERING, 3, "Steering", "Who chooses?")]

    def overview(self, ref: Ref) -> Overview:
        question = next(one for one in self.questions() if one.ref == ref)
        return Overview(question, HTML, {}, ())

    def add_note(self, about: Ref, text: str) -> Changes:
        if not text.strip():
            raise AppError("Write the note first.")
        self.notes.append((about, text))
        return Changes.of(about)


class Desk:
    def __init__(self) -> None:
        self.view, self.store, self.tasks, self.opened = FakeView(), FakeStore(), Inline(), Opened()
        self.presenter = EnquiryPresenter(self.view, self.store, self.store, self.tasks, self.opened)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_first_question_is_open_at_first(desk: Desk) -> None:
    desk.presenter.refresh()
    assert desk.view.questions == [FORM, STEERING]
    assert desk.view.shown == [(FORM, "<p>About.</p>\n", "<h2>Origin</h2>\n<p>Hers.</p>")]


def test_a_question_that_was_chosen_before_stays_chosen(desk: Desk) -> None:
    desk.presenter.choose(STEERING)
    desk.presenter.refresh()
    assert [ref for ref, _about, _origin in desk.view.shown] == [STEERING, STEERING]


def test_an_answer_that_comes_late_is_not_shown(desk: Desk) -> None:
    desk.tasks.hold = True
    desk.presenter.choose(FORM)
    desk.presenter.choose(STEERING)
    desk.tasks.let_go()
    assert [ref for ref, _about, _origin in desk.view.shown] == [STEERING]


def test_links_open_texts_questions_and_references(desk: Desk) -> None:
    desk.presenter.follow("aa:paper/overview#top")
    assert desk.opened == [(Ref(Kind.PAPER, "overview"), "")]
    desk.presenter.follow("aa:question/steering")
    assert desk.presenter.chosen == STEERING
    desk.presenter.follow("#ref-1")
    assert desk.view.turned == 1
    desk.presenter.follow("https://example.org/")
    assert desk.view.addresses == ["https://example.org/"]
    desk.presenter.follow("file:///etc/hostname")
    assert len(desk.opened) == 1
    assert len(desk.view.addresses) == 1


def test_a_note_is_kept_on_the_question_that_is_open(desk: Desk) -> None:
    desk.presenter.choose(STEERING)
    desk.presenter.keep("We never voted.")
    assert desk.store.notes == [(STEERING, "We never voted.")]
    assert desk.view.kept == [STEERING]
    assert desk.tasks.told == [Changes.of(STEERING)]
    desk.presenter.keep("  ")
    assert desk.view.kept == [STEERING]
    assert len(desk.tasks.failures) == 1


def test_the_text_is_parted() -> None:
    assert without_opening_quote("<p>No quote.</p>") == "<p>No quote.</p>"
    assert split("<p>No heading.</p>") == ("<p>No heading.</p>", "")
