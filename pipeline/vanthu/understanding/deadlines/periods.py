"""Lines that name a time and nothing else (*Tháng 9/2025*): headings of the work under them."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vanthu.orthography import fold_spelling
from vanthu.rulebook import Rulebook, RuleSet
from vanthu.times.reading import PointReader

_EDGE = " \t\n.:;,*_"
_LONGEST = 60  # characters of a line that is a heading
_NUMBERED = regex.compile(
    r"(?:tuần|đợt|giai đoạn|bước|kỳ)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]+)\s*[:(–-]\s*(?P<time>[^)]+)\)?",
    regex.IGNORECASE,
)
_PERIOD = regex.compile(r"tháng|quý|tuần|năm|học kỳ|giai đoạn|\d{1,2}/\d{4}", regex.IGNORECASE)


@dataclass(frozen=True)
class PeriodReader:
    """Tells such lines by the rules on time."""

    deadlines: RuleSet
    points: PointReader

    @classmethod
    def of(cls, rulebook: Rulebook) -> PeriodReader:
        """A reader for a rulebook."""
        return cls(rulebook["DEADLINE"], PointReader(rulebook["TIME_POINT"]))

    def is_period(self, text: str) -> bool:
        """Whether a text is a period of time, alone or behind the number of a stage."""
        stripped = fold_spelling(text.strip(_EDGE))
        if len(stripped) > _LONGEST:
            return False
        if stage := _NUMBERED.fullmatch(stripped):
            return self.is_time(stage["time"].strip(_EDGE))
        is_label = ":" in stripped  # with its time: no heading
        return not is_label and _PERIOD.search(stripped) is not None and self.is_time(stripped)

    def is_time(self, text: str) -> bool:
        """Whether a text is a point, a period or a limit of time and nothing else."""
        if self.points.read(text) is not None:
            return True
        return any(m.span.start == 0 and m.span.end == len(text) for m in self.deadlines.find(text))
