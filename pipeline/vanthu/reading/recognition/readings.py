"""All readings of one page made into its words: the first, and the further ones that the settings ask for and the machine has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.agreement import Agreed, agree, alone
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.second import SecondEngine, second_engine
from vanthu.reading.recognition.voting import vote
from vanthu.settings import EngineSettings, Settings

_LINE_MODE = 7  # Tesseract's page mode for one line
_AROUND = 0.35  # heights of a line that are cut out with it
_WHITE = 10  # pixels of paper at each side of a cut

Load = Callable[[], SecondEngine | None]


def first_engine(settings: Settings, *, poor: bool) -> EngineSettings:
    """The engine for a page: for a poor one the model that stands more, where it is installed."""
    return _with_language(settings.engine, settings.poor.language) if poor else settings.engine


def read_again(
    image: Pixels,
    first: Sequence[Token],
    *,
    dpi: int,
    engine: EngineSettings,
    settings: Settings,
    load: Load = second_engine,
) -> Agreed:
    """A page's words after all readings; `engine` is what the first was made with."""
    other = load() if settings.second.engine != "none" else None
    if other is not None:
        agreed = agree(first, other.read(image), settings=settings.second, confidence=settings.confidence)
    elif settings.second.engine == "none":
        return alone(first, noise=engine.noise_confidence, confidence=settings.confidence)
    else:
        agreed = _second_model(image, first, dpi=dpi, engine=engine, settings=settings)
    if settings.second.third:
        third = _other_model(engine, settings)
        if third.language != engine.language:
            words = ocr.read_image(image, dpi=dpi, mode=third.page_mode, engine=third)
            agreed = vote(agreed, words, confidence=settings.confidence)
    return agreed


def _with_language(engine: EngineSettings, language: str | None) -> EngineSettings:
    if language is None or language not in ocr.languages():
        return engine
    return engine.model_copy(update={"language": language})


def _other_model(engine: EngineSettings, settings: Settings) -> EngineSettings:
    """The second of Tesseract's models: the one that the first reading was not made with."""
    if engine.language != settings.engine.language:
        return settings.engine
    return _with_language(engine, settings.second.language)


def _second_model(
    image: Pixels, first: Sequence[Token], *, dpi: int, engine: EngineSettings, settings: Settings
) -> Agreed:
    """Without a second engine: a second model of the first, for the lines in doubt and those with figures."""
    other = _other_model(engine, settings)
    lines = [list(group) for _, group in groupby(first, key=lambda t: t.line)]
    chosen = [line for line in lines if _needs_second(line, settings.second.doubt)]
    if other.language == engine.language or not chosen:
        return alone(first, noise=engine.noise_confidence, confidence=settings.confidence)
    cuts = [_cut(image, line) for line in chosen]
    texts = ocr.read_pieces([c for c, _, _ in cuts], dpi=dpi, mode=_LINE_MODE, engine=other)
    second = [
        t._replace(x0=t.x0 + dx, y0=t.y0 + dy, x1=t.x1 + dx, y1=t.y1 + dy, line=number)
        for number, (text, (_, dx, dy)) in enumerate(zip(texts, cuts, strict=True))
        for t in text
    ]
    second = [t._replace(engine=f"{ocr.NAME}:{other.language}") for t in second]
    return agree(first, second, settings=settings.second, confidence=settings.confidence, whole=False)


def _needs_second(line: Iterable[Token], doubt: float) -> bool:
    return any(t.confidence < doubt or any(c.isdigit() for c in t.text) for t in line)


def _cut(image: Pixels, line: Sequence[Token]) -> tuple[Pixels, int, int]:
    """A line cut out, on paper, and where the cut begins on the page."""
    top, bottom = min(t.y0 for t in line), max(t.y1 for t in line)
    more = round(_AROUND * (bottom - top))
    y0, x0 = max(0, top - more), max(0, min(t.x0 for t in line) - more)
    inside = image[y0 : bottom + more, x0 : max(t.x1 for t in line) + more]
    return np.pad(inside, _WHITE, mode="edge"), x0 - _WHITE, y0 - _WHITE
