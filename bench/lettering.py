#!/usr/bin/env python3
"""Draws the words by which `marks/lettering.py` knows marks of secrecy: `python bench/lettering.py FACE.ttf...` writes `models/lettering/`.

Each word is cut out white on black in every face, 40 pixels from the base line to the top of a plain capital. `secret`
holds the words of marks, `other` those that look like them. Use faces whose licence lets their letters be passed on.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from vanthu.orthography import strip_accents
from vanthu.resources import models_folder

_CAPITAL = 40
WORDS = {
    "secret": ("MẬT", "TUYỆT", "TỐI MẬT", "TUYỆT MẬT"),
    "other": (
        *("MẪU", "TỐC", "HỎA", "KHẨN", "SAO", "SAO Y", "BẢN", "LỤC", "ĐẾN", "HẸN", "GIỜ", "CHÍNH", "TRÍCH"),
        *("TUYÊN", "TUYỂN", "QUYẾT", "DUYỆT"),
    ),
}


def main() -> None:
    """Draw all words in all faces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faces", nargs="+", type=Path, help="TrueType files")
    for group, words in WORDS.items():
        folder = models_folder() / "lettering" / group
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for n, word in enumerate(words):
            for face in parser.parse_args().faces:
                name = f"{n}-{strip_accents(word).lower().replace(' ', '_')}-{face.stem.lower()}.png"
                _drawn(word, face).save(folder / name, optimize=True)


def _drawn(word: str, path: Path) -> Image.Image:
    sized = ImageFont.truetype(str(path), 200)
    top, bottom = sized.getbbox("M", anchor="ls")[1::2]
    face = ImageFont.truetype(str(path), round(200 * _CAPITAL / (bottom - top)))
    picture = Image.new("L", (round(face.getlength(word)) + 40, 5 * _CAPITAL), 0)
    ImageDraw.Draw(picture).text((20, 3 * _CAPITAL), word, fill=255, font=face, anchor="ls")
    return picture.crop(picture.getbbox())


if __name__ == "__main__":
    main()
