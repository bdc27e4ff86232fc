"""Texts that an expression matches, made by going through its pieces at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from typing import TypeAlias

import regex

from vanthu.rulebook.pieces import often, opens_group, pieces, times

Maker: TypeAlias = Callable[[Random], str]

_MORE = 2  # times more than must be, of what may stand there without end
_ONE = regex.compile(r"\\[pP]\{[^}]*\}|\\.|[^\\]-[^\\]|.", regex.DOTALL)  # of a class
_OF_SORT = {
    r"\d": "0123456789",
    r"\s": " ",
    r"\w": "abđế1",
    r"\p{L}": "abđế",
    r"\p{Lu}": "AĐ",
    r"\p{Ll}": "ađ",
}


def maker(expression: str) -> Maker:
    """Makes texts of which the expression matches many, but not all: what it says of places and of what must not stand there isn't heeded."""
    return _ways(iter(pieces(expression)))


def _ways(rest: Iterator[str]) -> Maker:
    """One of the ways up to the end of the group at hand."""
    ways: list[list[Maker]] = [[]]
    for piece in rest:
        if piece == ")":
            break
        if piece == "|":
            ways.append([])
        elif ways[-1] and (repeat := often(piece)):
            ways[-1].append(partial(_again, ways[-1].pop(), *times(repeat)))
        else:
            ways[-1].append(_group(piece, _ways(rest)) if opens_group(piece) else partial(_single, piece))
    return partial(_one_of, ways)


def _one_of(ways: Sequence[Sequence[Maker]], random: Random) -> str:
    return "".join(part(random) for part in random.choice(ways))


def _again(part: Maker, least: int, most: int | None, random: Random) -> str:
    return "".join(
        part(random) for _ in range(random.randint(least, least + _MORE if most is None else most))
    )


def _group(opening: str, inner: Maker) -> Maker:
    """What must stand before or behind is said only now and then: it may be what comes there anyhow."""
    if opening in ("(?!", "(?<!"):
        return lambda _: ""
    return partial(_again, inner, 0, 1) if opening in ("(?=", "(?<=") else inner


def _single(piece: str, random: Random) -> str:
    if piece[0] == "[":
        return _of_class(piece, random)
    if piece[0] == "\\":
        return _escaped(piece, random)
    if piece == ".":
        return random.choice("ađ ,")
    return "" if piece in "^$" or len(piece) > 1 else piece


def _of_class(piece: str, random: Random) -> str:
    if piece[1] == "^":
        return random.choice([c for c in "ađ1 ,x\n" if c not in piece])
    one = random.choice(_ONE.findall(piece[1:-1]))
    if one[0] == "\\":
        return _escaped(one, random)
    return chr(random.randint(ord(one[0]), ord(one[-1])))


def _escaped(piece: str, random: Random) -> str:
    """A letter of its sort, or the character itself; nothing for what only says where it stands."""
    if piece in _OF_SORT:
        return random.choice(_OF_SORT[piece])
    return "" if piece[1].isalnum() else piece[1]
