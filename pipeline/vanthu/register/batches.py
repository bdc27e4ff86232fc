"""Many values in several statements: one takes a bounded number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
AT_ONCE = 500


def batches(items: Sequence[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    """As many at a time as one statement may ask about."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
