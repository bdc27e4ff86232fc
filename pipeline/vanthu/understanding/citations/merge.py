"""Mentions of one document made one citation. A disagreement is never settled: each date keeps its own citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from vanthu.orthography import fold
from vanthu.understanding.citations.naming import Naming

_YEAR = regex.compile(r"\s*,?\s*(?:năm\s+)?(?:19|20)\d\d$")


@dataclass(frozen=True)
class Group:
    """Namings of one document, by their places in the list of all."""

    members: tuple[int, ...]
    issued_on: str | None


@dataclass
class _Open:
    """A group that is still growing."""

    date: str | None
    members: list[int] = field(default_factory=list)


def merged(namings: Sequence[Naming]) -> tuple[Group, ...]:
    """Groups in the order of their first mentions."""
    serials = _full_numbers(namings)
    by_key: dict[str, list[int]] = {}
    for index, naming in enumerate(namings):
        by_key.setdefault(_key(naming, serials), []).append(index)
    groups = [g for members in by_key.values() for g in _by_date(members, namings)]
    return tuple(sorted(groups, key=lambda g: g.members[0]))


def number_key(number: str) -> str:
    """What two spellings of one number have in common."""
    return regex.sub(r"[^\p{L}\d/]", "", fold(number))


def law_name(title: str) -> str:
    """The name of an act without its year, for comparison."""
    return fold(_YEAR.sub("", title))


def _full_numbers(namings: Iterable[Naming]) -> dict[str, str]:
    """What a short form stands for: type and serial, with or without year, and the names of numbered laws."""
    short: dict[str, str] = {}
    for n in namings:
        if n.number and n.how in ("numbered", "bare", "law"):
            parts = number_key(n.number).split("/")
            for size in range(1, len(parts)):
                short.setdefault(f"{fold(n.type)}|{'/'.join(parts[:size])}", number_key(n.number))
            if party := regex.match(r"\d+(?=\p{L})", parts[0]):
                short.setdefault(f"{fold(n.type)}|{party[0]}", number_key(n.number))
            if n.title:
                short.setdefault(law_name(n.title), number_key(n.number))
        if n.title:
            short.setdefault(_initials(n.title), number_key(n.number) if n.number else law_name(n.title))
    return short


def _initials(title: str) -> str:
    """The name of an act with its subject cut to initials: *Luật NVQS*."""
    kind, _, subject = law_name(title).partition(" ")
    return f"{kind} {''.join(word[0] for word in subject.split())}"


def _key(naming: Naming, full: dict[str, str]) -> str:
    kind = fold(naming.type)
    if naming.number:
        number = number_key(naming.number)
        if naming.how == "serial":
            return full.get(f"{kind}|{number}", f"{kind}|{number}")
        return number
    if naming.title:
        name = law_name(naming.title)
        return full.get(name, name)
    return f"{kind}|{naming.issued_on}|{fold(naming.issuer or '')}"


def _by_date(members: Sequence[int], namings: Sequence[Naming]) -> list[Group]:
    """One group a date; a mention with less of a date joins the nearest earlier one that it agrees with."""
    groups: list[_Open] = []
    for index in sorted(members, key=lambda i: (-len(namings[i].issued_on or ""), i)):
        date = namings[index].issued_on
        fitting = [g for g in groups if (g.date or "").startswith(date or "")]
        chosen = _nearest(fitting, index)
        if chosen is None:
            chosen = _Open(date)
            groups.append(chosen)
        chosen.members.append(index)
    return [Group(tuple(sorted(g.members)), g.date) for g in groups]


def _nearest(groups: Sequence[_Open], index: int) -> _Open | None:
    earlier = [g for g in groups if min(g.members) < index]
    return (
        max(earlier, key=lambda g: max(m for m in g.members if m < index))
        if earlier
        else next(iter(groups), None)
    )


def fullest(titles: Iterable[str | None]) -> str | None:
    """The longest of the names that mentions give; of equals the most frequent one."""
    counted = Counter(t for t in titles if t)
    return max(counted, key=lambda t: (len(t), counted[t])) if counted else None
