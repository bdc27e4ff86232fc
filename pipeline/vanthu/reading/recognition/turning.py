"""Which way is up, where ink alone can't tell: a few lines are read both ways, never the whole page."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.reading.imaging.posture import Posture
from vanthu.reading.imaging.raster import Pixels, straightened, turned
from vanthu.reading.imaging.strips import fullest_lines
from vanthu.reading.recognition import ocr
from vanthu.settings import EngineSettings

_BLOCK = 6  # the lines are one block


def way_up(gray: Pixels, dpi: int, pose: Posture, engine: EngineSettings) -> Posture:
    """The posture, turned upside down where a few lines make more sense that way. Costs nothing where it is sure."""
    if pose.sure:
        return pose
    strip = fullest_lines(straightened(turned(gray, pose.rotation), pose.skew))
    if strip is None:
        return pose
    as_judged, reversed_ = ocr.read_pieces((strip, turned(strip, 180)), dpi=dpi, mode=_BLOCK, engine=engine)
    if sense(reversed_) <= sense(as_judged):
        return pose._replace(sure=True)
    return pose._replace(rotation=(pose.rotation + 180) % 360, sure=True)


def sense(tokens: Iterable[ocr.Token]) -> float:
    """Mean confidence by length, 0..1; single letters are noise as often as words and do not count."""
    told = [t for t in tokens if len(t.text) > 1]
    letters = sum(len(t.text) for t in told)
    return sum(t.confidence * len(t.text) for t in told) / letters if letters else 0.0
