"""Dates and numbers of documents as they stand in a row of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import regex

from vanthu.document.page import Word

# letters that recognisers write for figures are let in: a place is to be found even where it was misread
_D = r"[\dOolI|]"
_BROKEN = r"(?P<broken>\d{1,2}\s?/\s?\d{1,2}(?:\s\d{1,2}/\d{4}|/\d{2}\s\d{2}))"
_DATES = (
    regex.compile(r"(?<![\p{L}\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<bad>[:;,|'])(?P<year>(?:19|20)\d\d)(?![\d/])"),
    regex.compile(rf"(?<![\p{{L}}\d/]){_BROKEN}(?![\d/])"),
    regex.compile(rf"(?<![\p{{L}}\d/])(?P<day>{_D}{{1,2}})\s?[/.-]\s?(?P<month>{_D}{{1,2}})\s?[/.-]\s?(?P<year>{_D}{{3,5}})(?![\d/])"),
    regex.compile(rf"(?i:ngày)\s*(?P<day>{_D}{{1,3}})\s*(?i:tháng)\s*(?P<month>{_D}{{1,3}})\s*(?:(?i:năm)\s*(?P<year>{_D}{{3,5}}))?(?!\d)"),
    regex.compile(r"(?<![\p{L}\d/.,-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/%])(?!\s+(?:xã|phường|huyện|đơn|thôn|hộ|trường))"),
    regex.compile(r"(?<![\p{L}\d/])(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])"),
)  # fmt: skip
_NUMBER = regex.compile(
    rf"(?<![\p{{L}}\d])(?P<figure>{_D}{{1,6}}\p{{Ll}}?)\s?(?:/\s?(?P<year>(?:19|2[0-9]){_D}{{2}})\s?)?[/-]\s?"
    r"(?P<symbol>\p{Lu}\p{L}*\p{Lu}[\p{L}\d&'\"’]*(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&'\"’]*)*)"
)
_ISOLATED = regex.compile(
    r"(?<!\p{L})(?i:số)[:.]?\s*(?P<figure>\d[\dOolI]{0,5})(?![\d/.,%]|\s*[/-]\s*\p{Lu})"
)
_FRACTION = regex.compile(r"/?⁄/?(?=(?:19|20)\d\d(?!\d))|(?<=\d)⁄(?=\d)")
_FIGURES = str.maketrans("OolI|", "00111")


class Kind(StrEnum):
    """What a place says."""

    DATE = "date"
    NUMBER = "number"


class Figure(NamedTuple):
    """A date or a number of a document; `words` are indices into the words it was found in."""

    kind: Kind
    text: str
    words: tuple[int, ...]
    parts: dict[str, str]

    def part(self, name: str) -> int | None:
        """A part as a number, look-alike letters read as figures; `None` where it is not there."""
        text = self.parts.get(name, "").translate(_FIGURES)
        return int(text) if text.isdigit() else None

    @property
    def is_broken(self) -> bool:
        """Whether a blank parts the figures of a date."""
        return "broken" in self.parts

    @property
    def in_calendar(self) -> bool:
        """Whether a date's parts, as far as they are there, make a day or a month."""
        day, month, year = self.part("day"), self.part("month"), self.part("year")
        try:
            date(year or 2024, month or 1, day if day is not None else 1)
        except ValueError:
            return False
        return month != 0


def plain(text: str) -> str:
    """The text with look-alike letters as figures."""
    return text.translate(_FIGURES)


def straight(text: str) -> str:
    """The text with a plain stroke between figures and before a year, where a recogniser wrote that of fractions."""
    return _FRACTION.sub("/", text)


def figures(words: Sequence[Word], indices: Sequence[int]) -> list[Figure]:
    """The dates and numbers in a run of words, in order; of two that overlap the earlier rule's."""
    text, starts = _joined(words, indices)
    taken = [False] * len(text)
    found: list[Figure] = []
    for kind, pattern in (
        (Kind.NUMBER, _NUMBER),
        *((Kind.DATE, p) for p in _DATES),
        (Kind.NUMBER, _ISOLATED),
    ):
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]) or not any(c.isdigit() for c in match[0]):
                continue
            if _is_share(match, text):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            own = tuple(_touched(match.span(), starts, indices))
            found.append(Figure(kind, match[0], own, {k: v for k, v in match.groupdict().items() if v}))
    return sorted(found, key=lambda figure: figure.words)


def _is_share(match: regex.Match[str], text: str) -> bool:
    """Whether a pair of numbers without a year is no date: so many of so many."""
    groups = match.groupdict()
    if "year" in groups or "day" not in groups or text[: match.start()].lower().endswith("ngày "):
        return False
    return int(groups["day"]) > 31 or int(groups["month"]) > 12


def _joined(words: Sequence[Word], indices: Sequence[int]) -> tuple[str, list[tuple[int, int]]]:
    at, spans = 0, []
    for index in indices:
        spans.append((at, at + len(words[index].text)))
        at += len(words[index].text) + 1
    return " ".join(words[index].text for index in indices), spans


def _touched(
    span: tuple[int, int], starts: Sequence[tuple[int, int]], indices: Sequence[int]
) -> Iterator[int]:
    return (i for i, (start, end) in zip(indices, starts, strict=True) if start < span[1] and end > span[0])
