"""Names that units go by within one document: short forms that it brings in, the full spelling that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from vanthu.orthography import fold, fold_spelling
from vanthu.rulebook import RuleSet
from vanthu.understanding.units.grammar import UnitGrammar, UnitReader

_QUOTES = "\"“”' "
_NOT_WORD = regex.compile(r"[^\p{L}\p{N}%/]+")


def introduced(texts: Iterable[str], rules: RuleSet, grammar: UnitGrammar) -> dict[str, str]:
    """Short names that the document itself brings in: *Ban Chỉ đạo 35 huyện (sau đây gọi tắt là BCĐ 35)* -> short: full."""
    found: dict[str, str] = {}
    for text in texts:
        for bracket in rules.find(text):
            short = " ".join(bracket.groups["short"].split()).strip(_QUOTES)
            name = _name_before(grammar.read(text[: bracket.span.start]))
            if short and name:
                found[short] = name
    return found


def _name_before(reader: UnitReader) -> str | None:
    """The name that ends where the text ends; the longest of those that do."""
    end = len(reader.text.rstrip())
    names = (
        units[-1].name for s in reader.starts() for units, e in [reader.list_at(s)] if units and e == end
    )
    return next(names, None)


class UnitNames:
    """One name a unit within one document: short forms written out, the document's own abbreviations followed."""

    def __init__(self, short_forms: RuleSet, introduced: Mapping[str, str]) -> None:
        self._short_forms = short_forms
        self._introduced = {alike(short): full for short, full in introduced.items()}
        self._first: dict[str, str] = {}
        self._full: dict[str, str] = {}

    def learn(self, names: Iterable[str]) -> None:
        """Take note of names in the order of the document: the first full spelling of a unit is the one that stays."""
        for name in names:
            full = self.written_out(name)
            self._first.setdefault(alike(full), full)

    def resolve(self, name: str) -> str:
        """The name that a unit goes by in the whole document."""
        full = self.written_out(name)
        return self._first.get(alike(full), full)

    def written_out(self, name: str) -> str:
        """Short forms replaced by what they stand for."""
        if name not in self._full:
            self._full[name] = self._write_out(name)
        return self._full[name]

    def _write_out(self, name: str) -> str:
        if full := self._introduced.get(alike(name)):
            return full
        parts, at = [], 0
        for match in self._short_forms.find(name):
            parts += [name[at : match.span.start], match.rule.value or ""]
            at = match.span.end
        full = fold_spelling("".join([*parts, name[at:]])).strip()
        return full[:1].upper() + full[1:]


def alike(text: str) -> str:
    """What two spellings have in common that differ in case, blanks and marks between words."""
    return _NOT_WORD.sub(" ", fold(text)).strip()
