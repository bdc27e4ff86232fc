"""What the network of `lettering.py` is shown: places of drawn scans where a word of secrecy may stand, and what stands there.

Each scan is a piece of a page of the samples' sources with something on it: a stamp with a word of secrecy, one with words that look
like it, any other, a seal, a pen's strokes, capitals and print that nobody read. Of what is none, places are shown that the network of today
takes for words: making it again and again from its own mistakes is how it learns.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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
TỔ TRƯỞNG|MUỘN|MẪU|MẬN|MẮC|NHẬT|VẬT TƯ|THẬT|TUYẾN|TUYẾT|XÉT DUYỆT|THUYẾT MINH|TỚI|TỐNG|TẤT|BẤT|MÁT|MẾN""".replace(
    "\n", "|"
).split("|")
OTHERS = """KHẨN|HỎA TỐC|THƯỢNG KHẨN|SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO|BẢN CHÍNH|SAO Y BẢN CHÍNH|DỰ THẢO|LƯU HÀNH NỘI BỘ|HẾT HIỆU LỰC
THU HỒI|ĐÃ KÝ|PHÁT HÀNH|CÔNG VĂN ĐẾN|XEM XONG TRẢ LẠI|BẢN GỐC|TÀI LIỆU HỌP|ĐÃ SỐ HÓA|ĐÃ TRẢ|ĐẾN|ĐÃ THU|VĂN PHÒNG|HỢP LỆ|CHỦ TỊCH
PHÓ CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG""".replace("\n", "|").split("|")
CAPITALS = """ỦY BAN NHÂN DÂN THÀNH PHỐ HUYỆN XÃ TỈNH SỞ NỘI VỤ TÀI CHÍNH GIÁO DỤC KẾ HOẠCH QUYẾT ĐỊNH THÔNG BÁO CÔNG TÁC BẢO VỆ MÔI TRƯỜNG
CHUYỂN ĐỔI SỐ NGƯỜI DÂN TỔ CHỨC THỰC HIỆN TRƯỞNG BAN PHÓ MẪU BIỂU DANH SÁCH MẠNG LƯỚI MẶT TRẬN TỔ QUỐC TUYÊN TRUYỀN TUYỂN DỤNG TẤT CẢ
NHẬT MẤT MÙA TIẾP TỤC UBND HĐND UBMTTQ MTTQVN TTPVHCC TTHC TTYT PCTT TKCN VHTT CCHC MTQG ĐVT STT VT TTĐT TCHC TMTH""".replace(
    "\n", " "
).split(" ")
KINDS = {"mark": 10, "alike": 8, "other": 5, "capitals": 4, "seal": 2, "pen": 1, "print": 4}
# heights of a capital: so near its middle a word is seen, so far it is not; sizes and degrees off by which it still is
NEAR, FAR, SIZES, TURN = (0.42, 0.38), (2.4, 1.3), (0.84, 1.19), 7.0
PART = (220, 96)  # width and height of a part of the mask that is searched for what looks like a word


class Place(NamedTuple):
    """A place of a mask where letters may stand [pixels], their height, and by how many degrees they are turned."""

    x: float
    y: float
    height: float
    turn: float


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
    x, y = rng.randrange(-100, paper.width - WIDE + 100), rng.randrange(-60, paper.height - HIGH + 60)
    page = Image.new("RGB", (WIDE, HIGH), "white")
    page.paste(paper, (-x, -y))
    printed = [(a - x, b - y, c - x, d - y) for a, b, c, d in words]
    stamp = _put_on(page, kind, printed, rng) if kind != "print" else None
    piece = lettering.Piece(*_masks(page, printed, stamp, rng))
    truth = stamp if kind == "mark" else None
    if truth is not None:
        yield from _words_of(truth, piece, rng)
    ink = np.column_stack(np.nonzero((piece.ink > 0.4) * (piece.hidden == 0)))  # rows and columns
    if not len(ink):
        return
    turn = stamp.turn if stamp is not None else 0.0
    others = [_any_place(ink, turn, rng) for _ in range(3)]
    if truth is None:
        middle = (
            stamp.place(stamp.ink.shape[1] / 2, stamp.ink.shape[0] / 2) if stamp else rng.choice(ink)[::-1]
        )
        others += _lookalikes(piece, middle, turn + rng.uniform(-10, 10), rng)
    yield from ((_window(piece, place), 0) for place in others if label(truth, place) == 0)


def _words_of(stamp: Stamp, piece: lettering.Piece, rng: random.Random) -> Iterator[tuple[Floats, int]]:
    """The words of a mark of secrecy, seen from about their middle; not where next to nothing of one is left to see."""
    capital = stamp.capital / 2
    for word in CLASSES[1:]:
        middle = stamp.at(word)
        for _ in range(6 if middle is not None else 0):
            place = Place(
                middle[0] + rng.uniform(-0.41, 0.41) * capital,
                middle[1] + rng.uniform(-0.37, 0.37) * capital,
                capital * rng.uniform(0.85, 1.18),
                stamp.turn + rng.uniform(-6.5, 6.5),
            )
            told, seen = label(stamp, place), _window(piece, place)
            if told and seen[1][3:20, 14:42].mean() < 0.5 and seen[0][2:21, 10:46].sum() > 14:
                yield seen, told


