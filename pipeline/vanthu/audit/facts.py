"""What the checks ask of a plan, computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from vanthu.audit.places import place
from vanthu.audit.timetables import Timetable, surroundings, timetables, unnumbered
from vanthu.audit.told import Told, days_told, impossible_told
from vanthu.document.content import Citation, Deadline, DeadlineKind, Header, ScheduleRow, Task
from vanthu.document.evidence import Evidence
from vanthu.document.graph import Edge
from vanthu.document.layout import BlockKind
from vanthu.document.plan import Plan
from vanthu.rulebook import RuleSet
from vanthu.rulebook.match import Match
from vanthu.times.placing import GIVEN

_QUOTED = 10  # words of a task that tell it from its neighbours

DayOff = Callable[[date], str | None]
"""Why a day is no working day, in Vietnamese ('thứ Bảy', 'Quốc khánh'); `None` for a working day."""


@dataclass(frozen=True)
class Facts:
    """A plan's layers that the checks read; `issued_on` is `None` where the day is not known."""

    header: Header
    issued_on: date | None
    tasks: tuple[Task, ...]
    document_deadlines: tuple[Deadline, ...]
    schedule: tuple[ScheduleRow, ...]
    citations: tuple[Citation, ...]
    edges: tuple[Edge, ...]
    day_off: DayOff
    words: RuleSet  # rules/audit.yaml
    timetables: tuple[Timetable, ...] = ()  # the schedule by its tables, each with what its title says
    around: Mapping[str, str] = field(default_factory=dict)  # by task: the headings above it
    headings: Mapping[str, str] = field(default_factory=dict)  # by path: headings that bear no number
    told_days: tuple[Told, ...] = ()  # paragraphs that name whole dates
    impossible: tuple[Evidence, ...] = ()  # days, anywhere, that no calendar has
    recognised: bool = False  # some of it was read from an image, where words get lost
    attached: bool = False  # it is issued with another document, whose number and date are its own

    @property
    def issued_evidence(self) -> tuple[Evidence, ...]:
        """Where the day of issue stands."""
        evidence = self.header.issued_on.evidence
        return (evidence,) if evidence else ()

    @property
    def earliest_issue(self) -> date | None:
        """The day of issue; the first of the month where the day was left blank."""
        return self.issued_on or as_date(f"{self.header.issued_on.value}-01")

    def says(self, value: str, text: str) -> bool:
        """Whether words of a kind of rules/audit.yaml stand in a text, whatever else stands there."""
        return self.found(value, text) is not None

    def found(self, value: str, text: str) -> Match | None:
        """The first words of a kind of rules/audit.yaml in a text; `None` where there are none."""
        return next(iter(self.all_found(value, text)), None)

    def all_found(self, value: str, text: str) -> tuple[Match, ...]:
        """All words of a kind of rules/audit.yaml in a text."""
        rules = self.words.by_value.get(value)
        return rules.find(text) if rules else ()

    def place(self, where: str) -> str:
        """The place as one says it in Vietnamese."""
        return place(where, self.headings)

    @cached_property
    def _by_id(self) -> Mapping[str, Task]:
        return {t.id: t for t in self.tasks}

    def told(self, owner: str) -> str:
        """A place that owns a time, a task with its first words."""
        task = self._by_id.get(owner)
        return self.at(task) if task else self.place(owner)

    def at(self, task: Task) -> str:
        """A task by its place and its first words."""
        words = task.text.split()
        more = "…" if len(words) > _QUOTED else ""
        return f"{self.place(task.id)} (“{' '.join(words[:_QUOTED]).rstrip(' .,;:')}{more}”)"

    def dues(self) -> Iterator[tuple[Task, Deadline, date]]:
        """Every due date of every task; impossible dates left out."""
        for task in self.tasks:
            for deadline in task.deadlines:
                if day := due_day(deadline):
                    yield task, deadline, day

    def deadlines(self) -> Iterator[tuple[str, Deadline]]:
        """Every time with the place that owns it, those of the whole plan first."""
        yield from ((owner, d) for owner, deadlines in self.owned() for d in deadlines)

    def owned(self) -> Iterator[tuple[str, tuple[Deadline, ...]]]:
        """The times of each place that may have some, those of the whole plan first."""
        yield "document", self.document_deadlines
        yield from ((t.id, t.deadlines) for t in self.tasks)

    def follows(self, value: str, owner: str, deadline: Deadline) -> bool:
        """Whether words of a kind of rules/audit.yaml lead up to a time of a task."""
        task = self._by_id.get(owner)
        before, said, _ = around(task.text, deadline) if task else ("", "", "")
        return bool(said) and self.says(value, before)

    def sentence(self, owner: str, deadline: Deadline) -> str:
        """The words of the task that a time stands in; the time's own where it stands elsewhere."""
        task = self._by_id.get(owner)
        return task.text if task and around(task.text, deadline)[1] else deadline.raw

    def plan_end(self) -> date | None:
        """The last day of the whole plan, as the plan itself says it; `None` where it does not."""
        ends = [as_date(d.end) or as_date(d.date) for d in self.document_deadlines]
        return max((e for e in ends if e), default=None)

    def plan_start(self) -> date | None:
        """The first day of the whole plan, as the plan itself says it; `None` where it does not."""
        windows = (d for d in self.document_deadlines if d.kind is DeadlineKind.WINDOW)
        return min((s for d in windows if (s := as_date(d.start))), default=None)


