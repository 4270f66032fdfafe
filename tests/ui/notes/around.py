"""What the notes page is given in tests: the stores of a workspace, and notes of what it asks the window for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.notes.ports import Around


@dataclass
class Asked:
    """What the page asked the window for."""

    entries: list[str] = field(default_factory=list)
    tagged: list[Sequence[Ref]] = field(default_factory=list)


def around(workspace: Workspace, open_ref: Callable[[Ref, str], None], asked: Asked | None = None) -> Around:
    asked = asked or Asked()
    return Around(
        notes=workspace.annotations,
        review=workspace.review,
        exchange=workspace.exchange,
        questions=lambda: {one.ref.key: one.title for one in workspace.enquiry.questions()},
        alliances=lambda: {one.ref: one.name for one in workspace.alliances.listed()},
        open=open_ref,
        into_journal=asked.entries.append,
        tag=asked.tagged.append,
    )
