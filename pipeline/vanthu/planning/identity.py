"""What is one and the same in several plans: units, cited documents, and a cited document that is itself among the plans."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from vanthu.contract.model import PublicPlan
from vanthu.document.numbers import whole_number
from vanthu.orthography import fold

Relative = Callable[[str], bool]
"""Whether a unit's name says who is meant only together with the plan it stands in (*Công an xã*, *các đơn vị liên quan*)."""

_BLANKS = re.compile(r"\s+")
_DASHES = re.compile(r"[‐-―−]")
_SERIAL = re.compile(r"^(\d+)-")


def squeezed(code: str) -> str:
    """A number and symbol without what differs between two ways to write one: blanks, dashes, case, the mark behind the serial."""
    return _SERIAL.sub(r"\1/", fold(_DASHES.sub("-", _BLANKS.sub("", code))))


def unit_key(name: str, plan: PublicPlan, relative: Relative) -> str:
    """What a unit is known by in all plans: a name that needs its plan has the plan's place with it."""
    return key_at(name, home_of(plan), relative)


class Home(NamedTuple):
    """Where a plan is at home: a key made of the place of its issuer, else of the issuer (empty: unknown), and the place."""

    key: str
    place: str | None


def home_of(plan: PublicPlan) -> Home:
    """Where a plan is at home."""
    facts = plan.document
    return Home(" ".join(fold(facts.place or next(iter(facts.issuer), "")).split()), facts.place)


def key_at(name: str, home: Home, relative: Relative) -> str:
    """`unit_key` for a plan of a home."""
    folded = " ".join(fold(name).split())
    if not relative(name):
        return folded
    return folded if not home.key or folded.endswith(f" {home.key}") else f"{folded} {home.key}"


def plan_keys(plans: Sequence[PublicPlan]) -> tuple[str, ...]:
    """A short name of each plan, unique among them: its number and symbol, else its file, else its place in the run."""
    wanted = [_wanted(plan, n) for n, plan in enumerate(plans, start=1)]
    shared = Counter(wanted)
    seen: Counter[str] = Counter()
    keys = []
    for name in wanted:
        seen[name] += 1
        keys.append(name if shared[name] == 1 else f"{name} ({seen[name]})")
    return tuple(keys)


def _wanted(plan: PublicPlan, number: int) -> str:
    facts = plan.document
    return whole_number(facts.number, facts.symbol) or plan.source or f"{number}"


class Cited(NamedTuple):
    """A cited document as one plan names it: the vertex there, its number (or title) squeezed, and its day if it is whole."""

    plan: int
    vertex: str
    code: str
    day: str | None


def same_documents(cited: Iterable[Cited]) -> dict[tuple[int, str], str]:
    """The one vertex of each mention of a document.

    Mentions with one number are one document unless two of them name different days; a mention without a day belongs to the
    only one there is, else it stays apart.
    """
    groups: dict[str, list[Cited]] = defaultdict(list)
    for mention in cited:
        groups[mention.code].append(mention)
    found = {}
    for code, mentions in groups.items():
        days = sorted({m.day for m in mentions if m.day})
        for mention in mentions:
            day = mention.day or (days[0] if len(days) == 1 else "")
            found[mention.plan, mention.vertex] = f"document:{code}" + (f":{day}" if len(days) > 1 else "")
    return found


class Numbered:
    """Plans by their number and symbol."""

    def __init__(self, plans: Sequence[PublicPlan]) -> None:
        self._plans: dict[str, list[tuple[int, str | None]]] = defaultdict(list)
        for place, plan in enumerate(plans):
            facts = plan.document
            if code := whole_number(facts.number, facts.symbol):
                self._plans[squeezed(code)].append((place, facts.issued_on))

    def meant(self, code: str, day: str | None) -> int | None:
        """The place of the one plan that a citation means; `None` where none or several fit."""
        fits = [place for place, own in self._plans.get(code, ()) if _one_day(day, own)]
        return fits[0] if len(fits) == 1 else None


def _one_day(day: str | None, own: str | None) -> bool:
    return not day or not own or day.startswith(own) or own.startswith(day)
