"""The work that a duty asks for: from its first verb on, without a place told first and words that give it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from vanthu.audit.across.entries import Said
from vanthu.audit.across.vocabulary import COMMON, syllables
from vanthu.audit.across.wording import Wording

_START = 8  # syllables
_HEAD = 4  # syllables


@dataclass(frozen=True)
class Work:
    """What a careful reader asks of two duties whose words are alike: verbs, object, product."""

    words: Wording

    @cached_property
    def _body(self) -> str:
        return self.words.reader.body_of(self.words.bare)

    @cached_property
    def _said(self) -> Sequence[Said]:
        return self.words.say(self._body)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb of it, also one that stands behind its object."""
        return self.words.reader.verbs(self._body) | {*self.words.actions}

    @cached_property
    def begun(self) -> tuple[Said, ...]:
        """What it says first, weak verbs apart."""
        return self.words.reader.vocabulary.opening(self._said, self.words.placing)

    @cached_property
    def row(self) -> tuple[str, ...]:
        """Its telling syllables, one after the other."""
        return tuple(s for p in self._said if p.action or p.weight > COMMON for s in p.syllables)

    @cached_property
    def start(self) -> frozenset[str]:
        """The syllables that it begins with, some more than those of `begun`."""
        order = (s for p in self._said for s in p.syllables)
        return frozenset(islice(order, _START)) | syllables(self.begun)

    @cached_property
    def product(self) -> str | None:
        """What it brings forth, where its first words name it; work on what is there brings nothing forth."""
        actions, making = self.words.actions, self.words.reader.vocabulary.words.making
        return None if actions and actions[0] not in making else self.words.reader.product(self._body)

    @cached_property
    def head(self) -> tuple[tuple[str, bool], ...]:
        """The syllables of what it is done to, up to where its sentence tells of how and why; each with whether the phrase is known."""
        found: list[tuple[str, bool]] = []
        apart = self.words.placing | syllables(self.begun)
        for clause in self.words.reader.clauses(self._body):
            telling = [p for p in self.words.say(clause) if not p.action and self._tells(p)]
            found += [(s, len(p.syllables) > 1) for p in telling for s in p.syllables if s not in apart]
            if len(found) >= _HEAD:
                break
        return tuple(found)

    def _tells(self, phrase: Said) -> bool:
        return phrase.weight > COMMON or self.words.reader.vocabulary.is_people(phrase)

    @cached_property
    def object(self) -> tuple[tuple[str, ...], ...]:
        """What it is done to, by phrases, places apart; a verb within it (*danh sách tặng quà*) is part of it."""
        own = self.words.things - self.words.placing
        verbs = self.verbs | {*self.words.reader.vocabulary.words.weak_actions}
        said = (p for p in self._said if p.action not in verbs)
        return tuple(filter(None, (tuple(s for s in p.syllables if p.action or s in own) for p in said)))
