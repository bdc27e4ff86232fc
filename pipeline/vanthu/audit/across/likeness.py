"""How alike two duties are, and what tells them apart all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

from vanthu.audit.across.duty import Duty
from vanthu.audit.across.marks import Marks
from vanthu.audit.across.vocabulary import People, is_foreign, syllables

ALIKE = 0.66  # from here on two duties say the same, unless something tells them apart
SURE = 0.73  # where nothing but the words speaks for it: the same work given to another unit
IN_ONE_PLAN = 0.8  # there the drafter had both before the eyes
_WORDS, _ORDER = 0.85, 0.15  # what counts: the words, and which of them stand side by side
_WHOLE_IN_OTHER = 0.92  # one says all that the other does, and more
_SAME_NAME = 0.9  # letters; recognition slips in the names of units
_OTHER = 0.28  # of the telling syllables of each, that the other does not have: another object
_SOME, _MANY = 0.18, 0.4  # some on one side, many on the other: another object too
_OTHER_ALIKE, _MANY_ALIKE = 0.45, 0.6  # where the same is done at the same places
_RATHER = 0.75  # likeness, less of which gives no such freedom
_BROUGHT = 2  # syllables
_SUBJECTS = 0.75  # of titles, where duties are about their plans


def likeness(a: Duty, b: Duty) -> float:
    """0..1: words by how much they tell, their order a little."""
    words = max(_shared(a.compared, b.compared), _WHOLE_IN_OTHER * _within(a.compared, b.compared))
    pairs = len(a.words.pairs & b.words.pairs) / max(1, min(len(a.words.pairs), len(b.words.pairs)))
    return _WORDS * words + _ORDER * pairs


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    both = sum(min(w, b[s]) for s, w in a.items() if s in b)
    return 2 * both / max(1.0, sum(a.values()) + sum(b.values()))


def _within(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    both = sum(min(w, b[s]) for s, w in a.items() if s in b)
    return both / max(1.0, min(sum(a.values()), sum(b.values())))


def apart(a: Duty, b: Duty, value: float) -> Iterator[str]:
    """What makes two duties, alike by `value`, two; nothing where nothing does."""
    if a.is_general and b.is_general and _shared(a.subject, b.subject) < _SUBJECTS:
        yield "subject"
    yield from _work_apart(a, b)
    if _other_object(a, b, value):
        yield "object"
    told, others = a.words.recipients, b.words.recipients
    if told and others and not any(x in y or y in x for x in told for y in others):
        yield "recipient"
    yield from marked_apart(a, b)


def done_alike(a: Duty, b: Duty) -> bool:
    """Whether both are the same done at the same places: then other words for the object count less."""
    return not _disjoint(a.words.actions, b.words.actions) and a.words.places == b.words.places


def _other_object(a: Duty, b: Duty, value: float) -> bool:
    few, many = sorted((_own(a, b), _own(b, a)))
    if value >= _RATHER and done_alike(a, b):
        return few > _OTHER_ALIKE or many > _MANY_ALIKE
    return few > _OTHER or (few > _SOME and many > _MANY)


def _work_apart(a: Duty, b: Duty) -> Iterator[str]:
    if _other_verbs(a, b):
        yield "action"
    if a.words.beside != b.words.beside:
        yield "beside"
    if opens_otherwise(a, b) or _one_acts(a, b) or _one_acts(b, a):
        yield "opening"
    brought = a.words.brought, b.words.brought
    if min(map(len, brought)) >= _BROUGHT and _foreign_to_each_other(a, b, *brought):
        yield "brought"


def _other_verbs(a: Duty, b: Duty) -> bool:
    """Whether each has a verb of its own; the last one counts, it says what the work is for (*kiểm tra, xử lý*)."""
    one, two = ([v for v in d.words.actions if v not in other.words.actions] for d, other in ((a, b), (b, a)))
    if not one or not two or one[-1] in b.work.verbs or two[-1] in a.work.verbs:
        return False
    return not a.reader.vocabulary.are_kin(one[-1], two[-1])


def opens_otherwise(a: Duty, b: Duty) -> bool:
    """Whether each begins with words that the other does not have: another kind of work, whatever its verbs."""
    return _are_foreign(a, b) and _are_foreign(b, a)


def one_opens_otherwise(a: Duty, b: Duty) -> bool:
    """Whether one begins with words that the other does not have: of two events, other ones."""
    return _are_foreign(a, b) or _are_foreign(b, a)


def _are_foreign(a: Duty, b: Duty) -> bool:
    """Whether the other says little of what a duty begins with; a verb that may mean the other's is said."""
    kin = a.reader.vocabulary.are_kin
    opening, there = a.words.opening, b.words.weights
    said = (
        p
        for p in opening
        if all(s in there for s in p.syllables) or any(p.action and kin(p.action, v) for v in b.words.actions)
    )
    return is_foreign(syllables(opening), syllables(said))


