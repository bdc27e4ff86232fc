"""Two readings of one page made one: agreement raises confidence, difference becomes a dispute, lost lines come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from vanthu.reading.recognition.alignment import Pair, align, folded
from vanthu.reading.recognition.choosing import Said, choose
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.specks import is_speck
from vanthu.settings import ConfidenceSettings, Curve, SecondSettings

Area = tuple[int, int, int, int]

_COVERED = (
    0.5  # of a word that lies under words of the first reading: those are its other spelling, it was not lost
)


class Difference(NamedTuple):
    """What the reading that was not taken says; `places` are the boxes of the words that stand there, empty for none."""

    places: tuple[Area, ...]
    box: Area
    text: str
    engine: str
    confidence: float
    against: float = 0.0  # what the engine that was taken said of its own reading


class Agreed(NamedTuple):
    """The words of a page, line by line, with calibrated confidences, and where the readings differ.

    Words that only the second reading saw follow their neighbours; whole lines of such words have new numbers, at the end.
    """

    tokens: tuple[Token, ...]
    differences: tuple[Difference, ...] = ()


class _Outcome(NamedTuple):
    """Words for one pair, and what was said against them."""

    tokens: tuple[Token, ...] = ()
    against: tuple[Difference, ...] = ()


def agree(
    first: Sequence[Token],
    second: Sequence[Token],
    *,
    settings: SecondSettings,
    confidence: ConfidenceSettings,
    whole: bool = True,
) -> Agreed:
    """Both readings as one. With `whole` the second looked at the entire page: what it did not see there is in doubt."""
    judge = _Judge(settings, confidence, whole=whole)
    pairs = align(first, second)
    kept: dict[int, _Outcome] = {}
    for pair in pairs:
        if pair.first:
            kept[pair.first[0]] = judge.outcome(
                [first[i] for i in pair.first], [second[j] for j in pair.second], covered=pair.covered
            )
    standing = {i for pair in pairs if pair.first and kept[pair.first[0]].tokens for i in pair.first}
    gained = _Gained(first, second, pairs, standing)
    lost = judge.taken_in(gained.lines()) if whole else _Outcome()
    inside = judge.taken_in([[t] for t in gained.words()]) if whole else _Outcome()
    ordered = sorted([*_placed(kept), *gained.beside(inside.tokens)], key=lambda p: p[0])
    against = (d for o in (*kept.values(), lost, inside) for d in o.against)
    return Agreed((*(t for _, t in ordered), *_renumbered(lost.tokens, first)), tuple(against))


def alone(first: Iterable[Token], *, noise: float, confidence: ConfidenceSettings) -> Agreed:
    """One reading that nothing was compared with, without its specks."""
    return Agreed(_sure((t for t in first if not is_speck(t, noise)), confidence.alone))


def _placed(kept: dict[int, _Outcome]) -> list[tuple[float, Token]]:
    return [(float(i), t) for i, outcome in sorted(kept.items()) for t in outcome.tokens]


def _renumbered(tokens: Iterable[Token], first: Sequence[Token]) -> Iterable[Token]:
    after = 1 + max((t.line for t in first), default=-1)
    return (t._replace(line=after + t.line) for t in tokens)


class _Judge:
    """Decides pair by pair."""

    def __init__(self, settings: SecondSettings, confidence: ConfidenceSettings, *, whole: bool) -> None:
        self.settings, self.confidence, self.whole = settings, confidence, whole

    def outcome(self, first: Sequence[Token], second: Sequence[Token], *, covered: bool) -> _Outcome:
        """For words of the first reading, and what the second says of them, if anything."""
        if not second:
            return _Outcome(self._unseen(first, covered=covered))
        mine, theirs = said(first), said(second)
        if folded(mine.text) == folded(theirs.text):
            return _Outcome(_sure(first, self.confidence.agreed))
        choice = choose(mine, theirs, self.settings)
        if choice.second:
            curve = self.confidence.agreed if choice.agreed else self.confidence.changed
            tokens, loser = _sure(_instead(first, second), curve), first
        else:
            curve = self.confidence.agreed if choice.agreed else self.confidence.disputed
            tokens, loser = _sure(first, curve), second
        if not choice.disputed:
            return _Outcome(tokens)
        winner = theirs if choice.second else mine
        return _Outcome(tokens, (difference(tokens, loser)._replace(against=winner.confidence),))

    def _unseen(self, first: Sequence[Token], *, covered: bool) -> tuple[Token, ...]:
        if not self.whole:
            return _sure(first, self.confidence.alone)
        limit = self.settings.unseen_in_line if covered else self.settings.unseen
        noise, dash = self.settings.unseen_noise, self.settings.unseen_dash
        kept = [
            t
            for t in first
            if not is_speck(t, noise, dash=dash) and (t.confidence >= limit or not _is_lettered(t))
        ]
        return _sure(kept, self.confidence.unseen)

    def taken_in(self, lines: Iterable[Sequence[Token]]) -> _Outcome:
        """Lines, or words, that the second alone saw: those that it is sure of, and disputes for the others."""
        tokens, against = [], []
        for number, line in enumerate(lines):
            told = [t for t in line if _is_lettered(t)]
            if not told:
                continue
            if fmean(t.confidence for t in told) >= self.settings.gain:
                tokens += [t._replace(line=number) for t in _sure(line, self.confidence.gained)]
            elif sum(len(t.text) for t in told) >= self.settings.least_letters:
                against.append(difference((), line))
        return _Outcome(tuple(tokens), tuple(against))


class _Gained:
    """What only the second reading saw."""

    def __init__(
        self, first: Sequence[Token], second: Sequence[Token], pairs: Iterable[Pair], standing: Iterable[int]
    ) -> None:
        self._first, self._second = first, second
        # junk that was dropped hides nothing: what the second read of its ink would be lost
        over = [first[i] for i in standing]
        self._neighbours: dict[int, list[int]] = defaultdict(
            list
        )  # words of the first by lines of the second
        self._alone: dict[int, list[int]] = defaultdict(list)
        for pair in pairs:
            for j in pair.second:
                if pair.first:
                    self._neighbours[second[j].line] += pair.first
                elif not _is_covered(second[j], over):
                    self._alone[second[j].line].append(j)

    def lines(self) -> list[list[Token]]:
        """Lines of which the first saw nothing."""
        return [
            [self._second[j] for j in words]
            for line, words in self._alone.items()
            if line not in self._neighbours
        ]

    def words(self) -> list[Token]:
        """Words in lines that the first saw too."""
        return [
            self._second[j] for line, words in self._alone.items() if line in self._neighbours for j in words
        ]

    def beside(self, tokens: Iterable[Token]) -> list[tuple[float, Token]]:
        """Such words with their place in the first reading's order, and in its line."""
        origin = {area(t): t.line for t in self.words()}
        return [self._placed(t, self._neighbours[origin[area(t)]]) for t in tokens]

    def _placed(self, token: Token, neighbours: Sequence[int]) -> tuple[float, Token]:
        left = [i for i in neighbours if self._first[i].x0 <= token.x0]
        nearest = (
            max(left, key=lambda i: self._first[i].x0)
            if left
            else min(neighbours, key=lambda i: self._first[i].x0)
        )
        place = nearest + (0.5 if left else -0.5)
        return place, token._replace(line=self._first[nearest].line)


