"""Numbers and signs told by attributes of a DOCX. In a damaged file these may be anything."""

from __future__ import annotations

_MOST = 32767  # of items in a list, columns in a table; Word itself has no more


def told_number(text: str | None, otherwise: int, *, most: int = _MOST) -> int:
    """A number up to `most`; `otherwise` where there is none."""
    given = int(text) if text and text.isdecimal() and len(text) <= len(str(most)) else most + 1
    return given if given <= most else otherwise


def sign(code: str | None) -> str:
    """The character that a hexadecimal code stands for; a blank where it stands for none."""
    try:
        found = chr(int(code or "20", 16))
        found.encode()  # half of a pair is no character
    except (ValueError, OverflowError):
        return " "
    return found
