"""What the words between two phrases of time, and around one, make of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vanthu.document.geometry import Span
from vanthu.rulebook import RuleSet
from vanthu.understanding.deadlines.found import NEAR


@dataclass(frozen=True)
class Links:
    """What the words between two phrases of time, and around one, make of them: rules of label TIME_LINK by their value."""

    by_value: Mapping[str, RuleSet]

    def join(self, *values: str, text: str, one: Span, other: Span) -> bool:
        """Whether the words between two phrases, in their order, are those of one of these links and nothing else."""
        between = text[one.end : other.start]
        return bool(between) and any(self.by_value[v].whole(between) for v in values)

    def same_day(self, words: str) -> bool:
        """Whether words take up the day named before."""
        return self.by_value["same_day"].touches(words)

    def parted(self, words: str) -> bool:
        """Whether the words from a rhythm to a limit begin something else, which comes not as often (*và khi có cháy*, *học sinh tan học*)."""
        return self.this_one(words) or self.by_value["parted"].touches(words)

    def this_one(self, words: str) -> bool:
        """Whether the words behind a rhythm turn to one time of many (*riêng đợt đầu*, *năm nay*)."""
        return self.by_value["this_one"].touches(words)

    def finishes(self, words: str) -> bool:
        """Whether a sentence says that something is to be finished or reached."""
        return self.by_value["finishes"].touches(words)

    def opens_round(self, opener: str, words: str) -> bool:
        """Whether an item speaks of the report of a half-year or year under words that give it again and again."""
        item, above = self.by_value["report_of_period"], self.by_value["repeats"]
        return item.touches(words) and above.touches(opener)

    def names_feast(self, words: str) -> bool:
        """Whether a phrase is the name of a feast without its day."""
        return self.by_value["feast"].touches(words)

    def opens(self, words: str) -> bool:
        """Whether the words before a phrase end with time that the phrase did not take up (*từ 29 Tết*, *trước hoặc*)."""
        return self.by_value["opens"].touches(words)

    def goes_on(self, words: str) -> bool:
        """Whether the words after a phrase begin with time that the phrase did not take up (*trước 23 giờ*)."""
        return self.by_value["goes_on"].touches(words)

    def rests(self, words: str) -> bool:
        """Whether the words after a phrase bring no work of their own."""
        return self.by_value["rests"].touches(words)

    def opens_period(self, words: str) -> bool:
        """Whether a phrase begins with a month, quarter or year, which is no first day to count from."""
        return self.by_value["opens_period"].touches(words)

    def takes_file(self, words: str) -> bool:
        """Whether the words before a length speak of a procedure: its days are counted for each file."""
        return self.by_value["takes_file"].touches(words)

    def closes(self, text: str, span: Span) -> bool:
        """Whether a phrase says when work is to be finished (*xong trong tháng 01*)."""
        return self.by_value["closes"].touches(text[max(0, span.start - NEAR) : span.end])
