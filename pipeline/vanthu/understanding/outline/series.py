"""Which items of an outline are still open, and which of them a new one continues or closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vanthu.orthography import to_roman
from vanthu.understanding.outline.numbering import Marker, Style


@dataclass
class Open:
    """A node that later paragraphs may still belong to."""

    marker: Marker | None  # None for a heading without a number
    node: int
    path: str
    depth: int = 0  # of bullets: 0 for the outermost
    paragraphs: int = 0
    bullets: int = 0
    awaits: bool = False  # ends with a colon: what follows without a mark belongs to it
    unnumbered: bool = False  # a line over what stands below it: a time alone, a bare title
    sections: int = 0  # of this kind


def join(above: str, own: str) -> str:
    """A path below another; the outermost stands alone."""
    return f"{above}.{own}" if above else own


def written_number(marker: Marker) -> str:
    """The number of an item as paths write it."""
    if marker.style is Style.ROMAN:
        return to_roman(marker.ordinal)
    if marker.style in (Style.UPPER, Style.LOWER, Style.PAREN) and not any(
        c.isdigit() for c in marker.written
    ):
        return marker.written.strip("()/., -–")
    return str(marker.ordinal)


def same_series(marker: Marker, other: Marker | None) -> bool:
    """Whether two items are numbered in one way."""
    return other is not None and (marker.style, marker.key) == (other.style, other.key)


def continues(marker: Marker, last: Marker | None) -> bool:
    """Whether an item is the next after another."""
    if last is None or not same_series(marker, last):
        return False
    return marker.ordinal == last.ordinal + 1 and marker.numbers[:-1] == last.numbers[:-1]


def begins_below(marker: Marker, above: Marker | None) -> bool:
    """Whether an item is the first of those that repeat the number of another (*1.1* below *1*)."""
    if above is None or not above.style is marker.style is Style.DECIMAL:
        return False
    return marker.numbers == (*above.numbers, 1)


def repeats(marker: Marker, above: Marker) -> bool:
    """Whether an item bears the number of one above that is numbered in another way: *1.1* below *1)* or *Bước 1*."""
    return (
        above.style in (Style.STEP, Style.NUMBER_PAREN)
        and marker.style is Style.DECIMAL
        and len(marker.numbers) > 1
        and marker.numbers[0] == above.ordinal
    )


def choose(candidates: tuple[Marker, ...], stack: list[Open]) -> Marker:
    """The reading that continues a series, else one that begins a series, else one of a series that is open."""
    if len(candidates) == 1:
        return candidates[0]
    tests: tuple[Callable[[Marker], bool], ...] = (
        lambda m: any(continues(m, o.marker) for o in stack),
        lambda m: m.ordinal == 1,
        lambda m: any(same_series(m, o.marker) for o in stack),
    )
    return next((m for test in tests for m in candidates if test(m)), candidates[0])


def close(stack: list[Open], marker: Marker) -> None:
    """Close what the marker ends: back to its own series, or to what usually stands above it."""
    for level, above in enumerate(stack):
        if same_series(marker, above.marker):
            del stack[level:]
            return
    while stack and outranks(marker, stack[-1].marker) and not begins_list(stack[-1], marker):
        stack.pop()


def begins_list(above: Open, marker: Marker) -> bool:
    """Whether the first bullet of another kind stands below a bullet that ends with a colon and holds nothing yet: *+ Công an xã:*, then
    *- Tuần tra*, however the signs usually rank.
    """
    is_empty = above.bullets == above.paragraphs == 0
    return (
        marker.is_bullet and above.marker is not None and above.marker.is_bullet and above.awaits and is_empty
    )


def outranks(marker: Marker, last: Marker | None) -> bool:
    """Whether an item stands above another and so closes it."""
    if last is None:
        return marker.style < Style.ROMAN
    if marker.style is Style.DECIMAL and last.style is Style.DECIMAL:
        return marker.numbers[: len(last.numbers)] != last.numbers
    if repeats(marker, last):
        return False
    if last.style is Style.STEP and marker.style is Style.DECIMAL:
        # counts the work of one step; a series that was open before was found before
        return marker.numbers != (1,)
    if last.style is Style.ROMAN and marker.style is Style.UPPER and marker.ordinal == 1:
        return False  # a letter that stands above numerals comes before the first of them
    return marker.style < last.style
