"""The kinds of tables that plans have, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tables_maker.contents import Contents
from tables_maker.model import Cell, Line, Paper, Sheet

Build = Callable[[Contents], dict[str, Any]]
_CENTRED = ("stt", "date", "when", "count", "money", "share")
_MAKES: dict[str, Callable[[Contents], str]] = {
    "work": lambda c: c.work(c.lot.choice((1, 2, 2))),
    "short": lambda c: c.work(0),
    "long": lambda c: c.work(c.lot.choice((4, 6))),
    "unit": Contents.unit,
    "units": Contents.units,
    "product": Contents.product,
    "village": Contents.village,
    "note": Contents.note,
    "date": Contents.date,
    "when": Contents.when,
    "count": Contents.count,
    "money": Contents.money,
    "share": Contents.share,
    "gap": lambda c: c.note() if c.lot.random() < 0.4 else "",
}
_HEADS = {
    "stt": ("STT", "TT"),
    "work": ("Nội dung công việc", "Nhiệm vụ"),
    "short": ("Nội dung", "Nhiệm vụ"),
    "long": ("Nội dung thực hiện", "Nhiệm vụ, giải pháp"),
    "unit": ("Đơn vị chủ trì", "Cơ quan thực hiện"),
    "units": ("Đơn vị phối hợp", "Cơ quan phối hợp"),
    "product": ("Sản phẩm", "Kết quả"),
    "village": ("Thôn", "Địa bàn"),
    "note": ("Ghi chú", "Ghi chú"),
    "gap": ("Ghi chú", "Ghi chú"),
    "date": ("Ngày hoàn thành", "Thời hạn"),
    "when": ("Thời gian", "Tiến độ"),
    "count": ("Số lượng", "Số hộ"),
    "money": ("Kinh phí", "Dự toán"),
    "share": ("Tỷ lệ", "Tỷ lệ đạt"),
}
_SHARES = {"stt": 0.6, "work": 3.2, "short": 2.6, "long": 4.2, "unit": 2.0, "units": 2.2, "product": 1.3, "village": 2.0, "note": 1.6, "gap": 1.5, "date": 1.5, "when": 1.7, "count": 1.1, "money": 1.6, "share": 1.1}  # fmt: skip


def table(c: Contents, columns: Sequence[str], rows: int, **options: Any) -> Sheet:
    """A table with one row of heads; a column of numbers counts from 1."""
    cells = [
        Cell(0, n, c.lot.choice(_HEADS[name]), bold=True, centred=True) for n, name in enumerate(columns)
    ]
    cells += _body(c, columns, range(1, rows + 1))
    return Sheet(tuple(cells), tuple(_SHARES[n] for n in columns), **options)


def _body(c: Contents, columns: Sequence[str], rows: Iterable[int], first: int = 1) -> Iterator[Cell]:
    for number, row in enumerate(rows, first):
        for place, name in enumerate(columns):
            text = str(number) if name == "stt" else _MAKES[name](c)
            yield Cell(row, place, text, centred=name in _CENTRED)


_TASKS = ("stt", "work", "unit", "when")
_WIDE = ("stt", "work", "unit", "units", "when", "product", "gap")


def _around(c: Contents, *tables: Sheet, caption: str = "Biểu") -> dict[str, Any]:
    """Text, a caption over each table, and text below."""
    items: list[Line | Sheet] = [Line(c.text()), Line(c.text())]
    for number, made in enumerate(tables, 1):
        items.append(Line(f"{caption} {number}. {c.work(0)} năm 2026", "centre", bold=True))
        if c.lot.random() < 0.4:
            items.append(Line("(ĐVT: nghìn đồng)", "right"))
        items.append(made)
        items.append(Line(c.text()))
    return {"items": (*items, Line(c.text()))}


def _plain(rules: str, columns: Sequence[str] = _TASKS, rows: int = 8, **options: Any) -> Build:
    return lambda c: _around(c, table(c, columns, rows, rules=rules, **options))


def _spans(c: Contents) -> dict[str, Any]:
    """A unit over five rows, a head of two levels, rows that name a group over the whole width."""
    head = [
        Cell(0, 0, "TT", 2, 1, bold=True, centred=True),
        Cell(0, 1, "Nội dung", 2, 1, bold=True, centred=True),
        Cell(0, 2, "Tổ chức thực hiện", 1, 2, bold=True, centred=True),
        Cell(0, 4, "Hoàn thành", 2, 1, bold=True, centred=True),
        Cell(1, 2, "Chủ trì", bold=True, centred=True),
        Cell(1, 3, "Phối hợp", bold=True, centred=True),
    ]
    cells = list(head)
    row = 2
    for group, size in enumerate((5, 3)):
        cells.append(Cell(row, 0, "AB"[group], bold=True, centred=True))
        cells.append(Cell(row, 1, c.work(0), 1, 4, bold=True))
        cells.append(Cell(row + 1, 2, c.unit(), size, 1))
        for n in range(size):
            cells += [Cell(row + 1 + n, 0, str(n + 1), centred=True), Cell(row + 1 + n, 1, c.work(0))]
            cells += [Cell(row + 1 + n, 3, c.unit()), Cell(row + 1 + n, 4, c.date(), centred=True)]
        row += size + 1
    made = Sheet(
        tuple(sorted(cells, key=lambda p: (p.row, p.column))),
        (0.6, 2.8, 1.7, 1.9, 1.5),
        head_rows=2,
        middle=True,
    )
    return _around(c, made)


def _totals(c: Contents) -> dict[str, Any]:
    """Numbers under a head of two levels with the columns numbered, and a row of sums."""
    cells = [
        Cell(0, 0, "TT", 2, 1, bold=True, centred=True),
        Cell(0, 1, "Thôn", 2, 1, bold=True, centred=True),
    ]
    cells += [
        Cell(0, 2, "Năm 2025", 1, 2, bold=True, centred=True),
        Cell(0, 4, "Năm 2026", 1, 2, bold=True, centred=True),
    ]
    cells += [Cell(1, 2 + n, ("Số hộ", "Tỷ lệ")[n % 2], bold=True, centred=True) for n in range(4)]
    cells += [Cell(2, n, f"({n + 1})", centred=True) for n in range(6)]
    cells += _body(c, ("stt", "village", "count", "share", "count", "share"), range(3, 12))
    cells += [Cell(12, 0, "Tổng cộng", 1, 2, bold=True, centred=True)]
    cells += [Cell(12, 2 + n, (c.count(4000), c.share())[n % 2], bold=True, centred=True) for n in range(4)]
    return _around(c, Sheet(tuple(cells), (0.6, 2.4, 1.1, 1.1, 1.1, 1.1), head_rows=3))


def _pages(*, repeat: bool, cut: bool, rules: str = "grid", columns: Sequence[str] = _TASKS) -> Build:
    def build(c: Contents) -> dict[str, Any]:
        long = tuple("long" if n == "work" and cut else n for n in columns)
        rows = 14 if cut else 24
        return _around(c, table(c, long, rows, rules=rules, repeat_head=repeat, cut=cut, size=13.0))

    return build


def _landscape(**options: Any) -> Build:
    return lambda c: {**_around(c, table(c, _WIDE, 9, size=12.0)), "landscape": True, **options}


def _two(c: Contents) -> dict[str, Any]:
    one = table(c, ("stt", "short", "when", "gap"), 5, rules="grid")
    other = table(c, ("stt", "village", "count", "money"), 6, rules=c.lot.choice(("grid", "rows")))
    return _around(c, one, other)


def _letter(c: Contents) -> dict[str, Any]:
    """A whole letter: letterhead above, signature below, none of them a table."""
    made = table(c, ("stt", "short", "unit", "date"), 5)
    return {"items": (Line(c.text()), made, Line(c.text())), "letterhead": True, "signature": True}


def _no_table(c: Contents) -> dict[str, Any]:
    lines = [Line(f"{n}. {c.work(0)}: {c.unit()} hoàn thành trước ngày {c.date()}.") for n in range(1, 9)]
    lists = [Line(f"- {c.village()}: {c.count()} hộ;") for _ in range(6)]
    return {
        "items": (Line(c.text()), *lines, Line(c.text()), *lists, Line(c.text())),
        "letterhead": True,
        "signature": True,
    }


def _narrow(c: Contents) -> dict[str, Any]:
    columns = ("stt", "short", "count", "count", "count", "share", "date")
    made = table(c, columns, 12, size=11.0, room=2.0)
    return _around(c, Sheet(made.cells, (0.42, *made.shares[1:]), size=11.0, room=2.0))


KINDS: dict[str, Build] = {
    "ruled": _plain("grid"),
    "fine rules": _plain("fine", ("stt", "short", "units", "date", "product"), 7),
    "dotted": _plain("dotted", ("stt", "work", "unit", "date"), 8),
    "double frame": _plain("doubled", ("stt", "short", "unit", "money"), 9),
    "thick frame": _plain("thick", ("stt", "work", "when", "gap"), 8),
    "narrow STT": _narrow,
    "empty cells": _plain("grid", ("stt", "short", "gap", "gap", "date"), 10),
    "long cells": _plain("grid", ("stt", "long", "units", "when"), 5),
    "spans": _spans,
    "two-level head": _totals,
    "rows only": _plain("rows", ("stt", "work", "unit", "date"), 8),
    "rows, numbers": _plain("rows", ("village", "count", "share", "money"), 9),
    "head and ends": _plain("three", ("stt", "short", "unit", "date"), 9, room=4.0),
    "frame and head": _plain("frame", ("stt", "work", "unit", "date"), 8, room=5.0),
    "columns only": _plain("columns", ("stt", "work", "unit", "date"), 8, room=4.0),
    "no outer lines": _plain("open", ("stt", "work", "unit", "when"), 8),
    "open sides": _plain("sides", ("stt", "short", "unit", "date"), 8),
    "no rules": _plain("none", ("stt", "short", "unit", "date"), 8, room=5.0),
    "no rules, numbers": _plain("none", ("stt", "village", "count", "share", "money"), 9),
    "pages, head once": _pages(repeat=False, cut=False),
    "pages, head again": _pages(repeat=True, cut=False),
    "pages, row cut": _pages(repeat=False, cut=True),
    "pages, rows only": _pages(repeat=False, cut=False, rules="rows"),
    "landscape": _landscape(),
    "landscape turned": _landscape(turn=270),
    "skewed": lambda c: {**_plain("grid")(c), "skew": 1.8},
    "two tables": _two,
    "letter": _letter,
    "no table": _no_table,
}


def papers(*, held: bool) -> tuple[Paper, ...]:
    """One document of each kind; the half kept apart has other phrases and other seeds."""
    made = []
    for number, (kind, build) in enumerate(KINDS.items()):
        seed = 7000 + number if held else 100 + number
        name = f"{number:02}-{kind.replace(',', '').replace(' ', '-')}{'-held' if held else ''}"
        made.append(Paper(name=name, kind=kind, seed=seed, **build(Contents(seed, held=held))))
    return tuple(made)
