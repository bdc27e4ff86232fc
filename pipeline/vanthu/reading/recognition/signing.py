"""What belongs into a signer's corner: the words that mark it, and which readings of a line are a name or an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from vanthu.orthography import is_syllable
from vanthu.reading.recognition.ocr import Token
from vanthu.rulebook import Rulebook, RuleSet

_LABELS = ("LAYOUT", "SIGNER")
_RECEIVERS = ("recipients", "recipients_line")
_OFFICES = ("authority", "position")
_MOTTOES = ("motto", "motto_line")
_USED = (*_RECEIVERS, *_OFFICES, "organ", *_MOTTOES, "person")
_SYLLABLES = range(2, 6)  # of a name
_OFFICE_TRUST = 0.7  # every word of an office must be as sure as this
_STRANGE_TRUST = 0.9  # and of a name whose family name is not known
_NAME_TRUST = 0.6  # mean of a name with a known one, which a seal's rim at its first letter makes doubtful
_SPECKS = " `'´‘’“”\"*^~_.,;:|-–—=<>«»•·"  # what seal and pen leave at a word's edges


@dataclass(frozen=True)
class Signing:
    """Rules by the part they find. `known` finds names that begin with a family name of the land."""

    parts: Mapping[str, tuple[RuleSet, ...]]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Signing:
        """Raises `KeyError` where the rulebook lacks the layout's or the signer's rules."""
        groups = [rulebook[label].by_value for label in _LABELS]
        return cls({part: tuple(group[part] for group in groups if part in group) for part in _USED})

    @property
    def rules(self) -> tuple[RuleSet, ...]:
        """All rules by which a corner is read."""
        return tuple(rules for part in self.parts.values() for rules in part)

    def names_receivers(self, tokens: Sequence[Token]) -> bool:
        """Whether the list of receivers begins in a line."""
        return self._opens(text_of(tokens), _RECEIVERS)

    def is_office(self, tokens: Sequence[Token]) -> bool:
        """Whether a line is an authority (*TM. ...*) or a position, in capitals."""
        text = text_of(tokens)
        return text.isupper() and self._opens(text, _OFFICES)

    def is_motto(self, tokens: Sequence[Token]) -> bool:
        """Whether a line is one of the motto in a letterhead."""
        return self._opens(text_of(tokens), _MOTTOES)

    def office_in(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The words of an authority or a position that can be believed; empty where the line is none."""
        words = tuple(t._replace(text=t.text.lstrip(_SPECKS)) for t in tokens if _bears_letters(t))
        sure = all(w.confidence >= _OFFICE_TRUST for w in words)
        return words if sure and self.is_office(words) else ()

    def name_in(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The words at the end of a line that make a person's name, specks taken off; empty where none is convincing."""
        words = self._without_rank(_words(tokens))
        name = tuple(reversed(tuple(_name_words(reversed(words)))))
        before = words[: len(words) - len(name)]
        return name if self._is_whole(name, before) and self._convinces(name) else ()

    def _is_whole(self, name: Sequence[Token], before: Sequence[Token]) -> bool:
        """Whether nothing before a name belongs to it: specks, or letters seen in a seal's rim before a usual family name."""
        if not before or not _is_lettered(before[-1]):
            return True
        return before[-1].confidence < _OFFICE_TRUST and self.is_known(name)

    def is_known(self, name: Sequence[Token]) -> bool:
        """Whether a name begins with a usual family name."""
        return self._opens(text_of(name), ("person",))

    def _without_rank(self, words: tuple[Token, ...]) -> tuple[Token, ...]:
        """A line without the rank or degree (*Đại tá*, *ThS.*) that it begins with."""
        found = (rules.at_start(text_of(words)) for rules in self.parts.get("person", ()))
        rank = next((m.groups.get("rank", "") for m in found if m), "")
        return words[len(rank.split()) :]

    def _convinces(self, name: Sequence[Token]) -> bool:
        if len(name) not in _SYLLABLES or self._opens(text_of(name), (*_OFFICES, "organ", "motto")):
            return False
        if self.is_known(name):
            return fmean(t.confidence for t in name) >= _NAME_TRUST
        return all(t.confidence >= _STRANGE_TRUST for t in name)

    def _opens(self, text: str, parts: Iterable[str]) -> bool:
        return any(rules.at_start(text) for part in parts for rules in self.parts.get(part, ()))


def text_of(tokens: Iterable[Token]) -> str:
    """Words of a line, with blanks between."""
    return " ".join(t.text for t in tokens)


def _words(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Words without specks at their edges, and without what is nothing but specks."""
    return tuple(t._replace(text=t.text.strip(_SPECKS)) for t in tokens if _bears_letters(t))


def _bears_letters(word: Token) -> bool:
    return any(c.isalpha() for c in word.text)


def _name_words(words: Iterable[Token]) -> Iterator[Token]:
    """The first words that can belong to one name: all in capitals, or none."""
    first: Token | None = None
    for word in words:
        first = first or word
        if not _is_name_word(word.text) or word.text.isupper() != first.text.isupper():
            return
        yield word


def _is_name_word(text: str) -> bool:
    return is_syllable(text) and text[0].isupper() and (text.isupper() or text[1:].islower())


def _is_lettered(word: Token) -> bool:
    return sum(c.isalpha() for c in word.text) > 1
