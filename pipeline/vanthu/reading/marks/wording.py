"""What the lines of a stamp say: its kind and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import regex

from vanthu.document.page import MarkKind
from vanthu.orthography import strip_accents
from vanthu.rulebook import Match, Rulebook, RuleSet

LABEL = "MARKS"
# least confidence of every word of a field: most numbers and days are written by hand, and a guess is worse than nothing
_SURE = {"number": 0.93, "date": 0.93, "forwarded_to": 0.75, "agency": 0.75}
_DIRT = " .…_·:;,|-–—~'\"‘’“”*<>«»"
_HINTS = 2  # lines that look like those of an arrival stamp, in a frame of its size
_STROKES = "|!+[]"  # what an engine takes strokes of letters for
_ALIKE = str.maketrans("|!1LJ[]0Q+F7", "IIIIIIIOOTTT")
_FIELDS = ("arrival_number", "arrival_date", "arrival_forwarded")


class Spoken(NamedTuple):
    """A line as the engine read it; `confidence` is that of its most doubtful word, 0..1."""

    text: str
    confidence: float


class Told(NamedTuple):
    """What a stamp is, with the lines that say so."""

    kind: MarkKind
    lines: tuple[Spoken, ...]
    fields: dict[str, str]


@dataclass(frozen=True)
class Marking:
    """Rules by the part they find."""

    parts: Mapping[str, RuleSet]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Marking:
        """Raises `KeyError` where the rulebook lacks the rules for marks."""
        return cls(rulebook[LABEL].apart(lambda rule: (rule.value or "").partition(":")[0]))

    @property
    def rules(self) -> tuple[RuleSet, ...]:
        """All rules by which marks are told."""
        return tuple(self.parts.values())

    def tell(self, lines: Sequence[Spoken], *, as_arrival: bool = False) -> Told | None:
        """The kind of a stamp; `None` where its lines are none that a stamp bears. With `as_arrival` hints are enough for one."""
        if self._is_arrival(lines) or (as_arrival and self._hints(lines) >= _HINTS):
            return Told(MarkKind.ARRIVAL, tuple(lines), self._arrival_fields(lines))
        if urgent := self._urgency(lines):
            return urgent
        if any(self.find("copy", line.text) for line in lines):
            return Told(MarkKind.COPY, tuple(lines), {})
        if any(self.find("digital_signature", line.text) for line in lines):
            return Told(MarkKind.DIGITAL_SIGNATURE, tuple(lines), {})
        return None

    def tell_best(self, readings: Sequence[Sequence[Spoken]], *, as_arrival: bool = False) -> Told | None:
        """The same of a stamp that was read several times: by the surest reading that says something, else by all together."""
        told = [t for reading in readings if (t := self.tell(reading, as_arrival=as_arrival))]
        if told:
            return max(told, key=lambda t: (_length(t), min(line.confidence for line in t.lines)))
        return self.tell([line for reading in readings for line in reading], as_arrival=as_arrival)

    def _urgency(self, lines: Sequence[Spoken]) -> Told | None:
        """The longest mark that a line says, or two together, or all: the time of a delivery stands on a second line."""
        twos = (Spoken(f"{a.text} {b.text}", min(a.confidence, b.confidence)) for a, b in pairwise(lines))
        whole = Spoken(" ".join(s.text for s in lines), min((s.confidence for s in lines), default=0.0))
        told = [
            Told(
                MarkKind.URGENCY,
                (spoken._replace(text=(found.rule.value or "").partition(":")[2].strip()),),
                {},
            )
            for spoken in (*lines, *twos, whole)
            if (found := self.find("urgency", spoken.text))
        ]
        return max(told, key=_length, default=None)

    def find(self, part: str, text: str) -> Match | None:
        """The first place where a part is recognised in a line."""
        rules = self.parts.get(part)
        return rules.first(text) if rules else None

    def _is_arrival(self, lines: Iterable[Spoken]) -> bool:
        texts = [line.text for line in lines]
        if any(self.find("arrival_field", text) for text in texts):
            return True
        fields = {part for part in _FIELDS for text in texts if self.find(part, text)}
        return len(fields) >= 2 or any(self.find("arrival", text) for text in texts)

    def _hints(self, lines: Iterable[Spoken]) -> int:
        return sum(self.find("arrival_hint", line.text) is not None for line in lines)

    def _arrival_fields(self, lines: Sequence[Spoken]) -> dict[str, str]:
        fields = {"agency": agency} if (agency := self._agency(lines)) else {}
        for part in _FIELDS:
            for line in lines:
                found = self.find(part, line.text)
                for name, value in (found.groups if found else {}).items():
                    if line.confidence >= _SURE[name] and _is_sound(name, value):
                        fields.setdefault(name, value.strip(_DIRT))
        return fields

    def _agency(self, lines: Sequence[Spoken]) -> str:
        """The capitals over the first field."""
        said = []
        for line in lines:
            if any(self.find(part, line.text) for part in ("arrival", "arrival_field", *_FIELDS)):
                break
            text = line.text.strip(_DIRT)
            if line.confidence >= _SURE["agency"] and regex.fullmatch(r"[\p{Lu}\d ,.&-]{4,}", text):
                said.append(text)
        return " ".join(said)


def _length(told: Told) -> int:
    """How much an urgency says; the others are not told apart so."""
    return len(told.lines[0].text) if told.kind is MarkKind.URGENCY else 0


def outline(text: str) -> str:
    """The capitals that a line of a stamp may have been: no marks, no blanks, look-alikes as one. Empty where few are capitals."""
    letters = [c for c in text if c.isalnum() or c in _STROKES]
    if sum(c.isupper() for c in letters) * 2 < len(letters):
        return ""
    return strip_accents("".join(letters)).upper().translate(_ALIKE)


def _is_sound(name: str, value: str) -> bool:
    if name == "date":
        day, month, year = (int(n) for n in regex.findall(r"\d+", value))
        try:
            return date(year, month, day).year > 1975
        except ValueError:
            return False
    if name == "forwarded_to":
        return sum(c.isalpha() for c in value) >= 2
    return bool(value.strip(_DIRT))
