"""What follows a name and belongs to it: levels, places, what tells which of many is meant, the body above."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import regex

from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.units.parts import BRACKET, COMMA, JOIN, WORD, needs_name
from vanthu.understanding.units.purposes import Purposes

ABOVE = frozenset({"head", "committee"})
CLAUSE_WORDS = 9  # unknown ones
_TOLD_EACH = frozenset({"noun", "person"})
OPENED = regex.compile(r"\s+\((?:(?:trực )?thuộc )?")


@dataclass(frozen=True)
class Tails(Purposes, ABC):
    """Steps over what follows a name."""

    @abstractmethod
    def name_end(self, at: int) -> int:
        """Where the name that begins at a place ends; 0 where none begins there."""

    @abstractmethod
    def common_end(self, part: Match) -> int:
        """Where general words in a row end that begin with one."""

    def tail_end(self, at: int) -> int:
        """Past levels, qualifiers and the names of places after them."""
        end = at
        while (start := self.next_word(end)) is not None and (part := self.parts.get(start)) is not None:
            after = self._tail_part(part) or (self._kept_words(part) if end == at else 0)
            if not after:
                break
            end = after
        return end

    def _tail_part(self, part: Match) -> int:
        kind = part.rule.value
        if kind == "head":
            return self._superior(part)
        if kind == "level":
            return self.place_end(self.levels_end(part.span.end))
        if kind == "qualifier":
            return self._qualified_end(part)
        if kind == "clause":
            return self._clause_end(part)
        inner = self.after_det(part.span.start) if kind == "det" else None
        if (
            inner is None
            or self.kind(inner) not in ("level", "noun")
            or self.opens_with_capital(part.span.start)
            or self.tells_apart(part, inner)
        ):
            return 0
        is_level = self.kind(inner) == "level"
        end = self.places_end(inner.span.end) if is_level else self.common_end(inner)
        return self.listed_places(self.places_end(self.levels_end(end)))

    def _qualified_end(self, part: Match) -> int:
        """*thuộc Sở Y tế*, *vùng hồ Đông Hà*: past what narrows a name, and the name of whom or where it tells; 0 where it must have one."""
        after = self.skip(part.span.end)
        if needs_name(part):
            return self.name_end(after)
        return self.name_end(after) or self.bare_place_end(after) or part.span.end

    def past_each(self, at: int) -> int:
        """*Các thôn mỗi thôn cử 05 người*, *Công an xã, Xã đội mỗi bên ...*: past *mỗi* and what is told again with it, right behind
        names or, told in the same words, behind their comma; `at` elsewhere.
        """
        comma = COMMA.match(self.text, at)
        each = self.parts.get(comma.end() if comma else self.skip(at))
        inner = self.after_det(each.span.start) if each else None
        return inner.span.end if each and inner and self.tells_apart(each, inner) else at

    def tells_apart(self, each: Match, inner: Match) -> bool:
        """*Các đoàn thể mỗi tổ chức nhận 01 tuyến*, *Các thôn mỗi thôn cử 05 người*: whether *mỗi* speaks of those named before it."""
        if "tells" not in each.rule.attributes:
            return False
        before = fold(self.text[: each.span.start].rstrip())
        again = f" {fold(self.clean(*inner.span))} " in f" {before.rstrip(' ,')} "
        general = self.kind(inner) in _TOLD_EACH and not before.endswith((",", ";", " và"))
        return again or general

    def _superior(self, part: Match) -> int:
        """*Ban Dân vận Huyện ủy*, *Phòng Cảnh sát giao thông Công an tỉnh*: the body that a unit is part of."""
        stands_above = part.rule.attributes.get("levels") == "many" and self.kind(part) == "head"
        return self.name_end(part.span.start) if stands_above and self.text[part.span.start].isupper() else 0

    def branch_end(self, at: int) -> int:
        """*Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh*: past the branch behind a dash."""
        dash = JOIN.match(self.text, at)
        branch = self.parts.get(dash.end()) if dash else None
        follows = branch is not None and branch.rule.attributes.get("follows") == "dash"
        return (self.name_end(branch.span.start) if follows and branch else 0) or at

    def above_end(self, lower: Match, at: int) -> int:
        """*Phòng Nghiệp vụ Y Sở Y tế*: past the body above, of another kind, right behind one that is always within another, or in a
        bracket by itself (*(Sở Y tế)*); `at` elsewhere.
        """
        start = self.next_word(at)
        within = "within" in lower.rule.attributes or lower.rule.value == "committee"
        if (
            within
            and start is not None
            and self.text[start : start + 1].isupper()
            and self._is_above(start, lower)
        ):
            return self.name_end(start) or at
        opened = OPENED.match(self.text, at)
        if opened is None or lower.rule.value != "head" or lower.rule.attributes.get("bracket") == "part":
            return at
        inner = self.parts.get(opened.end())
        holds = inner is not None and inner.rule.attributes.get("bracket") == "holder"
        return self.past_bracket(at, ABOVE) if not holds and self._is_above(opened.end(), lower) else at

    def _is_above(self, at: int, lower: Match) -> bool:
        """Whether a body of another kind begins at a place that is itself within none."""
        above = self.parts.get(at) if at not in self.known else None
        if (
            above is None
            or self.kind(above) not in ABOVE
            or {"within", "name"} & above.rule.attributes.keys()
        ):
            return False
        alike = WORD.match(self.text, at), WORD.match(self.text, lower.span.start)
        return len({fold(w[0]) for w in alike if w}) > 1

    def past_bracket(self, at: int, kinds: AbstractSet[str]) -> int:
        """Past a bracket that holds one name of some kinds and nothing else; `at` elsewhere."""
        opened = OPENED.match(self.text, at)
        inner = self.name_end(opened.end()) if opened and self.value_at(opened.end()) in kinds else 0
        return inner + 1 if inner and self.text[inner : inner + 1] == ")" else at

    def past_aside(self, at: int) -> int:
        """*Sở Nội vụ (Phòng Pháp chế), Công an tỉnh*: past a bracket with the part of the body that does it; `at` elsewhere."""
        opened = OPENED.match(self.text, at)
        return at if opened is None or opened.end() in self.known else self.past_bracket(at, ABOVE)

    def _clause_end(self, opener: Match) -> int:
        """*UBND xã nơi có công trình bị giải tỏa*: past what tells which of many is meant, if a verb or a mark ends it; 0 elsewhere."""
        alone = opener.span.end if opener.rule.attributes.get("alone") == "whole" else 0
        words = self.object_end(opener.span.end, most=CLAUSE_WORDS) or alone
        end = self.tail_end(words) if words else 0
        left = end if self.is_left(end) else self._past_places_told(end)
        return end if self.is_left(left) or self.begins_phrase(self.skip(end)) else 0

    def _past_places_told(self, end: int) -> int:
        """*các xã có tàu cá (Đông Hà, Tây Hà) lập sổ*: past a bracket that names them; `end` elsewhere."""
        told = BRACKET.match(self.text, end)
        return told.end() if told else end

    def _kept_words(self, det: Match) -> int:
        """*Ban Quản lý các bến xe*, *các chợ Đông, Đoài*: past small words, and names, of what the unit is in charge of; 0 elsewhere."""
        start = self.skip(det.span.end)
        if det.rule.attributes.get("keeps") != "words" or self.value_at(start) not in (None, "field"):
            return 0
        small = self.object_end(start) if self.value_at(start) else self.small_words_end(start)
        end = self.tail_end(self.places_end(small)) if small else 0
        return end if self.is_left(end) else 0
