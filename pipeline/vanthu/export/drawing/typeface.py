"""Type for writing on pictures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
# The older Liberation, in .../liberation, has no Vietnamese letters.
_FACES = ("truetype/liberation2/LiberationSans", "liberation-sans-fonts/LiberationSans", "TTF/LiberationSans")
_OTHERS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial.ttf")

Typeface = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def typeface(size: int, *, bold: bool = False) -> Typeface:
    """A face with Vietnamese letters, `size` pixels high; what Pillow brings along where there is none."""
    weight = "Bold" if bold else "Regular"
    known = (Path(f).expanduser() / f"{face}-{weight}.ttf" for f in _FOLDERS for face in _FACES)
    for face in (*(str(path) for path in known if path.is_file()), *_OTHERS):
        try:
            return ImageFont.truetype(face, size)
        except OSError:
            continue
    return ImageFont.load_default(size)
