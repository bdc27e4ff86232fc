"""Two duties side by side: what contradicts, what repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vanthu.audit.across.duty import Duty, Time
from vanthu.audit.across.evidence import Same, may_be_one, names, same
from vanthu.audit.across.likeness import (
    ALIKE,
    IN_ONE_PLAN,
    SURE,
    one_opens_otherwise,
    same_units,
)
from vanthu.audit.across.naming import also, both, name, told, weight_of, work, work_of
from vanthu.audit.across.paper import Paper, Relation, relation
from vanthu.audit.across.reader import Reader
from vanthu.audit.facts import opened, show
from vanthu.document.content import Severity

ANOTHER_ROUND = 300  # days; dates further apart belong to another year's round of the same work


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding lies: a plan by its key, a task or part of it, and what stands there."""

    paper: str
    where: str
    page: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding between plans. `likeness` is 0..1, `None` where no two duties were compared.

    `about` is what it is known by from one audit to the next, where that is not its places.
    """

    code: str
    severity: Severity
    note: str
    spots: tuple[Spot, ...]
    likeness: float | None = None
    about: str | None = None


def spot(duty: Duty) -> Spot:
    """The place of a duty."""
    return Spot(duty.paper.key, duty.where, duty.page, duty.quote or duty.text)


@dataclass(frozen=True, slots=True)
class Compared:
    """What two duties give: a finding, and whether the second one only repeats the first."""

    found: Found | None = None
    repeated: bool = False


NOTHING = Compared()


def in_order(a: Duty, b: Duty) -> tuple[Duty, Duty]:
    """The earlier plan's first."""
    return (a, b) if _age(a) <= _age(b) else (b, a)


def _age(duty: Duty) -> tuple[date, str, str]:
    return duty.paper.issued_on or date.max, duty.paper.key, duty.where


def compare(first: Duty, second: Duty) -> Compared:
    """What two duties of two plans give; the earlier plan's comes first.

    Units and times are asked first: they rule out most pairs, and words take a hundred times as long.
    """
    match relation(first.paper, second.paper):
        case Relation.ONE_PLAN:
            return NOTHING if _is_part(first, second) else _of_one_issuer(first, second)
        case Relation.ONE_ISSUER:
            return _of_one_issuer(first, second)
        case Relation.LOWER:
            return Compared(_of_lower(first, second))
        case None:
            return NOTHING


def _is_part(a: Duty, b: Duty) -> bool:
    """Whether one of two duties of one plan details the other, or is nobody's."""
    one, two = f"{a.where}.", f"{b.where}."
    return one.startswith(two) or two.startswith(one) or not a.lead or not b.lead


def _of_one_issuer(first: Duty, second: Duty) -> Compared:
    units = same_units(first.lead, second.lead) or not (first.lead or second.lead)
    if _years_apart(first, second) or not (_may_repeat if units else _may_be_taken_away)(first, second):
        return NOTHING
    one_plan = first.paper.key == second.paper.key
    least = IN_ONE_PLAN if one_plan else ALIKE if units else SURE
    too_general = one_plan and (first.is_general or second.is_general)
    alike = None if too_general else same(first, second, least)
    if alike is None:
        return NOTHING
    if not units:
        one_body = may_be_one(first.lead, second.lead)
        return Compared(None if one_body else _of_two_units(first, second, alike), repeated=one_body)
    return _of_one_unit(first, second, alike)


def _may_repeat(first: Duty, second: Duty) -> bool:
    """Whether the times of two duties of one unit may be those of one work."""
    one, two = first.last, second.last
    if not one or not two or one.last == two.last:
        return bool(one) == bool(two)
    another_round = abs((_day(one) - _day(two)).days) >= ANOTHER_ROUND or _is_period_of(one, two)
    return bool(first.lead) and not another_round


def _of_one_unit(first: Duty, second: Duty, alike: Same) -> Compared:
    one, two = first.last, second.last
    if one and two and one.last != two.last:
        general = one.event != two.event and (first.is_general or second.is_general)
        other = general or ((one.event or two.event) and one_opens_otherwise(first, second))
        if other or changes(second) or names(second, first.paper) or _has_that_limit_too(first, second):
            return NOTHING
        return _conflict(first, second, one, two, alike)
    meeting = any(t.event for t in (one, two) if t)  # one meeting, named in both
    return Compared(None if meeting or not first.lead else _duplicate(first, second, alike), repeated=True)


def _has_that_limit_too(first: Duty, second: Duty) -> bool:
    """Whether one of two duties has the other's day beside a later one: each of its works has its own."""
    one, two = ({t.last for t in duty.times if t.last} for duty in (first, second))
    return not one.isdisjoint(two) and not changes(first)


def _duplicate(first: Duty, second: Duty, alike: Same) -> Found:
    return Found(
        "duplicate-task",
        Severity.NOTE,
        f"{opened(name(second))} giao lại việc {work(second)} đã giao {also(first, second)} ({told(alike)}: cùng đơn vị, {work_of(alike)}"
        f"{', cùng hạn' if first.last else ''}); đề nghị bỏ bớt hoặc ghi rõ điểm khác nhau.",
        (spot(first), spot(second)),
        alike.likeness,
    )


