"""Words as read, and what other readings say of them -> repairs and flags."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vanthu.document.page import Dispute, Flag, Mark, Repair, Word
from vanthu.repair import flags, ledger
from vanthu.repair.belief import believed
from vanthu.repair.brackets import by_brackets
from vanthu.repair.codes import Codes
from vanthu.repair.doubt import Trust, trust
from vanthu.repair.figures import Figure, figures
from vanthu.repair.lexicon import Lexicon, load_lexicon
from vanthu.repair.marked import of_marks
from vanthu.repair.measures import MendingFile, load_mending
from vanthu.repair.missed import missed
from vanthu.repair.quarters import by_quarters
from vanthu.repair.seams import Parting
from vanthu.repair.second_readings import by_second_readings
from vanthu.repair.shapes import by_shape
from vanthu.rulebook import Rulebook


class Mended(NamedTuple):
    """The two layers that mending makes; both sorted by page and word."""

    repairs: tuple[Repair, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class Mender:
    """What mending goes by."""

    lexicon: Lexicon
    codes: Codes
    file: MendingFile

    @classmethod
    def of(cls, rulebook: Rulebook) -> Mender:
        """The program's own lexicon and limits, and the codes of a rulebook. Raises `RulesError`."""
        return cls(load_lexicon(), Codes.of(rulebook), load_mending())

    def __call__(
        self, words: Sequence[Word], disputes: Sequence[Dispute] = (), marks: Sequence[Mark] = ()
    ) -> Mended:
        """What is repaired, and what a person should look at: words, lost print, marks. In order of pages."""
        found = self._mended(words, disputes, _stamped(marks))
        unread = missed(disputes, words, marks, self.file)
        told = sorted((*of_marks(marks, self.file), *found.flags, *unread), key=lambda flag: flag.page)
        return found._replace(flags=tuple(told))

    def _mended(self, words: Sequence[Word], disputes: Sequence[Dispute], stamped: Container[int]) -> Mended:
        """What is repaired, and doubts about words. Those without a measured confidence are left alone."""
        if all(word.confidence is None for word in words):
            return Mended((), ())
        apart = Parting.of(words, disputes)
        trusts = trust(apart.words, apart.disputes, self.file.limits)
        repairs = self._repairs(apart.words, trusts, apart.disputes)
        ours = frozenset(n for n, origin in enumerate(apart.origins) if origin not in stamped)
        found = self._flags(ledger.applied(apart.words, repairs), repairs, apart.disputes, ours)
        return Mended(apart.repairs(words, repairs), apart.flags(found))

    def _repairs(
        self, words: Sequence[Word], trusts: Sequence[Trust], disputes: Sequence[Dispute]
    ) -> tuple[Repair, ...]:
        others = ledger.other_readings(words, disputes)
        return ledger.merged(
            by_quarters(words, others),
            by_second_readings(words, others, self.lexicon, self.codes),
            by_brackets(words, self.lexicon),
            by_shape(words, trusts, self.lexicon),
            ledger.by_figures(words, trusts, _figures(words, range(len(words))), self.codes),
            ledger.by_neighbours(words, trusts, disputes, self.lexicon),
        )

    def _flags(
        self,
        words: Sequence[Word],
        repairs: Sequence[Repair],
        disputes: Sequence[Dispute],
        ours: frozenset[int],
    ) -> tuple[Flag, ...]:
        others = ledger.other_readings(words, disputes)
        settled = frozenset(repair.word for repair in repairs)
        sight = flags.Sight(words, others, settled, believed(words, others, self.lexicon))
        found = _figures(words, ours)
        told = list(flags.of_quarters(sight))
        quarters = frozenset(index for doubt in told for index in doubt.words)
        others_than = [figure for figure in found if quarters.isdisjoint(figure.words)]
        told += flags.of_figures(sight, others_than, self.codes, self.file.limits)
        taken = frozenset(index for doubt in told for index in doubt.words).union(*(f.words for f in found))
        told += flags.of_words(sight, taken, self.file.limits)
        told += flags.of_counts(sight, disputes, frozenset(index for doubt in told for index in doubt.words))
        return flags.flags(words, (d for d in told if not ours.isdisjoint(d.words)), self.file)


def _stamped(marks: Iterable[Mark]) -> frozenset[int]:
    """Indices of the words of stamps: they are no part of the document's text, so nobody is asked about them.

    Words over a mark that says nothing are asked about: a seal may lie on a word of the document.
    """
    return frozenset(n for mark in marks if mark.text for n in mark.words)


def _figures(words: Sequence[Word], of: Collection[int]) -> list[Figure]:
    """The dates and numbers of each page; words beside `of` neither begin one nor end it."""
    return [figure for indices in ledger.by_page(words, of) for figure in figures(words, indices)]
