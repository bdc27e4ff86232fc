"""A plain-text transcript of a letter, taken apart into a source: head, title, body, tables, Nơi nhận, signer, appendix."""

from __future__ import annotations

import re
from collections.abc import Iterable

from maker.source import Form, Ruled, Source
from maker.transcript import MOTTO

ROOM = 467.0  # points between the margins of an upright page
_DAY = re.compile(r"^(?P<place>[^,]{2,40}), (?P<day>ngày .*tháng .*năm(?: \d{4})?)$")
_SERIAL = re.compile(r"^Số:? *(?P<number>\d*) *[/-] *(?P<symbol>.+)$")
_TYPE = re.compile(r"^(KẾ HOẠCH|THÔNG BÁO|QUYẾT ĐỊNH|CÔNG ĐIỆN|BÁO CÁO|CHỈ THỊ)$")
_RULE = re.compile(r"^[-_|: ]+$")
_COLUMNS = re.compile(r"\t| {3,}")  # between what stands side by side in the head and in the tail
_TABLE = re.compile(r"\t|^\|")
_SIGNER = re.compile(r"^(TM\.|KT\.|TL\.|TUQ\.|Q\.|CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG)")


def read_plain(name: str, text: str, form: Form) -> Source:
    """The source of a transcript. Raises `ValueError` if it has no motto, no title and no *Kính gửi*."""
    lines = [
        _bare(line) for line in text.splitlines() if line.strip(" *") and not _RULE.match(line.strip("*"))
    ]
    start = next(
        (n for n, line in enumerate(lines) if _TYPE.match(line) or line.startswith("Kính gửi")), None
    )
    if start is None:
        raise ValueError(f"{name}: neither a title nor Kính gửi")
    end = next((n for n, line in enumerate(lines) if line.startswith("Nơi nhận")), len(lines))
    head = _head([part for line in lines[:start] for part in _COLUMNS.split(line)])
    opening, body = _opening(lines[start:end])
    body, tables = _tables(body, "t")
    recipients, signer, rest = _closing(lines[end:])
    if signer and signer[-1].isupper() and _SIGNER.match(signer[-1]):
        signer.append("")  # an office that nobody's name stands under
    appendix, more = _tables(rest, "a")
    return Source(
        name=name, form=form, **head, **opening, body=tuple(body), recipients=tuple(recipients[:-1]),
        archive=recipients[-1].removeprefix("Lưu").strip(" :.") if recipients else "VT",
        signer_lines=tuple(signer[:-1]), signer=signer[-1] if signer else "", appendix=tuple(appendix),
        tables={**tables, **more},
    )  # fmt: skip


def _bare(line: str) -> str:
    return line.strip().removeprefix("**").removesuffix("**").strip("*").replace("**", "").strip()


def _head(lines: list[str]) -> dict[str, object]:
    """Issuer, number and subject on the left; the place and the day on the right."""
    day = next((m for line in lines if (m := _DAY.match(line))), None)
    serial = next((m for line in lines if (m := _SERIAL.match(line))), None)
    left = [
        line
        for line in lines
        if not _DAY.match(line) and not _SERIAL.match(line) and line not in MOTTO and "CỘNG HO" not in line
    ]
    subject = " ".join(line for line in left if line.startswith("V/v"))
    issuer = [line for line in left if not line.startswith("V/v")]
    return {
        "superior": issuer[0] if len(issuer) > 1 else "", "issuer": tuple(issuer[1:] or issuer), "subject": subject,
        "number": serial["number"].strip() if serial else "", "symbol": serial["symbol"] if serial else "UBND",
        "place": day["place"] if day else "", "day": day["day"] if day else "",
    }  # fmt: skip


def _opening(lines: list[str]) -> tuple[dict[str, object], list[str]]:
    """Title or addressees, and what follows them."""
    if _TYPE.match(lines[0]):
        count = 2 if len(lines) > 1 and len(lines[1]) > 3 else 1
        return {"type": lines[0], "title": tuple(lines[1:count])}, lines[count:]
    first = lines[0].removeprefix("Kính gửi").strip(" :")
    listed = [first] if first else []
    rest = lines[1:]
    while rest and rest[0].startswith("- "):
        listed.append(rest.pop(0))
    return {"addressees": tuple(line.removeprefix("- ").rstrip(".;") for line in listed)}, rest


def _closing(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Recipients, signer, and what stands after the signature; the first line is *Nơi nhận* itself."""
    tail = [_COLUMNS.split(line) for line in (*lines[:1], *_while(lines[1:], "-"))]
    recipients = [parts[0].lstrip("-*• ").rstrip(";.*") for parts in tail[1:]]
    rest = [part for parts in tail for part in parts[1:]] + lines[len(tail) :]
    appendix = next((n for n, line in enumerate(rest) if n and re.match(r"PHỤ LỤC|LỊCH|DANH SÁCH", line)), 0)
    return recipients, rest[: appendix or None], rest[appendix:] if appendix else []


def _while(lines: list[str], mark: str) -> list[str]:
    count = next((n for n, line in enumerate(lines) if not line.startswith(mark)), len(lines))
    return lines[:count]


def _tables(lines: Iterable[str], prefix: str) -> tuple[list[str], dict[str, Ruled]]:
    """Rows of cells become `@table NAME`; headings become bold."""
    out: list[str] = []
    rows: dict[str, list[list[str]]] = {}
    for line in lines:
        if _TABLE.search(line):
            if not (out and out[-1].startswith("@table ")):
                out.append(f"@table {prefix}{len(rows)}")
                rows[f"{prefix}{len(rows)}"] = []
            rows[out[-1].removeprefix("@table ")].append(_cells(line))
        else:
            heading = line.isupper() or (
                re.match(r"(?:Phần|Điều \d+\.|[IVX]+[.-]) ?", line) and len(line) < 90
            )
            out.append(f"**{line}**" if heading else line)
    return out, {name: _ruled(table) for name, table in rows.items()}


def _cells(line: str) -> list[str]:
    parts = line.split("\t") if "\t" in line else line.strip("|").split("|")
    return [part.strip() for part in parts]


def _ruled(rows: list[list[str]]) -> Ruled:
    """Columns as wide as their longest word, the rest shared out by the roots of what they hold."""
    count = max(map(len, rows))
    rows = [row + [""] * (count - len(row)) for row in rows]
    least = [
        12 + 7.2 * max(len(word) for row in rows for word in (row[n].split() or [""])) for n in range(count)
    ]
    need = [max(5.0, sum(len(row[n]) for row in rows) / len(rows)) ** 0.6 for n in range(count)]
    widths = [
        low + max(0.0, ROOM - sum(least)) * share / sum(need) for low, share in zip(least, need, strict=True)
    ]
    return Ruled(
        tuple(w * ROOM / sum(widths) for w in widths), tuple(rows[0]), tuple(tuple(row) for row in rows[1:])
    )
