"""Calendars over several plans as files: one for all, one for each unit, one for each plan."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from io import BytesIO
from itertools import chain, groupby
from pathlib import Path
from typing import BinaryIO

from vanthu.errors import OutputError
from vanthu.export.calendar.components import Kind
from vanthu.export.calendar.entries import Undated, entries_of, plan_key, undated_of
from vanthu.export.calendar.history import History, history, is_ours
from vanthu.export.calendar.ical import CalendarWriter, Manner, scope_of
from vanthu.export.calendar.told import Plans, told_of
from vanthu.export.places import refused, whole_file
from vanthu.export.unit_names import unit_names
from vanthu.export.wording import document_name, shorten
from vanthu.planning.agenda import Matter
from vanthu.planning.called import plain
from vanthu.planning.identity import home_of
from vanthu.planning.occurrences import has_day

ALL_NAME = "Nhiệm vụ và thời hạn"
COMMON_NAME = "Việc chung và việc chưa rõ đơn vị"
_LONGEST = 60  # letters of a file's name
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class Split(StrEnum):
    """How deadlines are dealt out to files."""

    ALL = "all"
    UNIT = "unit"
    PLAN = "plan"


@dataclass(frozen=True)
class Wish:
    """Which calendars are wanted. `unit` is a name or part of one, marks and case apart; `None`: of all units."""

    kind: Kind = Kind.EVENTS
    split: Split = Split.ALL
    unit: str | None = None
    alarms: tuple[timedelta, ...] = ()


@dataclass(frozen=True)
class Lost:
    """A time without a day, with the plan that it stands in."""

    plan: str
    source: str | None
    where: str
    raw: str
    reason: str
    page: int | None


@dataclass(frozen=True)
class Written:
    """From how many plans which files were made, how many entries they hold (an entry in two files counts twice), and the times in none of them."""

    plans: int
    paths: tuple[Path, ...]
    entries: int
    undated: tuple[Lost, ...]


@dataclass(frozen=True)
class _Part:
    """One calendar: its name for people, the end of its scope, and what stands in it, plan by plan."""

    name: str
    scope: str
    matters: Iterable[Matter]


def one_calendar(plans: Plans, wish: Wish) -> bytes:
    """One calendar over all plans as text, without a file and so without an earlier one. Raises `InputError` as `told_of`."""
    (part,) = _dealt(plans, Wish(wish.kind, Split.ALL, wish.unit, wish.alarms))
    out = BytesIO()
    _fill(out, part, Manner(wish.kind, wish.alarms))
    return out.getvalue()


def write_calendars(plans: Plans, place: Path, wish: Wish, now: datetime) -> Written:
    """Write calendars, and beside them the times that have no day (`undated.json`).

    Plans come one after another, several times; only a calendar for each unit holds all their deadlines in memory.

    `place` is a folder, or with one calendar for all a file that ends with `.ics`. An earlier calendar in the same place is
    updated: see `Manner`; `now` (UTC) is the moment that changes are dated with. Raises `InputError` where no unit
    fits, `OutputError` where the disk refuses or a file there is no calendar of ours.
    """
    single = place.suffix.lower() == ".ics"
    if single and wish.split is not Split.ALL:
        raise OutputError("nhiều lịch thì cần một thư mục, không phải một tệp .ics", where=str(place))
    paths: list[Path] = []
    count = 0
    for name, part in _named(_dealt(plans, wish), wish):
        paths.append(place if single else place / name)
        count += _write(paths[-1], part, wish, now)
    lost, papers = _lost_in(plans, wish.unit)
    beside = place.with_name(f"{place.stem}-undated.json") if single else place / "undated.json"
    with whole_file(beside) as new:
        new.write_text(undated_json(lost), encoding="utf-8")
    return Written(papers, (*paths, beside), count, lost)


def _lost_in(plans: Plans, unit: str | None) -> tuple[tuple[Lost, ...], int]:
    """The times without a day, and how many plans there are."""
    every = told_of(plans, unit)
    lost = [undated_in(every.of(plan)) for plan in plans]
    return tuple(chain.from_iterable(lost)), len(lost)


def undated_in(found: Iterable[Matter]) -> tuple[Lost, ...]:
    """The times among these that have no day."""
    pairs = ((m, m.deadline) for m in found if m.deadline and not has_day(m.deadline, m.frame))
    return tuple(_lost(matter, undated_of(matter, deadline)) for matter, deadline in pairs)


def undated_json(lost: Iterable[Lost]) -> str:
    """The times without a day as a file for programs."""
    return json.dumps([asdict(one) for one in lost], ensure_ascii=False, indent=1) + "\n"


def _lost(matter: Matter, found: Undated) -> Lost:
    proof = matter.deadline.evidence if matter.deadline else None
    page = proof.page if proof else matter.task.page if matter.task else None
    name = document_name(matter.plan)
    return Lost(name, matter.plan.source, found.where, found.raw, found.reason, page)


def _dealt(plans: Plans, wish: Wish) -> Iterator[_Part]:
    every = told_of(plans, wish.unit)
    match wish.split:
        case Split.ALL:
            name = f"{ALL_NAME} – {wish.unit}" if wish.unit else ALL_NAME
            yield _Part(name, f"unit/{plain(wish.unit)}" if wish.unit else "all", every)
        case Split.PLAN:
            groups = groupby(every, key=lambda m: plan_key(m.plan))
            yield from (_of_plan(key, tuple(found)) for key, found in groups)
        case Split.UNIT:
            yield from _by_unit(tuple(every))


def _of_plan(key: str, found: tuple[Matter, ...]) -> _Part:
    return _Part(document_name(found[0].plan), f"plan/{key}", found)


def _by_unit(every: Sequence[Matter]) -> Iterator[_Part]:
    """What no unit is named for goes into a calendar of its own, so that nothing is in none."""
    groups: dict[str, list[Matter]] = defaultdict(list)
    names: dict[str, str] = {}
    shown = unit_names((name, home_of(m.plan)) for m in every for name in (*m.units, *m.helpers))
    for matter in every:
        named = (shown[name, home_of(matter.plan)] for name in (*matter.units, *matter.helpers))
        units = {plain(name): name for name in named}
        for key, name in (units or {"": COMMON_NAME}).items():
            names.setdefault(key, name)
            groups[key].append(matter)
    for key in sorted(groups):
        yield _Part(f"{ALL_NAME} – {names[key]}" if key else COMMON_NAME, f"unit/{key}", groups[key])


def _named(parts: Iterable[_Part], wish: Wish) -> Iterator[tuple[str, _Part]]:
    """Each with the name of its file."""
    taken: set[str] = set()
    for part in parts:
        stem = _stem(part, wish)
        name = next(n for n in _numbered(stem) if n not in taken)
        taken.add(name)
        yield f"{name}.ics", part


def _stem(part: _Part, wish: Wish) -> str:
    match wish.split:
        case Split.ALL:
            return "calendar" if wish.kind is Kind.EVENTS else "todos"
        case Split.UNIT:
            return _slug(part.scope.removeprefix("unit/")) or "chung"
        case Split.PLAN:
            return _slug(part.name) or "van-ban"


def _slug(name: str) -> str:
    return shorten(_NOT_PLAIN.sub(" ", plain(name)), _LONGEST).rstrip("…").strip().replace(" ", "-")


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _write(path: Path, part: _Part, wish: Wish, now: datetime) -> int:
    before = _earlier(path, scope_of(wish.kind, part.scope), now)
    with whole_file(path) as new, new.open("wb") as out:
        return _fill(out, part, Manner(wish.kind, wish.alarms, before))


def _fill(out: BinaryIO, part: _Part, manner: Manner) -> int:
    writer = CalendarWriter(out, name=part.name, scope=scope_of(manner.kind, part.scope), manner=manner)
    for _, found in groupby(part.matters, key=lambda matter: id(matter.plan)):
        some = list(found)
        writer.add(some[0].plan, entries_of(some))
    writer.close()
    return writer.count


def _earlier(path: Path, scope: str, now: datetime) -> History:
    try:
        earlier = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise refused(error, path) from error
    if earlier and not is_ours(earlier):
        raise OutputError("đã có một tệp không phải lịch của Vanthu; hãy chọn tên khác", where=str(path))
    return history(earlier, scope=scope, now=now)
