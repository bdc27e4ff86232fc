"""Many phrases in one expression: what they begin with in common is tried once for all, and the longest that fits is found."""

from __future__ import annotations

from collections.abc import Iterable

import regex

Branches = dict[str, "Branches"]
_END = ""


def any_of(phrases: Iterable[str], *, blank: str) -> str:
    """An expression for any of the phrases; `blank` is what stands for a blank in them."""
    root: Branches = {}
    for phrase in phrases:
        branch = root
        for character in phrase:
            branch = branch.setdefault(character, {})
        branch[_END] = {}
    return _written(root, blank)


def _written(branch: Branches, blank: str) -> str:
    ways = [
        (blank if c == " " else regex.escape(c)) + _written(after, blank)
        for c, after in branch.items()
        if c != _END
    ]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{body})?" if _END in branch else body
