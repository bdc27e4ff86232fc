"""What the network of `lettering.py` is shown: places of drawn scans where a word of secrecy may stand, and what stands there.

Each scan is a piece of a page of the samples' sources with something on it: a stamp with a word of secrecy, one with words that look
like it, any other, a seal, a pen's strokes, capitals that nobody read. Places are found as the program finds them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageDraw

from lettering_stamps import FACES, HIGH, WIDE, Area, Floats, Stamp, face_of, meet, pressed
from secrecy_pages import DPI, MM, ROOT, Look, compose, load, scanned, stamps
from vanthu.reading.imaging import ink as inks_of
from vanthu.reading.imaging.raster import Pixels, shrunk
from vanthu.reading.marks import lettering
from vanthu.settings import load_settings

LEFT_OUT = ("01", "03", "05")  # sources that `secrecy.py` measures on
CLASSES = ("", "MẬT", "TUYỆT", "TỐI")
MARKS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
ALIKE = """MẤT|MẶT|MÁY|MẮT|MẶT TRẬN|NHẬT KÝ|MẪU SỐ 02|MẪU 01|TUYỂN SINH|DUYỆT|ĐÃ DUYỆT|PHÊ DUYỆT|KÝ DUYỆT|QUYẾT ĐỊNH|MỜI HỌP
TỐC|BÍ THƯ|MÃ SỐ|TUYÊN BỐ|TUYÊN TRUYỀN|MAI|NHẤT|HẠT|ĐẠT|CHẤT|TIẾP NHẬN|MIỄN PHÍ|MẠNG|TỐT|TÔI|TỜI|TỒN|TẬT|XUẤT|SÁT|LUẬT
TỔ TRƯỞNG|MUỘN""".replace("\n", "|").split("|")
OTHERS = """KHẨN|HỎA TỐC|THƯỢNG KHẨN|SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO|BẢN CHÍNH|SAO Y BẢN CHÍNH|DỰ THẢO|LƯU HÀNH NỘI BỘ|HẾT HIỆU LỰC
THU HỒI|ĐÃ KÝ|PHÁT HÀNH|CÔNG VĂN ĐẾN|XEM XONG TRẢ LẠI|BẢN GỐC|TÀI LIỆU HỌP|ĐÃ SỐ HÓA|ĐÃ TRẢ|ĐẾN|ĐÃ THU|VĂN PHÒNG|HỢP LỆ|CHỦ TỊCH
PHÓ CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG""".replace("\n", "|").split("|")
CAPITALS = """ỦY BAN NHÂN DÂN THÀNH PHỐ HUYỆN XÃ TỈNH SỞ NỘI VỤ TÀI CHÍNH GIÁO DỤC KẾ HOẠCH QUYẾT ĐỊNH THÔNG BÁO CÔNG TÁC BẢO VỆ MÔI TRƯỜNG
CHUYỂN ĐỔI SỐ NGƯỜI DÂN TỔ CHỨC THỰC HIỆN TRƯỞNG BAN PHÓ MẪU BIỂU DANH SÁCH MẠNG LƯỚI MẶT TRẬN TỔ QUỐC TUYÊN TRUYỀN TUYỂN DỤNG TẤT CẢ
NHẬT MẤT MÙA TIẾP TỤC""".replace("\n", " ").split(" ")
KINDS = {"mark": 8, "alike": 6, "other": 6, "capitals": 2, "seal": 2, "pen": 1}
NEAR, FAR = (
    (0.75, 0.6),
    (2.2, 1.2),
)  # heights of a capital: so near a place is the word's, so far it is none of it


def windows(seed: int, count: int) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int8]]:
    """What the network sees [n, 2, rows, columns; 255 as 1] at places of so many scans, and the class of each."""
    rng, seen, classes = random.Random(seed), [], []
    for _ in range(count):
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        for window, label in _of_scan(kind, rng):
            seen.append(np.clip(window * 255, 0, 255).astype(np.uint8))
            classes.append(label)
    return np.array(seen), np.array(classes, np.int8)


def _of_scan(kind: str, rng: random.Random) -> Iterator[tuple[Floats, int]]:
    paper, words = rng.choice(papers())
    x, y = rng.randrange(-200, paper.width - WIDE + 200), rng.randrange(-100, paper.height - HIGH + 100)
    page = Image.new("RGB", (WIDE, HIGH), "white")
    page.paste(paper, (-x, -y))
    printed = [(a - x, b - y, c - x, d - y) for a, b, c, d in words]
    stamp = _put_on(page, kind, printed, rng)
    ink, hidden = _masks(page, printed, stamp, rng)
    piece = _piece(ink, hidden, stamp, rng)
    if piece is None:
        return
    corner, cut = piece
    fits = sorted(lettering.promising(cut), key=lambda f: -f.likeness)
    for fit in fits[:3] + rng.sample(fits[3:], min(3, len(fits[3:]))):
        label = _label(fit, cut, corner, stamp) if kind == "mark" else 0
        if label is not None:
            for _ in range(2):
                about = (rng.uniform(-3, 3), rng.uniform(-2, 3), rng.uniform(0.9, 1.1))
                yield lettering.windows(cut, fit, [about])[0], label


def _label(fit: lettering.Fit, cut: lettering.Piece, corner: Floats, stamp: Stamp | None) -> int | None:
    """The word at a place of a mark of secrecy; `None` where a piece of one stands there."""
    if stamp is None:
        return 0
    matrix, size = lettering.turning(cut.ink.shape, fit.turn)
    found, capital = 0, stamp.capital / 2
    for label, word in enumerate(CLASSES[1:], 1):
        middle = stamp.at(word)
        if middle is None:
            continue
        there = matrix @ np.array([*(middle - corner), 1.0])
        off = np.abs(there - np.array([fit.at[0] * size[0], fit.at[1] * size[1]])) / capital
        if (off < NEAR).all() and 0.75 < fit.height / capital < 1.3:
            return label
        if (off < FAR).all():
            found = -1
    return None if found else 0


def _piece(
    ink: Floats, hidden: npt.NDArray[np.uint8], stamp: Stamp | None, rng: random.Random
) -> tuple[Floats, lettering.Piece] | None:
    """A piece of the masks about the stamp, or about any ink, and its left upper corner; `None` where there is none."""
    if stamp is None:
        rows, columns = np.nonzero((ink > 0.4) * (hidden == 0))
        if not len(rows):
            return None
        n = rng.randrange(len(rows))
        area = np.array([columns[n] - 134, rows[n] - 55, columns[n] + 134, rows[n] + 55])
        turn, heights = rng.choice((0.0, rng.uniform(-15, 15))), lettering.HEIGHTS[::2]
    else:
        ends = [stamp.place(x, s.middle) for s in stamp.letters for x in (s.left, s.right)]
        room = np.array([stamp.capital + 24, stamp.capital + 10])
        area = np.concatenate([np.min(ends, 0) - room, np.max(ends, 0) + room])
        turn = stamp.turn + rng.uniform(-3, 3)
        heights = tuple(h for h in lettering.HEIGHTS if 0.6 < h / stamp.capital * 2 < 1.6)
    left, top, right, bottom = (max(0, int(v)) for v in area)
    part = np.s_[top:bottom, left:right]
    cut = lettering.Piece(
        np.ascontiguousarray(ink[part], np.float32),
        np.ascontiguousarray(hidden[part]),
        [turn + off for off in (-5, 0, 5)],
        heights,
    )
    return (np.array([left, top]), cut) if min(cut.ink.shape) >= 12 else None


def _put_on(page: Image.Image, kind: str, printed: list[Area], rng: random.Random) -> Stamp | None:
    """Put something on a page."""
    at = (rng.randrange(200, 800), rng.randrange(100, 460))
    if kind == "capitals":
        face = face_of(rng.choice(FACES[:4]), round(rng.uniform(4, 9) * MM))
        text = " ".join(rng.choices(CAPITALS, k=6))
        ImageDraw.Draw(page).text((at[0] - 300, at[1] - 50), text, font=face, fill=(20, 20, 20))
    elif kind == "pen":
        stamps.remark(page, at, 2, DPI, rng)
    elif kind == "seal":
        stamps.seal(
            page, at, "ỦY BAN NHÂN DÂN XÃ " + rng.choice(CAPITALS), "HUYỆN " + rng.choice(CAPITALS), DPI, rng
        )
        if rng.random() < 0.6:
            stamps.signature(page, (at[0] + 90, at[1]), DPI, rng)
    else:
        some = " ".join(rng.choices(CAPITALS, k=rng.choice((1, 1, 2))))
        other = rng.choice(OTHERS) if rng.random() < 0.7 else some
        return pressed(
            page, {"mark": rng.choice(MARKS), "alike": rng.choice(ALIKE)}.get(kind, other), printed, rng
        )
    return None


@cache
def papers() -> tuple[tuple[Image.Image, tuple[Area, ...]], ...]:
    """Pages of the sources, and the boxes of their words in pixels."""
    found: list[tuple[Image.Image, tuple[Area, ...]]] = []
    for path in sorted((ROOT / "samples" / "sources").glob("*.yaml")):
        if not path.name.startswith(LEFT_OUT):
            for page in pypdfium2.PdfDocument(compose(load(path))[0]):
                picture = page.render(scale=DPI / 72).to_pil().convert("RGB")
                found.append((picture, tuple(_words(page, picture.height))))
    return tuple(found)


def _words(page: pypdfium2.PdfPage, height: int) -> Iterator[Area]:
    text, scale = page.get_textpage(), DPI / 72
    word: Area | None = None
    for n, sign in enumerate(text.get_text_range()):
        left, low, right, top = (v * scale for v in text.get_charbox(n))
        here = (left, height - top, right, height - low)
        goes_on = word is not None and not sign.isspace() and -2 < left - word[2] < 20
        if word is not None and not goes_on:
            yield word
            word = None
        if not sign.isspace() and right > left:
            word = (min(word[0], left), min(word[1], here[1]), right, max(word[3], here[3])) if word else here
    if word is not None:
        yield word


def _masks(
    page: Image.Image, printed: list[Area], stamp: Stamp | None, rng: random.Random
) -> tuple[Floats, Pixels]:
    """The scan's ink, 0 to 1, and what hides it, as the program makes them: of coloured ink alone, or of all that words do not explain."""
    look = rng.choice((
        Look(skew=0, noise=0, toner=rng.uniform(0.03, 0.14), bits=True),
        Look(skew=0, noise=rng.uniform(2, 7), shade=0.05, toner=0.06, blur=rng.uniform(0.5, 0.9)),
        *(Look(colour=True, skew=0, shade=0.06, toner=0.05),) * (rng.random() < 0.4),
    ))  # fmt: skip
    scan = np.ascontiguousarray(scanned(page, None, look, rng).convert("RGB" if look.colour else "L"))
    settings = load_settings().ink
    inks = inks_of.separate(scan, settings)
    if inks.colour is not None and rng.random() < 0.7:
        return _coloured(scan, inks)
    small = shrunk(inks.gray, 2)
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    ink = np.minimum(cv2.subtract(paper, small) / 90, 1)
    return ink, _hidden(printed, stamp, rng)


