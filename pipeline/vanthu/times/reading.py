"""What a resolver is given: the phrase as written, the context, and the rules that say what points of time mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.orthography import fold_spelling
from vanthu.rulebook import Rule, RuleSet
from vanthu.times.context import Period, TimeContext
from vanthu.times.placing import Placed, place, weekday_within
from vanthu.times.points import Groups, Point
from vanthu.times.shapes import SHAPES
from vanthu.times.weekdays import weekdays_named

_SUPPOSED = 0.89  # what a supposition takes from the confidence of a rule: on papers seen first, of ten such days one or two were wrong


class PointReader:
    """Reads a point of time from its words, by the rules of label TIME_POINT."""

    def __init__(self, rules: RuleSet) -> None:
        apart = rules.apart(lambda rule: rule.resolve if rule.resolve == "list" else "point")
        self._rules, self._lists = apart["point"], apart["list"]

    def read(self, text: str) -> Point | None:
        """The point that the whole text names; `None` where it names none."""
        folded = fold_spelling(text.strip())
        for compiled in self._rules.tried(folded):
            if found := compiled.pattern.on(folded).fullmatch(folded):
                groups = {k: v for k, v in found.groupdict().items() if v is not None}
                if point := SHAPES[compiled.rule.resolve or ""](groups):
                    return point
        return None

    def listed(self, text: str) -> Sequence[str]:
        """The points of a list, each with the words that all share (*T5, T8/2025* -> *T5/2025*, *T8/2025*); empty for one alone."""
        folded = fold_spelling(text.strip())
        tried = (c.pattern.on(folded).fullmatch(folded) for c in self._lists.tried(folded))
        found = next(filter(None, tried), None)
        return (
            [f"{found['word']}{item}{found['year'] or ''}" for item in found.captures("item")]
            if found
            else ()
        )

    def dated(self, text: str, shape: str) -> set[Period]:
        """The days of all points of a shape that a text names with their year."""
        folded = fold_spelling(text)
        groups = (
            {k: v for k, v in found.groupdict().items() if v is not None}
            for compiled in self._rules.tried(folded)
            if compiled.rule.resolve == shape
            for found in compiled.pattern.on(folded).finditer(folded)
        )
        points = (SHAPES[shape](g) for g in groups)
        return {days for p in points if p and p.year and (days := p.build(p.year))}


@dataclass(frozen=True)
class Phrase:
    """A phrase that a rule found, on its way to become deadlines."""

    raw: str
    rule: Rule
    groups: Groups
    context: TimeContext
    points: PointReader

    @cached_property
    def qualifier(self) -> Qualifier:
        """How the rule says that a date binds."""
        return Qualifier(self.rule.attributes.get("qualifier", "on"))

    def point(self, group: str) -> Point | None:
        """The point of time in a group; `None` where the group took no part or is none."""
        text = self.groups.get(group)
        return self.points.read(text) if text else None

    def placed(self, group: str) -> tuple[Point, Placed] | None:
        """The point in a group and its days; a day of the week beside it may tell the year."""
        point = self.point(group)
        if point is None:
            return None
        named = weekdays_named(self.groups.get("weekday", ""))
        weekday = named[0] if len(named) == 1 else None
        placed = self._glossed(point) or place(point, self.context, weekday=weekday)
        if weekday is not None and (day := weekday_within(point, placed, weekday)):
            return replace(point, unit="day"), replace(placed, period=day)
        return point, placed

    def _glossed(self, point: Point) -> Placed | None:
        """*mùng 6 Tết (27/01/2031)*: a day of the moon that the phrase itself dates; `None` for any other."""
        told = self.points.dated(self.raw, "day") if point.lunar and point.single and not point.year else ()
        return Placed(next(iter(told))) if len(told) == 1 else None

    def deadline(
        self, kind: DeadlineKind, *, assumptions: tuple[str, ...] = (), **fields: object
    ) -> Deadline:
        """A deadline of this phrase."""
        return Deadline.model_validate(
            {
                "raw": self.raw,
                "kind": kind,
                "assumptions": assumptions,
                "confidence": self.rule.confidence * (_SUPPOSED if assumptions else 1.0),
                **fields,
            }
        )