def _one_acts(a: Duty, b: Duty) -> bool:
    """Whether the one has a verb of which the other, without any that is known, says nothing."""
    return bool(a.words.actions) and not b.words.actions and _are_foreign(a, b)


def _foreign_to_each_other(a: Duty, b: Duty, first: frozenset[str], second: frozenset[str]) -> bool:
    return is_foreign(first, b.words.weights.keys()) and is_foreign(second, a.words.weights.keys())


def marked_apart(a: Duty, b: Duty) -> Iterator[str]:
    """What makes two duties in like words two all the same: rounds, numbers, products, stages, places, people."""
    first, second = a.marks, b.marks
    if _rounds(first.rounds, second.rounds, a.reader.marker.of_year):
        yield "round"
    if any(_disjoint(n, second.numbers.get(what, n)) for what, n in first.numbers.items()):
        yield "number"
    if _both_other(first.made, second.made):
        yield "made"
    if _other_stage(first, second):
        yield "stage"
    if _both_more(*_places(a, b)):
        yield "place"
    if _for_others(a.words.people, b.words.people):
        yield "people"


def other_stage(a: Duty, b: Duty) -> bool:
    """Whether they are different stages of a work: a launch is no meeting about the same work."""
    return _other_stage(a.marks, b.marks)


def _other_stage(first: Marks, second: Marks) -> bool:
    return any(_disjoint(part, second.stages.get(name, part)) for name, part in first.stages.items())


def _own(a: Duty, b: Duty) -> float:
    """The share of the syllables of a duty's object that the other one does not have."""
    both = a.is_general and b.is_general
    mine, others = (a.things, b.things) if both else (a.words.things, b.words.things)
    mine -= a.words.placing
    return len(mine - others) / max(1, len(mine))


def _rounds(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]], year: str) -> bool:
    """Another round; a year need not be told, any other round does."""
    if any(a.get(kind) is None or b.get(kind) is None for kind in {*a, *b} - {year}):
        return True
    return any(_disjoint(numbers, b.get(kind, numbers)) for kind, numbers in a.items())


def _disjoint(a: Collection[str] | Collection[int], b: Collection[str] | Collection[int]) -> bool:
    return not set(a) & set(b)


def _both_other(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a - b and b - a)


def _for_others(a: People, b: People) -> bool:
    """Whether each names people of a kind that the other does not, whom both name apart (*sổ hộ gia đình cho giáo viên*)."""
    both = {*chain(*a.values())} & {*chain(*b.values())}
    one, two = (frozenset(kind for kind, told in d.items() if told - both) for d in (a, b))
    return _both_other(one, two)


def _places(a: Duty, b: Duty) -> tuple[frozenset[str], frozenset[str]]:
    """The places of each; one that the other names by the last part only is named so in both."""
    kinds = a.reader.marker.without_kind
    one, two = a.words.places, b.words.places
    return (
        frozenset(kinds(p) if kinds(p) in two else p for p in one),
        frozenset(kinds(p) if kinds(p) in one else p for p in two),
    )


def _both_more(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether each names a place that the other does not."""
    return any(not _named(p, b) for p in a) and any(not _named(p, a) for p in b)


def _named(name: str, others: frozenset[str]) -> bool:
    return any(same_name(name, other) for other in others)


def same_units(a: Collection[str], b: Collection[str]) -> bool:
    """Whether both name the same units, slips of recognition apart; nobody is not the same as nobody."""
    if not a or not b:
        return False
    return set(a) == set(b) or (len(a) == len(b) and all(any(same_name(x, y) for y in b) for x in a))


@lru_cache(1 << 16)
def same_name(a: str, b: str) -> bool:
    """Whether two names differ by slips of letters only; other numbers are other names."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 2 or len(a.split()) != len(b.split()):
        return False
    digits = [[c for c in name if c.isdigit()] for name in (a, b)]
    return digits[0] == digits[1] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_NAME
