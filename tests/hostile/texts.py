"""Plain texts that no editor would write."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

PLAN = "KẾ HOẠCH\nDọn vệ sinh kênh mương năm 2024\n\n1. Văn phòng tổng hợp, báo cáo trước ngày 30/6/2024.\n"
_ROUND = "Ủy ban nhân dân xã chỉ đạo các thôn thực hiện nghiêm túc kế hoạch, báo cáo trước ngày 30/6/2024. "

REFUSED: dict[str, Callable[[], bytes]] = {
    "bars": lambda: ("|" * 30_000 + "\n").encode() * 2 + PLAN.encode(),
    "numbers": lambda: b"1." * 60_000 + b" " + PLAN.encode(),
    "one-word": lambda: b"a" * 200_000,
    "nul-bytes": lambda: PLAN.encode().replace(b"\n", b"\0\n"),
    "nothing-but-nul": lambda: bytes(5000),
    "blanks": lambda: b" \n\t" * 5000,
    "half-letters": lambda: PLAN.encode()[:9] + b"\xff\xfe\xff" + PLAN.encode(),
    "lonely-surrogates": lambda: b"\xff\xfe" + "Kế hoạch".encode("utf-16-le") + b"\x00\xd8",
    "ten-megabytes-in-a-line": (_ROUND * 90_000).encode,
    "a-million-lines": ("- việc\n" * 1_000_000).encode,
}
READ: dict[str, Callable[[], bytes]] = {
    "marked": lambda: PLAN.encode("utf-8-sig"),
    "utf-16": lambda: PLAN.encode("utf-16"),
    "utf-16-other-way": lambda: b"\xfe\xff" + PLAN.encode("utf-16-be"),
    "letters-in-parts": lambda: unicodedata.normalize("NFD", PLAN).encode(),
    "both-ways": lambda: PLAN.replace("1.", "\u202e\u2066\u200f1.\u2069").encode(),
    "nothing-wide": lambda: PLAN.replace(" ", "\u200b \ufeff\u00ad").encode(),
    "old-line-ends": lambda: PLAN.replace("\n", "\r").encode(),
    "bells": ("\x07\x1b[31m" + PLAN).encode,
    "page-breaks": ("\f" * 50 + PLAN + "\f" * 50).encode,
}
SURVIVED: dict[str, Callable[[], bytes]] = {
    "too-many-pages": ("\f" * 100_000 + PLAN).encode,
    "brackets": lambda: b"(" * 9_000 + PLAN.encode(),
    "dates": ("ngày 30/6/2024, " * 500).encode,
    "points": ("…" * 100_000 + PLAN).encode,
    "tabs": lambda: ("\t" * 2_000 + "a\tb\tc\n").encode() * 2 + PLAN.encode(),
    "stars": lambda: b"*" * 100_000 + b" " + PLAN.encode(),
    "marks-upon-marks": ("a" + "\u0301" * 100_000 + "\n" + PLAN).encode,
    "emoji": ("😀" * 20_000 + "\n" + PLAN).encode,
    "tags": lambda: b"<br>" * 50_000 + PLAN.encode(),
}
STUCK: dict[str, Callable[[], bytes]] = {
    "tabs-without-end": lambda: ("\t" * 100_000 + "a\tb\tc\n").encode() * 9,
}
