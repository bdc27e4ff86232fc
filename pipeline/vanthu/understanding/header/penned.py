"""Number and day that a pen filled in.

A reading of handwriting stands where it is right in nineteen of twenty such cases, and only with a word that somebody should look;
the others are candidates. Nothing is supposed of what is likely; but a day is in the calendar, and no paper arrives before it is issued.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import regex

from vanthu.document.evidence import Evidence, Region, Sourced
from vanthu.document.geometry import Span
from vanthu.document.page import Mark, MarkKind, Place, Written
from vanthu.understanding.citations.naming import iso_day
from vanthu.understanding.header.view import View

SURE = 0.9  # of a reading that stands
_ASK = "đề nghị đối chiếu với bản gốc"
_WHOLE = len("2022-10-26")
_NUMBER, _DAY = "số viết tay", "ngày ban hành viết tay"
_ARRIVED = regex.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")


class Pens(NamedTuple):
    """What a pen filled in: its strokes, the part of the text about them, and the rule that found it."""

    marks: tuple[Mark, ...]
    span: Span
    rule: str


def number_by_pen(view: View, pens: Pens, *, read: str = "", stands: bool) -> Sourced[str]:
    """The serial; `read` is what the engine made of it. Without `stands` a pen went over more than the number: no reading stands."""
    written = _written(pens, Place.NUMBER)
    best = _surest(written) if stands else None
    left = view.sourced(
        pens.span,
        None,
        rule=pens.rule,
        review=_review(_NUMBER, best.text if best else None, written, read),
    )
    return _filled(left, pens, best, [*(w.text for w in written), read])


def day_by_pen(
    view: View, pens: Pens, printed: Mapping[str, str | None], *, read: str | None
) -> Sourced[str]:
    """The day of issue, as far as it can stand; of it `printed` are month and year, without those that nobody could read."""
    year, own = printed.get("year"), printed.get("month")
    months = (Written(text=own, confidence=1.0),) if own else _written(pens, Place.MONTH)
    days = _written(pens, Place.DAY)
    possible = sorted(_days(days, months, year), key=lambda w: -w.confidence)
    best = _surest(possible)
    review = _review(_DAY, _shown(best.text) if best else None, days, read)
    if best and _is_after_arrival(view, best.text):
        review = f"{_DAY}, máy đọc là {_shown(best.text)} nhưng dấu đến ghi ngày trước đó; {_ASK}"
        best = None
    left = view.sourced(pens.span, iso_day(None, own, year), rule=pens.rule, review=review)
    return _filled(left, pens, best, [*(w.text for w in possible), read or ""])


def _days(days: Iterable[Written], months: Sequence[Written], year: str | None) -> Iterator[Written]:
    """The days of the calendar that these make, each as sure as its parts are together."""
    for day in days:
        for month in months:
            whole = iso_day(day.text, month.text, year)
            if whole and len(whole) == _WHOLE:
                yield Written(text=whole, confidence=round(day.confidence * month.confidence, 3))


def _filled(left: Sourced[str], pens: Pens, best: Written | None, candidates: Iterable[str]) -> Sourced[str]:
    """The field (`left`: as it is without the pen's reading); its evidence shows the strokes, and is as sure as they were read."""
    evidence = left.evidence or Evidence(quote="")
    strokes = tuple(Region(page=pen.page, box=pen.box) for pen in pens.marks)
    shown = evidence.model_copy(update={"regions": (*evidence.regions, *strokes)})
    others = tuple(dict.fromkeys(c for c in candidates if c and (best is None or c != best.text)))
    if best is None:
        return left.model_copy(update={"evidence": shown, "candidates": others})
    return left.model_copy(
        update={
            "value": best.text,
            "confidence": best.confidence,
            "evidence": shown.model_copy(update={"confidence": best.confidence}),
            "candidates": others,
            "by_hand": True,
        }
    )


def _written(pens: Pens, place: Place) -> tuple[Written, ...]:
    return next((pen.written for pen in pens.marks if pen.place is place and pen.written), ())


def _surest(written: Sequence[Written]) -> Written | None:
    return written[0] if written and written[0].confidence >= SURE else None


def _review(what: str, told: str | None, written: Sequence[Written], read: str | None) -> str:
    """What a clerk is told: which reading stands, or that there is something which was not read for sure, or not at all."""
    if told is not None:
        return f"{what}, máy đọc là {told}; {_ASK}"
    if written:
        return f"{what}, máy đọc không chắc; {_ASK}"
    return what if read else f"{what}, máy không đọc được; {_ASK}"


def _shown(day: str) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y")


def _is_after_arrival(view: View, day: str) -> bool:
    """Whether a stamp says that the paper had arrived before."""
    for mark in view.plan.marks or ():
        found = _ARRIVED.search(mark.fields.get("date", "")) if mark.kind is MarkKind.ARRIVAL else None
        arrived = found and iso_day(*found.groups())
        if arrived and len(arrived) == _WHOLE and arrived < day:
            return True
    return False
