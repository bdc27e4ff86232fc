"""Rules that belong together: those that touch, and level ones alone that begin and end alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from vanthu.reading.lattice.model import Rule, Rules, Scale

_ALIKE = 2.5  # times `near`, that ends of rules of one table may differ


def drawings(level: Iterable[Rule], upright: Iterable[Rule], scale: Scale) -> list[Rules]:
    """Groups of rules, each perhaps a table, from top to bottom. Broken rules are mended."""
    levels, uprights = mended(level, scale), mended(upright, scale)
    group = list(range(len(levels) + len(uprights)))
    for i, rule in enumerate(levels):
        for j, other in enumerate(uprights, len(levels)):
            if _touch(rule, other, scale.near):
                _join(group, i, j)
    alone = [i for i in range(len(levels)) if group.count(group[i]) == 1]
    for i, j in combinations(alone, 2):
        if _alike(levels[i], levels[j], scale):
            _join(group, i, j)
    made = []
    for label in dict.fromkeys(group):
        own = [n for n, g in enumerate(group) if g == label]
        own_levels = tuple(levels[n] for n in own if n < len(levels))
        made.append(Rules(own_levels, tuple(uprights[n - len(levels)] for n in own if n >= len(levels))))
    return sorted(made, key=_top)


def mended(rules: Iterable[Rule], scale: Scale) -> list[Rule]:
    """Pieces on one line made one rule, where little is missing between them."""
    whole: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.start):
        at = next((n for n, other in enumerate(whole) if _goes_on(other, rule, scale)), None)
        if at is None:
            whole.append(rule)
        else:
            whole[at] = _both(whole[at], rule)
    return sorted(whole)


def _goes_on(rule: Rule, other: Rule, scale: Scale) -> bool:
    gap = other.start - rule.end
    return abs(rule.place - other.place) <= scale.near / 2 and gap <= scale.gap


def _both(rule: Rule, other: Rule) -> Rule:
    weight = rule.length + other.length
    place = (rule.place * rule.length + other.place * other.length) / weight if weight else rule.place
    return Rule(place, rule.start, max(rule.end, other.end))


def _touch(level: Rule, upright: Rule, near: float) -> bool:
    across = level.start - near <= upright.place <= level.end + near
    return across and upright.start - near <= level.place <= upright.end + near


def _alike(rule: Rule, other: Rule, scale: Scale) -> bool:
    most = _ALIKE * scale.near
    return abs(rule.start - other.start) <= most and abs(rule.end - other.end) <= most


def _join(group: list[int], i: int, j: int) -> None:
    keep, lose = group[i], group[j]
    if keep != lose:
        group[:] = [keep if g == lose else g for g in group]


def _top(rules: Rules) -> float:
    return min([*(r.place for r in rules.level), *(r.start for r in rules.upright)])


def clustered(rules: Sequence[Rule], near: float) -> list[list[Rule]]:
    """Rules whose places are close to each other, in order of place."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.place - groups[-1][-1].place <= near:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups
