"""The schema: everything of the user's as a dated, numbered row; and what is only kept to be quick."""

from __future__ import annotations

from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.tables.alliances import AllianceRow, MemberRow, OrganisationRow
from animating_alliances_desktop.core.database.tables.followthrough import (
    ActionRow,
    DecisionRow,
    IntentionRow,
    NoticingRow,
    StepRow,
)
from animating_alliances_desktop.core.database.tables.gathering import (
    CollectedRow,
    CollectionRow,
    TaggingRow,
    TagRow,
)
from animating_alliances_desktop.core.database.tables.history import RevisionRow, TombstoneRow
from animating_alliances_desktop.core.database.tables.journal import AddendumRow, EntryRow, SealRow
from animating_alliances_desktop.core.database.tables.marks import AnnotationRow, LinkRow, NoteRow
from animating_alliances_desktop.core.database.tables.meetings import AttendanceRow, MeetingRow
from animating_alliances_desktop.core.database.tables.people import (
    KeptRow,
    MergedRow,
    PersonRow,
    SeatRow,
)
from animating_alliances_desktop.core.database.tables.shelf import (
    BundledRow,
    DocumentRow,
    MetaRow,
    PictureRow,
    PlaceRow,
)

__all__ = [
    "RECORDS",
    "ActionRow",
    "AddendumRow",
    "AllianceRow",
    "AnnotationRow",
    "AttendanceRow",
    "BundledRow",
    "CollectedRow",
    "CollectionRow",
    "DecisionRow",
    "DocumentRow",
    "EntryRow",
    "IntentionRow",
    "KeptRow",
    "LinkRow",
    "MeetingRow",
    "MemberRow",
    "MergedRow",
    "MetaRow",
    "NoteRow",
    "NoticingRow",
    "OrganisationRow",
    "PersonRow",
    "PictureRow",
    "PlaceRow",
    "RevisionRow",
    "SealRow",
    "SeatRow",
    "StepRow",
    "TagRow",
    "TaggingRow",
    "TombstoneRow",
]

RECORDS: tuple[type[Record], ...] = (
    AllianceRow,
    OrganisationRow,
    PersonRow,
    MemberRow,
    SeatRow,
    KeptRow,
    MeetingRow,
    AttendanceRow,
    DocumentRow,
    EntryRow,
    AddendumRow,
    DecisionRow,
    NoticingRow,
    ActionRow,
    StepRow,
    IntentionRow,
    AnnotationRow,
    NoteRow,
    TagRow,
    TaggingRow,
    CollectionRow,
    CollectedRow,
)
"""The tables of the user's rows, parents before children."""
