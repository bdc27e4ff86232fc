"""What people may put right, and what they mean by what they typed."""

from __future__ import annotations

import re
from datetime import date

from openpyxl.utils.datetime import WINDOWS_EPOCH

from vanthu.errors import InputError
from vanthu.export.tracker.cells import Broken, understood
from vanthu.orthography import nfc
from vanthu.planning.journal import NAMES, Word
from vanthu.register.plans import HEADER

FIELDS: tuple[tuple[str, ...], tuple[str, ...]] = (HEADER, NAMES)
"""Of a document, and of a task."""
_PARTIAL = re.compile(r"(?:(?:(?P<d>\d{1,2})[/.-])?(?P<m>\d{1,2})[/.-])?(?P<y>\d{4})")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?")


def understood_word(field: str, text: str, *, of_task: bool) -> Word:
    """A typed value as it is kept; `None`, or no names, for an empty one.

    Raises `InputError` for a field that is not there, and a value that can't be understood.
    """
    known = FIELDS[of_task]
    if field not in known:
        whose = "nhiệm vụ" if of_task else "văn bản"
        raise InputError(f"{whose} không có mục '{field}'; hãy chọn: {', '.join(known)}")
    if not of_task:
        return _of_header(field, text)
    name = next(name for name in NAMES if name == field)
    value = understood(name, text, WINDOWS_EPOCH)
    if isinstance(value, Broken):
        raise InputError(f"{field}: {value.reason}")
    return value


def _of_header(field: str, text: str) -> str | None:
    value = " ".join(nfc(text).split())
    return _day(value) if field == "issued_on" and value else value or None


def _day(text: str) -> str:
    """ISO, as far as it is told: 2025, 2025-03, 2025-03-14."""
    match = _PARTIAL.fullmatch(text) or _ISO.fullmatch(text)
    try:
        told = [int(match[part]) for part in "ymd" if match[part]] if match else []
        date(*(*told, 1, 1)[:3])
    except (ValueError, TypeError) as error:
        raise InputError(f"issued_on: “{text}” không phải ngày; hãy viết như 5/3/2024 hoặc 3/2024") from error
    return "-".join([f"{told[0]:04}", *(f"{part:02}" for part in told[1:])])
