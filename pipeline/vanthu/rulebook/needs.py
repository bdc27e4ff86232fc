"""Which of many rules are worth trying on a text, by the strings of which each needs one."""

from __future__ import annotations

import re  # twice as quick as `regex` on bare strings
from collections.abc import Sequence

from vanthu.rulebook.schema import Rule
from vanthu.rulebook.trie import any_of


class Needs:
    """Looks for the strings of all rules at once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._longest = tuple(rule.longest for rule in rules)
        self._always = frozenset(i for i, rule in enumerate(rules) if not rule.needs)
        strings = sorted({needed for rule in rules for needed in rule.needs})
        self._any = re.compile(f"(?=({any_of(strings, blank=' ')}))") if strings else None
        # the longest string that stands at a place is found there, so it speaks for all that it begins with
        self._met = {
            found: tuple(i for i, rule in enumerate(rules) if any(map(found.startswith, rule.needs)))
            for found in strings
        }

    def met(self, lowered: str) -> list[int]:
        """The places of the rules, in order, for which a text is short enough and holds what they need."""
        met = set(self._always)
        if self._any:
            for found in set(self._any.findall(lowered)):
                met.update(self._met[found])
        size = len(lowered)
        return sorted(i for i in met if (longest := self._longest[i]) is None or size <= longest)
