r"""What a text must hold for an expression to match, told by the expression itself.

`trước\s+(?:ngày\s+)?\d{1,2}/\d{1,2}` matches only where *trước0/0* or *trướcngày0/0* stands once blanks are left out and every run of
digits is a 0. Searching a text for such strings, for those of all rules at once, is far quicker than trying expressions that can't match.
What is told is always true and never all: what may be any letter tells nothing, and neither does what need not stand there.
"""

from __future__ import annotations

import re  # twice as quick as `regex` on bare strings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from typing import NamedTuple

import regex

from vanthu.orthography import fold
from vanthu.rulebook.pieces import often, opens_group, pieces, times

Strings = frozenset[str]

_MANY = 64  # strings that a part may stand for, before it is cut in two
_JOINED = 3 * _MANY  # pairs that are put together at all, before like ones count once
_MOST = 40  # strings of which a text must hold one: more tell little and cost time
_LENGTH = 7  # characters of such a string: more tell nothing new
_FEW = 3  # times that a repeat is followed
_CHOICE = 9  # characters of a class that are told one by one
_REMEMBERED = 1024  # texts: as many as are remembered folded
_DIGITS = re.compile(r"\d+")
_IN_CLASS = regex.compile(r"\\[pP]\{[^}]*\}|\\.|[^\\]-[^\\]|.", regex.DOTALL)
_ODD_RANGE = re.compile(r"[^\[]-\\")  # its end is escaped
_FOREIGN = re.compile(r"\(\?[a-zA-Z]*[xR]")  # blanks that mean nothing, an expression inside itself
_RANGE = len("a-z")
_NO_WIDTH = frozenset("mMbBAZ")
_BLANKS = frozenset("snrtfv")
_ANY = frozenset("wWDSpP123456789")
_NOTHING: Strings = frozenset([""])


class _Part(NamedTuple):
    """What is known of a part of an expression: all that it may match, or `None`; and sets of strings of which each match holds one."""

    whole: Strings | None
    holds: tuple[Strings, ...] = ()


_UNKNOWN = _Part(None)
_EMPTY = _Part(_NOTHING)


class _UnreadError(ValueError):
    """A piece that is not known here."""


@lru_cache(_REMEMBERED)
def bare(text: str) -> str:
    """A text as strings are looked for in it: folded, without blanks, with a 0 for every run of digits."""
    return _DIGITS.sub("0", "".join(fold(text).split()))


def literals(expression: str) -> tuple[Strings, ...]:
    """Sets of strings, what tells most first; a text that the expression matches holds one of each, once it is `bare`."""
    short = {_short(strings) for strings in _read(expression)}
    return tuple(
        sorted((s for s in short if len(s) <= _MOST), key=lambda s: (*map(int.__neg__, _worth(s)), sorted(s)))
    )


def tells(expression: str, needed: Strings) -> bool:
    """Whether one of the sets says all that these strings say, so that naming them adds nothing."""
    return any(
        len(_short(strings)) <= _MOST and all(any(one in string for one in needed) for string in strings)
        for strings in _read(expression)
    )


def _read(expression: str) -> tuple[Strings, ...]:
    try:
        return _told(_ways(iter(pieces(expression))))
    except _UnreadError:
        return ()


def _short(strings: Strings) -> Strings:
    return _least(one[:_LENGTH] for one in strings)


def _ways(rest: Iterator[str]) -> _Part:
    """What is known of a group, up to its end: one of several ways."""
    ways: list[_Part] = []
    row: list[_Part] = []
    for piece in rest:
        if piece == ")":
            break
        if piece == "|":
            ways.append(_row(row))
            row = []
        elif row and (repeat := often(piece)):
            row += _repeated(row.pop(), *times(repeat))
        else:
            row.append(_group(piece, _ways(rest)) if opens_group(piece) else _single(piece))
    return _one_of([*ways, _row(row)])


def _group(opening: str, inner: _Part) -> _Part:
    """What must not stand there tells nothing; what stands around a match is in the text, too. Raises `_UnreadError`."""
    if _FOREIGN.match(opening):
        raise _UnreadError
    if opening in ("(?!", "(?<!"):
        return _EMPTY
    return _Part(_NOTHING, _told(inner)) if opening in ("(?=", "(?<=") else inner


def _repeated(part: _Part, least: int, most: int | None) -> Sequence[_Part]:
    if part.whole is not None and part.whole <= {"", "0"}:  # blanks and digits, however many, are one
        return [part if least else _Part(part.whole | _NOTHING)]
    maybe = _UNKNOWN if part.whole is None else _Part(part.whole | _NOTHING)
    if most is not None and most <= _FEW:
        return [part] * least + [maybe] * (most - least)
    return [part, _UNKNOWN] if least else [_UNKNOWN]


