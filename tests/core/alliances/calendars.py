"""Calendar files as the usual programs write them."""

from __future__ import annotations

from pathlib import Path

STEERING = """BEGIN:VEVENT
UID:steering@example.org
SEQUENCE:{sequence}
DTSTART;TZID=Europe/Berlin:20261203T100000
DTEND;TZID=Europe/Berlin:20261203T113000
SUMMARY:{title}
LOCATION:Quay 3
DESCRIPTION:Agenda:\\n1. Dredging
ORGANIZER;CN=Ken Adeyemi:mailto:ken@coast.org
ATTENDEE;CN="Ines Obi";PARTSTAT=ACCEPTED:mailto:Ines@Coast.org
ATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:hall@coast.org
END:VEVENT"""

WEEKLY = """BEGIN:VEVENT
UID:weekly
DTSTART;TZID=Europe/Berlin:20261112T100000
DTEND;TZID=Europe/Berlin:20261112T110000
RRULE:FREQ=WEEKLY;COUNT=8
EXDATE;TZID=Europe/Berlin:20261119T100000
SUMMARY:Weekly round of the Coast
END:VEVENT
BEGIN:VEVENT
UID:weekly
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261210T100000
DTSTART;TZID=Europe/Berlin:20261211T140000
DTEND;TZID=Europe/Berlin:20261211T150000
SUMMARY:Weekly round of the Coast
END:VEVENT"""


def steering(title: str = "Steering group", sequence: int = 0) -> str:
    return STEERING.format(title=title, sequence=sequence)


def write(folder: Path, *events: str, method: str = "REQUEST", name: str = "meeting.ics") -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}"]
    text = "\n".join([*lines, *events, "END:VCALENDAR", ""])
    path = folder / name
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path
