from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from sheets import DPI, sheet
from vanthu.reading.imaging.picture_page import frame, open_picture
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()


@pytest.mark.parametrize("info", [{}, {"dpi": (72, 72)}, {"dpi": (1, 1)}])
def test_picture_without_a_believable_resolution_is_taken_for_a4(
    tmp_path: Path, info: dict[str, object]
) -> None:
    sheet().save(tmp_path / "a.png", **info)
    with open_picture(tmp_path / "a.png") as picture:
        assert frame(picture, 0, SETTINGS).dpi == pytest.approx(DPI, abs=1)


def test_picture_lies_as_its_tag_says(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[0x0112] = 6  # turn clockwise to show
    sheet().save(tmp_path / "a.jpg", exif=tags)
    with open_picture(tmp_path / "a.jpg") as picture:
        assert frame(picture, 0, SETTINGS).pixels.shape == (1240, 1754)
