"""What is there of the open file (strips of pages, small pictures, letters), and the getting of what is missing.

One thing is fetched at a time, what is seen before what may be seen next: so the newest wish of the hand is never
behind more than one piece of work, and no more than one reader of the app is kept busy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from animating_alliances_desktop.core.annotations.normal import Normalised
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.model import Strip, Tones, pixels_of
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.pdf.kept import Kept

P = TypeVar("P")
MEMORY = 160 * 1024**2
THUMBS = 24 * 1024**2
LETTERS = 60
CHUNK = 6
"""So many pages are read at once for finding and placing."""
THUMB_WIDTH = 104
_THUMB_ROWS = 4_000
_OTHER = "This page cannot be shown."
Text = tuple[str, Normalised]


class Source(Protocol):
    """Where pages come from."""

    def draw(
        self, ref: Ref, page: int, scale: float, top: int, rows: int, tones: Tones | None = None
    ) -> Strip:
        """Draw a strip of a page, in the tones of another paper if they are given."""

    def letters(self, ref: Ref, page: int) -> Letters:
        """Tell the characters of a page."""

    def texts(self, ref: Ref, first: int, count: int) -> list[str]:
        """Tell the texts of some pages."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of a page at a scale (pixels of the screen to the point)."""

    page: int
    scale: float
    top: int
    rows: int
    width: int

    @property
    def size(self) -> int:
        """What its picture costs, in bytes."""
        return self.rows * self.width * 4


@dataclass(frozen=True, slots=True)
class Needs:
    """What the window shows, and what it may show next."""

    seen: Sequence[Piece] = ()
    near: Sequence[Piece] = ()
    pages: Sequence[int] = ()
    beside: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """Something to fetch, what to do with it, and what to do if it cannot be had."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[str], None]


class Stock(Generic[P]):
    """Fetches for one file at a time; `picture` makes a picture of a strip, off the window's thread."""

    def __init__(
        self,
        source: Source,
        tasks: Runner,
        picture: Callable[[Strip], P],
        tones: Callable[[], Tones | None],
        came: Callable[[], None],
    ) -> None:
        self._source, self._tasks, self._came = source, tasks, came
        self._picture, self._tones = picture, tones
        self._busy = False
        self._file: Ref | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self._round = 0
        self._needs = Needs()
        self._thumbs_wanted: tuple[int, ...] = ()
        self._ratio = 1.0
        self.strips: Kept[P] = Kept(MEMORY)
        self.thumbs: Kept[P] = Kept(THUMBS)
        self._letters: Kept[Letters] = Kept(LETTERS)
        self.failures: dict[int, str] = {}
        """What to say on a page that cannot be drawn."""
        self._read = 0
        self.took_texts: Callable[[Sequence[Text]], None] = lambda _texts: None

    def open(self, ref: Ref | None, sizes: Sequence[tuple[float, float]]) -> None:
        """Turn to another file, or to none."""
        self._file, self._sizes = ref, sizes
        self._needs, self._thumbs_wanted, self._read = Needs(), (), 0
        self._letters.clear()
        self.failures.clear()
        self._forget_pictures()

    def dress_again(self) -> None:
        """Make all pictures anew, for another paper."""
        self._forget_pictures()
        self.pump()

    def want(self, needs: Needs) -> None:
        """Have these things fetched before any others."""
        self._needs = needs
        for piece in (*needs.near, *needs.seen):
            self.strips.get(piece)  # the last to be let go
        self.pump()

    def want_thumbs(self, pages: Sequence[int], ratio: float) -> None:
        """Have small pictures of these pages fetched."""
        self._thumbs_wanted, self._ratio = tuple(pages), ratio
        self.pump()

    def letters(self, page: int) -> Letters | None:
        """The characters of a page, if they are there."""
        return self._letters.get(page)

    def pump(self) -> None:
        """Fetch the next thing, unless something is being fetched."""
        if self._busy or self._file is None:
            return
        job = next(self._jobs(self._file), None)
        if job is None:
            return
        self._busy, now = True, self._round

        def then(answer: Any) -> None:
            self._busy = False
            if self._round == now:
                self._take(job, answer)
            self.pump()
            if isinstance(answer, Exception) and not isinstance(answer, AppError):
                raise answer

        self._tasks.read(lambda: _tried(job.work), then)

    def _take(self, job: _Job, answer: Any) -> None:
        if isinstance(answer, Exception):
            job.failed(str(answer) if isinstance(answer, AppError) else _OTHER)
        else:
            job.then(answer)
        self._came()

    def _jobs(self, ref: Ref) -> Iterator[_Job]:
        """What is missing, the most urgent first."""
        needs = self._needs
        yield from (self._strip(ref, piece) for piece in needs.seen if self._lacks(piece))
        yield from (self._page(ref, page) for page in needs.pages if page not in self._letters)
        yield from (self._thumb(ref, page) for page in self._thumbs_wanted if page not in self.thumbs)
        room = MEMORY - sum(piece.size for piece in needs.seen)
        for piece in needs.near:
            room -= piece.size
            if room > 0 and self._lacks(piece):
                yield self._strip(ref, piece)
        yield from (self._page(ref, page) for page in needs.beside if page not in self._letters)
        if self._read < len(self._sizes):
            yield self._texts(ref, self._read)

    def _lacks(self, piece: Piece) -> bool:
        return piece not in self.strips and piece.page not in self.failures

    def _strip(self, ref: Ref, piece: Piece) -> _Job:
        tones = self._tones()

        def work() -> P:
            drawn = self._source.draw(ref, piece.page, piece.scale, piece.top, piece.rows, tones)
            return self._picture(drawn)

        return _Job(
            work,
            lambda picture: self.strips.put(piece, picture, piece.size),
            lambda why: self.failures.update({piece.page: why}),
        )

    def _thumb(self, ref: Ref, page: int) -> _Job:
        width, height = self._sizes[page]
        scale = THUMB_WIDTH * self._ratio / max(width, height * 0.7)
        across, down = pixels_of((width, height), scale)
        piece = Piece(page, scale, 0, min(down, _THUMB_ROWS), across)
        tones = self._tones()

        def work() -> P:
            return self._picture(self._source.draw(ref, page, scale, 0, piece.rows, tones))

        def failed(why: str) -> None:
            self.failures[page] = why
            self._thumbs_wanted = tuple(one for one in self._thumbs_wanted if one != page)

        return _Job(work, lambda picture: self.thumbs.put(page, picture, piece.size), failed)

    def _page(self, ref: Ref, page: int) -> _Job:
        nothing = Letters("", (), ())
        return _Job(
            lambda: self._source.letters(ref, page),
            lambda letters: self._letters.put(page, letters, 1),
            lambda _why: self._letters.put(page, nothing, 1),
        )

    def _texts(self, ref: Ref, first: int) -> _Job:
        count = min(CHUNK, len(self._sizes) - first)

        def work() -> list[Text]:
            return [_normalised(text) for text in self._source.texts(ref, first, count)]

        def take(texts: Sequence[Text]) -> None:
            self._read = first + count
            self.took_texts(texts)

        return _Job(work, take, lambda _why: take([_normalised("")] * count))

    def _forget_pictures(self) -> None:
        self._round += 1
        self.strips.clear()
        self.thumbs.clear()


def _tried(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as error:
        return error


def _normalised(text: str) -> Text:
    made = Normalised(text)
    _ = made.folded  # made here, off the window's thread
    return text, made
