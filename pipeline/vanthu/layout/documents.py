"""Several documents in one file: told by their letterheads, and parted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol, TypeVar

from vanthu.document.plan import Plan


class _OnPage(Protocol):
    @property
    def page(self) -> int: ...


_Item = TypeVar("_Item", bound=_OnPage)


def split(plan: Plan) -> tuple[Plan, ...]:
    """A plan with blocks -> one for each document in its file, in order; the plan itself where there is one.

    Pages, blocks, marks, flags and problems are divided (a blank sheet goes with the document before it, a problem of the whole file
    with the first); words, grids, repairs and disputes stay whole, so that indices hold. Pages keep their numbers in the file.
    """
    firsts: dict[int, int] = {}
    for block in plan.blocks or ():
        firsts.setdefault(block.document, block.page)
    if len(firsts) < 2:
        return (plan,)
    opening = [firsts[n] for n in sorted(firsts)]
    return tuple(_part(plan, number, opening) for number in range(len(opening)))


def _part(plan: Plan, number: int, opening: list[int]) -> Plan:
    own = frozenset(p.number for p in plan.pages or () if _document_of(p.number, opening) == number)
    return plan.with_layers(
        pages=tuple(p for p in plan.pages or () if p.number in own),
        blocks=tuple(b for b in plan.blocks or () if b.page in own),
        marks=_on(plan.marks, own),
        flags=_on(plan.flags, own),
        problems=tuple(p for p in plan.problems if p.page in own or (p.page is None and number == 0)),
    )


def _on(items: Iterable[_Item] | None, pages: frozenset[int]) -> tuple[_Item, ...] | None:
    return None if items is None else tuple(item for item in items if item.page in pages)


def _document_of(page: int, opening: list[int]) -> int:
    """Which document a page belongs to, by the pages that they open with."""
    return max(0, bisect_right(opening, page) - 1)
