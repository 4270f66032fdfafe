"""A small content folder for tests: one text of each kind, joined up."""

from __future__ import annotations

import shutil
from pathlib import Path

from animating_alliances_desktop.core import paths

_QUESTIONS = """
- key: engagement
  number: 4
  title: Engagement
  question: How can involvement go deeper when no one has spare time?
  about: |
    Members come with *good will* and a full diary [@weick-1984].
  credit: After the enquiry.
"""
_PROMPTS = """
- key: landed-on-hub
  text: Which promise landed on the hub because nobody else spoke?
  questions: [engagement]
  moments: [after-meeting]
  minutes: 3
  roles: [animator]
  phase: managing
  from: paper/overview
- key: silence
  text: Whose silence did you read as consent?
  questions: [engagement]
  moments: [after-meeting, conflict]
  minutes: 10
  roles: [chair]
  phase: reviewing
  from: case/harbour
"""
_SOURCES = """
- id: weick-1984
  type: article-journal
  title: Small Wins
  author: [{family: Weick, given: Karl E.}]
  issued: 1984
  container-title: American Psychologist
  volume: 39
  issue: 1
  page: 40-49
  DOI: 10.1037/0003-066X.39.1.40
  note: A classic essay; argument rather than measurement.
"""
_INSTRUMENTS = """
- key: health-check
  title: Health check
  summary: A look at how it goes.
  questions: [engagement]
  updated: 2026-11-24
  minutes: 30
  about: Statements to *answer* together.
  how: Each alone first, then aloud.
  scale:
    - {key: in-place, label: In place, meaning: We can point at it.}
    - {key: not-yet, label: Not yet, meaning: We cannot.}
  groups:
    - key: engagement
      title: Engagement
      question: engagement
      items:
        - {key: diary, text: Members could say what they gave up to be here.}
        - {key: risk, text: Money, steps: [none, some, much]}
  credit: The idea is old [@weick-1984]; the words are ours.
"""
_FORMS = """
- key: quick
  title: Three minutes
  summary: Right after the meeting.
  questions: [engagement]
  moments: [after-meeting]
  minutes: 3
  roles: [animator]
  about: One line each will do.
  parts:
    - key: what-happened
      title: What happened
      hint: Facts first.
      prompts: [prompt/landed-on-hub, prompt/silence]
    - {key: so-what, title: So what, hint: Whom does it touch?, prompts: [prompt/landed-on-hub]}
    - {key: now-what, title: Now what, hint: One small move., prompts: [prompt/silence]}
    - {key: if-then, title: "If … then I …", hint: One line., prompts: [prompt/silence]}
- key: weekly-log
  title: The week's log
  summary: Once a week.
  questions: [engagement]
  moments: [weekly]
  minutes: 10
  roles: [animator]
  about: Ten minutes on the same chair.
  parts:
    - {key: aims, title: What I meant to do this week, hint: Last week's aims., prompts: [prompt/silence]}
    - {key: strategies, title: What I tried, hint: On purpose., prompts: [prompt/silence]}
    - {key: learned, title: What I learned, hint: One will do., prompts: [prompt/silence]}
    - {key: next-week, title: Aims for next week, hint: Two at most., prompts: [prompt/silence]}
"""
_GUIDE = """---
title: A guide
summary: What to do when.
questions: [engagement]
updated: 2026-11-24
phases: [managing]
---
## Managing

- [ ] Ask the hub what it dropped.

![Who carries what](aa:figure/rings)
"""
RINGS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 240">
<title>Rings</title><circle cx="360" cy="120" r="100" fill="#f3ecdf" stroke="#24594f"/>
<text x="360" y="125" font-family="Inter" font-size="16" text-anchor="middle" fill="#2a2520">hub</text>
</svg>
"""
_PAPER = """---
title: What helps alliances
summary: A short overview for tests.
questions: [engagement]
updated: 2026-11-24
evidence: Thin.
related: [case/harbour]
---
Opening words about the tide.

## Rapid funding

Money must come quickly when the harbour floods. The pooled fund decides within a day [@weick-1984, p. 41].

| Who | Decides |
|---|---|
| Members | the vote |

> A quoted thought.

See [the harbour case](aa:case/harbour) and the [hub](aa:term/hub).[^1]

[^1]: A foot note.

## Governance

Governance of an alliance is a matter of trust and of rules that people made themselves.
"""
_CASE = """---
title: Harbour Alliance
summary: How a port town shared its fund, and fell out over it.
questions: [engagement]
updated: 2026-11-24
evidence: Invented for tests.
sector: [ports]
region: [North Sea]
form: [coalition]
outcome: [collapsed]
years: 2001 to 2009
status: Closed in 2009
---
## The story

The members quarrelled over money until the café closed its doors.
"""
_SLIDES = """---
title: Introduction
summary: Two slides.
questions: [engagement]
updated: 2026-11-24
---
## First slide

- a point

???
Say hello first.

---
## Second slide

Another point.
"""
_TERM = """---
title: Hub
questions: [engagement]
aliases: [secretariat]
---
A small central unit that serves the members.
"""


def write_small(folder: Path) -> Path:
    """Write the small content folder and answer where it is."""
    files = {
        "questions.yaml": _QUESTIONS,
        "prompts.yaml": _PROMPTS,
        "instruments.yaml": _INSTRUMENTS,
        "forms.yaml": _FORMS,
        "synonyms.yaml": "- [boss, line manager]\n",
        "sources.yaml": _SOURCES,
        "papers/overview.md": _PAPER,
        "cases/harbour.md": _CASE,
        "guides/practice.md": _GUIDE,
        "figures/rings.svg": RINGS,
        "slides/introduction.md": _SLIDES,
        "glossary/hub.md": _TERM,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(paths.content() / "schema.yaml", folder / "schema.yaml")
    return folder
