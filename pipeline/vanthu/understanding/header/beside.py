"""Those who sign beside each other: their offices share lines, and so do their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from vanthu.document.geometry import Span
from vanthu.understanding.header.person import Person, person_in
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import View

_BLANKS = regex.compile(r"\s+")
LABELS = ("maker", "approves")  # over a column of the foot, and no office
_HEADS = ("authority", "position", *LABELS)
_LONGEST_NAME = 5  # words; more are the names of two


@dataclass
class Draft:
    """One who signs, as far as read."""

    authority: list[Span] = field(default_factory=list)
    position: Span | None = None
    office: Span | None = None
    person: Person | None = None
    signs: bool = True  # who only wrote the paper (*NGƯỜI LẬP*) does not

    @property
    def begun(self) -> bool:
        """Whether it has anything but a name."""
        return bool(self.authority or self.position)

    def take_office(self, span: Span) -> None:
        """The first office is the position, the second stands besides, more are left out."""
        if self.position is None:
            self.position = span
        elif self.office is None:
            self.office = span

    def take_person(self, person: Person) -> None:
        """A name read without doubt before one with."""
        if self.person is None or (self.person.review and not person.review):
            self.person = person


@dataclass(frozen=True)
class Columns:
    """Drafts side by side."""

    drafts: tuple[Draft, ...]

    @classmethod
    def of(cls, view: View, pieces: Sequence[Span], rules: HeaderRules) -> Columns | None:
        """The columns that a line opens; `None` where it holds fewer than two offices, powers or labels."""
        heads = [p for p in pieces if rules.opens(view.slice(p), *_HEADS)]
        return cls(tuple(_begun(view, head, rules) for head in heads)) if len(heads) > 1 else None

    def take_positions(self, view: View, pieces: Sequence[Span], rules: HeaderRules) -> bool:
        """Whether a line holds the offices of the columns that have none so far; they take them."""
        told = [p for p in pieces if rules.opens(view.slice(p), "position")]
        awaiting = [d for d in self.drafts if d.position is None]
        signing = [d for d in awaiting if d.signs]
        taking = next((who for who in (awaiting, signing) if len(who) == len(told)), None)
        for draft, position in zip(taking or (), told, strict=False):
            draft.position = position
        return bool(told) and taking is not None

    def named(self, view: View, line: Span, rules: HeaderRules) -> list[Draft]:
        """Those who sign, where a line holds as many names as there are columns; else nobody."""
        if self._is_one(view, line, rules):
            return []
        people = _people_in(line, view.text, rules, count=len(self.drafts))
        for draft, person in zip(self.drafts, people, strict=False):
            draft.person = person
        return [d for d in self.drafts if d.signs] if people else []

    def _is_one(self, view: View, line: Span, rules: HeaderRules) -> bool:
        """*KT. CHỦ TỊCH PHÓ CHỦ TỊCH* over one name: a power and the office that goes with it."""
        power, office = self.drafts[0], self.drafts[-1]
        pair = len(self.drafts) == 2 and power.authority and not power.position and not office.authority
        short = len(view.slice(line).split()) <= _LONGEST_NAME
        return bool(pair and office.position and short and _people_in(line, view.text, rules, count=1))


def _begun(view: View, head: Span, rules: HeaderRules) -> Draft:
    text = view.slice(head)
    if rules.opens(text, *LABELS):
        return Draft(signs=not rules.opens(text, "maker"))
    return Draft(authority=[head]) if rules.opens(text, "authority") else Draft(position=head)


def _people_in(span: Span, text: str, rules: HeaderRules, *, count: int) -> tuple[Person, ...]:
    """So many persons whose names share a line of the whole text, the names as equal in length as can be; nobody where it
    names fewer or more.
    """
    return min(_ways(span, text, rules, count), key=_unevenness, default=())


def _ways(span: Span, text: str, rules: HeaderRules, count: int) -> Iterator[tuple[Person, ...]]:
    own = text[span.start : span.end]
    if count == 1:
        person = person_in(span, own, rules)
        whole = person is not None and not person.review and person.span.end == span.end
        if person and whole and " " in person.name:
            yield (person,)
        return
    for blank in _BLANKS.finditer(own):
        head, rest = Span(span.start, span.start + blank.start()), Span(span.start + blank.end(), span.end)
        for first in _ways(head, text, rules, 1):
            yield from ((*first, *others) for others in _ways(rest, text, rules, count - 1))


def _unevenness(people: tuple[Person, ...]) -> int:
    lengths = [len(p.name) for p in people]
    return max(lengths) - min(lengths)
