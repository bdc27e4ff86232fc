from __future__ import annotations

import shutil

import pytest

from sheets import DPI, pixels, sheet
from vanthu.reading.imaging.posture import Posture, posture
from vanthu.reading.imaging.raster import turned
from vanthu.reading.recognition import turning
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.turning import sense, way_up
from vanthu.settings import EngineSettings, ImageSettings

ENGINE = EngineSettings()
SCHEDULE = tuple(f"{day}/03/2024 {day}.500 {day + 31} 7.214 1.906 44.730" for day in (11, 15, 19, 23, 27))


def test_a_sure_page_costs_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "ocr", None)
    pose = Posture(90, 0.4, 300, sure=True)
    assert way_up(pixels(sheet()), DPI, pose, ENGINE) == pose


@pytest.mark.ocr
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_digits_alone_are_turned_by_reading_a_few_lines(rotation: int) -> None:
    lying = turned(pixels(sheet(SCHEDULE)), (360 - rotation) % 360)
    pose = posture(lying, ImageSettings())
    assert not pose.sure
    assert way_up(lying, DPI, pose, ENGINE).rotation == rotation


def test_sense_is_the_confidence_of_words_by_their_length() -> None:
    long, short, single = (
        Token(text, 0, 0, 9, 9, confidence, 0) for text, confidence in (("tháng", 0.9), ("ab", 0.2), ("|", 1))
    )
    assert sense((long, short, single)) == pytest.approx((0.9 * 5 + 0.2 * 2) / 7)
    assert sense((single,)) == 0.0
