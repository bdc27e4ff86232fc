"""Checks of duties against each other: the same duty twice, or with two dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import regex

from vanthu.audit.across.entries import Said
from vanthu.audit.across.marks import marker
from vanthu.audit.across.vocabulary import COMMON, TELLING, is_foreign, syllables, vocabulary
from vanthu.audit.facts import Facts, opened, quoted, without_times
from vanthu.audit.likeness import Duty, duty, inclusion, likeness, neighbours
from vanthu.audit.order import last_due, opening
from vanthu.audit.places import is_row
from vanthu.document.content import Deadline, DeadlineKind, Finding, Severity, Task, TaskKind, Unit
from vanthu.document.evidence import Evidence
from vanthu.orthography import fold

SAME = 0.85  # two duties of one plan alike to this degree are one duty
_NEARLY = 0.7  # so alike at least are two, where one says the other with a few words more
SAME_WORK = 0.75  # of the shorter one, where a superior orders what the other says its unit does
_APPENDED = regex.compile(r"PL\d*\.(?:.*\.)?r[\d.]+")
_AGAIN = regex.compile(r"_\d+$")
_RHYTHM = regex.compile(r";BY(?:MONTHDAY|DAY)=[^;]*")  # on which day of it
_SAID = 2.0  # weight of phrases; less names many works
_SAID_BY_BOTH = 3.0  # where one says more
_MOST = 0.8  # of what the longer one says
_CLAUSE = 5  # syllables; fewer open many works
_ENDS = regex.compile(r"\s*(?:[,;.(]|(?:xong|hoàn thành|trước|chậm)\b|\Z)")
_ENOUGH = 10  # pairs of syllables; shorter duties are alike by chance


def unit_key(unit: Unit) -> str:
    """What a unit is compared by."""
    return " ".join(fold(unit.resolved or unit.name).split())


def same_units(a: Task, b: Task) -> bool:
    """Whether both tasks are led by the same units; two tasks without any are not."""
    first, second = ({unit_key(u) for u in t.lead} for t in (a, b))
    return bool(first) and first == second


def _orders(a: Task, b: Task) -> bool:
    """Whether one task names the unit that leads the other, as a superior does who has it done."""
    return any(_names(other, unit.name) for task, other in ((a, b), (b, a)) for unit in task.lead)


def _names(task: Task, unit: str) -> bool:
    """Whether a task's words name a unit: *Tổ 1* is not named by *Tổ 12*."""
    told = regex.escape(" ".join(fold(unit).split()))
    return bool(told) and regex.search(rf"\b{told}\b", " ".join(fold(task.text).split())) is not None


def _of_one_unit(a: Task, b: Task) -> bool:
    """Whether one unit leads both: as its duty, or as its name in the words of a duty that is laid on nobody."""
    for task, other in ((a, b), (b, a)):
        if not other.lead and task.lead:
            names = (marker().without_level(unit.name) for unit in task.lead)
            return all(_names(other, name) for name in names)
    return same_units(a, b)


def repeated_duties(facts: Facts) -> Iterator[Finding]:
    """One unit's duty that stands in the plan twice: with two dates a conflict, else a duplicate."""
    duties = [duty(t) for t in facts.tasks]
    for i, j in neighbours(duties):
        a, b = facts.tasks[i], facts.tasks[j]
        if inclusion(duties[i], duties[j]) < SAME_WORK or b.id == a.parent or a.id == b.parent:
            continue  # likeness is never more than inclusion: most pairs end here
        alike = _of_one_unit(a, b) and (_are_alike(duties[i], duties[j]) or _say_the_same(a, b))
        one = alike or _one_work(a, b, duties[i], duties[j]) or _is_assigned(a, b) or _opens_as(a, b)
        if not one or _other_work(a, b, facts):
            continue
        if conflict := _conflict(a, b, facts):
            yield conflict
        elif alike and not _is_listed_anew(a, b):
            yield _duplicate(a, b, facts)


def _is_listed_anew(a: Task, b: Task) -> bool:
    """Whether one is a row of an appendix and the other is not: a list of the plan's work, with who does it and when, repeats none."""
    rows = [_APPENDED.match(t.id) is not None for t in (a, b)]
    return rows[0] != rows[1]


def _are_alike(a: Duty, b: Duty) -> bool:
    """Whether two say the same, or the one all that the other says with a few words more."""
    degree, enough = likeness(a, b), min(len(a.pairs), len(b.pairs)) >= _ENOUGH
    shorter, longer = sorted(({w for pair in d.pairs for w in pair} for d in (a, b)), key=len)
    return degree >= SAME or (enough and degree >= _NEARLY and shorter <= longer)


def _told(task: Task, other: Task) -> frozenset[Said]:
    """What a task says but for its times, its own unit and that of the other; phrases in the form in which they are compared."""
    text = without_times(task)
    names = {unit.name for t in (task, other) for unit in t.lead}
    for name in sorted(names, key=len, reverse=True):
        text = regex.sub(regex.escape(name), " ", text, flags=regex.IGNORECASE)
    return frozenset(phrase for phrase in vocabulary().say(text, numbers=True) if phrase.syllables)


def _weight(told: frozenset[Said]) -> float:
    return sum(phrase.weight for phrase in told)


def _say_the_same(a: Task, b: Task) -> bool:
    """Whether two are one but for the order of their words and for words that tell nothing (*tổ chức*, *thực hiện*)."""
    shorter, longer = sorted((_told(a, b), _told(b, a)), key=len)
    enough = _SAID if shorter == longer else max(_SAID_BY_BOTH, _MOST * _weight(longer))
    return shorter <= longer and _weight(shorter) >= enough


