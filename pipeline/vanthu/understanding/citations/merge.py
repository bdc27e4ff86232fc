"""Mentions of one document made one citation. A disagreement is never settled: each date keeps its own citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, permutations, product

import regex

from vanthu.orthography import fold
from vanthu.understanding.citations.naming import Naming

_NUMBER = regex.compile(r"(?P<serial>\d+(?:/\d{4})?)/?(?P<symbol>\p{L}[\p{L}\d/]*)")
UNLISTED = "citation.law.other"  # the rule for acts that are on no list
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
    for slip, meant in _slips(by_key, namings):
        by_key[meant] = sorted(by_key[meant] + by_key.pop(slip))
    groups = [g for members in by_key.values() for g in _by_date(members, namings)]
    return tuple(sorted(groups, key=lambda g: g.members[0]))


def _slips(by_key: Mapping[str, Sequence[int]], namings: Sequence[Naming]) -> list[tuple[str, str]]:
    """Numbers written wrongly, each with the one that is meant: one type, serial and day, and a sign or letter of the symbol left out."""
    found: dict[str, str] = {}
    serials: dict[str, list[str]] = {}
    for key in by_key:
        if serial := _parted(key)[0]:
            serials.setdefault(serial, []).append(key)
    for slip, meant in chain.from_iterable(permutations(keys, 2) for keys in serials.values()):
        if slip in found or meant in found or not _is_slip(slip, meant):
            continue
        first, second = ([namings[i] for i in by_key[k]] for k in (slip, meant))
        days, others = ({n.issued_on for n in group} - {None} for group in (first, second))
        same_type = {fold(n.type) for n in first} == {fold(n.type) for n in second}
        if same_type and (not days or days <= others):
            found[slip] = meant
    return list(found.items())


def _is_slip(slip: str, meant: str) -> bool:
    """Whether of two keys with one serial the letters of the first are those of the second but for one at most, which is not the first."""
    letters, right = _parted(slip)[1], _parted(meant)[1]
    if letters[:1] != right[:1]:
        return False
    return letters == right or letters in {right[:i] + right[i + 1 :] for i in range(1, len(right))}


def _parted(key: str) -> tuple[str, str]:
    """Serial with year, and the letters of the symbol; empty where it is no number with a symbol."""
    found = _NUMBER.fullmatch(key)
    return (found["serial"], found["symbol"].replace("/", "")) if found else ("", "")


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
            serials = ["/".join(parts[:size]) for size in range(1, len(parts))]
            serials += regex.findall(r"^\d+(?=\p{L})", parts[0])  # of the Party: 29-NQ
            for kind, serial in product(dict.fromkeys((n.type, n.coded or n.type)), serials):
                short.setdefault(f"{fold(kind)}|{serial}", number_key(n.number))
            if n.title:
                short.setdefault(law_name(n.title), number_key(n.number))
        if n.title:
            short.setdefault(_initials(n.title), number_key(n.number) if n.number else law_name(n.title))
    return {**short, **_shortened(namings, short)}


def _shortened(namings: Iterable[Naming], full: Mapping[str, str]) -> dict[str, str]:
    """Names that are no act's own but the beginning of one other's: *Luật Bầu cử* for *Luật Bầu cử đại biểu ...*."""
    names = {law_name(n.title) for n in namings if n.title and not n.number}
    odd = {law_name(n.title) for n in namings if n.title and n.rule == UNLISTED}
    found: dict[str, str] = {}
    for name in odd:
        longer = [other for other in names | full.keys() if other.startswith(f"{name} ")]
        if len({full.get(x, x) for x in longer}) == 1:
            found[name] = full.get(longer[0], longer[0])
    return found


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
