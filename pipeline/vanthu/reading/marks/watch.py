"""Looking for marks of secrecy among what is on one page besides its print: by what was read in stamps, then by the look of their letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks import looks
from vanthu.reading.marks.covered import in_places, pieces_of
from vanthu.reading.marks.frames import is_outline
from vanthu.reading.marks.lettering import SURE, SUSPECTED, Piece, secrecy
from vanthu.reading.marks.shapes import MM, Shape
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.unexplained import TURNED
from vanthu.reading.marks.wording import Marking, outline
from vanthu.reading.secrecy import Guard
from vanthu.settings import EngineSettings

_PICTURES = 5  # on one page that are read in all ways, the topmost: marks of secrecy stand in the head
_GLANCES = 40  # and that are read once
_FRAMED, _LONG = (
    ((13 * MM, 6 * MM), (75 * MM, 22 * MM)),
    1.5,
)  # least and most size of a mark's frame, and how long it is at least
_BLACK, _MOSTLY = (
    90,
    8,
)  # darker than paper is black ink; so many times as much in colour, and what is black is its rim
_COVERED = 0.2  # share of a drawn stamp's box that the boxes of its letters take
_NEAR = 2  # readings of one stamp that come near a mark of secrecy


Stamp = tuple[Shape, Sequence[looks.Reading]]  # where it is, and what was read in it


@dataclass(frozen=True)
class Watch:
    """A page that is watched. What stops raises `SecretError` for a mark of secrecy, `PageError` where the engine fails.

    `signers` is where holders of offices sign on a page in black and white that closes a document.
    """

    sheet: Sheet
    guard: Guard
    marking: Marking
    engine: EngineSettings
    signers: tuple[Box, ...] = ()

    def over_readings(self, stamps: Iterable[Stamp], *, near_counts: bool = True) -> list[Mark]:
        """Stop for what was read in stamps; marks for those that bear a word which is only like one of secrecy.

        Worn letters of a stamp may be read a little wrong; readings that are farther off count where several come near.
        """
        read = tuple(stamps)
        for texts in (_texts(lines) for _, readings in read for lines in readings):
            self.guard.check_stamp(texts, self.sheet.page.number)
        likened = []
        for shape, readings in read if self.guard.watches else ():
            said = [_texts(lines) for lines in readings]
            worn = _those(said, lambda text: self.marking.find("secrecy", text))
            near = _those(said, lambda text: self.marking.find("secrecy_near", outline(text)))
            if worn or (near_counts and len(near) >= _NEAR):
                if not self._is_likened(readings):
                    self.guard.suspect(self.sheet.page.number, f"con dấu đọc được: {(worn or near)[0]}")
                likened.append(self._possible(shape))
        return likened

    def over_shapes(self, shapes: Sequence[Shape], *, is_glance: bool = False) -> list[Mark]:
        """The same for what the engine reads in shapes of black ink."""
        return self.over_readings(zip(shapes, self._read(shapes, is_glance=is_glance), strict=True))

    def _is_likened(self, readings: Iterable[looks.Reading]) -> bool:
        """Whether the engine is sure of another word that looks like a mark of secrecy."""
        sure = (line.text for reading in readings for line in reading if line.confidence >= looks.CERTAIN)
        return any(self.marking.find("secrecy_likened", text) for text in sure)

    def over_letters(self, pieces: Iterable[Piece], *, rereads: bool = False) -> Iterator[Mark]:
        """Stop where the letters of a mark of secrecy are seen in ink that could not be read; marks for places where they may be.

        With `rereads` the engine is asked before anything is suspected: where it reads a mark the work stops, and it may be sure of
        other letters.
        """
        doubted = []
        for likely, piece, place in secrecy(pieces) if self.guard.watches else ():
            stops, asks = self._limits(piece, place, is_black=rereads)
            sure = likely >= stops
            readings = self._read([place]) if rereads or sure else ()
            if rereads:
                # what was read before was not near either
                likened = self.over_readings(zip([place], readings, strict=True), near_counts=False)
                yield from likened
                if likened or (_is_other(readings, likely) and not any(map(self._is_likened, readings))):
                    continue
            if sure and not any(map(self._is_likened, readings)):
                told = f"nét mực giống chữ của dấu mật, máy tin {likely:.0%}"
                self.guard.suspect(self.sheet.page.number, told)
            if likely >= asks:
                doubted.append(piece.shape or place)
        yield from map(self._possible, doubted)

    def _limits(self, piece: Piece, place: Shape, *, is_black: bool) -> tuple[float, float]:
        """From which likelihood on letters alone stop a document, and from which a person is asked.

        Below the head of a page seals and signatures seem to have such letters; of a black signature over the worn seal of a signer, whose ring is
        lost, no more is believed than of letters in a seal. Neither stands in a frame.
        """
        box = self._possible(place).box
        if is_black and not piece.is_framed and any(room.contains(box.centre) for room in self.signers):
            return SURE, SUSPECTED
        return piece.sure if box.y0 < self._head else max(piece.sure, SURE), piece.doubted

    @property
    def _head(self) -> float:
        return self.guard.zone * (self.sheet.page.height or 0.0)

    def over_frames(self, read: Iterable[Stamp]) -> Iterator[Mark]:
        """Marks for frames in the head of a page, as large as a mark's, in which the engine read nothing that it is sure of."""
        for shape, readings in read if self.guard.watches else ():
            mark = self._possible(shape)
            if (
                readings
                and mark.box.y0 < self._head
                and _is_framed(shape)
                and not looks.says_anything(readings)
            ):
                yield mark

    def over_pictures(
        self, pictures: Iterable[Box], drawings: Iterable[Box] = (), words: Iterable[Word] = ()
    ) -> Iterator[Mark]:
        """Stop for what is put on a digital page in black; coloured ink is looked for by itself. Ink under its `words` is theirs."""
        if not self.guard.watches:
            return
        every, drawn = tuple(pictures), tuple(drawings)
        hidden = self.sheet.over(w.box for w in words)
        shapes = in_places(self.sheet.depth, self.sheet.over((*every, *drawn)), hidden)
        lying = self.sheet.over(drawn)
        own = (s for s in shapes if abs(s.angle) >= TURNED or _is_within(s, lying))
        candidates = (*_topmost(own), *_topmost(map(looks.at, every)))
        stamps = [s for s in candidates if looks.is_sized(s) and not self._is_coloured(s)]
        yield from self.over_shapes(stamps[:_PICTURES])
        yield from self.over_shapes(stamps[_PICTURES:_GLANCES], is_glance=True)
        yield from self.over_letters(pieces_of(self.sheet.depth, hidden, shapes), rereads=True)

    def _read(self, shapes: Sequence[Shape], *, is_glance: bool = False) -> Sequence[Sequence[looks.Reading]]:
        return looks.read_shapes(self.sheet.print, self.sheet.dots, shapes, self.engine, is_glance=is_glance)

    def _is_coloured(self, shape: Shape) -> bool:
        """Whether ink in a place is in colour, and hardly any black."""
        x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
        part = np.s_[y0:y1, x0:x1]
        coloured = sum(int(mask[part].sum()) for mask in self.sheet.colours.values())
        return coloured > _MOSTLY * int((self.sheet.depth[part] > _BLACK).sum())

    def _possible(self, shape: Shape) -> Mark:
        return Mark(
            kind=MarkKind.POSSIBLE_SECRECY, page=self.sheet.page.number, box=self.sheet.points(shape.box)
        )