def _are_on_other_things(a: Task, b: Task) -> bool:
    """Whether each names something that the other does not (*lĩnh vực đất đai*, *lĩnh vực hộ tịch*)."""
    first, second = _told(a, b), _told(b, a)
    own = [
        _weight(frozenset(p for p in some if p.weight > COMMON)) for some in (first - second, second - first)
    ]
    return min(own) >= TELLING


def _in_other_groups(a: Task, b: Task) -> bool:
    """Whether two rows stand in different groups of tables, numbered anew: what they are on stands in columns beside the work."""
    return all(map(is_row, (a.id, b.id))) and any(map(_AGAIN.search, (a.id, b.id)))


def _other_work(a: Task, b: Task, facts: Facts) -> bool:
    """Whether different things are to be done, to one object it may be."""
    if _in_other_groups(a, b) or _are_on_other_things(a, b):
        return True
    if _ask_and_give(a, b, facts) or _before_and_after(a, b, facts):
        return True
    words = vocabulary()
    said = [words.say(t.text) for t in (a, b)]
    first, second = (set(words.actions(one)) for one in said)
    if first and second and not first & second:
        return True
    made = [marker().made(t.text) for t in (a, b)]
    opened = [syllables(words.opening(one)) for one in said]
    all_said = [syllables(one) for one in said]
    otherwise = is_foreign(opened[0], all_said[1]) and is_foreign(opened[1], all_said[0])
    return otherwise or bool(made[0] - made[1] and made[1] - made[0])


def _ask_and_give(a: Task, b: Task, facts: Facts) -> bool:
    """Whether one sends round what the other gives an opinion on: two steps with two limits."""
    asks = [facts.says("asks-opinion", task.text) for task in (a, b)]
    return asks[0] != asks[1] and all(
        facts.says("gives-opinion", t.text) for t, own in zip((a, b), asks, strict=True) if not own
    )


def _before_and_after(a: Task, b: Task, facts: Facts) -> bool:
    """Whether one sends a timetable or a list ahead, and the other reports the results."""
    results = [facts.says("result-report", task.text) for task in (a, b)]
    return results[0] != results[1] and all(
        facts.says("plans-ahead", t.text) for t, own in zip((a, b), results, strict=True) if not own
    )


def _one_work(a: Task, b: Task, first: Duty, second: Duty) -> bool:
    enough = min(len(first.pairs), len(second.pairs)) >= _ENOUGH
    return enough and inclusion(first, second) >= SAME_WORK and (_of_one_unit(a, b) or _orders(a, b))


def _opens_as(a: Task, b: Task) -> bool:
    """*Lập danh sách hộ cần rà soát*, a row, and *Lập danh sách hộ cần rà soát, gửi Phòng Kinh tế*: whether one is the first clause of the other,
    by the same unit. Reports open alike time after time.
    """
    works = all(task.kind is not TaskKind.REPORT for task in (a, b))
    if not works or is_row(a.id) == is_row(b.id) or not same_units(a, b):
        return False
    short, long = sorted((_first_words(a), _first_words(b)), key=len)
    opens = len(short.split()) >= _CLAUSE and long.startswith(short)
    return opens and _ENDS.match(long, len(short)) is not None


def _first_words(task: Task) -> str:
    """What a task says from its work on, without its times."""
    return " ".join(opening(without_times(task), task).split()).rstrip(" .,;")


def _is_assigned(a: Task, b: Task) -> bool:
    """Whether work that is told without a unit is given to one elsewhere; a report told so is everybody's."""
    works = all(task.kind is not TaskKind.REPORT for task in (a, b))
    return works and bool(a.lead) != bool(b.lead) and _say_the_same(a, b)


def _conflict(a: Task, b: Task, facts: Facts) -> Finding | None:
    first, second = _limit(a), _limit(b)
    if not first or not second or first.rhythm != second.rhythm or first.at == second.at:
        return None
    return Finding(
        code="deadline-conflict",
        where=(a.id, b.id),
        note=f"Cùng một việc nhưng có hai thời hạn: {first.quoted} tại {facts.at(a)} và {second.quoted} tại "
        f"{facts.place(b.id)}; đề nghị thống nhất một thời hạn.",
        severity=Severity.ERROR,
        evidence=_both(a, b),
    )


class _Limit(NamedTuple):
    """A limit: its day, or the rule by which it comes again with what that rule counts in (`FREQ=MONTHLY`)."""

    at: date | str
    rhythm: str | None
    quoted: str


def _limit(task: Task) -> _Limit | None:
    """The last day of a task, or the day of every week or month by which it is due; `None` where it has none, or several."""
    if last := last_due(task):
        return _Limit(last[1], None, quoted(last[0]))
    again = [d for d in task.deadlines if _comes_again(d)]
    if len(again) != 1:
        return None
    rule = again[0].rrule or ""
    return _Limit(rule, _RHYTHM.sub("", rule), quoted(again[0]))


def _comes_again(deadline: Deadline) -> bool:
    return deadline.kind is DeadlineKind.RECURRING and "BY" in (deadline.rrule or "")


def _both(a: Task, b: Task) -> tuple[Evidence, ...]:
    return tuple(e for e in (a.evidence, b.evidence) if e)


def _duplicate(a: Task, b: Task, facts: Facts) -> Finding:
    return Finding(
        code="duplicate-task",
        where=(a.id, b.id),
        note=f"{opened(facts.at(b))} lặp lại nhiệm vụ tại {facts.place(a.id)}, cùng cơ quan chủ trì; đề nghị bỏ bớt "
        "hoặc ghi rõ điểm khác nhau.",
        severity=Severity.NOTE,
        evidence=_both(a, b),
    )
