"""Picture files: PNG, JPEG, and TIFF of many pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vanthu.reading.imaging import picture_page
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.recognition.sheet import read_sheet
from vanthu.reading.result import PageRead, Sheets
from vanthu.settings import Settings


@contextmanager
def picture_sheets(path: Path, *, settings: Settings, rules: Rules) -> Iterator[Sheets]:
    """One sheet a frame, open while the block runs."""
    with picture_page.open_picture(path) as picture:

        def read(index: int) -> tuple[PageRead, ...]:
            image = picture_page.frame(picture, index, settings.image)
            return read_sheet(image, index + 1, settings=settings, rules=rules, reason="tệp ảnh")

        yield Sheets(getattr(picture, "n_frames", 1), read)
