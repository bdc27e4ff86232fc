"""What must speak for it that two duties are one where words are unknown: of what may be two, a careful reader says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from vanthu.audit.across.duty import Duty
from vanthu.audit.across.likeness import apart
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.vocabulary import is_foreign, syllables

_BOTH, _ONE = 0.34, 0.67  # of an object's syllables, that the other duty does not have in any like row
_SLIP = 0.8  # of the letters: read amiss


def are_two(a: Duty, b: Duty) -> bool:
    """Whether something makes two duties in like words two, or too little speaks for one, or one only tells of another."""
    doubts = apart(a, b) or next(_unlike(a, b), None)
    return doubts is not None or any(d.reader.says("told-again", d.text) for d in (a, b))


def _unlike(a: Duty, b: Duty) -> Iterator[str]:
    """What makes two duties in like words doubtful: another beginning, another product, another object, other people."""
    if is_foreign(syllables(a.begun), b.start) and is_foreign(syllables(b.begun), a.start):
        yield "start"
    if a.product and b.product and a.product != b.product:
        yield "product"
    if _other_head(a, b):
        yield "head"
    if a.aimed and b.aimed and is_foreign(a.aimed, b.aimed):
        yield "aimed"


def _other_head(a: Duty, b: Duty) -> bool:
    one, two = _lacking(a, b), _lacking(b, a)
    if SequenceMatcher(None, "".join(one), "".join(two), autojunk=False).ratio() >= _SLIP:
        return False
    few, many = sorted((len(one) / max(1, len(a.head)), len(two) / max(1, len(b.head))))
    return few > _BOTH or many > _ONE


def _lacking(a: Duty, b: Duty) -> list[str]:
    """What a duty's object has and the other lacks: a syllable by itself is chance, one with a neighbour is not."""
    rows = {s for pair in a.pairs & b.pairs for s in pair}
    left = Counter(b.order)
    lacking = []
    for syllable, known in a.head:
        has = left[syllable] > 0 and (known or syllable in rows)
        left[syllable] -= has
        lacking += [] if has else [syllable]
    return lacking


def may_be_one(one: Collection[str], two: Collection[str]) -> bool:
    """Whether a unit of one has all the words of one of the other, and more: maybe the same by a longer name."""
    names = [[set(key.split()) for key in keys] for keys in (one, two)]
    return any(a <= b or b <= a for a in names[0] for b in names[1])


def names(duty: Duty, paper: Paper) -> bool:
    """Whether a duty names another plan: its drafter knew that plan's date."""
    return bool(paper.number) and duty.reader.plain(paper.number or "") in duty.reader.plain(duty.text)
