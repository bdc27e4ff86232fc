"""An expression in its pieces, for those who read expressions instead of matching them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_PIECE = regex.compile(
    r"\\[pP]\{[^}]*\}|\\."  # an escape
    r"|\[\^?\]?(?:\\[pP]\{[^}]*\}|\\.|[^\]\\])*\]"  # a class
    r"|\((?:\?(?:P?<\w+>|<?[=!]|[a-zA-Z]*-?[a-zA-Z]*:|[>|]|[a-zA-Z-]+\)))?|[)|]"  # a group
    r"|(?:[*+?]|\{\d*,?\d*\})[?+]?"  # how often
    r"|.",
    regex.DOTALL,
)
_OFTEN = regex.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})(?P<how>[?+]?)")
_SIGNS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def pieces(expression: str) -> Sequence[str]:
    """Its escapes, classes, openings and ends of groups, repeats and single characters, in order."""
    found: Sequence[str] = _PIECE.findall(expression)
    return found


def opens_group(piece: str) -> bool:
    """Whether a piece opens a group that another one ends."""
    return piece[0] == "(" and piece[-1] != ")"


def often(piece: str) -> regex.Match[str] | None:
    """A piece that says how often the one before it stands there; `None` for any other."""
    return _OFTEN.fullmatch(piece) if piece[0] in "*+?{" else None


def times(repeat: regex.Match[str]) -> tuple[int, int | None]:
    """How often at least and at most something stands there; `None` for without end."""
    if repeat["sign"]:
        return _SIGNS[repeat["sign"]]
    least = int(repeat["least"] or 0)
    if not repeat["comma"]:
        return least, least
    return least, int(repeat["most"]) if repeat["most"] else None
