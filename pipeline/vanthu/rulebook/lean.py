r"""An expression said with fewer repeats, for the engine makes ready a record for each of them whenever it is asked.

`\s*(?:của\s+)?` are three repeats, and phrases of time hold two thousand of them: saying no to a word then takes longer than reading the sentence.
What stands there or not is one of two ways (`(?:(?:của\s)|)`), which need no record. In a text where no two blanks stand in a row,
`\s+` is one blank and `\s*` is one or none. The same is matched, with the same groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from vanthu.rulebook.pieces import often, opens_group, pieces, times

_BLANK = r"\s"
_CAPTURES = regex.compile(r"\((?!\?)|\(\?P?<\w")
_LAZY, _POSSESSIVE = "?", "+"
_FEW = 3  # times that are written out
_SHORT = 25  # characters of a group that is written out more than once


class _Part(NamedTuple):
    """A piece of an expression: as written, and said with fewer repeats."""

    written: str = ""
    lean: str = ""


def lean(expression: str) -> str:
    """The expression with fewer repeats, for texts in which no two blanks stand in a row; one with a bracket too many or too few as it is."""
    whole = _ways(iter(pieces(expression)))
    return whole.lean if whole.written == expression else expression


def _ways(rest: Iterator[str]) -> _Part:
    """All up to the end of the group at hand."""
    done: list[_Part] = []
    last = _Part()  # may still turn out to stand there more or less than once
    for piece in rest:
        if piece == ")":
            break
        repeat = often(piece) if last.written not in ("", "|") else None
        if repeat:
            done.append(_repeated(last, repeat))
            last = _Part()
            continue
        done.append(last)
        last = _group(piece, _ways(rest)) if opens_group(piece) else _Part(piece, piece)
    done.append(last)
    return _Part("".join(p.written for p in done), "".join(p.lean for p in done))


def _group(opening: str, inner: _Part) -> _Part:
    if opening == "(?:" and inner.lean == _BLANK:
        return _Part(f"{opening}{inner.written})", _BLANK)
    return _Part(f"{opening}{inner.written})", f"{opening}{inner.lean})")


def _repeated(what: _Part, repeat: regex.Match[str]) -> _Part:
    """What stands there so often, without a repeat where it can be.

    In what may come again without end all stays as it is: by its records the engine knows what it tried in vain, and does not try it for ever.
    """
    least, most = times(repeat)
    if what.lean == _BLANK and least < 2:
        most = 1
    written = what.written + repeat[0]
    if most is None or most > _FEW or repeat["how"] == _POSSESSIVE or not _may_be_twice(what.lean, most):
        return _Part(written, written)
    return _Part(written, what.lean * least + _up_to(what.lean, most - least, lazy=repeat["how"] == _LAZY))


def _may_be_twice(what: str, most: int) -> bool:
    return most == 1 or (len(what) <= _SHORT and not _CAPTURES.search(what))


def _up_to(what: str, most: int, *, lazy: bool) -> str:
    if most == 0:
        return ""
    more = what + _up_to(what, most - 1, lazy=lazy)
    return f"(?:|{more})" if lazy else f"(?:{more}|)"