def _coloured(scan: Pixels, inks: inks_of.Inks) -> tuple[Floats, Pixels]:
    masks = inks_of.by_colour(scan, load_settings().ink).values()
    every = np.bitwise_or.reduce([(shrunk(m * np.uint8(255), 2) > 60).astype(np.uint8) for m in masks])
    darkest = shrunk(np.ascontiguousarray(scan.min(axis=2)), 2)
    paper = np.full_like(darkest, np.median(darkest))
    dark = cv2.subtract(paper, darkest) * cv2.dilate(every, np.ones((3, 3), np.uint8))
    around = cv2.dilate((shrunk(inks.gray, 2) < 120).astype(np.uint8), np.ones((3, 3), np.uint8))
    return np.minimum(dark / 160, 1), np.asarray(around * (dark < 60).astype(np.uint8), np.uint8)


def _hidden(printed: list[Area], stamp: Stamp | None, rng: random.Random) -> Pixels:
    """Where words are trusted: most of them, under a stamp every other."""
    hidden = np.zeros((HIGH // 2, WIDE // 2), np.uint8)
    high, wide = stamp.ink.shape if stamp else (0, 0)
    ends = [2 * stamp.place(x, y) for x in (0, wide) for y in (0, high)] if stamp else [np.full(2, -1e4)] * 2
    area = (*np.min(ends, 0), *np.max(ends, 0))
    missed = rng.choice((0, 0.05, 0.1, 0.3))
    for word in printed:
        if rng.random() >= (0.5 if meet(word, area) else missed):
            left, top, right, bottom = (int(v / 2) for v in word)
            cv2.rectangle(hidden, (left - 1, top - 1), (right + 1, bottom + 1), (1,), -1)
    return hidden
