"""Which of many rules are worth trying on a text, by the strings that it must hold for each."""

from __future__ import annotations

import re  # twice as quick as `regex` on bare strings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from vanthu.rulebook.literals import Strings, bare
from vanthu.rulebook.trie import any_of


class Needs:
    """Looks for the strings of all rules at once. A set of strings is a bit of a number, so that all sets of a rule are asked for in one go."""

    def __init__(self, needed: Sequence[Sequence[Strings]], longest: Sequence[int | None]) -> None:
        bits = {strings: 1 << n for n, strings in enumerate(dict.fromkeys(s for own in needed for s in own))}
        self._needed = tuple(_all(bits[strings] for strings in own) for own in needed)
        self._longest = tuple(longest)
        self._always = frozenset(place for place, own in enumerate(needed) if not own)
        met: defaultdict[str, int] = defaultdict(int)
        begun: defaultdict[str, set[int]] = defaultdict(set)  # rules whose first set a string is of
        for strings, bit in bits.items():
            for one in strings:
                met[one] |= bit
        for place, own in enumerate(needed):
            for one in own[0] if own else ():
                begun[one].add(place)
        self._any = re.compile(f"(?=({any_of(sorted(met), blank=' ')}))") if met else None
        # the longest string that stands at a place is found there, so it speaks for all that it begins with
        self._found = {
            one: (
                _all(met.get(short, 0) for short in _beginnings(one)),
                frozenset(place for short in _beginnings(one) for place in begun.get(short, ())),
            )
            for one in met
        }

    def met(self, text: str) -> list[int]:
        """The places of the rules, in order, for which a text is short enough and holds what they need."""
        met, begun = 0, set(self._always)
        for found in set(self._any.findall(bare(text))) if self._any else ():
            bits, places = self._found[found]
            met |= bits
            begun |= places
        size = len(text)
        return sorted(
            place
            for place in begun
            if met & (needed := self._needed[place]) == needed
            and ((longest := self._longest[place]) is None or size <= longest)
        )


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _beginnings(string: str) -> Iterator[str]:
    return (string[:end] for end in range(1, len(string) + 1))
