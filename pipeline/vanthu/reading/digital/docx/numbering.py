"""List marks of a DOCX, which stand nowhere in its text: counted and formatted as Word prints them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import regex
from docx.oxml.ns import qn

from vanthu.orthography import to_roman
from vanthu.reading.digital.docx.values import told_number

_PLACE = regex.compile(r"%([1-9])")
_PLUS = frozenset("+o")


@dataclass(frozen=True)
class _Level:
    start: int
    style: str
    text: str

    def number(self, value: int) -> str:
        """A value in this level's style."""
        match self.style:
            case "upperRoman" | "lowerRoman":
                roman = to_roman(value)
                return roman if self.style == "upperRoman" else roman.lower()
            case "upperLetter" | "lowerLetter":
                letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
                return letter.upper() if self.style == "upperLetter" else letter
            case "decimalZero":
                return f"{value:02}"
            case "none":
                return ""
            case _:
                return str(value)


class Numbering:
    """The counters of one document; `mark` is called once a paragraph, in the order of the document."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()
        self._styles = {s.style_id: s.element for s in document.styles}
        root = _numbering_root(document)
        if root is not None:
            self._load(root)

    def mark(self, paragraph: Any) -> str:
        """The mark before a paragraph (`1.`, `a)`, `-`, `+`); empty where it is no list item."""
        number_id, depth = self._place(paragraph)
        abstract = self._lists.get(number_id or "")
        level = self._levels.get(abstract or "", {}).get(depth)
        if number_id is None or abstract is None or level is None:
            return ""
        self._restart(number_id, abstract)
        if level.style == "bullet":
            return _bullet(level.text)
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return self._format(abstract, level).strip()

    def _format(self, abstract: str, level: _Level) -> str:
        levels, counts = self._levels[abstract], self._counts[abstract]

        def put(place: regex.Match[str]) -> str:
            depth = int(place[1]) - 1
            other = levels.get(depth)
            return other.number(counts.get(depth, other.start)) if other else ""

        return _PLACE.sub(put, level.text)

    def _restart(self, number_id: str, abstract: str) -> None:
        """The first item of a list that says so begins anew."""
        if number_id not in self._started:
            self._started.add(number_id)
            for (owner, depth), start in self._restarts.items():
                if owner == number_id:
                    self._counts[abstract][depth] = start - 1

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """List and depth, its own or its style's."""
        properties = paragraph.find(qn("w:pPr"))
        seen: set[str] = set()
        while properties is not None:
            listed = properties.find(qn("w:numPr"))
            if listed is not None and (value := _value(listed, "w:numId")) is not None:
                return (None if value == "0" else value), told_number(_value(listed, "w:ilvl"), 0)
            style = _value(properties, "w:pStyle") or _value(properties.getparent(), "w:basedOn")
            if style is None or style in seen or style not in self._styles:
                return None, 0
            seen.add(style)
            element = self._styles[style]
            properties = element.find(qn("w:pPr"))
            if properties is None:
                return None, 0
        return None, 0

    def _load(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {told_number(e.get(qn("w:ilvl")), 0): _level(e) for e in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for listed in root.iter(qn("w:num")):
            number_id = listed.get(qn("w:numId"))
            self._lists[number_id] = _value(listed, "w:abstractNumId") or ""
            for override in listed.iter(qn("w:lvlOverride")):
                if (start := _value(override, "w:startOverride")) is not None:
                    self._restarts[number_id, told_number(override.get(qn("w:ilvl")), 0)] = told_number(
                        start, 1
                    )


def _numbering_root(document: Any) -> Any | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _level(element: Any) -> _Level:
    return _Level(
        start=told_number(_value(element, "w:start"), 1),
        style=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
    )


def _value(parent: Any, name: str) -> str | None:
    child = parent.find(qn(name)) if parent is not None else None
    return None if child is None else child.get(qn("w:val"))


def _bullet(text: str) -> str:
    """Bullets as they are typed in transcripts: symbol fonts have code points that mean nothing elsewhere."""
    return "+" if text[:1] in _PLUS else "-"
