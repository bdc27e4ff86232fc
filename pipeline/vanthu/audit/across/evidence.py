"""What must speak for it that two duties are one where words are unknown: of what may be two, a careful reader says nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import chain, product, takewhile
from typing import NamedTuple

from vanthu.audit.across.duty import Duty
from vanthu.audit.across.likeness import ALIKE, apart, likeness, marked_apart
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.vocabulary import is_foreign, syllables
from vanthu.audit.across.work import Work

_BOTH, _ONE = 0.34, 0.67  # of an object's syllables, that the other duty does not have in any like row
_SLIP = 0.8  # of the letters: read amiss
_WORD = 2  # syllables
_OTHER_WORD = 0.6  # of the letters; what shares more may be read amiss
_SAID_OTHERWISE = 0.6  # likeness from which on one verb and one object make one duty of two
_BY_WORDS = frozenset(
    {"words", "object", "opening", "brought", "start", "head"}
)  # doubts that other words for one thing raise
_SHORT = 3  # syllables; of a head of fewer one says little
_OBJECT = 4  # telling syllables in common
_FEW, _BOTH_COVER, _HALF = 0.3, 1.3, 0.5
_PART_FEW, _PART_BOTH = 0.6, 1.4
_MAY_BE_PART = 0.5  # likeness from which on one duty may be a part of the other


class Same(NamedTuple):
    """How alike two duties are that are one.

    `in_part`: of one of them, or of both, a part is meant; `perhaps`: they begin with other words, whose verbs may mean one work.
    """

    likeness: float
    in_part: bool = False
    perhaps: bool = False


def same(a: Duty, b: Duty, least: float) -> Same | None:
    """How two duties are one, whole or in part; `None` where they are two."""
    value = likeness(a, b)
    if _are_one(a, b, value, least):
        return Same(value, perhaps=_act_otherwise(a, b))
    if value < _MAY_BE_PART or not (a.parts or b.parts) or any(marked_apart(a, b)):
        return None
    pairs = [*((a, part) for part in b.parts), *((part, b) for part in a.parts)]
    alike = ((likeness(*pair), pair) for pair in pairs if _cover_each_other(*pair))
    return max(
        (Same(v, in_part=True, perhaps=_act_otherwise(*p)) for v, p in alike if _are_one(*p, v, least)),
        default=None,
    )


def _cover_each_other(a: Duty, b: Duty) -> bool:
    """Whether of what each says of its object the other says most: a part says little, and what it says must be there."""
    few, many = sorted((_covered(a, b), _covered(b, a)))
    return few >= _PART_FEW and few + many >= _PART_BOTH and not (a.is_general or b.is_general)


def _are_one(a: Duty, b: Duty, value: float, least: float) -> bool:
    """Whether two duties, alike by `value`, are one: nothing makes them two, enough speaks for one, and none only tells of the other.

    Where both have one verb and say much the same of its object, other words beside that matter less.
    """
    if value < (_SAID_OTHERWISE if least <= ALIKE else least):
        return False
    return _no_doubt_is_left(a, b, value, least) and not any(
        d.reader.says("told-again", d.text) for d in (a, b)
    )


def _no_doubt_is_left(a: Duty, b: Duty, value: float, least: float) -> bool:
    """They are raised one by one: most pairs end at the first."""
    too_little = ("words",) if value < least else ()
    doubts = chain(too_little, apart(a, b, value), _unlike(a, b))
    first = next(doubts, None)
    if first is None:
        return True
    if least > ALIKE or first not in _BY_WORDS:
        return False
    return _done_to_one(a, b) and all(doubt in _BY_WORDS for doubt in doubts)


def _done_to_one(a: Duty, b: Duty) -> bool:
    """Whether two duties of two plans have a verb in common, and what they say of its object is much the same."""
    one_verb = a.work.verbs & b.work.verbs - {*a.reader.vocabulary.words.weak_actions}
    if a.paper.key == b.paper.key or not one_verb:
        return False
    few, many = sorted((_covered(a, b), _covered(b, a)))
    enough = len(_object(a) & _object(b)) >= _OBJECT
    return (
        enough
        and few >= _FEW
        and few + many >= _BOTH_COVER
        and min(_begins_in(a, b), _begins_in(b, a)) >= _HALF
    )


def _object(duty: Duty) -> frozenset[str]:
    return frozenset(s for phrase in duty.work.object for s in phrase)


def _covered(a: Duty, b: Duty) -> float:
    """The share of what a duty says of its object that the other says too; a known phrase counts twice."""
    told = _object(b)
    whole = sum(1 + (len(p) > 1) for p in a.work.object)
    both = sum((1 + (len(p) > 1)) * sum(s in told for s in p) / len(p) for p in a.work.object)
    return both / whole if whole else 1.0


def _begins_in(a: Duty, b: Duty) -> float:
    """The share of the first syllables of a duty's object that the other has anywhere."""
    first = [s for phrase in a.work.object[:2] for s in phrase]
    first = first[: max(2, len(a.work.object[0]))] if first else first
    return sum(s in b.words.weights for s in first) / len(first) if first else 1.0


