"""Units of several plans by names that tell them apart: *Công an xã* in plans of two communes is two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from vanthu.orthography import fold
from vanthu.planning.identity import Home, Relative, key_at

Named = tuple[str, Home]
"""A unit as a plan names it, and where that plan is at home."""


def told_apart(named: Iterable[Named], relative: Callable[[], Relative]) -> Mapping[Named, str]:
    """What each unit is called beside all the others: its name, with the place of its plan where two would be one.

    `relative` is asked for only where the plans have more than one home.
    """
    pairs = tuple(dict.fromkeys(named))
    if len({home for _, home in pairs}) < 2:
        return {(name, home): name for name, home in pairs}
    needs_its_place = relative()
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, home in pairs:
        bearers[_folded(name)].add(key_at(name, home, needs_its_place))
    return {
        (name, home): f"{name} ({home.place})" if home.place and len(bearers[_folded(name)]) > 1 else name
        for name, home in pairs
    }


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
