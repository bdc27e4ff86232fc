"""What a column of a table is for, told by what stands in it where its head says nothing that a rule knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.columns.columns import Column
from vanthu.understanding.outline.periods import PeriodReader
from vanthu.understanding.units.grammar import UnitGrammar

_LEAST = 2  # filled cells that tell something
_MOST = 0.7  # share of them that must be of one kind
_EDGE = " \t\n.;,"


@dataclass(frozen=True)
class Contents:
    """Looks at the cells of a column."""

    grammar: UnitGrammar
    verbs: RuleSet
    periods: PeriodReader

    @classmethod
    def of(cls, rulebook: Rulebook) -> Self:
        """Raises `KeyError` where the rulebook lacks one of the labels."""
        grammar = UnitGrammar(rulebook["UNIT"], rulebook["VERB"])
        return cls(grammar, rulebook["VERB"], PeriodReader.of(rulebook))

    def meaning(self, cells: Iterable[str]) -> Column:
        """Time, unit or work, if most of the cells are that and nothing else; else `OTHER`."""
        texts = [t for cell in cells if (t := " ".join(cell.split()).strip(_EDGE))]
        kinds: tuple[tuple[Column, Callable[[str], bool]], ...] = (
            (Column.TIME, self.periods.is_time),
            (Column.LEAD, self._names_units),
            (Column.WORK, lambda text: self.verbs.at_start(text) is not None),
        )
        for kind, tells in kinds:
            if len(texts) >= _LEAST and sum(map(tells, texts)) >= _MOST * len(texts):
                return kind
        return Column.OTHER

    def _names_units(self, text: str) -> bool:
        units, end = self.grammar.read(text).list_at(0)
        return bool(units) and not text[end:].strip(_EDGE)
