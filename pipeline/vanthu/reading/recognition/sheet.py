"""A sheet of a file as its pages: usually one, two where two lie on it side by side."""

from __future__ import annotations

from vanthu.document.geometry import Box
from vanthu.reading.imaging.raster import Raster, cut
from vanthu.reading.imaging.spread import gutter
from vanthu.reading.imaging.surround import without_surround
from vanthu.reading.recognition.scan import Rules, read_scan
from vanthu.reading.result import PageRead
from vanthu.settings import Settings

_ON_ITS_HEAD = {180, 270}


def read_sheet(
    raster: Raster, number: int, *, settings: Settings, rules: Rules, reason: str
) -> tuple[PageRead, ...]:
    """Recognise the image of a sheet, in the order in which its pages are read; each is put upright on its own.

    `number` is the sheet's. Raises as `read_scan` does.
    """
    bare = without_surround(raster.pixels)
    found = gutter(bare, settings.image)
    if found is None:
        return (read_scan(raster, number, settings=settings, rules=rules, reason=reason, bare=bare),)
    height, width = (n / raster.scale for n in raster.pixels.shape[:2])
    reads = [
        _part(raster, number, box, settings=settings, rules=rules, reason=reason)
        for box in found.parts(width, height)
    ]
    fullest = max(reads, key=lambda read: len(read.words))
    return tuple(reversed(reads) if fullest.page.rotation in _ON_ITS_HEAD else reads)


def _part(
    raster: Raster, number: int, box: Box, *, settings: Settings, rules: Rules, reason: str
) -> PageRead:
    read = read_scan(
        cut(raster, box),
        number,
        settings=settings,
        rules=rules,
        reason=f"{reason}; một trong hai trang trên cùng một tờ",
    )
    return read._replace(page=read.page.model_copy(update={"sheet": number, "part": box}))
