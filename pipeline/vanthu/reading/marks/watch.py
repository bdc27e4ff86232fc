"""Looking for marks of secrecy among what is on one page besides its print: by what was read in stamps, then by the look of their letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind
from vanthu.reading.marks import looks
from vanthu.reading.marks.lettering import DOUBTED, SURE, Piece, secrecy
from vanthu.reading.marks.shapes import MM, Form, Shape
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking, outline
from vanthu.reading.secrecy import Guard
from vanthu.settings import EngineSettings

_PICTURES = 5  # on one page that are read in all ways, the topmost: marks of secrecy stand in the head
_GLANCES = 40  # and that are read once
_FRAMED, _LONG = (
    ((13 * MM, 6 * MM), (75 * MM, 22 * MM)),
    1.5,
)  # least and most size of a mark's frame, and how long it is at least
_NEAR = 2  # readings of one stamp that come near a mark of secrecy


@dataclass(frozen=True)
class Watch:
    """A page that is watched. Every method raises `SecretError` for a mark of secrecy, `PageError` where the engine fails."""

    sheet: Sheet
    guard: Guard
    marking: Marking
    engine: EngineSettings

    def over_readings(self, stamps: Iterable[Sequence[looks.Reading]], *, near_counts: bool = True) -> None:
        """Stop for what was read in stamps.

        Worn letters of a stamp may be read a little wrong; readings that are farther off count where several come near.
        """
        said = [[_texts(lines) for lines in readings] for readings in stamps]
        for texts in (texts for readings in said for texts in readings):
            self.guard.check_stamp(texts, self.sheet.page.number)
        for readings in said if self.guard.watches else ():
            worn = _those(readings, lambda text: self.marking.find("secrecy", text))
            near = _those(readings, lambda text: self.marking.find("secrecy_near", outline(text)))
            if worn or (near_counts and len(near) >= _NEAR):
                self.guard.suspect(self.sheet.page.number, f"con dấu đọc được: {(worn or near)[0]}")

    def over_shapes(self, shapes: Sequence[Shape], *, is_glance: bool = False) -> None:
        """Stop for what the engine reads in shapes of black ink."""
        self.over_readings(self._read(shapes, is_glance=is_glance))

    def over_letters(self, pieces: Iterable[Piece], *, rereads: bool = False) -> Iterator[Mark]:
        """Stop where the letters of a mark of secrecy are seen in ink that could not be read; marks for places where they may be.

        With `rereads` the engine is asked before anything is suspected: it may be sure of other letters.
        """
        doubted = []
        for likely, piece in secrecy(pieces) if self.guard.watches else ():
            own = [piece.shape] if piece.shape is not None else []
            if rereads and self._is_other(own, likely):
                continue
            if likely >= piece.sure:
                told = f"nét mực giống chữ của dấu mật, máy tin {likely:.0%}"
                self.guard.suspect(self.sheet.page.number, told)
            if likely >= DOUBTED * piece.sure:
                doubted += own
        yield from map(self._possible, doubted)

    def _is_other(self, shapes: Sequence[Shape], likely: float) -> bool:
        """Whether the engine is sure of other letters in a shape; where it reads a mark of secrecy the work stops."""
        readings = self._read(shapes)
        self.over_readings(readings, near_counts=False)  # what was read before was not near either
        return likely < SURE and any(map(looks.is_read, readings))

    def over_frames(self, read: Iterable[tuple[Shape, Sequence[looks.Reading]]]) -> Iterator[Mark]:
        """Marks for frames in the head of a page, as large as a mark's, in which the engine read nothing that it is sure of."""
        head = self.guard.zone * (self.sheet.page.height or 0.0)
        for shape, readings in read if self.guard.watches else ():
            mark = self._possible(shape)
            if readings and mark.box.y0 < head and _is_framed(shape) and not looks.says_anything(readings):
                yield mark

    def over_pictures(self, places: Iterable[Box]) -> None:
        """Stop for a picture put on a digital page in black; coloured ink is looked for by itself."""
        if not self.guard.watches or self.sheet.page.rotation:
            return
        black = (s for s in map(looks.at, places) if looks.is_sized(s) and not self._is_coloured(s))
        stamps = _topmost(black)
        self.over_shapes(stamps[:_PICTURES])
        self.over_shapes(stamps[_PICTURES:_GLANCES], is_glance=True)

    def _read(self, shapes: Sequence[Shape], *, is_glance: bool = False) -> Sequence[Sequence[looks.Reading]]:
        return looks.read_shapes(self.sheet.print, self.sheet.dots, shapes, self.engine, is_glance=is_glance)

    def _is_coloured(self, shape: Shape) -> bool:
        x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
        return any(mask[y0:y1, x0:x1].any() for mask in self.sheet.colours.values())

    def _possible(self, shape: Shape) -> Mark:
        return Mark(
            kind=MarkKind.POSSIBLE_SECRECY, page=self.sheet.page.number, box=self.sheet.points(shape.box)
        )


def _is_framed(shape: Shape) -> bool:
    width, height = shape.size
    (least, low), (most, high) = _FRAMED
    sized = least <= width <= most and low <= height <= high
    return shape.form is Form.FRAME and sized and width >= _LONG * height


def _topmost(shapes: Iterable[Shape]) -> list[Shape]:
    """Shapes from the top of the page down; of those that lie over one another the first."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda s: (s.box[1], s.box[0])):
        if not any(k.holds(shape) and shape.holds(k) for k in kept):
            kept.append(shape)
    return kept


def _texts(lines: looks.Reading) -> list[str]:
    """The lines of a reading, and all together."""
    return [*(line.text for line in lines), " ".join(line.text for line in lines)]


def _those(readings: Sequence[Sequence[str]], is_like: Callable[[str], object]) -> list[str]:
    """Of each reading the first text that is like a mark of secrecy; none of readings without one."""
    found = (next(filter(is_like, texts), None) for texts in readings)
    return [text for text in found if text is not None]
