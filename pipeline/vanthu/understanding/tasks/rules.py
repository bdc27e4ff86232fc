"""The rules that finding tasks needs, taken from the rulebook once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.column_contents import Contents
from vanthu.understanding.units import UnitGrammar


@dataclass(frozen=True)
class TaskRules:
    """Rule sets by what they tell."""

    sections: RuleSet
    roles: RuleSet
    columns: RuleSet
    targets: RuleSet
    words: RuleSet
    grammar: UnitGrammar
    contents: Contents

    @classmethod
    def of(cls, rulebook: Rulebook) -> Self:
        """Raises `KeyError` where the rulebook lacks one of the labels."""
        contents = Contents.of(rulebook)
        return cls(
            sections=rulebook["SECTION"],
            roles=rulebook["ROLE"],
            columns=rulebook["COLUMN"],
            targets=rulebook["TARGET"],
            words=rulebook["GRAMMAR"],
            grammar=contents.grammar,
            contents=contents,
        )
