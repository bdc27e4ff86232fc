"""All readings of one page made into its words: the first, and the further ones that the settings ask for and the machine has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.agreement import Agreed, agree, alone, area
from vanthu.reading.recognition.ahead import Read
from vanthu.reading.recognition.numerals import counted
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.second import second_engine
from vanthu.reading.recognition.voting import is_figure, vote
from vanthu.settings import EngineSettings, Settings

_LINE_MODE = 7  # Tesseract's page mode for one line
_AROUND = 0.35  # heights of a line that are cut out with it
_WHITE = 10  # pixels of paper at each side of a cut

Line = Sequence[Token]


def first_engine(settings: Settings, *, poor: bool) -> EngineSettings:
    """The engine for a page: for a poor one the model that stands more, where it is installed."""
    return _with_language(settings.engine, settings.poor.language) if poor else settings.engine


def by_second_engine(image: Pixels, settings: Settings) -> tuple[Token, ...] | None:
    """What the second engine reads; `None` where it is not asked for, or not installed."""
    engine = None if settings.second.engine == "none" else second_engine()
    return None if engine is None else engine.read(image)


def read_again(
    image: Pixels,
    first: Line,
    *,
    dpi: int,
    engine: EngineSettings,
    settings: Settings,
    second: Read,
) -> Agreed:
    """A page's words after all readings; `engine` is what the first was made with, `second` the second engine."""
    sheet = _Sheet(image, dpi, engine, settings)
    if settings.second.engine == "none":
        return counted(image, sheet.alone(first))
    words = second(image)
    if words is None:
        return counted(image, sheet.by_second_model(first))
    agreed = agree(first, words, settings=settings.second, confidence=settings.confidence)
    return sheet.voted(counted(image, agreed))


class _Sheet:
    """One page while it is read, and what it is read with."""

    def __init__(self, image: Pixels, dpi: int, engine: EngineSettings, settings: Settings) -> None:
        self.image, self.dpi, self.engine, self.settings = image, dpi, engine, settings
        self.other = _other_model(engine, settings)

    @property
    def has_other(self) -> bool:
        """Whether there is a second model of the first engine."""
        return self.other.language != self.engine.language

    def alone(self, first: Line) -> Agreed:
        """One reading and no more."""
        return alone(first, noise=self.engine.noise_confidence, confidence=self.settings.confidence)

    def by_second_model(self, first: Line) -> Agreed:
        """Without a second engine: the second model of the first, for the lines in doubt and those with figures."""
        lines = [list(group) for _, group in groupby(first, key=lambda t: t.line)]
        chosen = [line for line in lines if _needs_second(line, self.settings.second.doubt)]
        if not self.has_other or not chosen:
            return self.alone(first)
        second = self._lines_again(chosen)
        return agree(
            first, second, settings=self.settings.second, confidence=self.settings.confidence, whole=False
        )

    def voted(self, agreed: Agreed) -> Agreed:
        """After a third reading of the lines in which figures are in dispute, or anything where a third is asked for."""
        third = self.settings.second.third
        chosen = [d for d in agreed.differences if third or is_figure(d, agreed.tokens)]
        places = {place for d in chosen for place in d.places}
        numbers = {t.line for t in agreed.tokens if area(t) in places}
        if not numbers or not self.has_other:
            return agreed
        lines = [[t for t in agreed.tokens if t.line == number] for number in sorted(numbers)]
        return vote(
            agreed,
            self._lines_again(lines),
            settings=self.settings.second,
            confidence=self.settings.confidence,
        )

    def _lines_again(self, lines: Sequence[Line]) -> list[Token]:
        """Lines by the second model, each cut out; one start of the engine for all."""
        cuts = [_cut(self.image, line) for line in lines]
        texts = ocr.read_pieces([c.pixels for c in cuts], dpi=self.dpi, mode=_LINE_MODE, engine=self.other)
        name = f"{ocr.NAME}:{self.other.language}"
        return [
            token._replace(
                x0=token.x0 + cut.x, y0=cut.y0, x1=token.x1 + cut.x, y1=cut.y1, line=number, engine=name
            )
            for number, (text, cut) in enumerate(zip(texts, cuts, strict=True))
            for token in text
        ]


def _with_language(engine: EngineSettings, language: str | None) -> EngineSettings:
    if language is None or language not in ocr.languages():
        return engine
    return engine.model_copy(update={"language": language})


def _other_model(engine: EngineSettings, settings: Settings) -> EngineSettings:
    """The second of Tesseract's models: the one that the first reading was not made with."""
    if engine.language != settings.engine.language:
        return settings.engine
    return _with_language(engine, settings.second.language)


def _needs_second(line: Iterable[Token], doubt: float) -> bool:
    return any(t.confidence < doubt or any(c.isdigit() for c in t.text) for t in line)


class _Cut(NamedTuple):
    """A line cut out on paper; `x` is added to what is read in it, heights are the line's own."""

    pixels: Pixels
    x: int
    y0: int
    y1: int


def _cut(image: Pixels, line: Line) -> _Cut:
    top, bottom = min(t.y0 for t in line), max(t.y1 for t in line)
    more = round(_AROUND * (bottom - top))
    left = max(0, min(t.x0 for t in line) - more)
    inside = image[max(0, top - more) : bottom + more, left : max(t.x1 for t in line) + more]
    return _Cut(np.pad(inside, _WHITE, mode="edge"), left - _WHITE, top, bottom)
