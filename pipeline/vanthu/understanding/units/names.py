"""Whole names of units, each by its kind of head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from vanthu.rulebook import Match
from vanthu.understanding.units.parts import COMMA, JOIN, WORD, begins_anew, needs_name
from vanthu.understanding.units.tails import ABOVE, CLAUSE_WORDS, OPENED, Tails

_TEAM_WORDS = 1  # unknown ones, and one more
_OFFICES = ABOVE | {"person", "noun"}
_NUMBERED = regex.compile(r"\s+(?:số\s+)?\d+")


@dataclass(frozen=True)
class Names(Tails):
    """Finds where a name ends."""

    def name_end(self, at: int) -> int:
        """Where the name that begins at a place ends; 0 where none begins there."""
        by_words = self._by_words(at)
        if at not in self.known:
            return by_words
        end = self.tail_end(self.known[at])
        kind = self.parts.get(at)
        kind = self.after_det(at) if kind and kind.rule.value == "det" else kind
        return max(by_words, self.above_end(kind, end) if kind else end)

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
            "noun": lambda noun: self._past_meant(self.common_end(noun)),
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
        kind = self.kind(inner)
        end = self.common_end(inner) if kind in ("noun", "level") else self.name_end(inner.span.start)
        if kind in ("noun", "level", "committee") and (told := self.which_end(end)):
            return told
        return end if kind == "noun" or not end else self.listed_places(end)

    def common_end(self, part: Match) -> int:
        """*cơ quan, đơn vị, doanh nghiệp trên địa bàn xã*: general words in a row are one unit, up to *và*."""
        while True:
            end = part.span.end
            end = (
                self.places_end(end)
                if self.kind(part) == "level"
                else self._told_by_work(self.owned_end(part) or self.fields_end(end))
            )
            end = self.above_end(part, self.tail_end(end))
            joint = COMMA.match(self.text, end)
            following = self.parts.get(joint.end() if joint else self.skip(end))
            general = ("noun", "level") if joint else ("noun",)  # *đơn vị trường học*
            apart = joint is not None and ("và" in joint[0] or ";" in joint[0])
            if following is None or apart or begins_anew(following) or self.kind(following) not in general:
                return end
            anew = self.kind(part) == "level" and self._level_begins_anew(part.span.end, following.span.start)
            if anew or self._begins_others_of_kind(part, end, following):
                return end
            part = following

    def _past_meant(self, at: int) -> int:
        """*chủ đầu tư (Ban Quản lý dự án huyện)*: past a bracket with the one body that a general word means."""
        return self.past_bracket(at, ABOVE | {"noun"}) if self.text[at + 2 : at + 3].isupper() else at

    def _begins_others_of_kind(self, part: Match, end: int, following: Match) -> bool:
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
        deed = self.parts[start]
        done = deed.span.end
        work = self.object_end(done, most=CLAUSE_WORDS)
        end = self.tail_end(work or done)
        goes_on = self.row_goes_on(end)
        left = self.acts_at(self.skip(end)) or self.text[end : end + 1] == ":"
        # *các đơn vị tham gia rà soát* is one thing to do
        told = work or "object" not in deed.rule.attributes
        return end if (told and left) or goes_on else at

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
        opened = OPENED.match(self.text, at)
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
        whole = (
            named > 0
            or end > part.span.end
            or (part.rule.attributes.get("levels") == "many" and self.kind(part) == "head")
        )
        words = self.words_end(named or end, whole=whole)
        words = words if named else self.second_field_end(part, self.second_work_end(end, words))
        end = self.branch_end(self.tail_end(words))
        return self.above_end(part, end) if part.rule.value in ABOVE else end

    def _purpose(self, committee: Match) -> int:
        """*Tổ công tác thực hiện Đề án 25*, *Ban Chỉ đạo phòng, chống thiên tai*: past what it was set up for."""
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
        after = self.skip(end)
        acts = self.verb_at(after) in ("action", "report") and self.value_at(after) != "field"
        if acts or self._another_follows(end):
            return end
        governed = self.object_end(end, most=_TEAM_WORDS) or self.acronym_end(end)
        last = self.tail_end(self.place_end(self._compound_end(governed))) if governed else 0
        people = (m.rule.attributes for at, m in self.parts.items() if end < at < last)
        causes = any(a.get("after") == "verb" and "inside" not in a for a in people)
        left = last > 0 and (self.acts_at(self.skip(last)) or self._another_follows(last))
        return last if left and not causes else 0

    def _compound_end(self, at: int) -> int:
        """*Tổ quản lý điểm thi niêm phong*: past a verb of one syllable, if a whole verb of what must be done or another name follows it, so
        that it is half of a word; not in *ký nhận*; `at` elsewhere.
        """
        start = self.skip(at)
        word = WORD.match(self.text, start) if self.acts_at(start) else None
        verb = self.verbs.get(start)
        if word is None or (verb is not None and verb.span.end != word.end()):
            return at
        after = self.verbs.get(self.skip(word.end()))
        done = (
            after is not None and after.rule.value in ("action", "report") and " " in self.clean(*after.span)
        )
        return word.end() if done or self._another_follows(word.end()) else at

    def _another_follows(self, at: int) -> bool:
        """*Tổ phúc tra, Tổ thư ký*: whether another whole name stands behind a comma or *và*."""
        joint = COMMA.match(self.text, at)
        return joint is not None and self.value_at(joint.end()) in ABOVE and self.text[joint.end()].isupper()

    def _named_place(self, level: Match) -> int:
        """*Thôn Đông*, *tổ dân phố số 3*: a place as a unit, if it has a name."""
        number = _NUMBERED.match(self.text, level.span.end)
        end = number.end() if number else self.place_end(level.span.end)
        return self.tail_end(end) if end > level.span.end else 0
