"""The language of the offices as far as repairs need it: which syllables stand beside each other, and which stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import regex
from pydantic import Field

from vanthu.document.base import Frozen
from vanthu.errors import RulesError
from vanthu.orthography import fold, nfc, strip_accents
from vanthu.repair.letters import look
from vanthu.resources import checked, rules_folder

LEXICON_FILE = Path("tables", "compounds.yaml")
_SYLLABLE = regex.compile(r"\p{L}+")
_MISPLACED = regex.compile(r"[^\p{L}\s,.;–-]")

Pair = tuple[str, str]


class LexiconFile(Frozen):
    """The file: phrases parted by semicolons."""

    version: int = Field(ge=1, le=1)
    about: str = ""
    alone: str = ""
    names: str = ""
    terms: str = ""
    fields: dict[str, str]


@dataclass(frozen=True)
class Lexicon:
    """Neighbours by twos and threes, and syllables, folded; terms of mixed letters by what they look like."""

    pairs: frozenset[Pair]
    triples: frozenset[tuple[str, str, str]]
    compounds: frozenset[Pair]  # phrases of two syllables: no stop stands inside them
    alone: frozenset[str]
    syllables: frozenset[str]
    terms: Mapping[str, str]
    alike: Mapping[str, tuple[str, ...]]  # syllables without their marks -> all that differ by marks alone

    @classmethod
    def of(cls, phrases: Iterable[str], *, alone: Iterable[str] = (), terms: Iterable[str] = ()) -> Lexicon:
        """A lexicon of phrases; every two neighbours in one are a pair."""
        runs = [_SYLLABLE.findall(fold(phrase)) for phrase in phrases]
        single = frozenset(fold(word) for word in alone)
        syllables = single.union(*runs)
        return cls(
            frozenset(pair for run in runs for pair in pairwise(run)),
            frozenset(three for run in runs for three in zip(run, run[1:], run[2:], strict=False)),
            frozenset((run[0], run[1]) for run in runs if len(run) == 2),
            single,
            syllables,
            {look(term): term for term in terms},
            _by_skeleton(syllables),
        )


def load_lexicon(path: Path | None = None) -> Lexicon:
    """The lexicon of a file, the program's own where none is given. Raises `RulesError` that says what is wrong with it."""
    path = path or rules_folder() / LEXICON_FILE
    file = checked(path, LexiconFile)
    phrases = [p for text in (file.names, *file.fields.values()) for p in _items(text, path.name)]
    return Lexicon.of(phrases, alone=_items(file.alone, path.name), terms=_terms(file.terms))


def _items(text: str, where: str) -> Iterator[str]:
    for item in nfc(text).split(";"):
        if bad := _MISPLACED.search(item):
            raise RulesError(f"từ ghép '{item.strip()}' có ký tự '{bad[0]}'", where=where)
        if item.strip():
            yield item.strip()


def _terms(text: str) -> Iterator[str]:
    return (term.strip() for term in nfc(text).split(";") if term.strip())


def _by_skeleton(syllables: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for syllable in sorted(syllables):
        groups[strip_accents(syllable)].append(syllable)
    return {skeleton: tuple(group) for skeleton, group in groups.items()}
