"""What people mean by what they wrote in a cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl.utils.datetime import from_excel

from vanthu.export.office import load_office
from vanthu.orthography import nfc
from vanthu.planning.journal import LISTS, Name, Word

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
_WRITTEN = re.compile(r"(?P<d>\d{1,2})[/.\- ](?P<m>\d{1,2})[/.\- ](?P<y>\d{4})")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ][\d:]+)?")
_NO_DEADLINE_OF_MACHINES = date(1970, 1, 1)


@dataclass(frozen=True)
class Broken:
    """A cell that can't be understood, and why."""

    reason: str


def understood(name: Name, value: Any, epoch: datetime) -> Word | Broken:
    """The value of a cell as journals write it; `None` for an empty one. `epoch` is that of the workbook."""
    if isinstance(value, str):
        value = nfc(value).strip()
    if value is None or value == "":
        return () if name in LISTS else None
    if name in ("due", "done_on"):
        return _day(value, epoch)
    if name == "progress":
        return _progress(str(value))
    if name in LISTS:
        return _members(_text(value))
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return "\n".join(line for part in str(value).splitlines() if (line := " ".join(part.split())))


def _members(text: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _progress(text: str) -> Word | Broken:
    progress = load_office().progress_of(text)
    return (
        progress.value if progress else Broken(f"không hiểu tiến độ “{text}”; hãy chọn trong danh sách của ô")
    )


def _day(value: Any, epoch: datetime) -> Word | Broken:
    found = _as_date(value, epoch)
    if found is None:
        return Broken(f"“{value}” không phải ngày; hãy nhập theo dạng 31/7/2024")
    if found == _NO_DEADLINE_OF_MACHINES:
        return Broken("01/01/1970 không phải thời hạn; hãy để trống nếu không có hạn")
    if not FIRST_DAY <= found <= LAST_DAY:
        return Broken(f"ngày {found:%d/%m/%Y} nằm ngoài các năm 1990–2100")
    return found.isoformat()


def _as_date(value: Any, epoch: datetime) -> date | None:
    readers: dict[type, Callable[[Any], date | None]] = {
        datetime: lambda v: v.date(),
        date: lambda v: v,
        str: _written,
        int: lambda v: _serial(v, epoch),
        float: lambda v: _serial(v, epoch),
        time: lambda _: None,
    }
    reader = readers.get(type(value))
    return reader(value) if reader else None


def _serial(value: float, epoch: datetime) -> date | None:
    """A date whose format was lost: days since the epoch of the workbook."""
    try:
        found = from_excel(value, epoch)
    except (ValueError, OverflowError):
        return None
    return found.date() if isinstance(found, datetime) and value >= 1 else None


def _written(text: str) -> date | None:
    match = _WRITTEN.fullmatch(text) or _ISO.fullmatch(text)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None
