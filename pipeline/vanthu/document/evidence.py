"""Why the program says what it says: mentions found by rules, and evidence that leads back to the page."""

from __future__ import annotations

from typing import Generic, TypeVar

from vanthu.document.base import Frozen
from vanthu.document.geometry import Box, Span
from vanthu.document.text import Edit


class Mention(Frozen):
    """A place in the text that a rule matched. `groups` holds the rule's named groups that took part."""

    label: str
    rule: str
    span: Span
    groups: dict[str, str] = {}


class Region(Frozen):
    """One line's part of a quote. `box` is `None` in transcripts."""

    page: int
    box: Box | None = None


class Evidence(Frozen):
    """A quote with its context and its places on the pages."""

    quote: str
    prefix: str = ""  # up to 30 characters before
    suffix: str = ""  # up to 30 characters after
    span: Span | None = None  # in `Plan.text.value`
    regions: tuple[Region, ...] = ()
    confidence: float | None = None  # lowest word confidence, 0..1; None where no word was measured
    rule: str | None = None
    edits: tuple[Edit, ...] = ()
    review: str | None = (
        None  # Vietnamese: why a person should look at the words; None where no flag touches them
    )

    @property
    def page(self) -> int | None:
        """The page that the quote begins on; `None` where it has no place."""
        return self.regions[0].page if self.regions else None


T = TypeVar("T")


class Sourced(Frozen, Generic[T]):
    """A value with what it rests on. An unknown value is `None` and `review` says why a person should look."""

    value: T | None = None
    evidence: Evidence | None = None
    confidence: float | None = None  # of the value, 0..1; None where it can't be said
    review: str | None = None  # Vietnamese; None where nothing is to be reviewed
    by_hand: bool = False  # the value, or a part of it, was read from handwriting
    blank: bool = False  # the place was surely left blank on paper, wholly or in part; not merely unread
    candidates: tuple[str, ...] = ()  # other values that were possible, best first
