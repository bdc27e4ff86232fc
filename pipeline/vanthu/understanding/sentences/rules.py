"""The rules that reading a text of a plan needs, taken from the rulebook once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

import regex

from vanthu.orthography import fold
from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.columns.contents import Contents
from vanthu.understanding.units.grammar import UnitGrammar

_SHORT_FORM = regex.compile(r"\p{Lu}{2}")


@dataclass(frozen=True)
class SentenceRules:
    """Rule sets by what they tell."""

    sections: RuleSet
    roles: RuleSet
    columns: RuleSet
    targets: RuleSet
    words: RuleSet
    grammar: UnitGrammar
    contents: Contents
    introductions: RuleSet
    list_openers: RuleSet
    standing: RuleSet
    places: RuleSet
    issuer: str = ""  # folded; empty where it is unknown

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
            introductions=rulebook["INTRODUCTION"],
            list_openers=rulebook["LIST_OPENER"],
            standing=rulebook["STANDING"],
            places=rulebook["PLACE"],
        )

    def issues(self, name: str) -> bool:
        """Whether a unit is the one that the document comes from, by the whole name or its beginning."""
        own = fold(name)
        return bool(self.issuer) and (self.issuer.startswith(own) or own.startswith(self.issuer))

    def is_another(self, name: str) -> bool:
        """Whether a unit is surely not the one that the document comes from: their first words differ, and no short form hides that."""
        first, own = fold(name).split(), self.issuer.split()
        return bool(first and own) and first[0] not in own and not _SHORT_FORM.search(name)

    def knowing(self, names: Iterable[str]) -> Self:
        """The rules with names that a document gives to units."""
        grammar = self.grammar.knowing(names)
        return replace(self, grammar=grammar, contents=replace(self.contents, grammar=grammar))
