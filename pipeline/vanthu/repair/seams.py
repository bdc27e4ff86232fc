"""Words that were read as one although they are several: another engine saw the seam, and there they are taken apart for mending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import regex

from vanthu.document.page import Dispute, Flag, Repair, Word

SEAM = "mend.seam"

# behind a sign that ends a word, and at a speck between small letters: nothing is printed there without a blank
_PIECE = regex.compile(r"(?<=[,;:.)”])(?=\p{L})|(?<=\p{Ll})[.'’·](?=\p{Ll}{2})|(?<=\p{Ll}{2})(?=\p{Lu})")


class Parting(NamedTuple):
    """Words with some of them taken apart. `origins`: the index of the word that each comes from."""

    words: tuple[Word, ...]
    disputes: tuple[Dispute, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[Word], disputes: Iterable[Dispute]) -> Parting:
        """Words taken apart where a dispute tells of as many as the word has pieces; disputes are moved along."""
        disputes = tuple(disputes)
        pieces = dict(_pieces(words, disputes))
        apart: list[Word] = []
        origins: list[int] = []
        for index, word in enumerate(words):
            for text in pieces.get(index, (word.text,)):
                apart.append(word._replace(text=text))
                origins.append(index)
        return cls(tuple(apart), tuple(_moved(disputes, origins)), tuple(origins))

    def repairs(self, words: Sequence[Word], found: Iterable[Repair]) -> tuple[Repair, ...]:
        """Repairs of the words as they were, from repairs of their pieces. `words`: as read."""
        new = {repair.word: repair for repair in found}
        return tuple(
            repair
            for origin, group in groupby(range(len(self.origins)), key=self.origins.__getitem__)
            if (repair := self._repair(origin, words[origin].text, list(group), new)) is not None
        )

    def _repair(self, origin: int, read: str, own: list[int], new: dict[int, Repair]) -> Repair | None:
        made = [new[n] for n in own if n in new]
        text = " ".join(new[n].replacement if n in new else self.words[n].text for n in own)
        rule = made[0].rule if made else SEAM
        return Repair(word=origin, original=read, replacement=text, rule=rule) if text != read else None

    def flags(self, found: Iterable[Flag]) -> tuple[Flag, ...]:
        """Flags with the words as they were."""
        return tuple(
            flag.model_copy(update={"words": tuple(dict.fromkeys(self.origins[n] for n in flag.words))})
            for flag in found
        )


def _pieces(words: Sequence[Word], disputes: Iterable[Dispute]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for dispute in disputes:
        count = len(dispute.text.split())
        if len(dispute.words) != 1 or count < 2:
            continue
        parts = tuple(part for part in _PIECE.split(words[dispute.words[0]].text) if part)
        if len(parts) == count:
            yield dispute.words[0], parts


def _moved(disputes: Iterable[Dispute], origins: Sequence[int]) -> Iterator[Dispute]:
    places = {origin: list(group) for origin, group in groupby(range(len(origins)), key=origins.__getitem__)}
    for dispute in disputes:
        yield dispute.model_copy(update={"words": tuple(n for w in dispute.words for n in places[w])})
