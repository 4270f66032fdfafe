"""The schema: everything of the user's as a dated, numbered row; and what is only kept to be quick."""

from __future__ import annotations

from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.tables.alliances import AllianceRow, MemberRow
from animating_alliances_desktop.core.database.tables.gathering import (
    CollectedRow,
    CollectionRow,
    TaggingRow,
    TagRow,
)
from animating_alliances_desktop.core.database.tables.history import RevisionRow, TombstoneRow
from animating_alliances_desktop.core.database.tables.journal import AddendumRow, EntryRow
from animating_alliances_desktop.core.database.tables.marks import AnnotationRow, LinkRow, NoteRow
from animating_alliances_desktop.core.database.tables.shelf import (
    BundledRow,
    DocumentRow,
    MetaRow,
    PictureRow,
    PlaceRow,
)

__all__ = [
    "RECORDS",
    "AddendumRow",
    "AllianceRow",
    "AnnotationRow",
    "BundledRow",
    "CollectedRow",
    "CollectionRow",
    "DocumentRow",
    "EntryRow",
    "LinkRow",
    "MemberRow",
    "MetaRow",
    "NoteRow",
    "PictureRow",
    "PlaceRow",
    "RevisionRow",
    "TagRow",
    "TaggingRow",
    "TombstoneRow",
]

RECORDS: tuple[type[Record], ...] = (
    AllianceRow,
    MemberRow,
    DocumentRow,
    EntryRow,
    AddendumRow,
    AnnotationRow,
    NoteRow,
    TagRow,
    TaggingRow,
    CollectionRow,
    CollectedRow,
)
"""The tables of the user's rows, parents before children."""
