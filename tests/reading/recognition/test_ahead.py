"""The second engine begins while the first reads."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest

from recognition_rows import row
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.ahead import ahead
from vanthu.reading.recognition.ocr import Token

PAGE: Pixels = np.full((40, 80), 255, np.uint8)
WORDS = tuple(row("kế hoạch"))
_PATIENCE = 20  # seconds


def test_it_reads_before_it_is_asked_and_once() -> None:
    begun, images = Event(), list[Pixels]()

    def read(image: Pixels) -> tuple[Token, ...]:
        images.append(image)
        begun.set()
        return WORDS

    with ahead(read) as second:
        second.begin(PAGE)
        assert begun.wait(_PATIENCE)
        assert second.read(PAGE) == WORDS
    assert len(images) == 1


def test_another_image_than_the_one_begun_is_read_itself() -> None:
    turned = PAGE.T.copy()
    with ahead(lambda image: WORDS if image is turned else ()) as second:
        second.begin(PAGE)
        assert second.read(turned) == WORDS
        second.begin(turned)
        assert second.read(turned) == WORDS


def test_where_there_is_no_engine_there_are_no_words() -> None:
    with ahead(lambda _: None) as second:
        second.begin(PAGE)
        assert second.read(PAGE) is None


def test_what_goes_wrong_is_told_to_whoever_asks() -> None:
    def fail(_: Pixels) -> None:
        raise MemoryError

    with ahead(fail) as second:
        second.begin(PAGE)
        with pytest.raises(MemoryError):
            second.read(PAGE)
