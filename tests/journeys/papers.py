"""PDF files on the shelf of a workspace, as an import leaves them there."""

from __future__ import annotations

from hashlib import sha256
from html import escape

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.tables import DocumentRow
from animating_alliances_desktop.core.library.formats import PDF_TYPE
from animating_alliances_desktop.core.library.pdf.engine import Engine
from animating_alliances_desktop.core.library.pdf.letters import plain
from animating_alliances_desktop.core.workspace import Workspace
from tests.pdfs import Page, column, pdf

TITLE = "Animating Alliances: an enquiry"
HUB = "The hub carries the follow-through"
SCHOOL = "Trust is not given to a letterhead"


def enquiry() -> bytes:
    """A paper of four pages: two columns, a photograph, printed numbers, an outline."""
    left = ["An alliance is slow for good reasons.", "Its members answer to boards, and", f"{HUB} alone."]
    right = [f"{SCHOOL};", "it is given to those who come again."]
    pages = [
        Page([(72, 780, "Animating Alliances"), *column(left, top=740), *column(right, x=330, top=740)]),
        Page(
            [*column(["A school yard on the day of the vote."], top=420)],
            pictures=[(150, 440, 300, 250, True)],
        ),
        Page(column(["What the members said, and why it took so long."] * 30)),
        Page(column(["References"]), rotate=90),
    ]
    outline = [("Why alliances are slow", 0, [("A photograph", 1)]), ("What members said", 2, [])]
    return pdf(pages, labels="0 << /S /r >> 2 << /S /D >>", outline=outline)


def shelve(workspace: Workspace, title: str, data: bytes, password: str = "") -> Ref:
    """Put a PDF on the shelf."""
    engine = Engine()
    labels = engine.open(data, password)[0]["labels"]
    texts = [plain(text) for text in engine.texts(0, len(labels))[0]]
    engine.close()
    parts = [(f"Page {label}", text) for label, text in zip(labels, texts, strict=True)]
    html = "".join(
        f'<h2 id="page-{nth}">{escape(heading)}</h2><p>{escape(text)}</p>'
        for nth, (heading, text) in enumerate(parts, 1)
    )
    with workspace._database.write() as writing:
        row = DocumentRow(
            title=title,
            media_type=PDF_TYPE,
            file_name="enquiry.pdf",
            digest=sha256(data).hexdigest(),
            original=data,
            html=html,
            outline=[[2, heading, f"page-{nth}"] for nth, (heading, _text) in enumerate(parts, 1)],
            paragraphs=[list(part) for part in parts],
            pages=[[label, len(text.split())] for label, text in zip(labels, texts, strict=True)],
            words=sum(len(text.split()) for text in texts),
        )
        writing.add(row)
    return row.ref
