"""What meetings left behind, for the export of everything: lists to read, a table, and plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.followthrough.model import Action, Intention, Left
from animating_alliances_desktop.core.sharing.followthrough import (
    action_list,
    action_table,
    intention_list,
    left_list,
)


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """All actions, decisions, noticings and intentions."""

    actions: Sequence[Action] = ()
    decisions: Sequence[Left] = ()
    noticings: Sequence[Left] = ()
    intentions: Sequence[Intention] = ()

    @property
    def number(self) -> int:
        """How many they are."""
        return sum(map(len, self.things.values()))

    @property
    def things(self) -> Mapping[str, Sequence[Any]]:
        """All of them by their kind."""
        return {
            "actions": self.actions,
            "decisions": self.decisions,
            "noticings": self.noticings,
            "intentions": self.intentions,
        }

    def write(self, folder: Path) -> None:
        """Write a list of each kind of which there is something; raises OSError."""
        today = datetime.now().astimezone().date()
        texts = {
            "actions.md": action_list(self.actions, today) if self.actions else "",
            "actions.csv": "\ufeff" + action_table(self.actions) if self.actions else "",
            "decisions.md": left_list("Decisions", self.decisions, today) if self.decisions else "",
            "noticings.md": left_list("Noticings", self.noticings, today) if self.noticings else "",
            "intentions.md": intention_list(self.intentions, today) if self.intentions else "",
        }
        for name, text in texts.items():
            if text:
                folder.mkdir(exist_ok=True)
                (folder / name).write_bytes(text.encode())
