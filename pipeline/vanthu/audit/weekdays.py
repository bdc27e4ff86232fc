"""Checks of days of the week: *thứ Bảy, ngày 15/3/2026* is a Sunday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from vanthu.audit.facts import Facts, as_date, opened, show
from vanthu.document.content import Finding
from vanthu.document.evidence import Evidence
from vanthu.orthography import fold
from vanthu.times.weekdays import weekdays_named
from vanthu.times.working_days import weekday_name

_NAME = r"(?P<name>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)"
_CELL = regex.compile(
    r"\|\s*(?P<name>(?:thứ )?(?:hai|ba|tư|năm|sáu|bảy)|(?:thứ |t)[2-7]|chủ nhật|cn)\s*(?:\||\Z)"
)
_NAMED = r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7])"
_COUNTED = r"(?:lần|lượt|kỳ|đợt|khóa|lớp|nhóm|tổ|đoàn|ca|tuần|phiên|vòng|bước|hội nghị|năm|buổi)"  # *lần thứ 6 (21/4)*
_ANY = r"(?:thứ |chủ nhật|t[2-7]\b|cn\b)"
_DAY = r"(?:ngày )?(?P<day>\d{1,2})(?!\d)(?: ?[/.-] ?(?P<month>\d{1,2})(?: ?[/.-] ?\d{4})?)?"
_BESIDE = (
    regex.compile(
        rf"(?<!{_NAMED},? (?:và )?|{_COUNTED} |\p{{L}}-)\b{_NAME}\b ?,? ?\(? ?{_DAY}"
    ),  # the last of several has its day among several
    regex.compile(
        rf"\b{_DAY} ?[,–-] ?{_NAME}\b(?= ?(?:[.;)|]|\Z|,? (?:tại|lúc|từ) ))"
    ),  # *ngày 19/5/2031, thứ Hai tại ...*; in *ngày 19/5, thứ Ba ngày 20/5* it is the next one's
    regex.compile(rf"\b{_DAY} ?,? ?\( ?(?:sáng |chiều |tối )?{_NAME}\b(?! ?(?:,|và|-|–) ?{_ANY})"),
)


def weekday_mismatch(facts: Facts) -> Iterator[Finding]:
    """A day of the week that is not that of the date beside it, in any time of a task or the plan, in the schedule, or in a paragraph that names whole dates."""
    told: set[tuple[str, str, str, date]] = set()
    wrong_days: set[tuple[str, date]] = set()
    for owner, text, days, evidence in _dated(facts):
        for name, day in _wrong(text, days)[:1]:
            if (owner, text, name, day) in told:
                continue  # another time of the same sentence
            told.add((owner, text, name, day))
            wrong_days.add((name, day))
            yield _mismatch(owner, text, name, day, evidence, facts)
    for paragraph in facts.told_days:
        for name, day in _wrong(paragraph.text, list(paragraph.days)):
            if (name, day) not in wrong_days:
                wrong_days.add((name, day))
                yield _mismatch("text", paragraph.text, name, day, paragraph.evidence, facts)


def _wrong(text: str, days: list[date]) -> list[tuple[str, date]]:
    return [(name, day) for name, day in named_days(text, days) if weekdays_named(name)[0] != day.weekday()]


def _mismatch(
    owner: str, text: str, name: str, day: date, evidence: Evidence | None, facts: Facts
) -> Finding:
    return Finding(
        code="weekday-mismatch",
        where=(owner,),
        note=f"{opened(facts.place(owner))} ghi “{_written(name, text)}”, nhưng ngày {show(day)} "
        f"là {weekday_name(day)}; đề nghị kiểm tra lại thứ hoặc ngày.",
        evidence=(evidence,) if evidence else (),
    )


def _dated(facts: Facts) -> Iterator[tuple[str, str, list[date], Evidence | None]]:
    """Every time: its place, its words, the days that it stands for, what it rests on."""
    for owner, deadline in facts.deadlines():
        days = [d for d in map(as_date, (deadline.date, deadline.start, deadline.end)) if d]
        yield owner, facts.sentence(owner, deadline), days, deadline.evidence
    for row in facts.schedule:
        if row.evidence and (day := as_date(row.when)):
            yield "schedule", " | ".join(row.evidence.quote.splitlines()), [day], row.evidence


def named_days(text: str, days: list[date]) -> Iterator[tuple[str, date]]:
    """The days of the week that stand beside one of these dates, folded, each with the date."""
    folded = " ".join(fold(text).split())
    for pattern in _BESIDE:
        for found in pattern.finditer(folded):
            day = next((d for d in days if _fits(d, found["day"], found["month"])), None)
            if day and not (found["name"][0] == "t" and found["name"][1:] == str(day.month)):  # T5: May
                yield found["name"], day
    column = _CELL.search(folded)
    if column and len(days) == 1:
        yield column["name"], days[0]


def says_rightly(text: str, day: date) -> bool:
    """Whether a text names the day of the week of a date, and the right one."""
    return any(weekdays_named(name)[0] == day.weekday() for name, _ in named_days(text, [day]))


def _fits(day: date, written: str, month: str | None) -> bool:
    return day.day == int(written) and (month is None or day.month == int(month))


def _written(name: str, text: str) -> str:
    """The name with the letters of the document; folding keeps every offset."""
    plain = " ".join(text.split())
    at = fold(plain).index(name)
    return plain[at : at + len(name)]
