"""A plan as people follow it: what the machine read, with what people said laid on top."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.fuzz import ratio

from vanthu.contract.model import Deadline, Due, PublicPlan, Recurring, Task, Unit
from vanthu.orthography import strip_accents
from vanthu.planning.clock import Limit, Progress, Report, limit_of
from vanthu.planning.journal import Entry, Journal, Name, Word
from vanthu.times.placing import GIVEN

OWN_SECTION = "Bổ sung"
_MISREAD = 0.25  # of the words, at the most, in two readings of one sentence
_ONE_WORD = 80.0  # letters in common, in percent: two readings of one word
_ON_PLAN: tuple[Name, ...] = ("due", "lead", "coordinate", "products", "text")


@dataclass(frozen=True)
class Followed:
    """A task with what is known of its progress.

    `key` is what a sheet names it by. `said` are the people's last words by field. `lost` is true for a task that
    people spoke of and that the plan, read again, no longer has.
    """

    key: str
    task: Task
    report: Report = field(default_factory=Report)
    note: str = ""
    said: Mapping[Name, Entry] = field(default_factory=dict)
    own_source: str | None = None
    lost: bool = False

    @property
    def limit(self) -> Limit:
        """What the clock runs against."""
        return limit_of(self.task.deadlines)


@dataclass(frozen=True)
class FollowedPlan:
    """A plan whose tasks are those that people follow: corrected, and with their own ones behind."""

    plan: PublicPlan
    tasks: tuple[Followed, ...]


def keys(plan: PublicPlan) -> tuple[str, ...]:
    """What each task is named by in sheets: its uid, or one made from file, place and words; unique within the plan."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    for task in plan.tasks:
        name = " ".join(task.uid.split()) or made_key(_home(plan), task.id, task.text)
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(found)


def _home(plan: PublicPlan) -> str:
    return plan.file.sha256 if plan.file else plan.source or ""


def made_key(*parts: str) -> str:
    """A short name made from texts; blanks do not count."""
    words = "\n".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def follow(plan: PublicPlan, journal: Journal | None = None) -> FollowedPlan:
    """The plan with people's words on top: a value of theirs stands instead of the machine's, which `plan.json` keeps."""
    journal = journal or Journal()
    said = journal.latest()
    named = list(zip(keys(plan), plan.tasks, strict=True))
    present = {key for key, _ in named} | {o.task for o in journal.own}
    gone = {key: list(fields.values())[-1] for key, fields in said.items() if key not in present}
    moved = _moved(named, gone) if gone else {}
    words = {key: {**said.get(moved.get(key, ""), {}), **said.get(key, {})} for key, _ in named}
    tasks = [_followed(key, task, words[key]) for key, task in named]
    own = [
        _followed(o.task, Task(id=OWN_SECTION, uid=o.task, text=o.text), said.get(o.task, {}), o.source)
        for o in journal.own
    ]
    lost = [_lost(key, said[key]) for key in gone if key not in moved.values()]
    every = (*tasks, *own, *lost)
    return FollowedPlan(plan.model_copy(update={"tasks": tuple(f.task for f in every)}), every)


def _moved(named: list[tuple[str, Task]], gone: Mapping[str, Entry]) -> dict[str, str]:
    """Tasks that go by another key since people spoke of them: by their words, where only one task has these."""
    by_words = Counter(_words(task.text) for _, task in named)
    old = {_words(entry.text): key for key, entry in gone.items()}
    exact = {key: old[w] for key, task in named if (w := _words(task.text)) in old and by_words[w] == 1}
    taken = set(exact.values())
    unsure = [(key, entry) for key, entry in gone.items() if key not in taken and entry.text]
    free = [(key, task) for key, task in named if key not in exact]
    nearly = ((found, key) for key, entry in unsure if (found := _nearest(entry, free)))
    return dict(nearly) | exact


def _nearest(entry: Entry, tasks: list[tuple[str, Task]]) -> str | None:
    """The task that is the same sentence read differently; of several the one at the same place."""
    words = _words(entry.text)
    alike = [(key, task) for key, task in tasks if _read_twice(words, _words(task.text))]
    same_place = [(key, task) for key, task in alike if task.id == entry.id]
    return next((found[0][0] for found in (same_place, alike) if len(found) == 1), None)


