"""The page for PDF files: their pages, outline and small pictures, the notes, and the bars around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.outlining import lines_of
from animating_alliances_desktop.core.library.pdf.model import Facts
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.addresses import follow
from animating_alliances_desktop.ui.kit.asking import ask_for_file, file_name_of
from animating_alliances_desktop.ui.kit.marks import Around, Marks
from animating_alliances_desktop.ui.kit.naming import Naming
from animating_alliances_desktop.ui.kit.ports import Preferences, Say
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.highlighting import Highlighting
from animating_alliances_desktop.ui.pdf.parts import Parts
from animating_alliances_desktop.ui.pdf.places import outlining_of
from animating_alliances_desktop.ui.pdf.ports import Library, Pdfs, Shown
from animating_alliances_desktop.ui.pdf.presenter import PdfPresenter
from animating_alliances_desktop.ui.pdf.quoting import Quoting
from animating_alliances_desktop.ui.pdf.searching import Searching
from animating_alliances_desktop.ui.pdf.telling import PdfTelling
from animating_alliances_desktop.ui.pdf.toolbar import PageField

NARROW = 980
"""Below this width there is no room for the outline beside the pages."""


class PdfPage(PdfTelling, QWidget):
    """Shows one PDF of the library, with the user's highlights and notes."""

    def __init__(
        self,
        theme: Theme,
        pdfs: Pdfs,
        library: Library,
        marks: Marks,
        tasks: Runner,
        actions: Actions,
        *,
        open_ref: Callable[[Ref], object],
        say: Say,
        preferences: Preferences,
        around: Around | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._say, self._preferences, self._pdfs = say, preferences, pdfs
        self._facts: Facts | None = None
        self._is_narrow = False
        self.parts = Parts(theme, pdfs, tasks, self)
        self.sheet = self.parts.sheet
        self.presenter = PdfPresenter(self, pdfs, library, marks, tasks)
        self._restore = self.presenter.marking.restore
        self.turn_back = partial(self.presenter.turn, back=True)
        self.turn_forward = partial(self.presenter.turn, back=False)
        self.presenter.marking.around = around or Around()
        self.show_way, self.here = self.parts.toolbar.show_way, self.sheet.here
        notes = self.parts.notes
        self.show_notes, self.show_mentions = notes.show_notes, notes.mentions.show_mentions
        self.searching = Searching(self.parts.find_bar, self.sheet, lambda: self.presenter.words.finder, self)
        self.highlighting = Highlighting(theme, self.sheet, notes, self.presenter.marking, self)
        self.quoting = Quoting(self.presenter, library, tasks, say, self)
        self.subject = self.highlighting.subject
        self.highlighting.attend(lambda address: follow(address, self, open_ref))
        self.outlining, self._naming = outlining_of(self, tasks, say), _naming_of(self, tasks, library)
        self._connect()
        _bind(actions, self)
        self.parts.toolbar.show_paper(preferences.settings.paper)
        self.parts.toolbar.let_work(on=False)
        tasks.read(pdfs.warm_up, lambda _done: None)

    def arrive(self, place: tuple[Ref, str]) -> None:
        """Open the file that the window was asked for, where it was left, or at a quote."""
        ref, quote = place
        if ref != self.presenter.ref:
            self.parts.say(self.tr("Opening…"))
        self.presenter.show(ref, quote)
        self.setFocusProxy(self.sheet)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        self.presenter.changed(changes)
        self.outlining.shaping.changed(changes)
        self._naming.heed(changes)

    def stop(self) -> None:
        """The app is closing: end the child process."""
        self._pdfs.close()

    # What the presenter asks for

    def show_title(self, title: str) -> None:
        """See `View.show_title`."""
        self._facts = None
        self.call(title)
        self.highlighting.bubble.hide()
        self.searching.forget()
        self.parts.let_go()
        self.outlining.shaping.open(None)
        self.highlighting.show(())

    def call(self, title: str) -> None:
        """Show what the file is called; the user may call it otherwise while it is open."""
        self.presenter.title = title
        self.setWindowTitle(title)
        self.parts.toolbar.show_title(title)

    def show_file(self, ref: Ref, facts: Facts) -> None:
        """See `View.show_file`."""
        self._facts = facts
        self.parts.toolbar.let_work(on=True)
        self.parts.show_pages()
        self.sheet.show_file(ref, facts.sizes)
        self.parts.show_facts(facts)
        self.outlining.shaping.open(ref, lines_of(facts.outline))
        self.sheet.setFocus()

    def ask_password(self, *, wrong: bool) -> None:
        """See `View.ask_password`."""
        self.parts.ask(wrong=wrong)

    def show_sentence(self, sentence: str) -> None:
        """See `View.show_sentence`."""
        self.parts.say(sentence)

    def show_marks(self, marks: Sequence[Shown]) -> None:
        """See `View.show_marks`."""
        self.highlighting.show(marks)

    def turn_to(self, page: int, down: float = 0.0, glow: Sequence[Span] = ()) -> None:
        """See `View.turn_to`."""
        self.sheet.turn_to(page, down, glow)

    def finish_writing(self) -> None:
        """See `View.finish_writing`."""
        self.parts.notes.close_editor()

    def edit_note(self, ref: Ref) -> None:
        """See `View.edit_note`."""
        self.highlighting.edit(ref)

    def put_on_clipboard(self, words: str) -> None:
        """See `View.put_on_clipboard`."""
        QGuiApplication.clipboard().setText(words)

    def ask_about(self, address: str) -> None:
        """See `View.ask_about`."""
        self.parts.link_bar.ask(address)

    def words_came(self) -> None:
        """See `View.words_came`."""
        self.searching.search_again()

    # What the hand does

    def ask_for_copy(self) -> None:
        """Ask where the copy shall be written."""
        if self._facts is None:
            return
        title = self.tr("Export a copy with my highlights and notes")
        name = self.tr("{title} with notes").format(title=file_name_of(self.presenter.title, "document"))
        ask_for_file(self, title, name, [(self.tr("PDF files"), "pdf")], self.presenter.export_copy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window's room to the pages; the outline can be called up again."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.parts.toolbar.outline.setChecked(not narrow)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the place and the note in progress when the page goes out of sight."""
        super().hideEvent(event)
        self.presenter.remember()
        self.parts.notes.flush()
        self.outlining.flush()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the back and forward buttons of a mouse."""
        if event.button() is Qt.MouseButton.BackButton:
            self.presenter.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.presenter.forward()
        else:
            super().mouseReleaseEvent(event)

    def _connect(self) -> None:
        parts, sheet, presenter = self.parts, self.sheet, self.presenter
        bar = parts.toolbar
        for button, act in (
            (bar.back, presenter.back),
            (bar.forward, presenter.forward),
            (bar.finder, self.searching.open),
            (bar.larger, partial(sheet.zoom_by, 1)),
            (bar.smaller, partial(sheet.zoom_by, -1)),
            (bar.width_fits, partial(sheet.fit, "width")),
            (bar.page_fits, partial(sheet.fit, "page")),
            (bar.copy, self.ask_for_copy),
        ):
            button.clicked.connect(lambda _on=False, act=act: act())
        bar.paper_chosen.connect(self._choose_paper)
        bar.field.wanted.connect(self._go_to)
        bar.field.left.connect(sheet.setFocus)
        self.highlighting.panel_wanted.connect(lambda: bar.notes.setChecked(True))
        self.highlighting.reference_wanted.connect(self.quoting.copy)
        sheet.stock.took_texts = presenter.take_texts
        sheet.rested.connect(presenter.remember)
        sheet.linked.connect(presenter.follow)
        sheet.copied.connect(presenter.copy)
        parts.outline.chosen.connect(presenter.follow)
        parts.thumbnails.chosen.connect(presenter.turn_to)
        parts.instead.unlocked.connect(presenter.unlock)

    def _go_to(self, label: str) -> None:
        self.sheet.setFocus()  # what one wants next is to read on
        self.presenter.go_to(label)

    def _choose_paper(self, paper: str) -> None:
        self._preferences.choose("paper", paper)
        self.parts.toolbar.show_paper(paper)


def _naming_of(page: PdfPage, tasks: Runner, library: Library) -> Naming:
    presenter = page.presenter
    return Naming(tasks, library.title_of, lambda: (presenter.ref, presenter.title), page.call, "pdf")


def _bind(actions: Actions, page: PdfPage) -> None:
    """Stand behind the rows of `commands`."""
    searching, hand, presenter, sheet = page.searching, page.highlighting, page.presenter, page.sheet
    bar = page.parts.toolbar
    calls: dict[str, Callable[[], object]] = {
        "back": presenter.back,
        "forward": presenter.forward,
        "page": partial(_ask_for_page, bar.field),
        "find": searching.open,
        "find_next": partial(searching.step, 1),
        "find_previous": partial(searching.step, -1),
        "larger": partial(sheet.zoom_by, 1),
        "smaller": partial(sheet.zoom_by, -1),
        "usual_size": partial(sheet.zoom_by, 0),
        "fit_width": partial(sheet.fit, "width"),
        "fit_page": partial(sheet.fit, "page"),
        "note": hand.note,
        "note_on_text": partial(hand.edit, None),
        "change_mark": hand.change_here,
        "copy_reference": hand.copy_reference,
        "outline": bar.outline.toggle,
        "outline_add": partial(_in_outline, page, "add"),
        "outline_edit": partial(_in_outline, page, "toggle"),
        "notes": bar.notes.toggle,
        "copy": page.ask_for_copy,
    }
    calls |= {f"mark_{colour.value}": partial(hand.colour, colour) for colour in Colour}
    for name, call in calls.items():
        actions.bind(f"pdf.{name}", call, page)


def _in_outline(page: PdfPage, deed: str) -> None:
    """Bring the outline into view, and do something to it."""
    page.parts.toolbar.outline.setChecked(True)
    page.parts.side.setCurrentWidget(page.parts.outline)
    getattr(page.outlining, deed)()


def _ask_for_page(field: PageField) -> None:
    field.setFocus()
    field.selectAll()
