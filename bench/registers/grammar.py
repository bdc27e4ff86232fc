"""Duties and the many ways to say them: what is done, to what, where, worded anew at every call."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

Closeness = Literal["copy", "slips", "light", "heavy", "merged"]
CLOSENESS: tuple[Closeness, ...] = (
    "copy", "slips", "slips", "light", "light", "light", "heavy", "heavy", "heavy", "merged",
)  # fmt: skip
_RESERVED = 4  # of every so many works one is kept for what is planted
_FILES = ("subjects.yaml", "held.yaml")


class Tongue(NamedTuple):
    """One way of putting things: what is done to things, the forms of sentences, how times and units are named."""

    actions: tuple[tuple[str, ...], ...]
    products: tuple[str | None, ...]
    wording: dict[str, Any]

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of forms."""
        return tuple(self.wording[name])


class Subject(NamedTuple):
    """What a plan is about; every thing has several wordings. `month` is when the province issues its plan."""

    name: str
    office: str
    lead: tuple[str, ...]
    month: int
    things: tuple[tuple[str, ...], ...]
    tongue: Tongue


class Work(NamedTuple):
    """An action on a thing of a subject, each by its place in the lists."""

    subject: int
    thing: int
    action: int


@dataclass(frozen=True, slots=True)
class Duty:
    """A work at a place ('thôn Đồng Sậy', 'xã', 'tỉnh'); `part` sets stages and aims of one work apart, `also` is a second thing."""

    work: Work
    place: str
    part: str = ""
    also: int | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Which of the wordings of each part was taken."""

    action: int
    thing: int
    form: int
    clause: int
    where: int
    order: int = 0


@cache
def _known() -> tuple[tuple[Subject, ...], ...]:
    return tuple(_read(name) for name in _FILES)


def _read(name: str) -> tuple[Subject, ...]:
    data = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    actions = tuple(tuple(a) for a in data["actions"].values())
    products = tuple(data["products"].get(a) for a in data["actions"])
    tongue = Tongue(actions, products, data["wording"])
    return tuple(
        Subject(s["name"], s["office"], tuple(s["lead"]), s["month"], tuple(map(tuple, s["things"])), tongue)
        for s in data["subjects"]
    )


@cache
def subjects() -> tuple[Subject, ...]:
    """All of them, those held out last; numbers of subjects are places in this list."""
    return tuple(subject for known in _known() for subject in known)


def numbers(*, held: bool) -> range:
    """The numbers of the subjects that audits may be improved with, or of those held out."""
    first = len(_known()[0])
    return range(first, len(subjects())) if held else range(first)


def tongue_of(subject: int) -> Tongue:
    """How plans of a subject, and of its file, put things."""
    return subjects()[subject].tongue


@cache
def works(subject: int, *, reserved: bool) -> tuple[Work, ...]:
    """All works of a subject; those reserved are never drawn for ordinary tasks, so that what is planted stays alone."""
    actions = len(tongue_of(subject).actions)
    every = (Work(subject, t, a) for t in range(len(subjects()[subject].things)) for a in range(actions))
    return tuple(w for w in every if ((w.thing * 3 + w.action + subject) % _RESERVED == 0) == reserved)


def any_wording(rng: random.Random) -> Wording:
    """A wording drawn by lot."""
    lot = rng.random
    action, thing, form, clause = (int(lot() * many) for many in (12, 12, 32, 36))
    return Wording(action, thing, form, clause, int(lot() * 3), int(lot() * 3))


def other_wording(rng: random.Random, first: Wording, closeness: Closeness) -> Wording:
    """The wording of the same duty elsewhere, so close to the first."""
    if closeness in ("copy", "slips"):
        return first
    clause = first.clause + rng.randint(1, 8)
    if closeness in ("light", "merged"):
        half = rng.random() < 0.5
        changed = {"action": first.action + 1} if half else {"thing": first.thing + 1}
        return replace(first, clause=clause, **changed)
    action, form = first.action + rng.randint(1, 2), first.form + rng.randint(1, 6)
    order = first.order + rng.randint(0, 2)
    return Wording(action, first.thing + 1, form, clause, first.where + 1, order)


def _one(forms: tuple[str, ...], number: int) -> str:
    return forms[number % len(forms)]


def said(duty: Duty, wording: Wording, *, inside: bool = False) -> str:
    """The work and its place; `inside` a sentence the place comes last."""
    subject = subjects()[duty.work.subject]
    tongue = subject.tongue
    action = _one(tongue.actions[duty.work.action], wording.action)
    thing = _one(subject.things[duty.work.thing], wording.thing)
    if duty.also is not None:
        thing = tongue.wording["merged"].format(thing, _one(subject.things[duty.also], wording.thing))
    work = action.format(thing) if "{}" in action else f"{action} {thing}"
    where = _one(tongue.lines("where"), wording.where).format(duty.place)
    order = 0 if inside else wording.order
    return _one(tongue.lines("orders"), order).format(said=f"{work}{duty.part}", where=where)


def sentence(duty: Duty, wording: Wording, when: str, *, table: bool = False) -> str:
    """The task as a plan says it; `when` is empty where it has no time. A row of a table has its time in another cell."""
    tongue = tongue_of(duty.work.subject)
    forms = tongue.lines("dated" if when else "undated")
    form = tongue.wording["table"] if table else _one(forms, wording.form)
    work = said(duty, wording, inside=not form.startswith("{work}"))
    text: str = form.format(work=work, clause=_one(tongue.lines("clauses"), wording.clause), when=when)
    return text[0].upper() + text[1:]


def loose(subject: int) -> int:
    """The form that goes with times that are no day."""
    return int(tongue_of(subject).wording["loose"])


def product(duty: Duty) -> str | None:
    """What comes of the work."""
    return tongue_of(duty.work.subject).products[duty.work.action]
