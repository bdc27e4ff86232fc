"""What somebody has in charge or heads, told behind his name or office."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vanthu.rulebook import Match
from vanthu.understanding.units.parts import COMMA
from vanthu.understanding.units.words import Words

_FIELD = regex.compile(r"(?:[^.,;:()]|,(?= \p{Lu})){3,90}?(?=\s*(?:[.:]|\Z))")


@dataclass(frozen=True)
class Charges(Words):
    """Tells the field of somebody's charge from work and from further people."""

    def field_end(self, charge: Match) -> int:
        """*phụ trách lĩnh vực đất đai, khoáng sản*: up to a mark or the end; 0 where no field is told."""
        field = (
            _FIELD.match(self.text, charge.span.end)
            if charge.rule.attributes.get("object") == "field"
            else None
        )
        if field is None or self._has_people(field):
            return 0
        ends_sentence = self.text[field.end() :].startswith(".")
        return 0 if ends_sentence and self._has_verbs(field) else field.end()

    def past_charge(self, at: int) -> int:
        """*các tổ phụ trách hoàn thành*, *các phòng phụ trách địa bàn rà soát*: past what tells which are meant, if what they must do follows."""
        done = self.parts[self.skip(at)].span.end
        ends = (self.fields_end(done), self.small_words_end(self.skip(done)))
        return next((end for end in ends if end and self.acts_at(self.skip(end))), at)

    def is_work(self, end: int) -> bool:
        """*Bà Hoa phụ trách lễ tân, nước uống.*: whether what somebody has in charge goes on behind a comma, in words that no rule knows
        or with no verb after them.
        """
        comma = COMMA.match(self.text, end)
        rest = comma.end() if comma else 0
        if not rest or self.value_at(rest) == "person":
            return False
        return all(at < rest for at in self.verbs) or not (rest in self.parts or rest in self.verbs)

    def _has_people(self, words: regex.Match[str]) -> bool:
        """*phụ trách lĩnh vực đất đai, Trưởng các thôn*: whether others are named behind a comma."""
        comma = self.text.find(",", *words.span())
        return comma > 0 and any(
            comma < at < words.end() and m.rule.value in ("person", "det") for at, m in self.parts.items()
        )

    def _has_verbs(self, words: regex.Match[str]) -> bool:
        return any(words.start() <= at < words.end() for at in self.verbs)

    def hamlets_end(self, head: Match) -> int:
        """*Trưởng thôn, bản, tổ dân phố*: past further kinds of hamlets in small letters, all of which the one word heads."""
        end = head.span.end
        while comma := COMMA.match(self.text, end):
            level = self.parts.get(comma.end())
            hamlet = level is not None and level.rule.value == "level" and "below" in level.rule.attributes
            if level is None or not hamlet or self.text[level.span.start].isupper():
                break
            end = level.span.end
        return end
