"""The letters of document numbers: codes of document types and of the bodies that issue them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex

from vanthu.orthography import strip_accents
from vanthu.rulebook import Rulebook

_PART = regex.compile(r"[^-/–\s]+")
_LONG = 4  # letters of a code that may have a place's letters behind it: UBND, THCS
_DEPARTMENT = regex.compile(r"(?:\p{Lu}\p{Ll}?|&){1,6}\d{0,2}")
_PARLIAMENT = regex.compile(r"(?:UBTV)?QH\d{1,2}")


@dataclass(frozen=True)
class Codes:
    """Codes by what they look like without marks and case; several may look alike."""

    types: Mapping[str, frozenset[str]]
    organs: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Codes:
        """The codes of a rulebook. Raises `KeyError` where it has none."""
        kinds = (c.rule.attributes.get("code", "") for c in rulebook["DOCUMENT_TYPE"].compiled)
        organs = (form for c in rulebook["ORGAN_CODE"].compiled for form in c.rule.forms)
        return cls(_alike(kinds), _alike(organs))

    def type_of(self, symbol: str) -> str | None:
        """The code of the document's type that begins a symbol; `None` where none does."""
        first = _PART.search(symbol)
        return first[0] if first and first[0] in self.types.get(_bare(first[0]), ()) else None

    def is_known(self, symbol: str) -> bool:
        """Whether the parts of a symbol are codes in their places: a type and who issued it, or a body and its department.

        What follows is free: departments have codes of their own.
        """
        kind, *rest = _PART.findall(symbol) or [""]
        if _PARLIAMENT.fullmatch(kind):
            return True
        if kind in self.types.get(_bare(kind), ()):
            return bool(rest) and self._is_organ(rest[0])
        return self._is_organ(kind) and all(map(_DEPARTMENT.fullmatch, rest))

    def mended(self, symbol: str) -> str:
        """The symbol with each part that is no code, but looks like exactly one, spelled as that."""
        place = iter(range(99))
        return _PART.sub(lambda part: self._one(part[0], next(place)), symbol)

    def _is_organ(self, code: str) -> bool:
        """A code, or one with the name of a place or the number of a team behind it."""
        return code in self.organs.get(_bare(code), ()) or any(
            code.startswith(known) and (code[len(known) :].isdigit() or len(known) >= _LONG)
            for group in self.organs.values()
            for known in group
        )

    def _one(self, part: str, place: int) -> str:
        known = self.types if place == 0 else self.organs
        alike = known.get(_bare(part), frozenset())
        return next(iter(alike)) if len(alike) == 1 and part not in alike else part


def _bare(code: str) -> str:
    return strip_accents(code).casefold()


def _alike(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for code in codes:
        if code:
            groups[_bare(code)].add(code)
    return {bare: frozenset(group) for bare, group in groups.items()}
