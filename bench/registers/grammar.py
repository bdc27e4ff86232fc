"""Duties and the many ways to say them: what is done, to what, where, worded anew at every call."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

Closeness = Literal["copy", "slips", "light", "heavy"]
CLOSENESS: tuple[Closeness, ...] = ("copy", "slips", "slips", "light", "light", "light", "heavy", "heavy")

_CLAUSES = (
    "",
    "",
    ", bảo đảm đúng đối tượng, không bỏ sót",
    ", bảo đảm tiết kiệm, hiệu quả",
    " theo đúng hướng dẫn của cấp trên",
    " theo chức năng, nhiệm vụ được giao",
    ", kịp thời phản ánh khó khăn, vướng mắc",
    ", gắn với trách nhiệm của người đứng đầu",
    ", có sự tham gia giám sát của nhân dân",
)
_FORMS = (
    "{work}{clause}; hoàn thành {when}.",
    "{work}{clause}, xong {when}.",
    "{when}, {work}{clause}.",
    "{work}{clause} (thời gian: {when}).",
    "Chủ động {work}{clause}; {when} phải hoàn thành.",
    "Chủ trì {work}{clause}; thời gian thực hiện: {when}.",
    "Việc {work} phải hoàn thành {when}{clause}.",
)
LOOSE = 3
"""The form that goes with times that are no day."""
_UNDATED = (
    "{work}{clause}.",
    "Chủ động {work}{clause}.",
    "Chủ trì {work}{clause}.",
    "Thực hiện việc {work}{clause}.",
)
_WHERE = ("tại {}", "trên địa bàn {}", "ở {}")
_RESERVED = 4  # of every so many works one is kept for what is planted


class Subject(NamedTuple):
    """What a plan is about; every thing has two wordings. `month` is when the province issues its plan."""

    name: str
    office: str
    lead: tuple[str, ...]
    month: int
    things: tuple[tuple[str, str], ...]


class Work(NamedTuple):
    """An action on a thing of a subject, each by its place in the lists."""

    subject: int
    thing: int
    action: int


@dataclass(frozen=True, slots=True)
class Duty:
    """A work at a place ('thôn Đồng Sậy', 'xã', 'tỉnh'); `part` sets stages and aims of one work apart."""

    work: Work
    place: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Which of the wordings of each part was taken."""

    action: int
    thing: int
    form: int
    clause: int
    where: int


class Grammar(NamedTuple):
    """The lists of the file beside this one."""

    subjects: tuple[Subject, ...]
    actions: tuple[tuple[str, ...], ...]
    products: tuple[str | None, ...]


@cache
def grammar() -> Grammar:
    """Read once."""
    data = yaml.safe_load(Path(__file__).with_name("subjects.yaml").read_text(encoding="utf-8"))
    subjects = tuple(
        Subject(s["name"], s["office"], tuple(s["lead"]), s["month"], tuple(map(tuple, s["things"])))
        for s in data["subjects"]
    )
    actions = tuple(tuple(a) for a in data["actions"].values())
    return Grammar(subjects, actions, tuple(data["products"].get(a) for a in data["actions"]))


@cache
def works(subject: int, *, reserved: bool) -> tuple[Work, ...]:
    """All works of a subject; those reserved are never drawn for ordinary tasks, so that what is planted stays alone."""
    known = grammar()
    actions = len(known.actions)
    every = (Work(subject, t, a) for t in range(len(known.subjects[subject].things)) for a in range(actions))
    return tuple(w for w in every if ((w.thing * actions + w.action + subject) % _RESERVED == 0) == reserved)


def any_wording(rng: random.Random) -> Wording:
    """A wording drawn by lot."""
    lot = rng.random
    return Wording(
        int(lot() * 3), int(lot() * 2), int(lot() * 28), int(lot() * len(_CLAUSES)), int(lot() * 3)
    )


def other_wording(rng: random.Random, first: Wording, closeness: Closeness) -> Wording:
    """The wording of the same duty elsewhere, so close to the first."""
    if closeness in ("copy", "slips"):
        return first
    clause = (first.clause + rng.randint(1, len(_CLAUSES) - 1)) % len(_CLAUSES)
    if closeness == "light":
        half = rng.random() < 0.5
        changed = {"action": (first.action + 1) % 3} if half else {"thing": 1 - first.thing}
        return replace(first, clause=clause, **changed)
    steps = rng.randint(1, 2), rng.randint(1, 6)
    action, form = (first.action + steps[0]) % 3, (first.form + steps[1]) % 28
    return Wording(action, 1 - first.thing, form, clause, (first.where + 1) % 3)


def sentence(duty: Duty, wording: Wording, when: str) -> str:
    """The task as a plan says it; `when` is empty where it has no time."""
    known = grammar()
    work, subject = duty.work, known.subjects[duty.work.subject]
    said = f"{known.actions[work.action][wording.action]} {subject.things[work.thing][wording.thing]}"
    said = f"{said} {_WHERE[wording.where].format(duty.place)}{duty.part}"
    forms = _FORMS if when else _UNDATED
    text = forms[wording.form % len(forms)].format(work=said, clause=_CLAUSES[wording.clause], when=when)
    return text[0].upper() + text[1:]


def product(duty: Duty) -> str | None:
    """What comes of the work."""
    return grammar().products[duty.work.action]