def _row(parts: Iterable[_Part]) -> _Part:
    """Parts one after the other: strings grow as long as all is known; where something is not, what was known up to there is told."""
    known, is_whole = _NOTHING, True
    holds: list[Strings] = []
    for part in parts:
        holds += part.holds
        longer = None if part.whole is None else _joined(known, part.whole)
        if longer is None:
            is_whole = False
            holds += _telling(known)
        known = longer or part.whole or _NOTHING
    if is_whole:
        return _Part(known, tuple(holds))
    return _Part(None, (*holds, *_telling(known)))


def _joined(before: Strings, after: Strings) -> Strings | None:
    """Every string with everything that may follow; `None` for too many."""
    if _NOTHING in (before, after):
        return after if before == _NOTHING else before
    if len(before) * len(after) > _JOINED:
        return None
    joined = frozenset(
        one + (other[1:] if one.endswith("0") and other.startswith("0") else other)
        for one in before
        for other in after
    )
    return joined if len(joined) <= _MANY else None


def _one_of(ways: Sequence[_Part]) -> _Part:
    """What is true of any of the ways."""
    if len(ways) == 1:
        return ways[0]
    wholes = [way.whole for way in ways if way.whole is not None]
    whole: Strings = reduce(frozenset.union, wholes, frozenset())
    if len(wholes) == len(ways) and len(whole) <= _MANY:
        return _Part(whole, _best(way.holds for way in ways))
    return _Part(None, _best(map(_told, ways)))


def _best(ways: Iterable[Sequence[Strings]]) -> tuple[Strings, ...]:
    """One set of what tells most of each way; none where one of them tells nothing."""
    best = [max(told, key=_worth, default=_NOTHING) for told in ways]
    return _telling(reduce(frozenset.union, best))


def _worth(strings: Strings) -> tuple[int, int]:
    """Long strings are rare, and so are few."""
    return min(map(len, strings)), -len(strings)


def _told(part: _Part) -> tuple[Strings, ...]:
    return part.holds if part.whole is None else (*part.holds, *_telling(part.whole))


def _telling(strings: Strings) -> tuple[Strings, ...]:
    """The set of which a text holds one; none where nothing need stand there."""
    return () if "" in strings else (_least(strings),)


def _least(strings: Iterable[str]) -> Strings:
    """Without those that hold another one."""
    kept: list[str] = []
    for one in sorted(set(strings), key=len):
        if not any(short in one for short in kept):
            kept.append(one)
    return frozenset(kept)


@cache
def _single(piece: str) -> _Part:
    """What is known of a piece that is no group. Raises `_UnreadError`."""
    if piece[0] == "[":
        return _class(piece)
    if piece[0] == "\\":
        return _escape(piece[1])
    if (
        piece == "{" or often(piece) or _FOREIGN.match(piece)
    ):  # what comes before was misread; what is not known here
        raise _UnreadError
    if piece == ".":
        return _UNKNOWN
    return _EMPTY if piece in ("^", "$") or len(piece) > 1 else _letter(piece)


def _escape(letter: str) -> _Part:
    if letter in _NO_WIDTH or letter in _BLANKS:
        return _EMPTY
    if letter in _ANY:
        return _UNKNOWN
    if letter.isalnum() and letter != "d":
        raise _UnreadError
    return _letter("0" if letter == "d" else letter)


def _class(piece: str) -> _Part:
    """Any of a few characters. Raises `_UnreadError`."""
    if piece[1] == "^":
        return _UNKNOWN
    if "[:" in piece[1:] or _ODD_RANGE.search(piece):
        raise _UnreadError
    parts = [part for one in _IN_CLASS.findall(piece[1:-1]) for part in _in_class(one)]
    if any(part.whole is None for part in parts):
        return _UNKNOWN
    whole = reduce(frozenset.union, (part.whole for part in parts if part.whole is not None))
    return _Part(whole) if len(whole) <= _CHOICE else _UNKNOWN


def _in_class(one: str) -> Iterable[_Part]:
    if one[0] == "\\":
        return (_escape(one[1]),)
    last = one[2] if len(one) == _RANGE else one
    return (_letter(chr(code)) for code in range(ord(one[0]), ord(last) + 1))


def _letter(letter: str) -> _Part:
    """One character as it is in a bare text."""
    return _Part(frozenset(["0" if letter.isdecimal() else letter.lower().strip()]))
