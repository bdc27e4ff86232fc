"""Whole names of units, each by its kind of head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import regex

from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.units.parts import COMMA, JOIN, WORD, begins_anew, needs_name
from vanthu.understanding.units.purposes import Purposes

_OPENED = regex.compile(r"\s+\((?:(?:trực )?thuộc )?")
_FIRM = regex.compile(r"(?:tổng )?công ty|tập đoàn", regex.IGNORECASE)  # who holds a shop, no superior
_TEAM_WORDS = 1  # unknown ones, and one more
_ABOVE = frozenset({"head", "committee"})
_OFFICES = _ABOVE | {"person", "noun"}
_CLAUSE_WORDS = 9  # unknown ones
_NUMBERED = regex.compile(r"\s+(?:số\s+)?\d+")


@dataclass(frozen=True)
class Names(Purposes):
    """Finds where a name ends."""

    def name_end(self, at: int) -> int:
        """Where the name that begins at a place ends; 0 where none begins there."""
        by_words = self._by_words(at)
        return max(by_words, self.tail_end(self.known[at])) if at in self.known else by_words

    def _by_words(self, at: int) -> int:
        part = self.parts.get(at)
        if part is None:
            return 0
        kind = self.kind(part)
        if kind in ("head", "committee", "joint"):
            end = self._proper(part)
            return 0 if end == part.span.end and needs_name(part) else end
        readers: Mapping[str, Callable[[Match], int]] = {
            "det": self._plural,
            "person": self._person,
            "noun": lambda noun: self._past_meant(self._common(noun)),
            "level": self._named_place,
        }
        return readers[kind](part) if kind in readers else 0

    def level_end(self, at: int) -> int:
        """*thôn*, *tổ dân phố và xã*: where levels end that stand for who is there; 0 where none begins."""
        part = self.parts.get(at)
        level = part is not None and part.rule.value == "level"
        return self.tail_end(self.levels_end(part.span.end)) if level and part else 0

    def _plural(self, det: Match) -> int:
        inner = self.after_det(det.span.start)
        if inner is None:
            return 0
        return (
            self._common(inner) if self.kind(inner) in ("noun", "level") else self.name_end(inner.span.start)
        )

    def _common(self, part: Match) -> int:
        """*cơ quan, đơn vị, doanh nghiệp trên địa bàn xã*: general words in a row are one unit, up to *và*."""
        while True:
            end = part.span.end
            end = (
                self.places_end(end)
                if self.kind(part) == "level"
                else self._told_by_work(self.owned_end(part) or self.fields_end(end))
            )
            end = self.tail_end(end)
            joint = COMMA.match(self.text, end)
            following = self.parts.get(joint.end() if joint else self.skip(end))
            general = ("noun", "level") if joint else ("noun",)  # *đơn vị trường học*
            apart = joint is not None and ("và" in joint[0] or ";" in joint[0])
            if following is None or apart or begins_anew(following) or self.kind(following) not in general:
                return end
            anew = self.kind(part) == "level" and self._level_begins_anew(part.span.end, following.span.start)
            if anew or self._is_told_again(part, end, following):
                return end
            part = following

    def _past_meant(self, at: int) -> int:
        """*chủ đầu tư (Ban Quản lý dự án huyện)*: past a bracket with the one body that a general word means."""
        return self._past_bracket(at, _ABOVE | {"noun"}) if self.text[at + 2 : at + 3].isupper() else at

    def _is_told_again(self, part: Match, end: int, following: Match) -> bool:
        """*các bệnh viện tuyến tỉnh, bệnh viện tư nhân*: a general word told twice, each time with what tells which are meant."""
        return (
            end > part.span.end
            and self.clean(*part.span).casefold() == self.clean(*following.span).casefold()
        )

    def _told_by_work(self, at: int) -> int:
        """*các đơn vị quản lý rừng tuần tra*: past what tells which of them are meant, if what they must do follows."""
        start = self.skip(at)
        if self.value_at(start) == "charge":
            return self.past_charge(at)
        if self.value_at(start) != "activity":
            return at
        done = self.parts[start].span.end
        work = self.object_end(done, most=_CLAUSE_WORDS)
        end = self.tail_end(work or done)
        goes_on = self.row_goes_on(end)
        return end if (work and self.acts_at(self.skip(end))) or goes_on else at

    def _person(self, part: Match) -> int:
        """*Giám đốc Sở Nội vụ*; *đồng chí Lê Văn Tám - Phó Chủ tịch UBND xã*; *Ủy viên Ban Chấp hành phụ trách địa bàn*."""
        end = self.hamlets_end(part) if part.rule.attributes.get("tier") == "hamlet" else part.span.end
        named = self.name_end(self.skip(end))
        named = self._row_end(named) if named and part.rule.attributes.get("over") == "rows" else named
        inner = named or self._fields_after(end, whole=not needs_name(part))
        inner = self._charge_end(inner or end) or inner
        if inner and (dash := JOIN.match(self.text, inner)) and self.value_at(dash.end()) == "person":
            inner = self.name_end(dash.end()) or inner
        if inner and part.rule.attributes.get("title") == "before":
            inner = self._past_offices(inner)
        tail = self.tail_end(end)
        whole = inner or (0 if tail == end and needs_name(part) else tail)
        return self._past_meant(whole) if part.rule.attributes.get("seat") == "body" else whole

    def _past_offices(self, at: int) -> int:
        """*đồng chí Lê Thị Sen (Phó Bí thư - Trưởng thôn)*, *bà Mây (Tổ thư ký)*: past a bracket with what somebody is."""
        opened = _OPENED.match(self.text, at)
        end = opened.end() if opened else at
        while (
            end > at
            and self.value_at(end) in _OFFICES
            and (told := self.name_end(end) or self.parts[end].span.end)
        ):
            if self.text[told : told + 1] == ")":
                return told + 1
            dash = JOIN.match(self.text, told)
            end = dash.end() if dash else at
        return at

    def _past_bracket(self, at: int, kinds: AbstractSet[str]) -> int:
        """Past a bracket that holds one name of some kinds and nothing else; `at` elsewhere."""
        opened = _OPENED.match(self.text, at)
        inner = self.name_end(opened.end()) if opened and self.value_at(opened.end()) in kinds else 0
        return inner + 1 if inner and self.text[inner : inner + 1] == ")" else at

    def _row_end(self, at: int) -> int:
        """*Người đứng đầu các sở, ban, các cơ quan, đơn vị*: past further general words behind commas, all of them under one head."""
        comma = COMMA.match(self.text, at)
        start = comma.end() if comma else 0
        if not start or comma is None or comma[0].strip() != "," or self.value_at(start) != "det":
            return at
        inner = self.after_det(start)
        general = inner is not None and self.kind(inner) == "noun" and self.text[start].islower()
        return self._row_end(self._plural(self.parts[start])) if general else at

    def _charge_end(self, at: int) -> int:
        """*Phó Hiệu trưởng phụ trách chuyên môn*: past a few words of charge that a verb or the end follows; *Phó Chủ tịch, phụ trách
        lĩnh vực đất đai*: up to a mark or the end; 0 elsewhere.
        """
        comma = COMMA.match(self.text, at)
        start = comma.end() if comma else self.skip(at)
        charge = self.parts.get(start)
        if charge is None or charge.rule.value != "charge":
            return 0
        if field := self.field_end(charge):
            return field
        work = charge.span.end
        end = 0 if comma else self.small_words_end(self.skip(work)) or self._fields_after(work, whole=True)
        return end if self.is_left(end) and not self.is_work(end) else 0

    def _fields_after(self, at: int, *, whole: bool) -> int:
        end = self.words_end(at, whole=whole)
        return self.tail_end(end) if end > at else 0

    def _proper(self, part: Match) -> int:
        end = self._purpose(part) if part.rule.value == "committee" else part.span.end
        inner = self.skip(end)
        held = self.value_at(inner) in ("head", "committee", "person") and inner > end
        named = self.name_end(inner) if held and not self.stops(inner) else 0
        whole = named > 0 or (part.rule.attributes.get("levels") == "many" and self.kind(part) == "head")
        words = self.words_end(named or end, whole=whole)
        words = words if named else self.second_field_end(part, self.second_work_end(end, words))
        end = self._branch_end(self.tail_end(words))
        return self._bracketed_superior(part, end) if part.rule.value == "head" else end

    def _branch_end(self, at: int) -> int:
        """*Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh*: past the branch behind a dash."""
        dash = JOIN.match(self.text, at)
        branch = self.parts.get(dash.end()) if dash else None
        follows = branch is not None and branch.rule.attributes.get("follows") == "dash"
        return (self.name_end(branch.span.start) if follows and branch else 0) or at

    def _purpose(self, committee: Match) -> int:
        """*Tổ công tác thực hiện Đề án 06*, *Ban Chỉ đạo phòng, chống thiên tai*: past what it was set up for."""
        end = committee.span.end
        told = self.parts.get(self.skip(end))
        if told is None or told.rule.value not in ("scheme", "purpose", "charge"):
            return end
        if told.rule.value == "charge":
            return self.past_charge(end)
        if told.rule.value == "scheme":
            return told.span.end
        then = told.rule.attributes.get("then")
        if then in ("level", "verb"):
            team = self._team_end(told) if then == "verb" else 0
            return self.work_end(told.span.end) or team or end
        words = self.words_end(told.span.end)
        named = then == "any" or self.is_name_like(told.span.end)
        return words if words > told.span.end and named else end

    def _team_end(self, work: Match) -> int:
        """*Tổ vận hành trạm bơm báo cáo mực nước*, *Tổ phúc tra, Tổ thư ký*: past the work of a team, if what it must do now or another
        name follows; nobody is asked to do something in its name (*Tổ hỗ trợ người dân kê khai*); 0 elsewhere.
        """
        end = work.span.end
        if (verb := self.verbs.get(work.span.start)) and verb.span.end > end:
            return 0
        joint = COMMA.match(self.text, end)
        if joint and self.value_at(joint.end()) in _ABOVE and self.text[joint.end()].isupper():
            return end
        after = self.skip(end)
        acts = self.verb_at(after) in ("action", "report") and self.value_at(after) != "field"
        governed = end if acts else self.object_end(end, most=_TEAM_WORDS)
        last = self.tail_end(governed) if governed else 0
        people = (m.rule.attributes for at, m in self.parts.items() if end < at < last)
        causes = any(a.get("after") == "verb" and "inside" not in a for a in people)
        return last if last and not causes and self.acts_at(self.skip(last)) else 0

    def _named_place(self, level: Match) -> int:
        """*Thôn Đông*, *Tổ dân phố số 3*: a place as a unit, if it begins with a capital and has a name."""
        number = _NUMBERED.match(self.text, level.span.end)
        end = number.end() if number else self.place_end(level.span.end)
        return self.tail_end(end) if end > level.span.end and self.text[level.span.start].isupper() else 0

    def tail_end(self, at: int) -> int:
        """Past levels, qualifiers and the names of places after them."""
        end = at
        while (start := self.next_word(end)) is not None and (part := self.parts.get(start)) is not None:
            after = self._tail_part(part) or (self._kept_words(part) if end == at else 0)
            if not after:
                break
            end = after
        return end

    def _bracketed_superior(self, head: Match, at: int) -> int:
        """*Phòng Nghiệp vụ Y (Sở Y tế)*: past a bracket that names the body above, of another kind, and nothing else; `at` elsewhere."""
        opened = _OPENED.match(self.text, at)
        above = self.parts.get(opened.end()) if opened and opened.end() not in self.known else None
        if (
            above is None
            or self.kind(above) not in _ABOVE
            or {"within", "name"} & above.rule.attributes.keys()
            or _FIRM.match(self.text, above.span.start)
        ):
            return at
        alike = WORD.match(self.text, above.span.start), WORD.match(self.text, head.span.start)
        same = len({fold(w[0]) for w in alike if w}) == 1
        return at if same else self._past_bracket(at, _ABOVE)

    def _tail_part(self, part: Match) -> int:
        kind = part.rule.value
        if kind == "head":
            return self._superior(part)
        if kind == "level":
            return self.place_end(self.levels_end(part.span.end))
        if kind == "qualifier":
            return self.name_end(self.skip(part.span.end)) or (0 if needs_name(part) else part.span.end)
        if kind == "clause":
            return self._clause_end(part)
        inner = self.after_det(part.span.start) if kind == "det" else None
        if (
            inner is None
            or self.kind(inner) not in ("level", "noun")
            or self.opens_with_capital(part.span.start)
        ):
            return 0
        is_level = self.kind(inner) == "level"
        end = self.places_end(inner.span.end) if is_level else self._common(inner)
        return self._listed_places(self.places_end(self.levels_end(end)))

    def _clause_end(self, opener: Match) -> int:
        """*UBND xã nơi có công trình bị giải tỏa*: past what tells which of many is meant, if a verb or a mark ends it; 0 elsewhere."""
        alone = opener.span.end if opener.rule.attributes.get("alone") == "whole" else 0
        words = self.object_end(opener.span.end, most=_CLAUSE_WORDS) or alone
        end = self.tail_end(words) if words else 0
        return end if self.is_left(end) or self.begins_phrase(self.skip(end)) else 0

    def _kept_words(self, det: Match) -> int:
        """*Ban Quản lý các bến xe*, *các chợ Đông, Đoài*: past small words, and names, of what the unit is in charge of; 0 elsewhere."""
        start = self.skip(det.span.end)
        if det.rule.attributes.get("keeps") != "words" or self.value_at(start) not in (None, "field"):
            return 0
        small = self.object_end(start) if self.value_at(start) else self.small_words_end(start)
        end = self.tail_end(self.places_end(small)) if small else 0
        return end if self.is_left(end) else 0

    def _superior(self, part: Match) -> int:
        """*Ban Dân vận Huyện ủy*, *Phòng Cảnh sát giao thông Công an tỉnh*: the body that a unit is part of."""
        stands_above = part.rule.attributes.get("levels") == "many" and self.kind(part) == "head"
        return self.name_end(part.span.start) if stands_above and self.text[part.span.start].isupper() else 0
