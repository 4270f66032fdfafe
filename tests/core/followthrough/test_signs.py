"""What a line is by its sign, what it asks for, and on which day."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.followthrough.days import next_time, said_day
from animating_alliances_desktop.core.followthrough.model import Owner, OwnerKind, Repeats, Wish
from animating_alliances_desktop.core.followthrough.owners import Known
from animating_alliances_desktop.core.followthrough.signs import cue_and_then, sign_of, signed, signs
from animating_alliances_desktop.core.followthrough.wording import read_wish

WEDNESDAY = date(2026, 11, 25)

TEXT = """# Board
-> Send the draft
! We meet monthly from now on.
~ Ines was silent.
  - → an arrow in a list
[] ring the trust
Action: ask Tom
Decided: no new members before spring
If nobody speaks, then I will wait for ten breaths.

```
-> not in code
```
- a plain list
!important
~5 people came
![picture](x.png)
~~gone~~
-- a dash
[x] done already
> quoted
Actions: none"""


def test_signed_lines_are_told_from_all_others() -> None:
    found = signs(TEXT)
    assert [(sign.kind, sign.words) for sign in found] == [
        (Kind.ACTION, "Send the draft"),
        (Kind.DECISION, "We meet monthly from now on."),
        (Kind.NOTICING, "Ines was silent."),
        (Kind.ACTION, "an arrow in a list"),
        (Kind.ACTION, "ring the trust"),
        (Kind.ACTION, "ask Tom"),
        (Kind.DECISION, "no new members before spring"),
        (Kind.INTENTION, "If nobody speaks, then I will wait for ten breaths."),
    ]
    assert all(TEXT[sign.start : sign.end] == sign.line for sign in found)
    assert cue_and_then(found[-1].words) == ("nobody speaks", "wait for ten breaths")


@pytest.mark.parametrize(
    ("line", "asked", "halves"),
    [
        ("If it is Tuesday, then I open the draft.", False, None),
        ("If it is Tuesday, then I open the draft.", True, ("it is Tuesday", "open the draft")),
        ("if Ines is silent then I'll ask her", False, ("Ines is silent", "ask her")),
        ("If nobody objects, I will send it.", False, None),
        ("If nobody objects, I will send it.", True, ("nobody objects", "send it")),
        ("Tuesday after lunch, I open the draft", True, ("Tuesday after lunch", "open the draft")),
        ("I will see", True, None),
    ],
)
def test_an_intention_is_read_more_loosely_where_it_is_asked_for(
    line: str, asked: bool, halves: tuple[str, str] | None
) -> None:
    sign = sign_of(line, asked=asked)
    assert (cue_and_then(sign.words) if sign is not None else None) == halves


def test_a_key_puts_a_sign_on_a_line_and_takes_it_off_again() -> None:
    line = "Ring the trust"
    for kind, sign in ((Kind.ACTION, "->"), (Kind.DECISION, "!"), (Kind.NOTICING, "~")):
        marked = signed(line, kind)
        assert marked == f"{sign} {line}"
        assert signed(marked, kind) == line
        assert [one.kind for one in signs(marked)] == [kind]
    assert signed("-> Ring the trust", Kind.DECISION) == "! Ring the trust"
    assert signed("- Ring the trust", Kind.NOTICING) == "~ Ring the trust"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Friday", date(2026, 11, 27)),
        ("by Fri", date(2026, 11, 27)),
        ("Wednesday", date(2026, 12, 2)),
        ("next Monday", date(2026, 11, 30)),
        ("next Friday", date(2026, 12, 4)),
        ("Friday week", date(2026, 12, 4)),
        ("3 Dec", date(2026, 12, 3)),
        ("3rd of December", date(2026, 12, 3)),
        ("Thursday 3 December", date(2026, 12, 3)),
        ("December 3", date(2026, 12, 3)),
        ("3 January", date(2027, 1, 3)),
        ("3/12", date(2026, 12, 3)),
        ("3/2/27", date(2027, 2, 3)),
        ("2027-02-03", date(2027, 2, 3)),
        ("the 5th", date(2026, 12, 5)),
        ("the 31st", date(2026, 12, 31)),
        ("29 February", date(2028, 2, 29)),
        ("tomorrow", date(2026, 11, 26)),
        ("end of the month", date(2026, 11, 30)),
        ("the end of February", date(2027, 2, 28)),
        ("end of next quarter", date(2027, 3, 31)),
        ("next week", date(2026, 12, 4)),
        ("in two weeks", date(2026, 12, 9)),
        ("in a month", date(2026, 12, 25)),
        ("31 November", None),
        ("the board", None),
        ("3", None),
        ("marching", None),
        ("", None),
    ],
)
def test_days_are_read_as_the_british_say_them(said: str, meant: date | None) -> None:
    assert said_day(said, WEDNESDAY) == meant


KNOWN = Known(
    [
        Owner("Ana Silva", OwnerKind.MEMBER),
        Owner("River Trust", OwnerKind.MEMBER),
        Owner("River Trust North", OwnerKind.MEMBER),
    ]
)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        (
            "Send the draft to the board @Ana Silva by Friday (agreed)",
            Wish("Send the draft to the board", "Ana Silva", date(2026, 11, 27), agreed=True),
        ),
        (
            "River Trust North: find a room, by 3 Dec.",
            Wish("find a room.", "River Trust North", date(2026, 12, 3)),
        ),
        ("@river trust finds a room", Wish("finds a room", "River Trust")),
        ("Ring @Zoë Hart-Lee about it", Wish("Ring about it", "Zoë Hart-Lee")),
        ("Ring @Zoë.", Wish("Ring.", "Zoë")),
        ('Write it up @"the two chairs" by the end of March', Wish("Write it up", "the two chairs", date(2027, 3, 31))),
        ("Circulate notes @me every two weeks", Wish("Circulate notes", "me", repeats=Repeats.FORTNIGHTLY)),
        ("Send the weekly report @hub (monthly)", Wish("Send the weekly report", "the hub", repeats=Repeats.MONTHLY)),
        ("Stop by the office by Monday's lunch", Wish("Stop by the office by Monday's lunch")),
        ("Write to a.b@example.org", Wish("Write to a.b@example.org")),
        ("Note: ask again", Wish("Note: ask again")),
        ("by Friday", Wish("by Friday", due=date(2026, 11, 27))),
    ],
)  # fmt: skip
def test_a_line_says_who_and_when(words: str, wish: Wish) -> None:
    assert read_wish(words, WEDNESDAY, KNOWN) == wish


def test_what_comes_again_comes_after_the_day_on_which_it_was_closed() -> None:
    late = date(2026, 12, 20)
    assert next_time(Repeats.WEEKLY, date(2026, 12, 4), date(2026, 12, 3)) == date(2026, 12, 11)
    assert next_time(Repeats.WEEKLY, date(2026, 12, 4), late) == date(2026, 12, 25)
    assert next_time(Repeats.FORTNIGHTLY, None, late) == date(2027, 1, 3)
    assert next_time(Repeats.MONTHLY, date(2027, 1, 31), date(2027, 1, 31)) == date(2027, 2, 28)
    assert next_time(Repeats.MONTHLY, date(2027, 1, 31), date(2027, 2, 28)) == date(2027, 3, 31)
    assert next_time(Repeats.QUARTERLY, date(2026, 11, 30), date(2026, 11, 30)) == date(2027, 2, 28)
