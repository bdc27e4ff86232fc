"""What units are called in files over several plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vanthu.planning.apart import Named, told_apart
from vanthu.planning.identity import Relative
from vanthu.rulebook import Rulebook
from vanthu.rulebook.load import load_rulebook
from vanthu.understanding.units.home import needs_its_place


def unit_names(named: Iterable[Named]) -> Mapping[Named, str]:
    """See `told_apart`; which names need their place is told by the rules. Raises `RulesError`."""
    return told_apart(named, lambda: relative_names(load_rulebook()))


def relative_names(book: Rulebook) -> Relative:
    """Whether a unit's name says who is meant only together with the place of its plan."""
    return needs_its_place(book["UNIT"], book["UNIT_HOME"])
