"""Which names of units need the place of their plan to say who is meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from vanthu.rulebook import Match, RuleSet
from vanthu.rulebook.match import CompiledRule

_DETERMINER = "det"
_PLURAL = frozenset({_DETERMINER, "noun"})


def needs_its_place(units: RuleSet, homes: RuleSet) -> Callable[[str], bool]:
    """Tells, of a name, whether it means another unit in a plan of another place: one without a place's name of its own.

    `units` are the rules labelled UNIT, `homes` those labelled UNIT_HOME. Answers are kept as long as the function is.
    """

    @cache
    def relative(name: str) -> bool:
        parts = units.find(name)
        if any(p.rule.value == "level" and _has_name(name, p) for p in parts):
            return False
        if any(p.rule.value == "level" and not name[p.span.end :].strip() for p in parts):
            return True
        first = parts[0] if parts else None
        general = first is not None and first.span.start == 0 and first.rule.value in _PLURAL
        return general or homes.at_start(name) is not None

    return relative


def _has_name(name: str, level: Match) -> bool:
    """*xã Đồng Sậy*, *Quận 7*: a level with the name of one place."""
    after = name[level.span.end :].lstrip()
    return after[:1].isupper() or after[:1].isdigit()


def general_rules(units: RuleSet) -> list[CompiledRule]:
    """The rules that `means_many` and `means_anybody` go by."""
    return [c for c in units.compiled if c.rule.value in _PLURAL]


def means_many(units: RuleSet) -> Callable[[str], bool]:
    """Tells, of a name, whether it means all units of a kind (*các đơn vị*, *UBND các xã*, *thủ trưởng cơ quan*) and no single one."""
    vague = means_anybody(units)

    @cache
    def many(name: str) -> bool:
        return vague(name) or any(p.rule.value == _DETERMINER for p in units.find(name))

    return many


def means_anybody(units: RuleSet) -> Callable[[str], bool]:
    """Tells, of a name, whether it begins with a word for units in general (*các đơn vị*, *thủ trưởng cơ quan*)."""

    @cache
    def anybody(name: str) -> bool:
        first = next(iter(units.find(name)), None)
        return first is not None and first.span.start == 0 and first.rule.value in _PLURAL

    return anybody
