"""The settings page: every choice that the core declares, the workspace, and what this app is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Card, Column, PageHeader, Section
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.settings.choice import ChoiceLine
from animating_alliances_desktop.ui.settings.presenter import SettingsPresenter, choices
from animating_alliances_desktop.ui.settings.watched import Watched, WatchedCard
from animating_alliances_desktop.ui.settings.words import words_of
from animating_alliances_desktop.ui.settings.workspace import WorkspaceCard


def _now() -> datetime:
    return datetime.now().astimezone()


class SettingsPage(QWidget):
    """What is chosen is told at once; there is nothing to save."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        settings: Settings,
        chosen: Callable[[str, object], object],
        workspace: Path,
        watched: Watched,
        open_folder: Callable[[], object],
        back_up: Callable[[], str],
        back_up_to: Callable[[Path], str],
        export: Callable[[Path], str],
        say: Callable[..., None],
        gather: Callable[[], object] = lambda: None,
        show_trash: Callable[[], object] = lambda: None,
        now: Callable[[], datetime] = _now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._theme, self._say = theme, say
        self.presenter = SettingsPresenter(self, tasks, now)
        self.lines: dict[str, ChoiceLine] = {}
        self.workspace = WorkspaceCard(theme, workspace)
        self.workspace.backup_name = self.presenter.backup_name()
        self.watched = WatchedCard(theme, watched)
        self._show_trash = show_trash
        self._lay_out(settings, chosen, gather)
        run = self.presenter.run
        self.workspace.open_asked.connect(open_folder)
        self.workspace.backup_asked.connect(lambda: run(back_up))
        self.workspace.backup_file_picked.connect(lambda path: run(lambda: back_up_to(path)))
        self.workspace.export_folder_picked.connect(lambda path: self.presenter.export(path, export))

    def show_settings(self, settings: Settings) -> None:
        """Show what was chosen elsewhere, such as the size of the letters in the reader."""
        for name, line in self.lines.items():
            line.control.show_value(getattr(settings, name))

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is being done with the workspace."""
        self.workspace.show_busy(busy=busy)

    def say_done(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, "success")

    def _lay_out(
        self, settings: Settings, chosen: Callable[[str, object], object], gather: Callable[[], object]
    ) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHeader(self.tr("Settings")))
        column = Column()
        whole.addWidget(column, 1)
        cards: dict[str, Card] = {}
        for choice in choices(settings):
            line = ChoiceLine(self._theme, choice)
            line.chosen.connect(chosen)
            self.lines[choice.name] = line
            title = words_of(choice.name).section
            if title not in cards:
                cards[title] = Card()
                cards[title].body.setSpacing(18)
                column.add(_section(title, cards[title]))
            cards[title].body.addWidget(line)
        column.add(_section(self.tr("Watched folders"), self.watched))
        column.add(_section(self.tr("Tags and collections"), self._gathering(gather)))
        column.add(_section(self.tr("Your workspace"), self.workspace))
        column.add(_section(self.tr("Trash"), self._trash()))
        column.add(_section(self.tr("About"), self._about()))
        column.add_stretch()

    def _gathering(self, gather: Callable[[], object]) -> Card:
        card = Card()
        words = self.tr(
            "Tags and collections go over everything: texts, notes, highlights, entries, alliances. "
            "Ctrl+T tags what is open or chosen. Here they are looked through, renamed, merged and removed."
        )
        card.body.addWidget(label(words, "muted"))
        show = button(self.tr("All tags and collections…"), icon="tag", theme=self._theme)
        show.clicked.connect(lambda: gather())
        card.body.addWidget(show)
        return card

    def _trash(self) -> Card:
        card = Card()
        words = self.tr("What you delete can be brought back for 30 days. Then it is let go for good.")
        card.body.addWidget(label(words, "muted"))
        show = button(self.tr("Show what was deleted…"), icon="trash-2", theme=self._theme)
        show.clicked.connect(lambda: self._show_trash())
        card.body.addWidget(show)
        return card

    def _about(self) -> Card:
        card = Card()
        card.body.addWidget(
            label(self.tr("Animating Alliances {version}").format(version=__version__), "subheading")
        )
        for words in (
            self.tr(
                "It works without a network: it sends nothing, fetches nothing, and asks for no account. "
                "A link to the web is opened only in your browser, and only after you agree."
            ),
            self.tr(
                "The enquiry into what makes alliances work was begun by Ros Tennyson "
                "and the Partnership Brokers Association. "
                "The seven questions are theirs; the wording, the papers and the cases here are ours."
            ),
            self.tr(
                "Set in Literata, Inter and Atkinson Hyperlegible Next (SIL Open Font License), "
                "with icons by Lucide (ISC licence). "
                "The app is free software under the MIT licence."
            ),
        ):
            line = QFrame()
            line.setProperty("role", "line")
            line.setFixedHeight(1)
            card.body.addWidget(line)
            card.body.addWidget(label(words, "muted"))
        return card


def _section(title: str, card: Card) -> Section:
    made = Section(title)
    made.add(card)
    return made