def _is_lettered(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _is_covered(token: Token, first: Iterable[Token]) -> bool:
    """Whether words of the first reading lie on the same ink."""
    size = max(1, (token.x1 - token.x0) * (token.y1 - token.y0))
    shared = sum(
        max(0, min(t.x1, token.x1) - max(t.x0, token.x0)) * max(0, min(t.y1, token.y1) - max(t.y0, token.y0))
        for t in first
    )
    return shared >= _COVERED * size


def said(tokens: Sequence[Token]) -> Said:
    """A piece of a line as one text, as sure as its most doubtful word."""
    return Said(" ".join(t.text for t in tokens), min(t.confidence for t in tokens))


def area(token: Token) -> Area:
    """The box of a word, in pixels."""
    return token.x0, token.y0, token.x1, token.y1


def difference(kept: Sequence[Token], loser: Sequence[Token]) -> Difference:
    """What a reading that was not taken says of the words that were."""
    boxes = [area(t) for t in (kept or loser)]
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    text, confidence = said(loser)
    return Difference(tuple(area(t) for t in kept), box, text, loser[0].engine, confidence)


def _instead(first: Sequence[Token], second: Sequence[Token]) -> tuple[Token, ...]:
    """The second's words where the first's stand."""
    if len(first) == len(second):
        return tuple(
            _reaching(f, s)._replace(text=s.text, confidence=s.confidence, engine=s.engine)
            for f, s in zip(first, second, strict=True)
        )
    top, bottom = min(t.y0 for t in first), max(t.y1 for t in first)
    return tuple(s._replace(y0=top, y1=bottom, line=first[0].line) for s in second)


def _reaching(first: Token, second: Token) -> Token:
    """The first's word, as wide as the second saw it where that is wider by more than a letter: the first may have lost the rest of it."""
    letter = first.y1 - first.y0
    return first._replace(
        x0=second.x0 if first.x0 - second.x0 > letter else first.x0,
        x1=second.x1 if second.x1 - first.x1 > letter else first.x1,
    )


def _sure(tokens: Iterable[Token], curve: Curve) -> tuple[Token, ...]:
    """Tokens with confidences that a curve gives them."""
    return tuple(t._replace(confidence=curve.at(t.confidence)) for t in tokens)
