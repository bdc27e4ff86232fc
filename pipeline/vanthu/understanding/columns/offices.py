"""Offices in a team or a delegation, which a list of its members names as what each of them does."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from vanthu.orthography import fold_spelling

_TEAM = r"(?:tổ|nhóm|đội|đoàn|ban|tiểu ban|hội đồng)"
_OFFICE = (
    rf"(?:{_TEAM} (?:trưởng|phó)|(?:phó )?trưởng(?: {_TEAM})?|(?:phó )?chủ tịch(?: {_TEAM})?|phó {_TEAM}"
    r"|(?:ủy|thành) viên|thư ký)(?: thường trực| chuyên trách)?"
)
_OFFICES = regex.compile(rf"{_OFFICE}(?:(?:,| kiêm) ?{_OFFICE})*", regex.IGNORECASE)
_MOST = 0.7  # share of the filled cells


def are_offices(cells: Iterable[str]) -> bool:
    """Whether most of the filled cells of a column are offices and nothing else."""
    texts = [fold_spelling(told) for cell in cells if (told := " ".join(cell.split()).strip(" .;,"))]
    return bool(texts) and sum(map(_is_office, texts)) >= _MOST * len(texts)


def _is_office(text: str) -> bool:
    return _OFFICES.fullmatch(text) is not None
