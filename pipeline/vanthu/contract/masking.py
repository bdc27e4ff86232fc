"""A plan as it may be passed on: telephone and identity numbers of people are covered, everything else is as it was.

Digits are covered one for one, so that no quote changes its length. What the numbers look like stands in rules/personal.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import regex

from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import contract_json
from vanthu.rulebook import RuleSet

COVER = "•"
_SHOWN = 2  # last digits that stay, so that two people can still be told apart
_DIGIT = regex.compile(r"\d")
_NUMBER = regex.compile(r"[\d\s.\-–()+]+")  # with what parts its groups
# neighbours in the document: a number may begin in one and end in the next
_QUOTED = ("prefix", "quote", "suffix")
NO_WORDS = frozenset({"uid", "key", "sha256", "rules", "rrule"})
"""Fields that the program makes; what looks like a number there is none."""


@dataclass(frozen=True)
class Mask:
    """Covers what the rules under PERSONAL find."""

    personal: RuleSet

    def text(self, text: str) -> str:
        """The same number of characters, digits of personal numbers covered but for the last two."""
        if _DIGIT.search(text) is None:
            return text
        for found in self.personal.find(text):
            span = found.group_spans["secret"]
            text = text[: span.start] + _covered(text[span.start : span.end]) + text[span.end :]
        return text

    def plan(self, plan: PublicPlan) -> PublicPlan:
        """The plan with every text in it covered."""
        return PublicPlan.model_validate(self.value(contract_json(plan)))

    def value(self, value: Any) -> Any:
        """Plain JSON values with every text in them covered."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, Mapping):
            covered = {key: v if key in NO_WORDS else self.value(v) for key, v in value.items()}
            return covered | self._quoted(value)
        return value

    def _quoted(self, proof: Mapping[str, Any]) -> dict[str, str]:
        """The words of a proof, covered as the one text they are."""
        parts = {key: proof[key] for key in _QUOTED if isinstance(proof.get(key), str)}
        covered, at, done = self.text("".join(parts.values())), 0, {}
        for key, part in parts.items():
            done[key] = covered[at : at + len(part)]
            at += len(part)
        return done


def _covered(secret: str) -> str:
    """Of several numbers after one word each keeps its own last digits."""
    return _NUMBER.sub(lambda number: _hidden(number[0]), secret)


def _hidden(number: str) -> str:
    digits = [match.start() for match in _DIGIT.finditer(number)]
    hidden = set(digits[:-_SHOWN])
    return "".join(COVER if place in hidden else letter for place, letter in enumerate(number))
