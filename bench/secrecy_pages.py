"""Pages for `secrecy.py`: pages of the samples' sources with drawn marks of secrecy, and pages that bear none, with other stamps."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))

from maker import stamps
from maker.looks import LOOKS, Look, scanned
from maker.pages import compose
from maker.plain import read_plain
from maker.source import Form, load

ROOT = Path(__file__).resolve().parents[1]
DPI = 200
MM = DPI / 25.4
RED, BLUE, BLACK = stamps.RED, stamps.BLUE, (25, 25, 28)
DARKER, LEFT = 25, 0.2  # than the paper is ink that is seen; share of a stamp's
FAINT = (238, 160, 165)
MODES = {
    "colour": LOOKS["stamped"],
    "gray": LOOKS["office200"],
    "1-bit": Look(skew=0.8, noise=0.0, toner=0.06, bits=True),
}
MARKS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
PHRASES = """ỦY BAN NHÂN DÂN HUYỆN MƠ
ỦY BAN NHÂN DÂN
XÃ AN THỦY
Số: 14/KH-UBND
An Thủy, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Tăng cường công tác bảo vệ bí mật nhà nước năm 2024
I. MỤC ĐÍCH
1. Nâng cao ý thức bảo mật thông tin; không để lộ, lọt bí mật nhà nước.
2. Văn bản MẬT, TỐI MẬT, TUYỆT MẬT được quản lý theo Luật Bảo vệ bí mật nhà nước.
BẢO MẬT THÔNG TIN
- Rà soát danh mục bí mật nhà nước độ MẬT.
MẬT ĐỘ DÂN SỐ
- Mật độ dân số của xã là 512 người/km2; sản lượng mật ong đạt 3 tấn.
ĐỘ MẬT CỦA TÀI LIỆU
- Xác định độ mật của tài liệu trước khi lưu.
STT | Tên tài liệu | Độ mật
1 | Sổ theo dõi công văn | Mật
2 | Danh sách cán bộ | MẬT
3 | Hồ sơ an ninh | TỐI MẬT
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng chủ trì thực hiện, báo cáo trước ngày 30/6/2024.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Thử
"""
Draw = Callable[[Image.Image, random.Random], None]


@dataclass(frozen=True)
class Case:
    """A page to draw: which one, what is pressed on it, whether that is a mark of secrecy."""

    name: str
    paper: str
    secret: bool
    draw: Draw
    modes: tuple[str, ...] = tuple(
        MODES
    )  # kinds of scan that show it: of faint red nothing is left in black and white
    kept: bool = False  # apart: nothing is tuned to it
    whole: Draw | None = None  # the same stamp with all its ink

    def image(self, mode: str) -> Image.Image:
        """The page as a scanner of this kind gives it; the same at every call."""
        return self._scanned(mode, self.draw)

    def is_to_be_seen(self, mode: str) -> bool:
        """Whether the scan shows a fair share of the stamp's ink: of less people make out no letters either."""
        if self.whole is None:
            return True
        bare, *stamped = (
            np.asarray(self._scanned(mode, draw).convert("L"), np.int16)
            for draw in (_both(), self.draw, self.whole)
        )
        left, all_of_it = (int((bare - page > DARKER).sum()) for page in stamped)
        return left >= LEFT * all_of_it

    def _scanned(self, mode: str, draw: Draw) -> Image.Image:
        page = papers()[self.paper].copy()
        draw(page, random.Random(f"{self.name}{mode}"))
        # one paper lies on the glass in one way, whatever is pressed on it
        return scanned(page, None, MODES[mode], random.Random(f"{self.paper}{mode}"))


@cache
def papers() -> dict[str, Image.Image]:
    """Clean pages by name: `SOURCE.PAGE`."""
    found = {}
    for number in ("01", "03", "05"):
        path = next((ROOT / "samples" / "sources").glob(f"{number}-*.yaml"))
        found |= _rendered(number, compose(load(path))[0])
    plain = read_plain("phrases", PHRASES, Form("pdf"))
    return found | _rendered("phrases", compose(plain)[0])


def _rendered(name: str, pdf: bytes) -> dict[str, Image.Image]:
    pages = pypdfium2.PdfDocument(pdf)
    return {f"{name}.{n}": p.render(scale=DPI / 72).to_pil().convert("RGB") for n, p in enumerate(pages, 1)}


def _box(  # noqa: PLR0913 - a stamp has many sides
    text: str, x: float, y: float, *, angle: float = 0.0, height: float = 5.0, frame: bool = True,
    colour: tuple[int, int, int] = RED,
) -> Draw:  # fmt: skip
    """A stamp with its left upper corner at a place in mm; below 0: so far from the right or the lower edge."""

    def draw(page: Image.Image, rng: random.Random) -> None:
        lines = tuple(text.split("\n"))
        face = stamps.font(int(height * MM))
        wide = max(face.getlength(line) for line in lines) + height * MM
        at_x = x * MM if x >= 0 else page.width + x * MM - wide
        at_y = y * MM if y >= 0 else page.height + y * MM - 2 * height * MM * len(lines)
        stamps.framed(
            page, (at_x, at_y), lines, DPI, rng, colour=colour, angle=angle, height=height, frame=frame
        )

    return draw


def _seal(x: float, y: float) -> Draw:
    def draw(page: Image.Image, rng: random.Random) -> None:
        stamps.seal(page, (x * MM, y * MM), "ỦY BAN NHÂN DÂN XÃ AN THỦY", "HUYỆN MƠ", DPI, rng)

    return draw


