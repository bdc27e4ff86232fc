"""One text with the parts of unit names found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match

WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?\d*(?:/\p{Lu}+(?!\p{Ll}))*|\d+")
JOIN = regex.compile(r"\s*[-–&]\s*(?=\p{Lu})|\s+-\s+(?=\p{L})")
BRACKET = regex.compile(r"\s*\([^()]*\)")
BLANK = regex.compile(r"\s+")
COMMA = regex.compile(
    r"\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s+&\s*|(?<=\p{L})\s*/\s*(?=\p{L})|\s+\+\s+", regex.IGNORECASE
)
COLON = regex.compile(r"\s*:\s+(?=\p{Lu})")
_MARK = regex.compile(r"[,;:.]")
_MOST_IN_ROW = 60  # parts between two marks


def by_start(text: str, matches: Iterable[Match]) -> dict[int, Match]:
    """Matches by where they begin; only the first of those that follow each other without a mark: names within names go no deeper."""
    found: dict[int, Match] = {}
    row = end = 0
    for match in sorted(matches, key=lambda m: m.span.start):
        row = 0 if _MARK.search(text, end, match.span.start) else row + 1
        end = match.span.end
        if row < _MOST_IN_ROW:
            found[match.span.start] = match
    return found


def begins_anew(part: Match | None) -> bool:
    """Whether a part is a name of its own, whatever row it stands in."""
    return part is not None and part.rule.attributes.get("begins") == "anew"


def needs_name(part: Match) -> bool:
    """Whether a part is no unit without a name behind it."""
    return part.rule.attributes.get("name") == "needed"


def owns_each(part: Match | None) -> bool:
    """*chủ tàu*: whether a part stands before the names of what is owned."""
    return part is not None and part.rule.attributes.get("names") == "each"


class UnitName(NamedTuple):
    """A unit as the text names it. `name` differs from the characters of `span` where a shared head was put in."""

    name: str
    span: Span


@dataclass(frozen=True)
class Parts:
    """Matches of the rules labelled UNIT and VERB, by where they begin; `known`: where whole names begin and end that the document
    itself gives to units; `loose`: where words begin that are verbs only behind the whole name of who acts.
    """

    text: str
    parts: Mapping[int, Match]
    verbs: Mapping[int, Match]
    known: Mapping[int, int] = field(default_factory=dict)
    loose: frozenset[int] = frozenset()

    @cached_property
    def ending(self) -> Mapping[int, Match]:
        """The parts by where they end."""
        return {m.span.end: m for m in self.parts.values()}

    @cached_property
    def verbs_ending(self) -> Mapping[int, Match]:
        """The verbs by where they end."""
        return {m.span.end: m for m in self.verbs.values()}

    def verb_at(self, at: int) -> str | None:
        """What the verb that begins at a place tells (report, duty, adverb, action); `None` where none does."""
        found = self.verbs.get(at)
        return found.rule.value if found else None

    def acts_at(self, at: int) -> bool:
        """Whether a verb begins at a place right behind a name."""
        return at in self.verbs or at in self.loose

    def value_at(self, at: int) -> str | None:
        """What the part that begins at a place is; `None` where none begins. A longer part wins over a name that the document gives (*các
        trường TH, THCS* with *(TH)* for one school).
        """
        part = self.parts.get(at)
        if at in self.known and (part is None or part.span.end <= self.known[at]):
            return "head"
        return self.kind(part) if part else None

    def is_vague(self, span: Span) -> bool:
        """Whether a name is one word that, without more beside it, tells nobody (*với đơn vị nhận quân*)."""
        part = self.parts.get(span.start)
        return part is not None and part.span == span and part.rule.attributes.get("alone") == "nobody"

    def kind(self, part: Match) -> str:
        """The part's value; a head that needs a capital after it and has none is a general word (*các phòng, ban*) or none."""
        value = part.rule.value or ""
        if value != "head" or self.may_begin(part):
            return value
        return part.rule.attributes.get("otherwise", "")

    def after_det(self, at: int) -> Match | None:
        """The part after the one at a place, white space apart."""
        det = self.parts.get(at)
        return self.parts.get(self.skip(det.span.end)) if det else None

    def may_begin(self, head: Match) -> bool:
        """Whether a head has the capital that it needs, its own or the next word's."""
        capital = head.rule.attributes.get("capital")
        if capital != "next":
            return capital is None or self.text[head.span.start].isupper()
        dash = JOIN.match(self.text, head.span.end)
        after = dash.end() if dash else self.skip(head.span.end)
        marks = {":", ";"} if "otherwise" in head.rule.attributes else {":", ";", ","}
        stands_alone = self.text[after : after + 1] in marks or self.acts_at(after)
        if stands_alone and " " in self.text[head.span.start : head.span.end]:
            return self.text[head.span.start].isupper()
        return self.text[after : after + 1].isupper() or self._is_capital_of_levels(head, after)

    def _is_capital_of_levels(self, head: Match, after: int) -> bool:
        """*Đoàn các xã, thị trấn*: a head in a capital with levels right after it."""
        part = self.parts.get(after)
        if part is None or not self.text[head.span.start].isupper():
            return False
        inner = self.after_det(after) if part.rule.value == "det" else part
        return inner is not None and inner.rule.value in ("level", "qualifier")

    def stops(self, at: int) -> bool:
        """A verb in small letters ends a name; *Tổ chức*, *Quản lý* in capitals are part of it."""
        found = self.verbs.get(at)
        if found is None or self.text[at].isupper():
            return False
        part = self.parts.get(at)
        if part is None or part.rule.value == "stop":
            return True
        longer = part.span.end > found.span.end or part.rule.attributes.get("over") == "verb"
        return not longer and part.rule.value not in ("qualifier", "level")

    def opens_with_capital(self, at: int) -> bool:
        """*Các*, not *CÁC*, *các*: where a name of its own begins, in a text that is not all in capitals."""
        return self.text[at : at + 1].isupper() and self.text[at + 1 : at + 2].islower()

    def skip(self, at: int) -> int:
        """Past white space."""
        found = BLANK.match(self.text, at)
        return found.end() if found else at

    def end_before(self, at: int) -> int:
        """Where the words before a place end."""
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return at

    def next_word(self, end: int) -> int | None:
        """Where the next word begins; `None` where no white space follows."""
        found = BLANK.match(self.text, end)
        return found.end() if found else None

    def clean(self, start: int, end: int) -> str:
        """The characters of a range, every white space one blank."""
        return " ".join(self.text[start:end].split())
