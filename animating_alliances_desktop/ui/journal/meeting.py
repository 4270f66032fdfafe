"""Which meeting an entry is about: a choice among those of the alliance, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.choice import Choice

_MOST = 40


class MeetingChoice(Choice):
    """Names meetings; the first choice is none."""

    picked = Signal(object)
    """The Ref that the user chose, or None."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._meetings: Sequence[Meeting] = ()
        self._alliance: Ref | None = None
        self._refs: list[Ref | None] = [None]
        self.chosen: Ref | None = None
        self.currentIndexChanged.connect(self._picked)
        self._fill()

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Offer these, as far as they are of the alliance; what was chosen stays chosen."""
        self._meetings = sorted(meetings, key=_when, reverse=True)
        self._fill()

    def choose(self, alliance: Ref | None, meeting: Ref | None) -> None:
        """Offer the meetings of an alliance, and choose one of them without telling anyone."""
        self._alliance, self.chosen = alliance, meeting
        self._fill()

    def take(self, meeting: Meeting) -> None:
        """Offer a meeting that was noted just now, and choose it as the user would."""
        self.show_meetings([*self._meetings, meeting])
        self.setCurrentIndex(self._refs.index(meeting.ref))

    def known(self, ref: Ref | None) -> Meeting | None:
        """A meeting that is known."""
        return next((one for one in self._meetings if one.ref == ref), None)

    def _fill(self) -> None:
        offered = [one for one in self._meetings if one.planned.alliance == self._alliance]
        offered = [one for one in offered if not one.cancelled or one.ref == self.chosen][:_MOST]
        labels: list[tuple[Ref | None, str]] = [(None, self.tr("No meeting"))]
        labels += [(one.ref, one.label) for one in offered]
        if self.chosen is not None and self.chosen not in {ref for ref, _label in labels}:
            held = self.known(self.chosen)
            labels.append((self.chosen, held.label if held else self.tr("An earlier meeting")))
        with QSignalBlocker(self):
            self.clear()
            self._refs = [ref for ref, _label in labels]
            self.addItems([label for _ref, label in labels])
            self.setCurrentIndex(self._refs.index(self.chosen))
        self.setEnabled(len(labels) > 1)

    def _picked(self, index: int) -> None:
        self.chosen = self._refs[index] if 0 <= index < len(self._refs) else None
        self.picked.emit(self.chosen)


def _when(meeting: Meeting) -> tuple[str, str]:
    begins = meeting.planned.begins
    return meeting.day.isoformat(), begins.isoformat() if begins is not None else ""