def _pen(x: float, y: float) -> Draw:
    return lambda page, rng: stamps.signature(page, (x * MM, y * MM), DPI, rng)


def _both(*draws: Draw) -> Draw:
    def draw(page: Image.Image, rng: random.Random) -> None:
        for one in draws:
            one(page, rng)

    return draw


def secret_cases() -> Iterator[Case]:
    """Pages with a drawn mark of secrecy."""
    for mark in MARKS:
        seal = _seal(150, 200)
        drawn: dict[str, tuple[str, Draw]] = {
            "head": ("01.1", _box(mark, 28, 52)),
            "head-5": ("03.1", _box(mark, 25, 60, angle=5)),
            "head-12": ("05.1", _box(mark, 30, 52, angle=-12)),
            "head-20": ("01.1", _box(mark, 25, 50, angle=20)),
            "head-20-faint": ("05.1", _box(mark, 30, 50, angle=-20, colour=FAINT)),
            "bare": ("03.1", _box(mark, 28, 62, frame=False, height=6)),
            "bare-10": ("01.1", _box(mark, 28, 52, frame=False, angle=10)),
            "bare-20": ("05.1", _box(mark, 30, 50, frame=False, angle=-20, height=6)),
            "text": ("01.2", _box(mark, 60, 100, angle=3, height=6)),
            "text-bare": ("01.2", _box(mark, 90, 140, angle=-6, frame=False, height=9)),
            "text-black": ("05.1", _box(mark, 70, 130, angle=4, height=7, colour=BLACK)),
            "edge-right": ("01.2", _box(mark, -1, 40, angle=4)),
            "edge-left": ("05.1", _box(mark, 1, 120, angle=-3)),
            "edge-foot": ("01.1", _box(mark, 90, -1, angle=2)),
            "faint": ("01.1", _box(mark, 28, 50, angle=6, colour=FAINT)),
            "large": ("01.2", _box(mark, 80, 4, height=10)),
            "small": ("03.1", _box(mark, 30, 62, height=4, angle=2)),
            "corner": ("01.2", _box(mark, -14, 6, angle=-2)),
            "in-seal": ("phrases.1", _both(seal, _box(mark, 138, 194, height=5, angle=5))),
            "in-seal-bare": ("01.2", _both(_seal(120, 240), _box(mark, 105, 232, frame=False, height=7))),
            "black-beside-seal": ("03.1", _both(_seal(140, 250), _box(mark, 28, 60, colour=BLACK, angle=7))),
            "black-bare-beside-seal": (
                "05.1",
                _both(_seal(150, 255), _box(mark, 30, 50, colour=BLACK, frame=False, height=7, angle=-9)),
            ),
            "blue-low": ("01.2", _box(mark, 30, 262, colour=BLUE, angle=-5)),
        }
        for name, (paper, draw) in drawn.items():
            modes = ("colour", "gray") if "faint" in name else tuple(MODES)
            yield Case(f"{name} {mark}", paper, True, draw, modes)


def clean_cases() -> Iterator[Case]:
    """Pages without one: as they are, and with every other thing that is pressed or written on paper."""
    fields = {"office": "VĂN PHÒNG HĐND VÀ UBND", "number": "1387", "day": "24/02"}
    for paper in papers():
        yield Case("plain", paper, False, _both())
        yield Case("seal", paper, False, _both(_pen(150, 230), _seal(140, 225)))
    for n, paper in enumerate(("01.1", "03.1", "05.1", "phrases.1")):
        arrival = _arrival(fields, 22 + n, 48 + 3 * n)
        for angle, colour in ((0, RED), (-6, BLUE), (11, BLACK)):
            urgency = ("KHẨN", "HỎA TỐC", "THƯỢNG KHẨN", "HỎA TỐC\nHẸN GIỜ")[n]
            yield Case(f"urgency{angle}", paper, False, _box(urgency, 28, 55, angle=angle, colour=colour))
            copy = ("SAO Y", "BẢN SAO", "SAO Y BẢN CHÍNH", "SAO LỤC")[n]
            yield Case(f"copy{angle}", paper, False, _box(copy, 120, 4, angle=angle, colour=colour))
            yield Case(
                f"bare{angle}", paper, False, _box(copy, 30, 5, angle=angle, colour=colour, frame=False)
            )
        yield Case("arrival", paper, False, arrival)
        yield Case("remark", paper, False, lambda p, r: stamps.remark(p, (20 * MM, 8 * MM), 2, DPI, r))
        yield Case("form", paper, False, _box(f"MẪU SỐ 0{n + 1}", -8, 6, colour=BLACK, height=4.5))
        yield Case("text", paper, False, _box("KHẨN", 80, 150, angle=5, height=7))
        yield Case("two", paper, False, _both(_seal(60, 235), _pen(70, 230), _seal(150, 240), arrival))
        yield Case("signed", paper, False, _digital(n))


def _arrival(fields: dict[str, str], x: float, y: float) -> Draw:
    return lambda page, rng: stamps.arrival(page, (x * MM, y * MM), fields, DPI, rng)


def _digital(n: int) -> Draw:
    lines = ("Ký bởi: Ủy ban nhân dân", "Cơ quan: Xã An Thủy", f"Thời gian ký: 1{n}.03.2024 08:15:20")
    return lambda page, _: stamps.digital(page, (115 * MM, 5 * MM), lines, DPI, colour=(RED, BLACK)[n % 2])
