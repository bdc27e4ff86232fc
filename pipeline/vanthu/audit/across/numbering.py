"""Numbers of documents: the rows that they stand in, and those that run against their dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import regex

from vanthu.audit.across.compare import Found, Spot
from vanthu.audit.across.naming import paper_day, paper_name
from vanthu.audit.across.paper import Paper
from vanthu.audit.facts import opened
from vanthu.document.content import Severity

_CODE = regex.compile(r"(?P<serial>\d+)(?:/(?P<year>(?:19|20)\d{2}))?/?(?P<symbol>.+)")


def parts(code: str) -> tuple[int, str] | None:
    """Serial and symbol of a number as it is compared; `None` where it is not built so."""
    found = _CODE.fullmatch(code)
    return (int(found["serial"]), found["symbol"]) if found else None


Series = tuple[str, str, int]


def series(paper: Paper) -> Series | None:
    """In which row of numbers a plan stands: issuer, symbol, year."""
    found = parts(paper.code) if paper.code else None
    if found is None or paper.issuer is None or paper.issued_on is None:
        return None
    return paper.issuer, found[1], paper.issued_on.year


def against_dates(papers: Sequence[Paper]) -> Iterator[Found]:
    """Numbers that run against their dates, in one row of numbers: the fewest plans that spoil the row."""
    row = sorted(
        (p for p in papers if p.code and p.issued_on), key=lambda p: (serial_of(p), p.issued_on or date.min)
    )
    kept = _longest([p.issued_on or date.min for p in row])
    for at, paper in enumerate(row):
        if at in kept:
            continue
        before = [row[i] for i in kept if i < at and _later(row[i], paper)]
        after = [row[i] for i in kept if i > at and _later(paper, row[i])]
        other = before[-1] if before else after[0] if after else None
        if other is not None and serial_of(other) != serial_of(paper):
            yield _out_of_line(paper, other)


def serial_of(paper: Paper) -> int:
    """The serial of its number; 0 where it has none."""
    found = parts(paper.code or "")
    return found[0] if found else 0


def _later(a: Paper, b: Paper) -> bool:
    return bool(a.issued_on and b.issued_on and a.issued_on > b.issued_on)


def _longest(days: Sequence[date]) -> list[int]:
    """Places of a longest row of days that never goes back."""
    ends: list[date] = []
    last: list[int] = []
    before: list[int] = []
    for at, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [day]
        last[length : length + 1] = [at]
    kept, at = [], last[-1] if last else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]


def _out_of_line(paper: Paper, other: Paper) -> Found:
    low, high = sorted((paper, other), key=serial_of)
    return Found(
        "number-against-date",
        Severity.WARNING,
        f"{opened(paper_name(high))} ngày {paper_day(high)} có số lớn hơn {paper_name(low)} ngày {paper_day(low)} của cùng cơ quan nhưng ghi ngày sớm "
        "hơn; đề nghị kiểm tra số và ngày ban hành.",
        tuple(
            Spot(p.key, "document.issued_on", None, f"{p.number} - {paper_day(p)}") for p in (paper, other)
        ),
        about=paper.key,
    )
