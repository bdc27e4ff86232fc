"""What a calendar is told: one entry for every time that has a day, and a list of those that have none."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from vanthu.contract.model import Deadline, Due, PublicPlan, Recurring, Relative, Window
from vanthu.export.calendar.entry_words import ROW, describe_deadline, describe_row, headline
from vanthu.export.timing import phrase
from vanthu.orthography import fold
from vanthu.planning.agenda import Matter, matters
from vanthu.planning.clock import Report
from vanthu.planning.followed import FollowedPlan
from vanthu.planning.occurrences import excludes_its_day, has_day
from vanthu.planning.slots import Moment, moment, slot_at, slots

_PARTED = "\x1f"
_DAY = timedelta(days=1)
_NOTHING_SAID = Report()


@dataclass(frozen=True)
class Entry:
    """One event. `end` is exclusive, as in iCalendar; `None` for a moment without length. `rule` is an RRULE without UNTIL.

    The `uid` begins with the mark of its plan. `before`: the work must be done before `start` (*trước ngày*); `begins`: it
    only begins then, no end is known. `report` is what people say of the work.
    """

    uid: str
    start: Moment
    end: Moment | None
    summary: str
    description: str
    categories: tuple[str, ...] = ()
    rule: str | None = None
    until: date | None = None
    before: bool = False
    begins: bool = False
    report: Report = _NOTHING_SAID

    @property
    def is_span(self) -> bool:
        """Whether it goes over more than one day or hour."""
        return self.end is not None and (isinstance(self.end, datetime) or self.end - self.start > _DAY)

    @property
    def last(self) -> Moment:
        """The last day, or the moment at which it ends."""
        if self.end is None or isinstance(self.end, datetime):
            return self.end or self.start
        return self.end - _DAY


@dataclass(frozen=True)
class Undated:
    """A time that no calendar can show, with the Vietnamese reason."""

    where: str  # task id, or 'document'
    raw: str
    reason: str


def plan_key(contract: PublicPlan) -> str:
    """What all entries of one plan have in common, whatever file it was read from: 16 hexadecimal digits.

    They come from the number, symbol, day and issuer of the document; from the file where it bears no number.
    """
    facts = contract.document
    identity = [facts.number, facts.symbol, facts.issued_on, next(iter(facts.issuer), "")]
    if not (facts.number and facts.symbol):
        identity += [contract.file.sha256 if contract.file else contract.source, facts.type, facts.title]
    return _mark(*(fold(part or "") for part in identity))


def entries(contract: PublicPlan | FollowedPlan) -> Iterator[Entry]:
    """Every dated time of a plan, in the order of `plan.json`. No two have the same `uid`."""
    yield from entries_of(matters(contract))


def entries_of(found: Iterable[Matter]) -> Iterator[Entry]:
    """The entries of some deadlines. A `uid` comes from the task and the words of the time, never from a place in a list."""
    key, known = "", None
    names: Counter[str] = Counter()
    for matter in found:
        if matter.plan is not known:
            key, known = plan_key(matter.plan), matter.plan
            names.clear()
        name = _name(matter)
        names[name] += 1
        again = f"{names[name]}" if names[name] > 1 else ""
        for number, entry in enumerate(_entries(matter), start=1):
            part = f"{number}" if number > 1 else ""
            yield replace(entry, uid=f"{key}-{_mark(name, again, part)}")


def undated(contract: PublicPlan) -> Iterator[Undated]:
    """The times that are in no entry; *thường xuyên* is none of them, for it asks for no day."""
    for matter in matters(contract):
        if matter.deadline and not has_day(matter.deadline, matter.frame):
            yield undated_of(matter, matter.deadline)


def undated_of(matter: Matter, deadline: Deadline) -> Undated:
    """Why a deadline has no day."""
    return Undated(matter.task.id if matter.task else "document", deadline.raw, _reason(deadline))


def _name(matter: Matter) -> str:
    """What a time stays the same by when the plan is read again or its date is corrected: its task and its words.

    Several days or rhythms may share their words; then the day or the rule belongs to the name.
    """
    if matter.row:
        return _PARTED.join(("row", fold(matter.row.what), matter.row.when[:10]))
    task, deadline = matter.task, matter.deadline
    if deadline is None:
        return ""
    owner = (task.uid or task.id) if task else "plan"
    siblings = task.deadlines if task else matter.plan.document_deadlines
    words = [owner, deadline.kind, " ".join(fold(deadline.raw).split())]
    if sum(1 for other in siblings if (other.kind, other.raw) == (deadline.kind, deadline.raw)) > 1:
        words.append(_content(deadline))
    return _PARTED.join(words)


def _content(deadline: Deadline) -> str:
    match deadline:
        case Due(date=day, time=clock):
            return f"{day}T{clock}"
        case Window(start=start, end=end):
            return f"{start}/{end}"
        case Recurring(rrule=rule, time=clock):
            return f"{rule} {clock}"
        case Relative(resolved=day, anchor=anchor):
            return f"{day} {anchor}"
        case _:
            return ""


def _mark(*parts: str) -> str:
    return hashlib.sha256(_PARTED.join(parts).encode()).hexdigest()[:16]


def _entries(matter: Matter) -> Iterator[Entry]:
    plan, task, deadline, row = matter.plan, matter.task, matter.deadline, matter.row
    if row:
        slot = slot_at(moment(row.when))
        yield Entry("", slot.start, slot.end, f"{ROW}: {row.what}", describe_row(plan, row))
    found = slots(deadline, matter.frame) if deadline else ()
    if deadline is None or not found:
        return
    whole = Entry(
        uid="",
        start=found[0].start,
        end=None,
        summary=headline(plan, task, deadline),
        description=describe_deadline(plan, task, deadline),
        categories=matter.units,
        before=excludes_its_day(deadline),
        begins=isinstance(deadline, Window) and deadline.end is None,
        report=matter.report,
    )
    for slot in found:
        yield replace(whole, start=slot.start, end=slot.end, rule=slot.rule, until=slot.until)


def _reason(deadline: Deadline) -> str:
    match deadline:
        case Due():
            return "ngày không có trong lịch"
        case Relative():
            return "chưa tính được ngày vì phụ thuộc vào một sự kiện"
        case Recurring():
            return "chưa rõ ngày bắt đầu, nhịp lặp, hoặc đã quá ngày kết thúc"
        case _:
            return f"chưa xác định được khoảng thời gian ({phrase(deadline)})"
