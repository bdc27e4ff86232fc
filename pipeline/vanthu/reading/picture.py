"""Picture files: PNG, JPEG, and TIFF of many pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vanthu.errors import PageError
from vanthu.reading.failing import failed
from vanthu.reading.imaging import raster
from vanthu.reading.recognition.scan import Rules, read_scan
from vanthu.reading.result import PageRead
from vanthu.settings import Settings


def read_picture(path: Path, *, settings: Settings, rules: Rules) -> Iterator[PageRead]:
    """One page a frame."""
    with raster.open_picture(path) as picture:
        for index in range(getattr(picture, "n_frames", 1)):
            try:
                image = raster.frame(picture, index, settings.image)
                yield read_scan(image, index + 1, settings=settings, rules=rules, reason="tệp ảnh")
            except PageError as error:
                yield failed(index + 1, error)
