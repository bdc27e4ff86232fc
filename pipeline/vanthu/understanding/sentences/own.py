"""Whether those whom a task names are people or parts of the units above it, which then must still answer for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.units.parts import UnitName

_COUNT = regex.compile(rf"^(?:{fold('các')}|\d+) ")  # before a kind of body
_BARE_WORDS = 3  # *mỗi tổ chức*, *mỗi chi đoàn*


@dataclass(frozen=True)
class OwnPeople:
    """Looks at one task under the units of its heading. `offices`: whether communes have departments of their own, as since 01/7/2025;
    `addressed`: whether a paragraph asks all of those above, of whom a line may ask some (*Yêu cầu các trường ...* in a letter).
    """

    sentence: Sentence
    above: Sequence[UnitName]
    offices: bool
    addressed: bool = False

    def are_all(self, named: Sequence[str]) -> bool:
        """Whether all names are of such people or parts."""
        if not named or not self.above:
            return False
        if (
            self.sentence.asks_own_people
            or self._tone == "invitation"
            or (self.sentence.begins_plural and self._are_each(named))
        ):
            return True
        return self._tone == "order" and all(
            (self._is_general(n) and not self.addressed) or any(self._is_below(n, a.name) for a in self.above)
            for n in named
        )

    def _are_each(self, named: Sequence[str]) -> bool:
        """*Mỗi tổ cử 08 người* under *Tổ dân phố số 5, số 6*: one general word that all units of the heading begin with; *mỗi tổ chức*
        means each of those above, whatever they are called.
        """
        if len(named) != 1:
            return False
        _, _, kind = fold(named[0]).partition(" ")
        alike = len(named[0].split()) <= _BARE_WORDS and all(
            _COUNT.sub("", f"{fold(u.name)} ").startswith(f"{kind} ") for u in self.above
        )
        return alike or (self.sentence.begins_with_each and self._is_bare(named[0]))

    def _is_bare(self, name: str) -> bool:
        """*mỗi tổ chức*: a general word for bodies and nothing that tells which are meant; *mỗi gia đình* are others."""
        parts = self._parts(name)
        plain = [p.rule.value for p in parts] == ["det", "noun"] and parts[-1].span.end == len(name)
        return plain and len(name.split()) == _BARE_WORDS and "bodies" in parts[-1].rule.attributes

    def _is_general(self, name: str) -> bool:
        """*Yêu cầu các cơ sở y tế báo cáo* under *Sở Y tế*, *Yêu cầu các bến phà* under *Sở Xây dựng*: those in its charge, told in
        general; *các đơn vị liên quan*, *các phòng của xã* are others.
        """
        parts = self._parts(name)
        general = len(parts) > 1 and parts[0].rule.value == "det" and "noun" in _values(parts[1])
        return general and not {"qualifier", "level"} & {p.rule.value for p in parts}

    @property
    def _tone(self) -> str | None:
        """Whether it orders, proposes or invites, by the words right before whom it names; `None` where it asks nobody."""
        units, _ = self.sentence.subject
        end = self.sentence.end_before(units[0].span.start) if units else 0
        asking = next((m for m in self.sentence.told("request") if m.span.end == end), None)
        return asking.rule.attributes.get("tone", "order") if asking else None

    def _is_below(self, name: str, above: str) -> bool:
        """*Công an các xã* under *Công an tỉnh*; *Trưởng thôn*, *Công an xã*, *Phòng Kinh tế* under *UBND các xã*, who all have one;
        *Khoa Dược* under *Bệnh viện tỉnh*.
        """
        own, over = self._parts(name), self._parts(above)
        if not own or not over:
            return False
        if _kind(name, own) == _kind(above, over):
            return _is_low(own) and not _is_low(over)
        one = own[0].rule.value != "det" or _tier(own) == "hamlet"
        told = own[0].rule.attributes if not _tier(own) else {}
        within = told.get("within")
        many = any(p.rule.value == "det" for p in over) and _tier(over) == "commune"
        if not many:
            bodies = tuple(told.get("of", "").split("|"))  # who have such a department; none named: everybody
            return (
                within is not None
                and fold(above).startswith(tuple(fold(b) for b in bodies))
                and self._has_departments(above, over)
            )
        offices = self.offices and within == "commune"
        return one and not _has_place(name, own) and (_is_low(own) or offices)

    def _has_departments(self, name: str, parts: Sequence[Match]) -> bool:
        """*Giao Khoa Dược* under *Bệnh viện tỉnh*: one body that neither governs others nor wrote the paper, in which it orders its own."""
        governs = "superior" in self.sentence.rules.roles.values(name) or self.sentence.rules.issues(name)
        return parts[0].rule.value == "head" and not governs

    def _parts(self, name: str) -> list[Match]:
        return sorted(self.sentence.rules.grammar.units.find(name), key=lambda m: m.span.start)


def _values(part: Match) -> tuple[str | None, ...]:
    """What a part is, and what it is where no name follows it (*các nhà máy*)."""
    return part.rule.value, part.rule.attributes.get("otherwise")


def _kind(name: str, parts: Sequence[Match]) -> str | None:
    """The first words that are no word for many."""
    first = next((p.span for p in parts if p.rule.value != "det"), None)
    return fold(name[first.start : first.end]) if first else None


def _tier(parts: Sequence[Match]) -> str | None:
    """What level a name ends with: hamlet, commune, another one, none."""
    told = (p.rule for p in reversed(parts) if p.rule.value == "level" or "tier" in p.rule.attributes)
    return next((rule.attributes.get("tier", "above") for rule in told), None)


def _is_low(parts: Sequence[Match]) -> bool:
    return _tier(parts) in ("hamlet", "commune")


def _has_place(name: str, parts: Sequence[Match]) -> bool:
    """*Công an xã Đông*: one of a named place."""
    return any(p.rule.value == "level" and name[p.span.end :].lstrip()[:1].isupper() for p in parts)