def _is_framed(shape: Shape) -> bool:
    width, height = shape.size
    (least, low), (most, high) = _FRAMED
    sized = least <= width <= most and low <= height <= high
    return is_outline(shape) and sized and width >= _LONG * height


def _is_within(shape: Shape, places: Pixels) -> bool:
    """Whether the ink of a shape lies in some places (1)."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    return float(places[y0:y1, x0:x1].mean()) > _COVERED


def _topmost(shapes: Iterable[Shape]) -> list[Shape]:
    """Shapes from the top of the page down; of those that lie over one another the first."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda s: (s.box[1], s.box[0])):
        if not any(k.holds(shape) and shape.holds(k) for k in kept):
            kept.append(shape)
    return kept


def _is_other(readings: Iterable[Sequence[looks.Reading]], likely: float) -> bool:
    """Whether the engine is sure of other letters in a place, and the letters do not look too much like a mark's."""
    return likely < SURE and any(looks.is_read(r) or looks.is_agreed(r) for r in readings)


def _texts(lines: looks.Reading) -> list[str]:
    """The lines of a reading, and all together."""
    return [*(line.text for line in lines), " ".join(line.text for line in lines)]


def _those(readings: Sequence[Sequence[str]], is_like: Callable[[str], object]) -> list[str]:
    """Of each reading the first text that is like a mark of secrecy; none of readings without one."""
    found = (next(filter(is_like, texts), None) for texts in readings)
    return [text for text in found if text is not None]