def _unlike(a: Duty, b: Duty) -> Iterator[str]:
    """What makes two duties in like words doubtful: another beginning, another product, another object, other people."""
    one, two = a.work, b.work
    begun, begun_too = syllables(one.begun), syllables(two.begun)
    if is_foreign(begun, two.start) and is_foreign(begun_too, one.start) and not _kindred(one, two):
        yield "start"
    if _act_otherwise(a, b) and not _kindred_first(a, b):
        yield "verb"
    if one.product and two.product and one.product != two.product:
        yield "product"
    if _other_head(a, b):
        yield "head"
    if a.words.aimed and b.words.aimed and is_foreign(a.words.aimed, b.words.aimed):
        yield "aimed"
    if _contrast(a, b):
        yield "contrast"


def _act_otherwise(a: Duty, b: Duty) -> bool:
    """Whether two duties, before the words that both say of their object, say other things: what is to be done, known as a verb or not."""
    one, two = a.work.row, b.work.row
    run = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    lead, lead_too = frozenset(one[: run.a]), frozenset(two[: run.b])
    return bool(lead and lead_too) and is_foreign(lead, lead_too) and is_foreign(lead_too, lead)


def _kindred_first(a: Duty, b: Duty) -> bool:
    """Whether verbs that two duties begin with may mean one work."""
    kin = a.reader.vocabulary.are_kin
    firsts = ([p.action for p in duty.work.begun if p.action] for duty in (a, b))
    return any(kin(one, two) for one, two in product(*firsts))


def _contrast(a: Duty, b: Duty) -> bool:
    """Whether two duties are one sentence but for its last word (*vụ Đông*, *vụ Xuân*): a drafter who words one duty anew changes what
    stands before, of whose kind it is stands at the end.
    """
    one, two = a.work.row, b.work.row
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    told, told_too = one[same:], two[same:]
    if not same or len(told) != len(told_too) or not 0 < len(told) <= _WORD or told[-1] == told_too[-1]:
        return False
    return SequenceMatcher(None, "".join(told), "".join(told_too), autojunk=False).ratio() < _OTHER_WORD


def _kindred(one: Work, two: Work) -> bool:
    """Whether verbs of both may mean one work."""
    kin = one.words.reader.vocabulary.are_kin
    return any(kin(verb, other) for verb in one.verbs for other in two.verbs)


def _other_head(a: Duty, b: Duty) -> bool:
    one, two = _lacking(a, b), _lacking(b, a)
    if SequenceMatcher(None, "".join(one), "".join(two), autojunk=False).ratio() >= _SLIP:
        return False
    least = 1 if one and two else _SHORT
    few, many = sorted((len(one) / max(least, len(a.work.head)), len(two) / max(least, len(b.work.head))))
    return few > _BOTH or many > _ONE


def _lacking(a: Duty, b: Duty) -> list[str]:
    """What a duty's object has and the other lacks: a syllable by itself is chance, one with a neighbour is not."""
    rows = {s for pair in a.words.pairs & b.words.pairs for s in pair}
    return [s for s, known in a.work.head if s not in b.words.weights or not (known or s in rows)]


def may_be_one(one: Collection[str], two: Collection[str]) -> bool:
    """Whether a unit of one has all the words of one of the other, and more: maybe the same by a longer name."""
    names = [[set(key.split()) for key in keys] for keys in (one, two)]
    return any(a <= b or b <= a for a in names[0] for b in names[1])


def names(duty: Duty, paper: Paper) -> bool:
    """Whether a duty names another plan: its drafter knew that plan's date."""
    return bool(paper.number) and duty.reader.plain(paper.number or "") in duty.reader.plain(duty.text)
