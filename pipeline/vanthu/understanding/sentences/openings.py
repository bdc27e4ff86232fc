"""Where who acts may stand in a sentence that opens with a topic or a circumstance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.rulebook import Match
from vanthu.understanding.sentences.phrases import force
from vanthu.understanding.sentences.reach import MARK, Reach
from vanthu.understanding.units.parts import BRACKET, UnitName

_AFTER_ACTOR = regex.compile(r"\s*(?::|,\s+)?\s*")
_PASSIVE_LENGTH = 16  # characters of the verb after được, bị


@dataclass(frozen=True)
class Openings(Reach):
    """Finds the places of a subject."""

    @cached_property
    def opener(self) -> Match | None:
        """The words of a topic, a circumstance or a paper cited, that the sentence opens with; `None` where it opens otherwise."""
        return next((m for m in self.phrases if m.rule.value in ("opener", "cites")), None)

    def subject_places(self) -> Iterator[int]:
        """Places where who acts may be named, the likeliest first."""
        start = self._past_label()
        asked = self.after_request(start)
        topic = any(m.span.start == start and force(m) == "topic" for m in self.told("request"))
        if topic:
            yield from self._behind_topic(asked)
        yield asked
        opener = self.opener
        if not topic and opener is None:
            return
        limit = self.first_sentence_end()
        yield from self._ordered_after_comma(limit)
        inside = self._past_topic(opener, limit)  # a topic, a name: what begins within it is no subject
        for place in self._starts_behind_circumstance():
            if max(start, inside - 1) < place < limit:
                may_act = self._may_be_subject(place)
                inside = self.reader.list_at(place)[1] if may_act else self._governed_end(place, opener)
                if may_act:
                    yield place

    def _starts_behind_circumstance(self) -> list[int]:
        """Where names begin, those of places behind a comma or the time among them (*Hằng tháng, thôn Đông họp dân*)."""
        levels = (at for at, m in self.reader.parts.items() if m.rule.value == "level")
        acting = (at for at in levels if self.text[:at].rstrip().endswith(",") or self.is_after_time(at))
        return sorted({*self.reader.starts(), *acting})

    def _behind_topic(self, at: int) -> Iterator[int]:
        """*Đối với các xã chưa đạt chuẩn, Phòng Nội vụ đôn đốc*: the body behind the comma of a topic in general that tells which are meant."""
        units, _ = self.reader.list_at(at)
        if not units or self.reader.value_at(units[0].span.start) not in ("det", "noun"):
            return
        topic = units[0].span
        clause = any(m.rule.value == "clause" and topic.covers(m.span) for m in self.reader.parts.values())
        if not clause and self.verb_after(topic.end) is None:
            return
        colon = self.text.find(":", 0, self.first_sentence_end())
        for place in self.reader.starts():
            after_comma = self.text[place].isupper() and self.text[:place].rstrip().endswith(",")
            end = self.reader.list_at(place)[1] if topic.end < place and after_comma else 0
            if end and (colon < 0 or colon > end) and self.reader.acts_at(self.skip(end)):
                yield place

    def _past_label(self) -> int:
        """Where the words behind *riêng* or *Trách nhiệm của* begin, where a text opens with them (*Riêng các Sở: Tư pháp, Nội vụ thẩm
        định*, *Nhiệm vụ của Công an xã: tuần tra*).
        """
        start = self.skip(0)
        label = next((m for m in self.told("besides") if m.span.start == start), None)
        if label is None and (duties := next(self.told("duties_of"), None)):
            whose = self.reader.list_at(self.skip(duties.span.end))[1]
            label = duties if self.text[whose : whose + 1] == ":" else None
        return self.skip(label.span.end) if label else start

    def _ordered_after_comma(self, limit: int) -> Iterator[int]:
        """*Trên cơ sở ..., đề nghị các sở tổ chức ...*: an order behind the comma of a circumstance says who acts, whoever stands before."""
        for request in self.told("request"):
            after_comma = self.text[: request.span.start].rstrip().endswith(",")
            if self.orders(request) and after_comma and request.span.start < limit:
                yield self.skip(request.span.end)

    def _governed_end(self, at: int, opener: Match | None) -> int:
        """*Chương trình của Chính phủ, các bộ rà soát ...*: where a name ends that is no subject; one of many after one of its own
        begins anew, and so does any after *thay mặt X* or after the comma that ends a circumstance.
        """
        units, end = self.reader.list_at(at)
        before = self.end_before(at)
        if units and any(
            m.span.end == before and m.rule.attributes.get("takes") == "one" for m in self.words
        ):
            return units[0].span.end
        if any(m.span.end == before for m in self.told("coordinate")):
            return end
        if opener is not None and self._ends_circumstance(opener, units, end):
            return units[0].span.end
        plural = (u.span.start for u in units[1:] if self.reader.value_at(u.span.start) == "det")
        many = next(plural, None) if self.reader.value_at(at) != "det" else None
        return max(u.span.end for u in units if u.span.start < many) if many else end

    def _ends_circumstance(self, opener: Match, units: Sequence[UnitName], end: int) -> bool:
        """*Theo chỉ đạo của UBND huyện, Phòng Y tế rà soát*: whether the comma after the first of several names parts who acts from
        the circumstance; a verb follows the last of them.
        """
        if opener.rule.attributes.get("holds") != "comma" or len(units) < 2:
            return False
        start, after = units[0].span
        parted = self.text[after : units[1].span.start].strip() == ","
        ended = any(self.text[i] == "," and self.reader.verb_at(self.skip(i + 1)) for i in range(start))
        return parted and not ended and self.verb_after(end) is not None and not self._asks_later(end)

    def _asks_later(self, end: int) -> bool:
        """*..., UBND huyện yêu cầu*: whether somebody named after a later comma asks others to act."""
        asking = {m.span.start for m in self.told("request")}
        after_comma = (p for p in self.reader.starts() if p > end and self.text[:p].rstrip().endswith(","))
        return any(self.verb_after(self.reader.list_at(p)[1]) in asking for p in after_comma)

    def _past_topic(self, opener: Match | None, limit: int) -> int:
        """*Về dự án Bệnh viện huyện: ...*: where the topic or the paper ends that the text opens with; 0 where it has none."""
        if opener is not None and opener.rule.value == "cites":
            return opener.span.end
        about = opener is not None and opener.rule.attributes.get("until") == "colon"
        return self.text.find(":", 0, limit) + 1 if about else 0

    def _may_be_subject(self, at: int) -> bool:
        """Not inside a name that began before, nor what a verb or a preposition governs, nor *được X giao* in front."""
        end = self.end_before(at)
        if any(m.span.end == end for m in self.told("request")):
            return True
        told = self._told_right_before(end)
        if told in ("governs", "aims") or (told == "passive" and " " not in self.text[:end].strip()):
            return False
        if told == "then" or self.text[:end].endswith(",") or self._is_after_passive(end):
            return True
        if self.is_after_time(at):
            return True
        return all(m.span.end != end for m in self.reader.verbs.values())

    def is_after_time(self, at: int) -> bool:
        """*Hằng tháng Trạm Y tế khám*: whether a place is right behind the time that the text opens with."""
        opener = self.opener
        if opener is None or opener.rule.attributes.get("then") != "next":
            return False
        return self.skip(opener.span.end) == at

    def _told_right_before(self, end: int) -> str | None:
        return next((m.rule.value for m in self.words if m.span.end == end), None)

    def _is_after_passive(self, end: int) -> bool:
        """Whether a verb that ends at a place is done to what stands before it."""
        passive = (m for m in self.words if m.rule.value == "passive" and m.span.end < end)
        return any(
            end - m.span.end <= _PASSIVE_LENGTH and not MARK.search(self.text[m.span.end : end])
            for m in passive
        )

    def verb_after(self, end: int) -> int | None:
        """Where the verb begins that follows a subject, a bracket or a colon between them; `None` where none does."""
        bracket = BRACKET.match(self.text, end)
        at = bracket.end() if bracket else end
        found = _AFTER_ACTOR.match(self.text, at)
        start = found.end() if found else at
        has_colon = ":" in self.text[at:start]
        if start in self.reader.loose and not self.text[at:start].strip():
            return start
        asks = any(m.span.start == start for m in self.told("request"))  # *kính đề nghị*
        if asks or self.reader.verb_at(start) is not None:
            return start
        return start if has_colon and start < len(self.text) and not self._only_names(start) else None

    def _only_names(self, at: int) -> bool:
        """*Giảng viên: Bác sĩ Khoa Cấp cứu.*: whether nothing but names stands behind a colon: it says who that is."""
        units, end = self.reader.list_at(at)
        return bool(units) and not self.text[end:].strip(" .;*_/")
