"""Files that mean harm: each ends in a sentence or in pages, the child is there for the next one, and so is the app."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.shelf import PdfShelf
from tests.pdfs import Page, column, pdf, plain

SOUND = pdf(
    [
        Page(column(["Words to read", "and more of them"]), pictures=[(100, 100, 200, 200, True)]),
        Page(column(["The second"]), rotate=90, links=[((72, 700, 200, 720), 0)]),
    ],
    labels="0 << /S /r >>",
    outline=[("One", 0, [("Below", 1)])],
)
MUTANTS = 120


@pytest.fixture(scope="module")
def files() -> dict[Ref, bytes]:
    return {}


@pytest.fixture(scope="module")
def shelf(files: dict[Ref, bytes]) -> Iterator[PdfShelf]:
    made = PdfShelf(files.__getitem__)
    yield made
    made.close()


def tried(shelf: PdfShelf, files: dict[Ref, bytes], name: str, data: bytes) -> str:
    """Open a file and look at all of it; the answer is what was said, or how many pages there are."""
    ref = Ref(Kind.DOCUMENT, name)
    files[ref] = data
    try:
        facts = shelf.open(ref)
        for page, size in enumerate(facts.sizes[:4]):
            shelf.draw(ref, page, min(1.0, 800 / max(size)), 0, 4_000, ((230, 220, 200), (30, 30, 30)))
            shelf.letters(ref, page)
        shelf.texts(ref, 0, 4)
        for chapter in facts.outline[:4]:
            if chapter.page >= 0 and chapter.y is not None:
                shelf.spot(ref, chapter.page, 0, chapter.y)
    except AppError as error:
        return str(error)
    return str(len(facts.sizes))


def test_any_bytes_end_in_a_sentence_or_in_pages(shelf: PdfShelf, files: dict[Ref, bytes]) -> None:
    random = Random(7)
    said = set()
    for nth in range(MUTANTS):
        data = bytearray(SOUND)
        for _ in range(random.choice([1, 3, 10, 60])):
            at = random.randrange(len(data))
            data[at : at + random.choice([0, 1, 1, 5])] = random.randbytes(random.choice([0, 1, 4]))
        said.add(
            tried(shelf, files, f"mutant-{nth}", bytes(data[: random.choice([len(data), len(data) // 2])]))
        )
    assert tried(shelf, files, "sound", SOUND) == "2"
    assert len(said) >= 2
    assert [one for one in said if not one.isdecimal() and not one.endswith(".")] == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nothing", b"", "damaged"),
        ("text", b"Dear all, this is no PDF.\n" * 200, "damaged"),
        ("cut short", SOUND[: len(SOUND) // 3], "damaged"),
        ("no pages", SOUND.replace(b"/Kids [", b"/Nope ["), ""),
        ("a huge page", pdf([Page(column(["far"]), size=(200_000, 200_000))]), "1"),
        ("a page in a page", SOUND.replace(b"/Type /Page ", b"/Type /Pages "), ""),
        ("deep drawing", pdf([Page(drawing="q " * 200_000)]), "1"),
        ("endless words", plain("word " * 60_000), "1"),
    ],
)
def test_what_is_wrong_is_said(
    shelf: PdfShelf, files: dict[Ref, bytes], name: str, data: bytes, said: str
) -> None:
    assert said in tried(shelf, files, name, data)
    assert tried(shelf, files, "sound", SOUND) == "2"
