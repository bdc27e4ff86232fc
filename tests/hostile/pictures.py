"""Pictures that are broken, too large, or not what they say."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from functools import partial

from PIL import Image


def _encoded(kind: str, size: tuple[int, int] = (600, 800), mode: str = "L", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 255).save(out, kind, **options)
    return out.getvalue()


def _noise(kind: str) -> bytes:
    """A picture that can't be packed small."""
    out, dice = io.BytesIO(), random.Random(7)  # noqa: S311  # nothing secret
    Image.frombytes("L", (300, 400), dice.randbytes(120_000)).save(out, kind)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int) -> bytes:
    """A PNG whose head promises so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(bytes(2**20))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG whose head promises so many pixels."""
    whole = _encoded("JPEG")
    at = whole.index(b"\xff\xc0") + 5
    return whole[:at] + struct.pack(">HH", height, width) + whole[at + 4 :]


def tiff(entries: dict[int, tuple[int, int, int]], following: int = 0, tail: bytes = b"") -> bytes:
    """A TIFF of one directory; entries are tag: (type, count, value)."""
    body = b"".join(struct.pack("<HHII", tag, *entry) for tag, entry in sorted(entries.items()))
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + struct.pack("<I", following) + tail


def _frame(width: int, height: int, at: int = 300) -> dict[int, tuple[int, int, int]]:
    return {
        256: (4, 1, width), 257: (4, 1, height), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
        273: (4, 1, at), 278: (4, 1, height), 279: (4, 1, width * height % 2**32),
    }  # fmt: skip


def tiff_ring() -> bytes:
    """A TIFF whose only directory names itself as the next one."""
    return tiff(_frame(100, 100), following=8, tail=bytes(20_000))


def tiff_of_many(count: int = 100_000) -> bytes:
    """A TIFF of a hundred thousand small frames that share their pixels."""
    entries, length = _frame(8, 8, at=8), 2 + 12 * 8 + 4
    body = b"".join(struct.pack("<HHII", tag, *entry) for tag, entry in sorted(entries.items()))
    frames = (
        struct.pack("<H", len(entries))
        + body
        + struct.pack("<I", 72 + (n + 1) * length if n + 1 < count else 0)
        for n in range(count)
    )
    return b"II*\0" + struct.pack("<I", 72) + b"\xff" * 64 + b"".join(frames)


def bad_sum() -> bytes:
    """A PNG one of whose sums is wrong."""
    whole = bytearray(_noise("PNG"))
    at = whole.index(b"IDAT") + 2000
    whole[at] ^= 255
    return bytes(whole)


def animated() -> bytes:
    """A moving GIF."""
    frames = [Image.new("L", (60, 80), n * 20) for n in range(10)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(1000)

REFUSED: dict[str, Callable[[], bytes]] = {
    "needle.png": partial(_encoded, "PNG", size=(1, 5000)),
    "milliard-pixels.png": partial(png_of, 40_000, 40_000),
    "more-pixels-than-numbers.png": partial(png_of, 2**31 - 1, 2**31 - 1),
    "no-pixels.png": partial(png_of, 0, 0),
    "milliard-pixels.jpg": partial(jpeg_of, 65_000, 65_000),
    "milliard-pixels.tif": lambda: tiff(_frame(40_000, 40_000), tail=bytes(1000)),
    "minus-pixels.tif": lambda: tiff(_frame(2**32 - 1, 2**32 - 1), tail=bytes(1000)),
    "head-alone.png": lambda: _encoded("PNG")[:20],
    "head-alone.jpg": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF",
    "head-alone.tif": lambda: b"II*\0\x08\0\0\0",
    "tiff-of-a-hundred-thousand.tif": tiff_of_many,
    "animated.png": animated,
    "animated.gif": animated,
    "windows.jpg": partial(_encoded, "BMP"),
    "web.jpeg": partial(_encoded, "WEBP"),
    "telephone.jpg": lambda: HEIC,
    "telephone.heic": lambda: HEIC,
    "drawing.png": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
}
READ: dict[str, Callable[[], bytes]] = {
    "blank.png": partial(_encoded, "PNG"),
    "palette.png": partial(_encoded, "PNG", mode="P"),
    "sixteen-bit.png": partial(_encoded, "PNG", mode="I;16"),
    "clear.png": partial(_encoded, "PNG", mode="RGBA"),
    "dot.png": partial(_encoded, "PNG", size=(1, 1)),
    "print-colours.jpg": partial(_encoded, "JPEG", size=(100, 140), mode="CMYK"),
    "fine.jpg": partial(_encoded, "JPEG", dpi=(65_000, 65_000)),
    "wavelets.tif": partial(_encoded, "TIFF", mode="F"),
    "fax.tif": partial(_encoded, "TIFF", mode="1", compression="group4"),
}
SURVIVED: dict[str, Callable[[], bytes]] = {
    "bad-sum.png": bad_sum,
    "cut.png": lambda: _noise("PNG")[:60_000],
    "cut.jpg": lambda: _noise("JPEG")[:40_000],
    "cut.tif": lambda: _noise("TIFF")[:60_000],
    "ring-of-frames.tif": tiff_ring,
    "no-strips.tif": lambda: tiff({256: (4, 1, 100), 257: (4, 1, 100)}),
    "strips-outside.tif": lambda: tiff(_frame(100, 100, at=2**31)),
}