def label(stamp: Stamp | None, place: Place) -> int | None:
    """The word at a place of a mark of secrecy; `None` where a piece of one stands there."""
    if stamp is None:
        return 0
    capital, found = stamp.capital / 2, 0
    across, down = np.cos(np.deg2rad(stamp.turn)), np.sin(np.deg2rad(stamp.turn))
    for told, word in enumerate(CLASSES[1:], 1):
        middle = stamp.at(word)
        if middle is None:
            continue
        x, y = place.x - middle[0], place.y - middle[1]
        off = np.abs([x * across + y * down, y * across - x * down]) / capital
        fits = SIZES[0] < place.height / capital < SIZES[1] and abs(place.turn - stamp.turn) <= TURN
        if fits and (off < NEAR).all():
            return told
        if (off < np.array(FAR) * max(1, place.height / capital)).all():
            found = -1
    return None if found else 0


def _any_place(ink: npt.NDArray[np.int64], turn: float, rng: random.Random) -> Place:
    row, column = rng.choice(ink)
    height = rng.choice(lettering.HEIGHTS)
    across, down = rng.uniform(-1, 1) * height, rng.uniform(-0.6, 0.6) * height
    return Place(column + across, row + down, height, turn + rng.uniform(-10, 10))


def _lookalikes(piece: lettering.Piece, middle: Floats, turn: float, rng: random.Random) -> Iterator[Place]:
    """Where the network of today sees words of secrecy in a part that has none."""
    left, top = (max(0, int(at - side / 2)) for at, side in zip(middle, PART, strict=True))
    part = np.s_[top : top + PART[1], left : left + PART[0]]
    ink, hidden = (np.ascontiguousarray(side[part]) for side in piece[:2])
    heights = tuple(sorted(rng.sample(lettering.HEIGHTS, 2)))
    if min(ink.shape) <= 12:
        return
    likely = lettering.swept(lettering.Piece(ink, hidden, [turn], heights))
    for _ in range(5):
        n, _, row, column = (int(i) for i in np.unravel_index(likely.argmax(), likely.shape))
        if likely[n, 0, row, column] < 0.03:
            return
        x, y = (cell * lettering.CELL + rng.uniform(-3, 3) for cell in (column, row))
        yield Place(left + x, top + y, heights[n], turn)
        likely[n, 0, max(0, row - 1) : row + 2, max(0, column - 1) : column + 2] = 0


def _window(piece: lettering.Piece, place: Place) -> Floats:
    """What the network sees at a place."""
    lying = cv2.getRotationMatrix2D((place.x, place.y), place.turn, lettering.CAPITAL / place.height)
    lying[:, 2] += np.array(lettering.WINDOW) / 2 - (place.x, place.y)
    return np.asarray(lettering.view(piece, place.height, np.asarray(lying), lettering.WINDOW))


def _put_on(page: Image.Image, kind: str, printed: list[Area], rng: random.Random) -> Stamp | None:
    """Put something on a page."""
    at = (rng.randrange(150, WIDE - 150), rng.randrange(80, HIGH - 80))
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
    scan = _scan(page, rng)
    settings = load_settings().ink
    inks = inks_of.separate(scan, settings)
    if inks.colour is not None and rng.random() < 0.7:
        return _coloured(scan, inks)
    small = shrunk(inks.gray, 2)
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    ink = np.minimum(cv2.subtract(paper, small) / 90, 1)
    return np.asarray(ink, np.float32), _hidden(printed, stamp, rng)


def _scan(page: Image.Image, rng: random.Random) -> Pixels:
    """In black and white as a scanner or as a copier makes it, in gray, in colour."""
    kind = rng.choices(("bits", "copy", "gray", "colour"), (42, 26, 20, 12))[0]
    look = Look(skew=0, noise=rng.uniform(2, 7), shade=0.05, toner=0.06, blur=rng.uniform(0.5, 0.9))
    if kind == "bits":
        look = Look(skew=0, noise=0, toner=rng.uniform(0.03, 0.14), bits=True)
    elif kind == "colour":
        look = Look(colour=True, skew=0, shade=0.06, toner=0.05)
    scan = np.ascontiguousarray(scanned(page, None, look, rng).convert("RGB" if look.colour else "L"))
    return _copied(scan, rng) if kind == "copy" else scan


def _copied(scan: Pixels, rng: random.Random) -> Pixels:
    """Black and white by any limit, often of fewer dots, then freed of specks, thinned or thickened."""
    dice, (high, wide) = np.random.default_rng(rng.randrange(1 << 30)), scan.shape
    if rng.random() < 0.3:
        small = cv2.resize(scan, None, fx=(f := rng.uniform(0.5, 0.8)), fy=f, interpolation=cv2.INTER_AREA)
        scan = cv2.resize(small, (wide, high), interpolation=cv2.INTER_CUBIC)
    level = scan + dice.normal(0, rng.uniform(0, 20), scan.shape)
    bits = ((level > rng.uniform(100, 175)) * 255).astype(np.uint8)
    done = rng.choices(("median", "thick", "thin", "specks", ""), (20, 15, 10, 15, 40))[0]
    if done == "specks":
        _, labels, stats, _ = cv2.connectedComponentsWithStats((bits == 0).astype(np.uint8), connectivity=8)
        bits[stats[labels, cv2.CC_STAT_AREA] < rng.choice((3, 5, 8))] = 255
    elif done == "median":
        bits = cv2.medianBlur(bits, 3)
    elif done:
        bits = (cv2.erode if done == "thick" else cv2.dilate)(
            bits, np.ones((2, 2 if done == "thick" else 1), np.uint8)
        )
    return np.asarray(bits, np.uint8)


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