def due_day(deadline: Deadline) -> date | None:
    """The day of a due date; `None` for an impossible one, and for any other time."""
    return as_date(deadline.date) if deadline.kind is DeadlineKind.DUE else None


def as_date(text: str | None) -> date | None:
    """The day of an ISO date or date-time; `None` for anything less than a whole date."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def show(day: date) -> str:
    """A date as offices write it: a nought before days below 10 and before the months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def words_of(deadline: Deadline) -> str:
    """A time in the words of the document, as they stand in the text of a task; empty for one that only a person gave."""
    return " ".join(deadline.raw.split())


def is_given(deadline: Deadline) -> bool:
    """Whether a person gave the day; the words, where there are some, are those of another."""
    return any(note.startswith(GIVEN) for note in deadline.assumptions)


def quoted(deadline: Deadline) -> str:
    """A time as the document says it; as a day where a person gave it."""
    day = due_day(deadline)
    given = is_given(deadline) or not deadline.raw
    return f"ngày {show(day)}" if day and given else f"“{words_of(deadline)}”"


def around(text: str, deadline: Deadline) -> tuple[str, str, str]:
    """What stands before a time in a text, the time, and what stands behind it; the whole text and nothing where the time stands elsewhere, or in
    no words, as one that a person gave.
    """
    words = words_of(deadline)
    return text.partition(words) if words else (text, "", "")


def without_times(task: Task) -> str:
    """The text of a task, its times left out."""
    text = task.text
    for words in filter(None, map(words_of, task.deadlines)):
        text = text.replace(words, " ")
    return text


def without_lead(text: str, task: Task) -> str:
    """Words of a task behind the name of who must do it, where they open with one."""
    return next((text[len(u.name) :].strip() for u in task.lead if text.startswith(f"{u.name} ")), text)


def opened(sentence: str) -> str:
    """A sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


def facts_of(plan: Plan, *, day_off: DayOff, words: RuleSet) -> Facts:
    """The facts of a plan whose content layers are all made."""
    header = plan.header or Header()
    return Facts(
        header=header,
        issued_on=as_date(header.issued_on.value),
        tasks=plan.tasks or (),
        document_deadlines=plan.document_deadlines or (),
        schedule=plan.schedule or (),
        citations=plan.citations or (),
        edges=plan.graph.edges if plan.graph else (),
        day_off=day_off,
        words=words,
        timetables=timetables(plan),
        around=surroundings(plan),
        headings=unnumbered(plan),
        told_days=days_told(plan),
        impossible=impossible_told(plan),
        recognised=any(page.grade is not None for page in plan.pages or ()),
        attached=any("attached" in words.values(title) for title in _titles(plan)),
    )


def _titles(plan: Plan) -> Iterator[str]:
    """What stands in the document's own head."""
    own = (p for p in plan.paragraphs or () if p.appendix == 0 and p.kind is BlockKind.TITLE)
    yield from (plan.need_text()[p.span] for p in own)
