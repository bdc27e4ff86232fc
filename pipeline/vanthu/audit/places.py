"""Places of a plan as one says them in Vietnamese: *gạch đầu dòng thứ 2, mục II.10*; *khoản 2, Điều 3*; *số văn bản*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

NAMES = {
    "document": "phần nêu thời gian thực hiện chung",
    "document.number": "số văn bản",
    "document.issued_on": "ngày ban hành ở phần đầu văn bản",
    "schedule": "lịch kèm theo",
    "text": "nội dung văn bản",
    "citations": "phần viện dẫn văn bản",
    "legal_basis": "phần căn cứ",
}
_KINDS = {
    "b": "gạch đầu dòng thứ {}",
    "p": "đoạn thứ {}",
    "r": "dòng {} của bảng",
    "k": "khoản {}",
    "D": "Điều {}",
    "P": "Phần {}",
    "C": "Chương {}",
    "M": "Mục {}",
    "PL": "Phụ lục {}",
} | dict.fromkeys("stuvw", "ý thứ {}")
_STEP = regex.compile(r"(?P<kind>PL|[bstuvwprkhDPCM])(?P<label>\d+(?:\.\d+)*)")
_ROW = regex.compile(r"\.r[\d.]+(?:_\d+)?$")
_AGAIN = regex.compile(r"_\d+$")  # a number that the document gives twice


def place(where: str, headings: Mapping[str, str] | None = None) -> str:
    """The place that a finding's `where` names, without a capital: a task id, or a part of the document.

    `headings` are the words of headings that bear no number, by their paths.
    """
    return NAMES.get(where) or ", ".join(_steps(where, headings or {})) or f"mục {where}"


def is_row(where: str) -> bool:
    """Whether a task is a row of a table."""
    return _ROW.search(where) is not None


def _steps(path: str, headings: Mapping[str, str]) -> Iterator[str]:
    """The steps of a path, the innermost first; numbers that follow one another are one step (*mục IV.1.2*)."""
    numbers: list[str] = []
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        label = _AGAIN.sub("", parts[end - 1])
        step = _STEP.fullmatch(label)
        if step is None:
            numbers.insert(0, label)
            continue
        if numbers:
            yield f"mục {'.'.join(numbers)}"
            numbers = []
        if step["kind"] in _KINDS:
            yield _KINDS[step["kind"]].format(step["label"])
        elif heading := headings.get(".".join(parts[:end])):
            yield f"mục “{heading}”"
    if numbers:
        yield f"mục {'.'.join(numbers)}"
