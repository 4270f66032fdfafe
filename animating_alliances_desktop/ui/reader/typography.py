"""How the reader's page is set: the style sheet for a paper and a size, and what frames a text above and below."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.theme import INTERFACE, READING

BODY = 18
"""The height of the letters in pixels at the usual size."""
TIGHT = 1.3
"""The height of a line of a heading for each pixel of its letters (Qt counts in the font's own spacing)."""
SIZES = (70, 80, 90, 100, 110, 125, 140, 160, 180, 210)
"""The sizes of the letters, in per cent, that the reader steps through."""
FONTS = {
    "literata": (READING, 1.0),
    "inter": (INTERFACE, 0.93),
    "atkinson": ("Atkinson Hyperlegible Next", 0.97),
}
"""The families that a text can be set in, and how high their letters must be to look as large as Literata's."""

_SHEET = """
p, li, dd, dt {{ line-height: {line_height:.0f}%; }}
h1, h2, h3, h4 {{ line-height: {tight:.0f}%; }}
p {{ margin-top: 0px; margin-bottom: {em:.0f}px; }}
h1 {{ font-size: {h1:.0f}px; font-weight: 700; margin-top: {half:.0f}px;
    margin-bottom: {h2bottom:.0f}px; color: {ink}; }}
h2 {{ font-size: {h2:.0f}px; font-weight: 700; margin-top: {h2top:.0f}px; margin-bottom: {h2bottom:.0f}px; }}
h3 {{ font-size: {h3:.0f}px; font-weight: 700; margin-top: {h3top:.0f}px; margin-bottom: {half:.0f}px; }}
h4, h5, h6 {{ font-size: {em:.0f}px; font-weight: 700; margin-top: {em:.0f}px; margin-bottom: {quarter:.0f}px; }}
ul, ol {{ margin-top: 0px; margin-bottom: {em:.0f}px; }}
li {{ margin-bottom: {quarter:.0f}px; }}
li p {{ margin-bottom: {quarter:.0f}px; }}
dt {{ font-weight: 700; margin-top: {half:.0f}px; }}
dd {{ margin-left: {em:.0f}px; margin-right: 0px; margin-bottom: {half:.0f}px; }}
blockquote {{ margin-left: {em:.0f}px; margin-right: {em:.0f}px; color: {quote}; }}
a {{ color: {accent}; text-decoration: none; }}
hr {{ background-color: {line}; }}
sup {{ font-family: "{interface}"; font-size: {sup:.0f}px; }}
sub {{ font-family: "{interface}"; font-size: {sup:.0f}px; }}
code, pre {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace; font-size: {small:.0f}px; }}
code {{ background-color: {code}; }}
pre {{ line-height: 135%; margin-bottom: {em:.0f}px; background-color: {code}; }}
table {{ margin-top: {quarter:.0f}px; margin-bottom: {em:.0f}px; border-width: 0px; border-collapse: collapse; }}
th, td {{ padding: {cell:.0f}px; border-bottom: 1px solid {line}; }}
th {{ text-align: left; background-color: {head}; font-family: "{interface}"; font-size: {small:.0f}px;
    font-weight: 600; }}
td {{ font-family: "{interface}"; font-size: {small:.0f}px; }}
p.kicker {{ font-family: "{interface}"; font-size: {tiny:.0f}px; font-weight: 600; color: {accent};
    margin-bottom: 0px; }}
p.fact {{ font-family: "{interface}"; font-size: {small:.0f}px; color: {muted};
    margin-bottom: {quarter:.0f}px; line-height: {fact_height:.0f}%; }}
span.label {{ color: {ink}; font-weight: 600; }}
p.after {{ font-family: "{interface}"; font-size: {small:.0f}px; margin-bottom: {quarter:.0f}px; }}
"""
_NOTES = """
blockquote {{ font-family: "{interface}"; font-size: {small:.0f}px; color: {muted}; }}
"""


def body_font(look: Settings) -> QFont:
    """The font of the text."""
    family, scale = FONTS[look.font]
    font = QFont(family)
    font.setPixelSize(round(BODY * scale * look.zoom / 100))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def column_width(look: Settings) -> int:
    """How wide the column of text is."""
    return round(QFontMetricsF(body_font(look)).averageCharWidth() * look.measure)


def picture_width(look: Settings, room: int) -> int:
    """How wide pictures are where the text has this much room."""
    return max(0, min(column_width(look), room))


def style_sheet(paper: Palette, look: Settings, kind: Kind) -> str:
    """The style sheet of a text: its sizes from what the user chose, its colours from the paper."""
    font = body_font(look)
    em = float(font.pixelSize())
    natural = QFontMetricsF(font).lineSpacing() / em
    values: dict[str, object] = {
        "em": em,
        "line_height": look.line_height / natural,
        "tight": TIGHT * 100 / natural,
        "fact_height": 118,
        "half": em * 0.5,
        "quarter": em * 0.25,
        "h1": em * 2.0,
        "h2": em * 1.42,
        "h3": em * 1.15,
        "h2top": em * 1.9,
        "h2bottom": em * 0.6,
        "h3top": em * 1.3,
        "small": em * 0.82,
        "tiny": em * 0.74,
        "sup": em,
        "cell": em * 0.42,
        "interface": INTERFACE,
        "head": paper.text("table-head"),
    }
    values |= {name: paper.text(name) for name in ("ink", "muted", "line", "accent", "quote", "code")}
    sheet = _SHEET + (_NOTES if kind is Kind.SLIDES else "")
    return sheet.format(**values)


def heading_of(reading: Reading) -> str:
    """The top of the page: what kind of text it is, its title, and the facts about it."""
    facts = "".join(
        f'<p class="fact"><span class="label">{escape(label)}</span>&nbsp;&nbsp;{escape(value)}</p>'
        for label, value in reading.meta
    )
    return f'<p class="kicker">{escape(reading.subtitle)}</p><h1>{escape(reading.title)}</h1>{facts}'


def foot_of(reading: Reading) -> str:
    """The foot of the page: what to read next."""
    if not reading.related:
        return ""
    said = escape(QCoreApplication.translate("Reader", "Read next"))
    links = "".join(
        f'<p class="after"><a href="{escape(str(ref))}">{escape(title)}</a></p>'
        for ref, title in reading.related
    )
    return f"<h3>{said}</h3>{links}"
