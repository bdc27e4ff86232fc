"""Documents set by hand for the tests of layout: transcripts from text, printed pages from lines with places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from vanthu.document.geometry import Box
from vanthu.document.layout import BlockKind
from vanthu.document.page import Grid, GridCell, Page, Reading, Word
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.stages.arrange import Arrange
from vanthu.stages.compose import Compose

LETTER = 5.6  # points: the width of a letter of running text
TALL = 13.0
LEFT, RIGHT = 85.0, 545.0


@cache
def rulebook() -> Rulebook:
    """The program's own rules, read once for all tests."""
    return load_rulebook()


def laid_out(plan: Plan) -> Plan:
    """The plan with blocks, text, paragraphs and tables."""
    return Compose(rulebook())(Arrange(rulebook())(plan))


def transcript(text: str) -> Plan:
    """A plan as the reader of transcripts makes it: form feeds part pages, tabs the cells of a table."""
    words: list[Word] = []
    grids: list[Grid] = []
    pages = []
    for number, page in enumerate(text.split("\f"), start=1):
        pages.append(Page(number=number, width=None, height=None, reading=Reading.TRANSCRIPT))
        rows: list[list[tuple[int, ...]]] = []
        for line_number, line in enumerate([*page.split("\n"), ""]):
            cells = [_append(words, cell, number, line_number) for cell in line.split("\t")]
            if "\t" in line:
                rows.append(cells)
            elif rows:
                grids.append(grid_of(rows, page=number))
                rows = []
    return Plan(pages=tuple(pages), words=tuple(words), grids=tuple(grids))


def _append(words: list[Word], text: str, page: int, line: int) -> tuple[int, ...]:
    start = len(words)
    words += [Word(token, page, None, None, line, "transcript") for token in text.split()]
    return tuple(range(start, len(words)))


def grid_of(rows: Sequence[Sequence[tuple[int, ...]]], *, page: int = 1) -> Grid:
    """A grid whose cells hold these words."""
    cells = tuple(
        GridCell(row=r, column=c, words=members)
        for r, row in enumerate(rows)
        for c, members in enumerate(row)
    )
    return Grid(page=page, rows=len(rows), columns=max(map(len, rows)), cells=cells)


class Printed(NamedTuple):
    """A line of a printed page: its text, where it begins, and how far below the line above (points)."""

    text: str
    x0: float = LEFT
    below: float = 17.0
    size: float = 1.0  # of the type, against the body's
    confidence: float | None = 0.96
    x1: float | None = None  # where its last word ends; None for the natural width


def printed(*pages: Iterable[Printed], top: float = 60.0) -> Plan:
    """A plan of recognised pages. Lines of one height (`below` 0) are one line to the engine."""
    words: list[Word] = []
    for number, lines in enumerate(pages, start=1):
        y, engine_line = top, 0
        for line in lines:
            y += line.below
            engine_line += line.below > 0
            words += _set(line, y, number, engine_line)
    sheets = tuple(
        Page(number=n, width=595.0, height=842.0, dpi=200, reading=Reading.OCR)
        for n in range(1, len(pages) + 1)
    )
    return Plan(pages=sheets, words=tuple(words), grids=())


def _set(line: Printed, y: float, page: int, engine_line: int) -> Iterable[Word]:
    tokens = line.text.split()
    letter = LETTER * line.size
    natural = letter * (sum(map(len, tokens)) + len(tokens) - 1)
    stretch = (line.x1 - line.x0 - natural) / max(1, len(tokens) - 1) if line.x1 is not None else 0.0
    x = line.x0
    for token in tokens:
        box = Box(x, y - TALL * line.size, x + letter * len(token), y)
        yield Word(token, page, box, line.confidence, engine_line, "tesseract")
        x = box.x1 + letter + stretch


def full(text: str, x0: float = LEFT) -> Printed:
    """A line of running text that ends at the right edge."""
    return Printed(text, x0, x1=RIGHT)


def centred(text: str, *, below: float = 17.0) -> Printed:
    """A line in the middle of the text."""
    width = LETTER * len(" ".join(text.split()))
    return Printed(text, (LEFT + RIGHT - width) / 2, below)


def texts(plan: Plan, kind: BlockKind | None = None) -> list[str]:
    """The paragraphs of a kind (all that are no cells, where none is named)."""
    text = plan.need_text()
    return [
        text[p.span]
        for p in plan.paragraphs or ()
        if p.kind is kind or (kind is None and p.kind is not BlockKind.TABLE)
    ]


TRANSCRIBED_HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: 15/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Lập, ngày 02 tháng 5 năm 2025

KẾ HOẠCH

Tổ chức Tết Trung thu năm 2025

"""
TRANSCRIBED_TAIL = """
Nơi nhận:
- UBND huyện;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Phạm Thị Lan
"""


def body_of(text: str) -> list[str]:
    """The paragraphs that a text has in a transcript, between its head and its tail."""
    return texts(laid_out(transcript(TRANSCRIBED_HEAD + text + TRANSCRIBED_TAIL)), BlockKind.BODY)


PRINTED_HEAD = [
    Printed("ỦY BAN NHÂN DÂN", 110),
    Printed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 310, 0),
    Printed("XÃ TÂN LẬP", 125, 15),
    Printed("Độc lập - Tự do - Hạnh phúc", 335, 0),
    Printed("Số: 15/UBND-VX", 112, 27),
    Printed("Tân Lập, ngày 02 tháng 5 năm 2025", 315, 0),
    Printed("V/v phòng, chống dịch bệnh", 88, 15),
    Printed("mùa mưa năm 2025", 110, 14),
]
PRINTED_BODY = [
    full("Thực hiện Công văn số 12/UBND-YT của huyện về phòng, chống dịch bệnh mùa", 117),
    full("mưa, Ủy ban nhân dân xã yêu cầu các thôn, các cơ quan, đơn vị trên địa bàn tổ"),
    Printed("chức thực hiện như sau:"),
    full("- Tuyên truyền cho nhân dân về các biện pháp phòng bệnh, vệ sinh nhà cửa, vườn", 117),
    Printed("tược và nguồn nước."),
    full("- Báo cáo kết quả về Trạm Y tế xã để tổng hợp, báo cáo Ủy ban nhân dân huyện theo", 117),
    Printed("quy định."),
]


def printed_page(*extra: Printed) -> list[Printed]:
    """A letter with further lines below its text."""
    return [*PRINTED_HEAD, centred("Kính gửi: Các thôn.", below=30), *PRINTED_BODY, *extra]
