"""Whether confidence means what it says: of what was said with 0.9, nine of ten must be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from vanthu.evaluation.compare import Json, citation_key, deadline_key, task_pairs
from vanthu.evaluation.likeness import alike

BORDERS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)  # of the bins; the last one ends with 1
_EXACT = ("type", "number", "symbol", "issued_on")
_TEXTS = ("issuer", "place", "title", "archive")
_LISTS = ("recipients", "addressees")
_NO_VALUE: Json = {}


class Observation(NamedTuple):
    """A value with the confidence it was said with, and whether gold says so too."""

    kind: str
    confidence: float
    right: bool


class Bin(NamedTuple):
    """Values of one kind said with a confidence from `low` up to the next border."""

    kind: str
    low: float
    total: int
    right: int
    said: float  # mean confidence

    @property
    def share(self) -> float:
        """Share that is right, 0..1."""
        return self.right / self.total


def observations(expected: Json, found: Json, *, near: float = 1.0) -> Iterator[Observation]:
    """Every value of a plan that has a confidence, held against gold. Kinds: header, citations, tasks, units, deadlines."""
    yield from _header(expected["document"], found["document"], near)
    left = Counter(citation_key(c) for c in expected["citations"])
    yield from _counted("citations", found["citations"], [citation_key(c) for c in found["citations"]], left)
    pairs = {f: e for e, f in task_pairs(expected["tasks"], found["tasks"], near=near)}
    for index, task in enumerate(found["tasks"]):
        wanted = expected["tasks"][pairs[index]] if index in pairs else None
        yield from _task(task, wanted, near)
    yield from _deadlines(found["document_deadlines"], expected["document_deadlines"])


def _header(expected: Json, found: Json, near: float) -> Iterator[Observation]:
    for name, facts in found.get("fields", {}).items():
        sure = facts.get("confidence")
        if sure is not None and (right := _is_right(name, expected, found, near)) is not None:
            yield Observation("header", sure, right)


def _is_right(name: str, expected: Json, found: Json, near: float) -> bool | None:
    """`None` for fields that gold does not hold."""
    group, _, place = name.partition(".")
    if name in _EXACT + _TEXTS:
        return _same(expected.get(name), found.get(name), 1.0 if name in _EXACT else near)
    if group == "signer":
        signers = [d.get("signer") or _NO_VALUE for d in (expected, found)]
        return _same(signers[0].get(place), signers[1].get(place), near)
    if group in _LISTS:
        return _same(expected.get(group) or [], found[group][int(place)], near)
    return None


def _same(expected: Any, found: Any, near: float) -> bool:
    wanted = expected if isinstance(expected, list) else [expected]
    got = found[0] if isinstance(found, list) and found else found
    return any(alike(w, got) >= near for w in wanted)


def _counted(
    kind: str, found: Sequence[Json], keys: Sequence[str], left: Counter[str]
) -> Iterator[Observation]:
    for value, key in zip(found, keys, strict=True):
        right = left[key] > 0
        left[key] -= right
        if value.get("confidence") is not None:
            yield Observation(kind, value["confidence"], right)


def _task(task: Json, wanted: Json | None, near: float) -> Iterator[Observation]:
    sure = task.get("confidence")
    if sure is not None:
        yield Observation("tasks", sure, wanted is not None)
    if wanted is not None and sure is not None:
        yield Observation(
            "units", sure, all(_same_names(task, wanted, role, near) for role in ("lead", "coordinate"))
        )
    yield from _deadlines(task["deadlines"], wanted["deadlines"] if wanted else [])


def _same_names(task: Json, wanted: Json, role: str, near: float) -> bool:
    left = list(wanted[role])
    for name in task[role]:
        fitting = next((w for w in left if alike(w, name) >= near), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left


def _deadlines(found: Sequence[Json], expected: Sequence[Json]) -> Iterator[Observation]:
    left = Counter(deadline_key(d) for d in expected)
    return _counted("deadlines", found, [deadline_key(d) for d in found], left)


def bins(seen: Iterable[Observation]) -> tuple[Bin, ...]:
    """The reliability of each kind, bin by bin; empty bins left out."""
    grouped: dict[tuple[str, float], list[Observation]] = {}
    for observation in seen:
        low = max(b for b in BORDERS if b <= observation.confidence)
        grouped.setdefault((observation.kind, low), []).append(observation)
    return tuple(
        Bin(kind, low, len(found), sum(o.right for o in found), sum(o.confidence for o in found) / len(found))
        for (kind, low), found in sorted(grouped.items())
    )
