"""The faces that a PDF is set in, and those of this computer that step in for letters which they lack."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from animating_alliances_desktop.core import paths

TEXT, TEXT_BOLD, TEXT_ITALIC, TEXT_BOLD_ITALIC = (
    "Literata-Regular",
    "Literata-Bold",
    "Literata-Italic",
    "Literata-BoldItalic",
)
PLAIN, PLAIN_STRONG = "Inter-Regular", "Inter-SemiBold"
OWN = (TEXT, TEXT_BOLD, TEXT_ITALIC, TEXT_BOLD_ITALIC, PLAIN, PLAIN_STRONG)
_STAND_INS = (
    *("DejaVuSans.ttf", "NotoSans-Regular.ttf", "FreeSans.ttf", "segoeui.ttf", "arial.ttf", "Arial.ttf"),
    *(
        "NotoSansArabic-Regular.ttf",
        "NotoNaskhArabic-Regular.ttf",
        "NotoSansHebrew-Regular.ttf",
        "tahoma.ttf",
    ),
    *(
        "NotoSansDevanagari-Regular.ttf",
        "NotoSansBengali-Regular.ttf",
        "NotoSansTamil-Regular.ttf",
        "Nirmala.ttf",
    ),
    *(
        "Nirmala.ttc",
        "NotoSansThai-Regular.ttf",
        "LeelawUI.ttf",
        "NotoSansEthiopic-Regular.ttf",
        "ebrima.ttf",
    ),
    *(
        "NotoSansMath-Regular.ttf",
        "NotoSansSymbols-Regular.ttf",
        "NotoSansSymbols2-Regular.ttf",
        "seguisym.ttf",
    ),
    *("Apple Symbols.ttf", "NotoEmoji-Regular.ttf", "Symbola.ttf", "seguiemj.ttf"),
    *(
        "DroidSansFallbackFull.ttf",
        "DroidSansFallback.ttf",
        "wqy-microhei.ttc",
        "wqy-zenhei.ttc",
        "uming.ttc",
    ),
    *("msyh.ttc", "simsun.ttc", "msgothic.ttc", "YuGothR.ttc", "malgun.ttf", "NanumGothic.ttf"),
    *("STHeiti Light.ttc", "AppleGothic.ttf", "Arial Unicode.ttf", "unifont.ttf"),
)
"""Files of fonts that systems have, for many scripts; the first that has a letter is taken."""
_EAST_ASIAN = (
    (0x3040, 0x30FF, "HeiseiMin-W3"),
    (0x1100, 0x11FF, "HYSMyeongJo-Medium"),
    (0xAC00, 0xD7AF, "HYSMyeongJo-Medium"),
    (0x3000, 0x303F, "STSong-Light"),
    (0x3400, 0x9FFF, "STSong-Light"),
    (0xF900, 0xFAFF, "STSong-Light"),
    (0xFF00, 0xFFEF, "STSong-Light"),
)
"""Where no font here has these letters, the program that shows the PDF brings its own: they stay letters."""
BORROWED = frozenset(name for _first, _last, name in _EAST_ASIAN)


@cache
def registered() -> frozenset[int]:
    """Make our own faces known; the answer is the letters that all of them have."""
    shared: set[int] | None = None
    for name in OWN:
        face = TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf"))
        registerFont(face)
        letters = set(face.face.charToGlyph)
        shared = letters if shared is None else shared & letters
    return frozenset(shared or ())


@lru_cache(maxsize=16_384)
def face_for(letter: str) -> str | None:
    """The name of a face that has a letter which ours lack; None if there is none."""
    code = ord(letter)
    return next((name for name, letters in _stand_ins() if code in letters), None) or _east_asian(code)


def _east_asian(code: int) -> str | None:
    name = next((name for first, last, name in _EAST_ASIAN if first <= code <= last), None)
    if name is not None:
        _know_east_asian(name)
    return name


@cache
def _know_east_asian(name: str) -> None:
    registerFont(UnicodeCIDFont(name))


def _stand_ins() -> Iterator[tuple[str, frozenset[int]]]:
    """Those that are open already, then the others one by one: large fonts take their time to open."""
    opened, closed = _shelf()
    yield from opened
    for found in closed:
        opened.append(found)
        yield found


@cache
def _shelf() -> tuple[list[tuple[str, frozenset[int]]], Iterator[tuple[str, frozenset[int]]]]:
    return [], _opened()


def _opened() -> Iterator[tuple[str, frozenset[int]]]:
    there = _files(frozenset(_STAND_INS))
    for name in _STAND_INS:
        if name in there:
            known_as = f"stand-in {name}"
            try:
                face = TTFont(known_as, str(there[name]))
            except (TTFError, OSError, ValueError):
                continue  # not a font that can be put into a file
            registerFont(face)
            yield known_as, frozenset(face.face.charToGlyph)


def _files(wanted: frozenset[str]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in _folders():
        for where, _folders_in_it, names in os.walk(folder):
            for name in wanted.intersection(names):
                found.setdefault(name, Path(where) / name)
    return found


def _folders() -> list[Path]:
    """Where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]
