"""What a column of a table is for, told by what stands in it where its head says nothing that a rule knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.columns.columns import Column
from vanthu.understanding.deadlines.periods import PeriodReader
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
    offices: RuleSet

    @classmethod
    def of(cls, rulebook: Rulebook) -> Self:
        """Raises `KeyError` where the rulebook lacks one of the labels."""
        grammar = UnitGrammar(rulebook["UNIT"], rulebook["VERB"])
        return cls(grammar, rulebook["VERB"], PeriodReader.of(rulebook), rulebook["TEAM"].by_value["office"])

    def meaning(self, cells: Iterable[str]) -> Column:
        """Time, unit or work, if most of the cells are that and nothing else; else `OTHER`."""
        texts = _filled(cells)
        kinds: tuple[tuple[Column, Callable[[str], bool]], ...] = (
            (Column.TIME, self.periods.is_time),
            (Column.LEAD, self._names_units),
            (Column.WORK, lambda text: self.verbs.at_start(text) is not None),
        )
        for kind, tells in kinds:
            if len(texts) >= _LEAST and _most(texts, tells):
                return kind
        return Column.OTHER

    def are_offices(self, cells: Iterable[str]) -> bool:
        """Whether most of the filled cells are offices in a team (*Tổ trưởng*, *Thành viên*) and nothing else."""
        texts = _filled(cells)
        return bool(texts) and _most(texts, lambda text: self.offices.whole(text) is not None)

    def _names_units(self, text: str) -> bool:
        units, end = self.grammar.read(text).list_at(0)
        return bool(units) and not text[end:].strip(_EDGE)


def _filled(cells: Iterable[str]) -> Sequence[str]:
    return [told for cell in cells if (told := " ".join(cell.split()).strip(_EDGE))]


def _most(texts: Sequence[str], tells: Callable[[str], bool]) -> bool:
    return sum(map(tells, texts)) >= _MOST * len(texts)
