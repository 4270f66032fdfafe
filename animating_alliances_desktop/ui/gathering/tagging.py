"""The dialogue in which what is chosen gets its tags, and is put into collections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.gathering.model import Collection, Tag
from animating_alliances_desktop.ui.gathering.ports import Stores
from animating_alliances_desktop.ui.gathering.presenter import Standing, Tagging, TakeBack
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_LONGEST = 80


class _Field(QLineEdit):
    """A name; Enter takes it, and leaves the dialogue open."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(60)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def know(self, names: Sequence[str]) -> None:
        """Complete what is typed to one of these."""
        self._known.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the dialogue's buttons."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class TaggingDialog(QDialog):
    """Shows tags as chips that can be taken off, and collections as boxes to tick."""

    def __init__(
        self,
        theme: Theme,
        stores: Stores,
        tasks: Runner,
        targets: Sequence[Ref],
        take_back: TakeBack,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags and collections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 500)
        self._theme = theme
        self.presenter = Tagging(self, stores, tasks, targets, take_back)
        self.about = label("", "subheading")
        self.tag_field = _Field(self.tr("Add a tag"))
        self.collection_field = _Field(self.tr("Put into a new collection"))
        self.tag_field.returnPressed.connect(self._tag)
        self.collection_field.returnPressed.connect(self._collect_into_new)
        self.tags: dict[Ref, QPushButton] = {}
        self.collections: dict[Ref, QCheckBox] = {}
        self._lay_out()
        self.finished.connect(lambda _how: self.presenter.leave())
        self.presenter.refresh()

    def show_standing(self, standing: Standing) -> None:
        """Show tags and collections as they are; the keyboard stays where it was."""
        many = self.tr("{n} things").format(n=len(standing.titles))
        title = standing.titles[0][:_LONGEST] if standing.titles else ""
        self.about.setText(title if len(standing.titles) < 2 else many)
        held = self.focusWidget()
        empty(self._chips)
        self.tags = {tag.ref: self._chip(tag) for tag in standing.tags}
        for chip in self.tags.values():
            self._chips.addWidget(chip)
        self._none.setVisible(not standing.tags)
        mine = {tag.ref for tag in standing.tags}
        self.tag_field.know([tag.name for tag in standing.known_tags if tag.ref not in mine])
        self._show_collections(standing)
        if held is None or held in (self.tag_field, self.collection_field):
            (held or self.tag_field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_collections(self, standing: Standing) -> None:
        mine = {one.ref for one in standing.collections}
        known = {one.ref: one for one in standing.known_collections}
        if set(known) != set(self.collections):
            empty(self._boxes)
            self.collections = {ref: self._box(one) for ref, one in known.items()}
            for box in self.collections.values():
                self._boxes.addWidget(box)
            self._boxes.addStretch(1)
        for ref, box in self.collections.items():
            box.setChecked(ref in mine)

    def _tag(self) -> None:
        name = self.tag_field.text()
        if name.strip():
            self.tag_field.clear()
            self.presenter.tag(name)

    def _collect_into_new(self) -> None:
        name = self.collection_field.text()
        if name.strip():
            self.collection_field.clear()
            self.presenter.collect_into_new(name)

    def _chip(self, tag: Tag) -> QPushButton:
        made = QPushButton(f"{tag.name}  ✕")
        made.setProperty("role", "chip")
        made.setAccessibleName(self.tr("Take off the tag {name}").format(name=tag.name))
        made.setToolTip(made.accessibleName())
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.presenter.untag(tag))
        return made

    def _box(self, collection: Collection) -> QCheckBox:
        made = QCheckBox(collection.name)
        made.clicked.connect(
            lambda on: (self.presenter.collect if on else self.presenter.uncollect)(collection.ref)
        )
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addWidget(label(self.tr("Tags"), "eyebrow"))
        chips = QWidget()
        self._chips = Flow(6, chips)
        column.addWidget(chips)
        chips.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._none = label(
            self.tr("No tag yet. Type one and press Enter; #word in a note does the same."), "muted"
        )
        column.addWidget(self._none)
        column.addWidget(self.tag_field)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Collections"), "eyebrow"))
        inner = QWidget()
        inner.setProperty("role", "column")
        self._boxes = QVBoxLayout(inner)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column.addWidget(area, 1)
        column.addWidget(self.collection_field)
        row = QHBoxLayout()
        row.addStretch(1)
        done = button(self.tr("Done"), "primary")
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        row.addWidget(done)
        column.addLayout(row)
