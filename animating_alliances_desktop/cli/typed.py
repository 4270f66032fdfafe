"""What the command line makes of typed words: numbers, days, texts in files."""

from __future__ import annotations

import argparse
import sys
from datetime import date, time
from pathlib import Path

from animating_alliances_desktop.core.errors import AppError


def at_least_one(text: str) -> int:
    """A whole number from 1 on."""
    given = number(text)
    if given < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return given


def number(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None


def day(text: str) -> date:
    """A day, as ISO 8601 writes it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2026-11-24") from None


def said_day(text: str) -> date:
    """A day to come, as the British say it: “Friday”, “3 Dec”, “the end of March”, or as ISO 8601 writes it."""
    # python-dateutil takes 50 ms, which only a command that names such a day pays
    from animating_alliances_desktop.core.followthrough.days import said_day as read

    found = read(text, date.today())  # noqa: DTZ011 -- the user's own day
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as Friday, 3 Dec or 2026-12-03")
    return found


def clock(text: str) -> time:
    """An hour of the day, as 14:30."""
    try:
        hour = time.fromisoformat(text.strip().zfill(5))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a time such as 14:30") from None
    return hour.replace(tzinfo=None)


def text_of(name: str) -> str:
    """The text of a file, or of standard input; raises AppError if it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        raise AppError(f"The text of {name} is not UTF-8; save it as UTF-8 and try again.") from None
    except OSError as error:
        raise AppError(f"The file {name} cannot be read ({error.strerror}).") from error
