"""Roman numerals of headings as recognisers misread them: strokes taken for look-alike letters and figures, stops lost."""

from __future__ import annotations

import regex

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_MARKED = "ÍÌÏỊĨỈ"  # a numeral bears no marks: a speck stands beside its stroke
_ROMAN = regex.compile(
    rf"(?P<numeral>(?=[1|lH{_MARKED}]*[IVXlH{_MARKED}])[IVX1l|H{_MARKED}]{{1,5}})(?P<stop>[.,])"
)
_BARE = regex.compile(r"[IVX1l|H]{1,5}")
_CAPITALS = regex.compile(r"[“\"(]?\p{Lu}{2,}[\p{Lu}\p{P}]*")
_FIRST = regex.compile(rf"1[.]|(?!\d+[.,]?$)[1lLi|!\]\[ïíì{_MARKED}]{{1,2}}[.,]?|[.,]")
_BLOT = regex.compile(rf"[IVX1lL|HNM{_MARKED}!\]\[J]{{1,6}}[.,]")
_STROKES = str.maketrans(dict.fromkeys(f"l1|!][L{_MARKED}", "I") | {"H": "II"})


def strokes(text: str) -> str:
    """The numeral that the strokes of look-alike letters and figures make."""
    return text.translate(_STROKES)


def spelled(text: str, following: str, due: int) -> str | None:
    """The first word of a heading with its numeral spelled right; `None` where there is no numeral.

    Headings are in capitals, or their numeral is the one that is due after others, or the first with a mark over its stroke.
    """
    found = _ROMAN.match(text)
    meant = strokes(found["numeral"]) if found else ""
    if found is None or meant not in NUMERALS:
        return None
    if due > 1 and (meant,) == NUMERALS[due : due + 1] and len(found["numeral"]) == len(NUMERALS[due - 1]):
        meant = NUMERALS[due - 1]  # H is one stroke that is blotted, where two would leave a number out
    certain = meant == NUMERALS[due - 1] and (due > 1 or any(c in _MARKED for c in text))
    opens = _CAPITALS.match(following) or (following[:1].isupper() and certain)
    return meant + "." + text[found.end() :] if opens else None


def value(text: str, following: str) -> int:
    """What a numeral with its stop counts that opens a heading; 0 where there is none."""
    numeral, stop, _ = text.partition(".")
    opens = stop and numeral in NUMERALS and following[:1].isupper()
    return NUMERALS.index(numeral) + 1 if opens else 0


def with_lost_stop(text: str, following: str, due: int) -> str | None:
    """The numeral that is due, with the stop that it lost; `None` where a word is something else."""
    if not 1 <= due <= len(NUMERALS) or not _BARE.fullmatch(text) or not _CAPITALS.match(following):
        return None
    if text.isdigit() or (due == 1 and text != "I"):  # a row of a table counts too
        return None
    return NUMERALS[due - 1] + "." if strokes(text) == NUMERALS[due - 1] else None


def is_heading(following: str) -> bool:
    """Whether what stands behind a number begins a heading in capitals."""
    return _CAPITALS.match(following) is not None and following.rstrip(".") not in NUMERALS


def as_first(text: str, following: str) -> str | None:
    """The first numeral where a single stroke, or what is left of it, stands before a heading in capitals."""
    return "I." if _FIRST.fullmatch(text) and is_heading(following) else None


def in_place_of(text: str, following: str, due: int) -> str | None:
    """The numeral that is due where strokes that make none stand before a heading in capitals; `None` where something else does."""
    if not 1 < due <= len(NUMERALS) or not _BLOT.fullmatch(text) or not is_heading(following):
        return None
    return NUMERALS[due - 1] + "." if strokes(text[:-1]) not in NUMERALS else None
