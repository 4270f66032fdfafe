"""The appendix of a log book: the seals on its entries, how to check them, and what they do not prove."""

from __future__ import annotations

from collections.abc import Iterator

from animating_alliances_desktop.core.book.model import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Tone,
    Words,
    words,
)
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.logbook.entries import key_of, moment
from animating_alliances_desktop.core.logbook.model import Material
from animating_alliances_desktop.core.sealing import Proof, Seal

_WHAT = (
    "When an entry is kept, corrected, thought about again or deleted, the app seals that event: it takes a digest "
    "(SHA-256) of what was said, and another one of the event together with the digest of the event before it. A "
    "change to anything that was sealed breaks the chain from there on. Below stand the seals on the entries of this "
    "book, in the order of the chain."
)
_NOT = (
    "When something happened: the times are those of the writer's own clock.",
    "That what an entry says is true, or that nothing else happened.",
    "That nobody made up the whole chain: only a last seal that somebody else noted down, as it stands here, tells. "
    "Everything before it can then not have been rewritten without being noticed.",
)
_ROLES = (
    "The seals are on the words as they were kept, with the names. This copy has roles in their place, so its words "
    "alone cannot be held against the digests."
)


def proof_part(material: Material) -> Iterator[Block]:
    """All of it; nothing where there is no history."""
    proof = material.proof
    if proof is None or proof.last is None:
        return
    yield Heading(1, words("Appendix: the history of these entries"), "history")
    yield Paragraph(words(_WHAT))
    if material.order.with_roles:
        yield Paragraph(words(_ROLES))
    yield from _state(proof)
    yield from _checking(proof.last)
    yield Heading(3, words("What this does not prove"))
    yield Listing(tuple((Paragraph(words(line)),) for line in _NOT))
    yield Heading(3, words("The seals"))
    numbers = {entry.ref: number for number, entry in enumerate(material.entries, 1)}
    head = tuple(map(words, ("Seal", "Entry", "What happened, when", "Digest of what was said")))
    yield Table(head, tuple(_row(seal, numbers) for seal in proof.seals))


def _state(proof: Proof) -> Iterator[Block]:
    if not proof.problems:
        yield Paragraph(
            words("When this book was made, the whole chain was gone through, and everything fitted.")
        )
        return
    yield Paragraph(
        words("When this book was made, the chain was gone through, and this did not fit:", bold=True)
    )
    yield Listing(tuple((Paragraph(words(problem)),) for problem in proof.problems))


def _checking(last: Seal) -> Iterator[Block]:
    yield Heading(3, words("How to check it"))
    yield Paragraph(
        words(
            "In the folder in which the journal is kept, this command goes through the whole chain, and finds out "
            "whether the last seal of this book is still in it:"
        )
    )
    yield Paragraph(
        (Run(f"animating-alliances --workspace FOLDER check --seal {last.number}:{last.digest}", code=True),)
    )
    yield Paragraph(words(f"Seal {last.number} is of {moment(last.at)}."), Tone.QUIET)


def _row(seal: Seal, numbers: dict[Ref, int]) -> tuple[Words, ...]:
    number = numbers.get(Ref(seal.ref.kind, seal.ref.key.partition("/")[0]))
    which = (Run(str(number), goal=key_of(number)),) if number is not None else words("not in this book")
    return (
        words(str(seal.number)),
        which,
        words(f"{seal.event}, {moment(seal.at)}"),
        (Run(seal.content, code=True),),
    )