def _conflict(first: Duty, second: Duty, one: Time, two: Time, alike: Same) -> Compared:
    found = Found(
        "deadline-conflict",
        weight_of(alike),
        f"{'Có thể là cùng' if alike.perhaps else 'Cùng'} một việc {work(first)} có hai thời hạn: {both(first, second, show(_day(one)), show(_day(two)))} "
        f"({told(alike)}: cùng đơn vị, {work_of(alike)}, khác hạn); đề nghị thống nhất một thời hạn.",
        (spot(first), spot(second)),
        alike.likeness,
    )
    return Compared(found)


def _may_be_taken_away(first: Duty, second: Duty) -> bool:
    """Whether one work may have been given to two units: each has one, not the same, and none of them means everybody."""
    if not first.lead or not second.lead or first.report:
        return False
    if {*first.lead} & {*second.lead, *second.helps} or {*second.lead} & first.helps:
        return False
    days = first.last and first.last.last, second.last and second.last.last
    leads = (*first.lead.values(), *second.lead.values())
    reader = first.reader
    return days[0] == days[1] and not any(map(reader.anybody, leads)) and not all(map(reader.general, leads))


def _of_two_units(first: Duty, second: Duty, alike: Same) -> Found | None:
    general = first.is_general or second.is_general
    if general or any(d.reader.says("each-its-own", d.text) for d in (first, second)):
        return None
    units = [" và ".join(d.lead.values()) for d in (first, second)]
    return Found(
        "duty-two-units",
        Severity.WARNING,
        f"Cùng một việc {work(first)} giao cho hai đơn vị: {both(first, second, *units)} "
        f"({told(alike)}: {work_of(alike)}, khác đơn vị); đề nghị xác định một đơn vị chủ trì.",
        (spot(first), spot(second)),
        alike.likeness,
    )


def may_be_late(higher: Sequence[Duty], lower: Sequence[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Pairs of duties of two plans, words aside: where the second plan, which carries out the first, allows more time."""
    led: dict[frozenset[str], list[Duty]] = defaultdict(list)
    for other in lower:
        led[frozenset(other.lead)].append(other)
    for duty in higher:
        everybody = duty.last is not None and _is_for(duty, lower[0].paper)
        for lead, others in led.items():
            if everybody or same_units(duty.lead, lead):
                yield from ((duty, other) for other in others if _allows_more(duty, other))


def _allows_more(higher: Duty, lower: Duty) -> bool:
    """Whether a duty's limit lies behind the higher body's, in one round; that body's own meeting limits nobody."""
    one, two = higher.last, lower.last
    return bool(one and two and not one.event and 0 < (_day(two) - _day(one)).days < ANOTHER_ROUND)


def _of_lower(higher: Duty, lower: Duty) -> Found | None:
    one, two = higher.last, lower.last
    if not one or not two or not next(may_be_late([higher], [lower]), None):
        return None
    apart = higher.is_general or lower.is_general or changes(lower)
    alike = None if apart else same(higher, lower, ALIKE)
    if alike is None:
        return None
    return Found(
        "deadline-after-superior",
        weight_of(alike),
        f"{opened(name(lower))} cho hạn {show(_day(two))} đối với việc {work(lower)}, muộn hơn hạn {show(_day(one))} của {name(higher)} mà nó thực hiện "
        f"({told(alike)}: {work_of(alike)}, hạn muộn hơn cấp trên); đề nghị rút hạn cho kịp.",
        (spot(higher), spot(lower)),
        alike.likeness,
    )


def _is_for(higher: Duty, lower: Paper) -> bool:
    """Whether the higher plan gives a duty to the lower plan's body: by its name, with others of its kind, or to nobody by name."""
    return not higher.lead or any(
        _means(key, written, lower.issuer or "", higher.reader) for key, written in higher.lead.items()
    )


def _means(key: str, written: str, issuer: str, reader: Reader) -> bool:
    if reader.general(written) and reader.marker.are_called(written, issuer):
        return True
    own = written if reader.says("authority", written) else reader.marker.without_level(written)
    return bool(issuer) and (reader.key(own) in issuer or issuer in key)


def changes(duty: Duty) -> bool:
    """Whether a duty, or its whole plan, says that it changes a time."""
    return duty.reader.says("changed-time", f"{duty.paper.title} . {duty.text}")


def _is_period_of(one: Time, two: Time) -> bool:
    """Whether one is an event within the period that the other names."""
    for a, b in ((one, two), (two, one)):
        within = b.first and b.last and a.last and b.first != b.last and b.first <= a.last <= b.last
        if a.event and within:
            return True
    return False


def _years_apart(first: Duty, second: Duty) -> bool:
    """Whether nothing but the days of issue tells the rounds of two undated duties."""
    days = first.paper.issued_on, second.paper.issued_on
    dated = first.last or second.last
    return (
        not dated
        and days[0] is not None
        and days[1] is not None
        and abs((days[0] - days[1]).days) >= ANOTHER_ROUND
    )


def _day(time: Time) -> date:
    return time.last or date.max
