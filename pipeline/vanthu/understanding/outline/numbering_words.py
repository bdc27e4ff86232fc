"""The words and signs of numbering, from rules/tables/numbering.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vanthu.document.base import Frozen
from vanthu.times.tables import load_table


class Numbering(Frozen):
    """`labels`: words before a number by the kind of item; `signs`: single characters that begin a bullet."""

    version: int
    labels: Mapping[str, tuple[str, ...]]
    ordinals: tuple[str, ...]
    cardinals: tuple[str, ...]
    signs: str
    misread_signs: str
    letters: str


@cache
def numbering() -> Numbering:
    """Raises `RulesError` where the table is not valid."""
    return load_table("numbering", Numbering)
