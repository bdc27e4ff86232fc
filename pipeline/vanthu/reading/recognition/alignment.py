"""Which words of two readings of one page stand in the same place. Told by where they lie, then by how they are spelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from vanthu.orthography import fold_spelling, nfc
from vanthu.reading.recognition.ocr import Token

_LEVEL = 0.5  # of a word's height must lie in a line of the other reading
_SAME = 0.3  # of the narrower word lies over the other: they are the same ink
_BESIDE = 1.0  # heights of a line: as far may its ends be off
_QUOTES = str.maketrans(
    {**dict.fromkeys("“”„″", '"'), **dict.fromkeys("‘’‚′´`", "'"), **dict.fromkeys("–—−‐", "-")}
)


class Pair(NamedTuple):
    """Words of both readings that are the same ink, by index; one side empty where only the other saw anything.

    `covered` tells for words of the first reading alone whether they lie in a line that the other saw too.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    covered: bool = True


def folded(text: str) -> str:
    """What two readings are compared by: kinds of quotes and dashes, the place of a tone mark and *i* or *y* make no difference."""
    return fold_spelling(nfc(text).translate(_QUOTES).replace("…", "..."))


class _Line(NamedTuple):
    x0: int
    y0: int
    x1: int
    y1: int
    words: tuple[int, ...]

    def overlap(self, token: Token) -> float:
        """Share of a word's height that lies in the line; 0 for words that stand beside it."""
        beside = _BESIDE * (self.y1 - self.y0)
        if not self.x0 - beside <= (token.x0 + token.x1) / 2 <= self.x1 + beside:
            return 0.0
        return (min(self.y1, token.y1) - max(self.y0, token.y0)) / max(1, token.y1 - token.y0)


def align(first: Sequence[Token], second: Sequence[Token]) -> tuple[Pair, ...]:
    """All words of both readings, each in one pair."""
    lines = _lines(second)
    held, loose = _held(first, lines)
    pairs = [Pair((i,), (), covered=False) for i in loose]
    for number, line in enumerate(lines):
        mine = sorted(held[number], key=lambda i: first[i].x0)
        pairs += _in_line(first, second, mine, line.words)
    return tuple(pairs)


def _lines(tokens: Sequence[Token]) -> list[_Line]:
    members: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        members[token.line].append(index)
    return [_line([tokens[i] for i in words], words) for words in members.values()]


def _line(tokens: Sequence[Token], words: Sequence[int]) -> _Line:
    return _Line(
        min(t.x0 for t in tokens),
        min(t.y0 for t in tokens),
        max(t.x1 for t in tokens),
        max(t.y1 for t in tokens),
        tuple(words),
    )


def _held(first: Sequence[Token], lines: Sequence[_Line]) -> tuple[dict[int, list[int]], list[int]]:
    """The words that lie in each line, and those in none."""
    held: dict[int, list[int]] = defaultdict(list)
    loose = []
    for index, token in enumerate(first):
        near = [n for n, line in enumerate(lines) if line.y0 < token.y1 and line.y1 > token.y0]
        share, number = max(((lines[n].overlap(token), n) for n in near), default=(0.0, 0))
        if share >= _LEVEL:
            held[number].append(index)
        else:
            loose.append(index)
    return held, loose


def _in_line(
    first: Sequence[Token], second: Sequence[Token], mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[Pair]:
    matcher = SequenceMatcher(
        None, [folded(first[i].text) for i in mine], [folded(second[j].text) for j in theirs], autojunk=False
    )
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        ours, others = mine[a0:a1], theirs[b0:b1]
        if tag == "equal":
            yield from (Pair((i,), (j,)) for i, j in zip(ours, others, strict=True))
        else:
            yield from _by_place(first, second, ours, others)


def _by_place(
    first: Sequence[Token], second: Sequence[Token], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Pair]:
    """Words that are spelled otherwise, joined where they lie over each other."""
    spans = [(first[i].x0, first[i].x1, 0, i) for i in ours] + [
        (second[j].x0, second[j].x1, 1, j) for j in theirs
    ]
    for group in _touching(sorted(spans)):
        yield Pair(
            tuple(n for _, _, side, n in group if not side), tuple(n for _, _, side, n in group if side)
        )


def _touching(spans: Iterable[tuple[int, int, int, int]]) -> Iterator[list[tuple[int, int, int, int]]]:
    """Runs of spans of which each lies over one of the other side before it."""
    group: list[tuple[int, int, int, int]] = []
    for span in spans:
        if group and not any(_overlaps(span, other) for other in group if other[2] != span[2]):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _overlaps(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared >= _SAME * max(1, min(a[1] - a[0], b[1] - b[0]))
