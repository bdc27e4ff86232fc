"""The works that one duty holds: *rà soát A và B tại xã* gives *rà soát A tại xã* and *rà soát B tại xã*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from vanthu.audit.across.entries import Said
from vanthu.audit.across.reader import Reader
from vanthu.audit.across.vocabulary import COMMON
from vanthu.audit.across.wording import Wording
from vanthu.document.geometry import Span

_MOST = 2  # joints, the first ones; what stands behind more of them goes with the last
_ENOUGH = 3  # telling syllables that each side has of its own; fewer are no work by themselves
_WORD = regex.compile(r"[\p{L}\d]+")


def parts(words: Wording) -> tuple[str, ...]:
    """The works of a duty, two for each joint; none where it holds one."""
    joints = islice(words.reader.words["joint"].find(words.bare), _MOST)
    return tuple(part for joint in joints for part in _parted(words, joint.span))


def _parted(words: Wording, joint: Span) -> Iterator[str]:
    """The works on both sides of a joint; none where one of them is no work, or the joint stands within a phrase."""
    text, reader = words.bare, words.reader
    end = reader.extent(text, joint.end)
    before, behind, rest = text[: joint.start], text[joint.end : end], text[end:]
    one, two, both = map(words.say, (before, behind, text[:end]))
    if [*one, *two] != list(both) or min(
        _things(one, before, reader), _things(two, behind, reader)
    ) < _ENOUGH:
        return
    lead = _lead(before, reader)
    yield f"{before.rstrip(' ,')}{rest}"
    yield f"{behind}{rest}" if _is_sentence(behind, lead, reader) else f"{lead} {behind}{rest}"


def _things(said: Sequence[Said], text: str, reader: Reader) -> int:
    """How many telling syllables of things stand there, places apart."""
    places = {s for place in reader.places(text) for s in place.split()}
    return sum(s not in places for phrase in said if _is_thing(phrase) for s in phrase.syllables)


def _is_thing(phrase: Said) -> bool:
    return not phrase.action and not phrase.stop and phrase.weight > COMMON


def _lead(text: str, reader: Reader) -> str:
    """The words before a duty's first thing: where, and what is to be done with each of its things."""
    body = reader.body_of(text)
    start = len(text) - len(body)
    ends = (start + word.end() for word in _WORD.finditer(body))
    bare = (end for end in ends if not any(map(_is_thing, reader.vocabulary.say(text[start:end]))))
    return text[: max(bare, default=start)]


def _is_sentence(text: str, lead: str, reader: Reader) -> bool:
    """Whether what follows a joint says itself what is to be done; behind *về* it is one more thing."""
    before = reader.vocabulary.say(lead)
    return reader.says_first(text) and not (before and before[-1].stop)
