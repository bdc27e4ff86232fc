"""A page with nothing but its number: that is no blank page."""

from __future__ import annotations

from vanthu.reading.imaging.lone import lone_spot
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition import ocr
from vanthu.settings import EngineSettings

_LINE = 7  # a single line
_SURE = 0.6


def lone_number(gray: Pixels, dpi: int, engine: EngineSettings) -> tuple[ocr.Token, ...]:
    """The number at the head or foot of a page that bears nothing else; nothing where there is none, or a stain."""
    box = lone_spot(gray)
    if box is None:
        return ()
    x, y, right, bottom = box
    found = ocr.read_image(gray[y:bottom, x:right], dpi=dpi, mode=_LINE, engine=engine)
    return tuple(
        t._replace(x0=t.x0 + x, x1=t.x1 + x, y0=t.y0 + y, y1=t.y1 + y)
        for t in found
        if t.confidence >= _SURE and t.text.strip(".-").isdigit()
    )