def _read_twice(one: str, other: str) -> bool:
    """The same sentence word for word, some words misread. Neighbours that differ in a unit or a figure are other tasks."""
    first, second = one.split(), other.split()
    if len(first) != len(second):
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(pairs) <= _MISREAD * len(first) and all(_misread(a, b) for a, b in pairs)


def _misread(one: str, other: str) -> bool:
    if any(letter.isdigit() for letter in one + other):
        return False
    return ratio(strip_accents(one), strip_accents(other)) >= _ONE_WORD


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lost(key: str, fields: Mapping[Name, Entry]) -> Followed:
    entry = list(fields.values())[-1]
    task = Task(id=entry.id or OWN_SECTION, uid=key, text=entry.text or key)
    found = _followed(key, task, fields)
    return Followed(key, found.task, found.report, found.note, fields, lost=True)


def _followed(key: str, task: Task, fields: Mapping[Name, Entry], own_source: str | None = None) -> Followed:
    if not fields:
        return Followed(key, task, own_source=own_source)
    changed = {name: fields[name] for name in _ON_PLAN if name in fields}
    report = Report(_progress(fields), _day(_value(fields, "done_on")))
    note = str(_value(fields, "note") or "")
    return Followed(key, _corrected(task, changed), report, note, fields, own_source)


def _value(fields: Mapping[Name, Entry], name: Name) -> Word:
    return fields[name].value if name in fields else None


def _progress(fields: Mapping[Name, Entry]) -> Progress | None:
    value = _value(fields, "progress")
    return Progress(value) if isinstance(value, str) and value in set(Progress) else None


def _day(value: Word) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _corrected(task: Task, fields: Mapping[Name, Entry]) -> Task:
    update: dict[str, object] = {}
    for name, entry in fields.items():
        if name == "due":
            update["deadlines"] = _deadlines(task.deadlines, entry)
        elif name == "text":
            update["text"] = str(entry.value or task.text)
        else:
            update[name] = _names(entry.value)
    changed = task.model_copy(update=update)
    if {"lead", "coordinate"} & fields.keys():
        return changed.model_copy(update={"units": _units(changed)})
    return changed


def _names(value: Word) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _units(task: Task) -> tuple[Unit, ...]:
    """The records of the units that stay, and new ones for those that people named."""
    known: dict[tuple[str, str], Unit] = {(u.role, u.name): u for u in task.units}
    named = [("lead", n) for n in task.lead] + [("coordinate", n) for n in task.coordinate]
    return tuple(known.get(pair) or Unit.model_validate({"role": pair[0], "name": pair[1]}) for pair in named)


def _deadlines(deadlines: tuple[Deadline, ...], entry: Entry) -> tuple[Deadline, ...]:
    """A person's date stands instead of the one that was shown, and of any before it, so that it is the one shown."""
    undated = [d for d in deadlines if limit_of([d]).day is None]
    day = _day(entry.value)
    if day is None:
        return tuple(undated)
    shown = limit_of(deadlines)
    dated = [(own, d) for d in deadlines if (own := limit_of([d])).day]
    later = [d for own, d in dated if own.day and own.day > day and own.day != shown.day]
    replaced = next((d for own, d in dated if own == shown), None)
    return (_said(day, replaced, entry), *later, *undated)


def _said(day: date, replaced: Deadline | None, entry: Entry) -> Deadline:
    """A rhythm stays one, with another end."""
    before = "/".join(reversed(str(entry.was).split("-"))) if entry.was else "chưa có"
    note = f"{GIVEN} {entry.by} sửa, trước đó: {before}"
    if isinstance(replaced, Recurring):
        return replaced.model_copy(
            update={"until": day.isoformat(), "assumptions": (*replaced.assumptions, note)}
        )
    raw = replaced.raw if replaced else ""
    qualifier = replaced.qualifier if isinstance(replaced, Due) else None
    return Due(kind="due", raw=raw, date=day.isoformat(), qualifier=qualifier, assumptions=(note,))
