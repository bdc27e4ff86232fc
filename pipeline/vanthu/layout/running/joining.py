"""Whether a line goes on with the paragraph above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import CLOSED, begins_low, is_upper
from vanthu.layout.roles import Roles
from vanthu.layout.running.flow import FlowLine
from vanthu.layout.running.measures import Measures

_BULLET = 4.0  # points that a bullet takes
_STEP = 22.0  # points between a bullet and its text
_DOTS = ("...", "…")
_BROKEN = regex.compile(r"[\d/][\p{Lu}\d&./-]*[-/]$")  # a number or symbol cut at the line's end
_GOES_ON = regex.compile(r"^[\p{Lu}\d]")
_PIECE = regex.compile(r"\d[\p{Lu}\d/]*$")
_HYPHENED = regex.compile(r"^[-/][\p{Lu}\d]")


@dataclass(frozen=True)
class Joiner:
    """Decides for two neighbouring lines of one part of the document."""

    roles: Roles
    measures: Measures
    bulleted: frozenset[tuple[BlockKind, int]]  # lists that use bullets: kind and attached paper
    hanging: bool = True  # the further lines of items stand under their text, not at the text's edge

    def joins(self, paragraph: Sequence[FlowLine], below: FlowLine) -> bool:
        """Whether `below` belongs to a paragraph."""
        above = paragraph[-1]
        if above.kind is not below.kind or above.appendix != below.appendix:
            return False
        if above.line.grid is not None or below.line.grid is not None:
            return False
        kind = above.kind
        if kind in (BlockKind.BODY, BlockKind.FOOTNOTE):
            return self._in_body(above, below)
        if kind in (BlockKind.RECIPIENTS, BlockKind.ADDRESSEES):
            return self._in_list(above, below)
        if kind in (BlockKind.TITLE, BlockKind.APPENDIX_TITLE):
            return self._in_title(above, below)
        return kind is BlockKind.ISSUER and self._in_issuer(paragraph, below)

    def _marker(self, line: FlowLine) -> str:
        if line.kind is BlockKind.FOOTNOTE and self.roles.starts(
            line.line.text, "footnote", "footnote_plain"
        ):
            return line.line.text[:1]
        return self.roles.marker(line.line.text, scanned=line.line.scanned)

    def _in_body(self, above: FlowLine, below: FlowLine) -> bool:
        if glue(above.line.text, below.line.text) == "":
            return True
        if self.measures.parted and above.line.page == below.line.page:
            begins = self._begins_behind(above, below) and not self.measures.is_full(above.line, below.line)
            goes_on = self._goes_on(above, below) and not self._marker(below)
            parted = begins or (below.line.gap and not goes_on)
            return not parted and is_upper(above.line.text) == is_upper(below.line.text)
        if self._marker(below):
            return self._is_false_marker(above, below)
        if below.line.scanned:
            return self._in_scan(above, below)
        return self._in_transcript(above, below)

    def _begins_behind(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether a line looks like an item's first, or like the first below an item that is a heading."""
        text = above.line.text
        heads = self._marker(above) and self.measures.is_short(above.line)
        heads = heads and self._is_open(text) and not self.roles.ends(text, "dangling")
        return bool(self._marker(below) or (heads and not begins_low(below.line.text)))

    def _is_false_marker(self, above: FlowLine, below: FlowLine) -> bool:
        """A number or dash that a sentence was broken before: the line above is full and its sentence open."""
        full = self.measures.is_full(above.line, below.line) and not self.measures.is_indented(below.line)
        if not full or (below.line.gap and above.line.page == below.line.page):
            return False
        text = above.line.text
        if _closes_bracket(text, below.line.text):
            return True
        if self.roles.starts(below.line.text, "numbering"):
            return self.roles.ends(text, "dangling") or text.endswith(",")
        behind = below.line.text.lstrip("-–—~ ")
        return self._is_open(text) and begins_low(behind) and not is_upper(text)

    def _in_transcript(self, above: FlowLine, below: FlowLine) -> bool:
        text, upper = above.line.text, is_upper(above.line.text)
        if self._goes_on(above, below):
            return not upper
        if below.line.gap and above.line.page == below.line.page:
            return self._is_open(text) and not upper and self.roles.ends(text, "dangling")
        if below.line.gap:
            return self._runs_over(above, below)
        if upper and is_upper(below.line.text):
            return True
        if upper or self._is_heading(above):
            return False
        return self.roles.ends(text, "dangling") or self.measures.is_full(above.line, below.line)

    def _is_open(self, text: str) -> bool:
        """Whether a sentence has not ended."""
        return text.endswith(_DOTS) or not CLOSED.search(text)

    def _is_heading(self, line: FlowLine) -> bool:
        return line.line.text.endswith(":") and bool(self._marker(line))

    def _runs_over(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether a sentence goes on over the page's end with a capital letter."""
        text = above.line.text
        long = len(text) > 60 or self.measures.is_full(above.line, below.line)
        return long and self._is_open(text) and not is_upper(text) and not is_upper(below.line.text)

    def _in_scan(self, above: FlowLine, below: FlowLine) -> bool:
        if self._goes_on(above, below) and not is_upper(above.line.text):
            return True  # however short the line is: its last word may have faded, or its typist broke it
        full = self.measures.is_full(above.line, below.line)
        if above.line.page != below.line.page:
            return full and not (self.measures.is_indented(below.line) and not self._hangs(above, below))
        if self.measures.is_apart(above.line, below.line):
            return False
        if self._breaks_off(above, below):
            return True
        indented = self.measures.is_indented(below.line)
        return full and (not indented or self._hangs(above, below))

    def _breaks_off(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether a line ends with a word that nothing ends with, however short it is: its typist broke it by hand."""
        return self.roles.ends(above.line.text, "dangling") and not is_upper(
            above.line.text + below.line.text
        )

    def _hangs(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether a line is indented as the one above is, which did not begin the paragraph with its own indent."""
        one, other = self.measures.indent(above.line), self.measures.indent(below.line)
        if one is None or other is None:
            return False
        if self._marker(above):
            return other - one < _STEP and (self.hanging or begins_low(below.line.text))
        return abs(one - other) < 5

    def _goes_on(self, above: FlowLine, below: FlowLine) -> bool:
        return self._is_open(above.line.text) and begins_low(below.line.text)

    def _in_list(self, above: FlowLine, below: FlowLine) -> bool:
        if self._marker(below) or self.roles.whole(
            above.line.text, "recipients", "recipients_line", "addressees"
        ):
            return False
        if self.roles.starts(below.line.text, "archive"):
            return False
        if begins_low(below.line.text):
            return True
        if above.line.text.endswith((";", ".", ":")) or (below.kind, below.appendix) not in self.bulleted:
            return False
        return above.line.text.endswith(",") or not self._lost_bullet(above, below)

    def _lost_bullet(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether an item of a list stands where the text of the items begins, its bullet not seen."""
        one, other = above.line.box, below.line.box
        return one is not None and other is not None and other.x0 > one.x0 + _BULLET

    def _in_title(self, above: FlowLine, below: FlowLine) -> bool:
        text = below.line.text
        if self.roles.starts(text, "attached", "appendix") or text.startswith("("):
            return False
        return not self.roles.whole(above.line.text, "type", "type_line", "appendix")

    def _in_issuer(self, paragraph: Sequence[FlowLine], below: FlowLine) -> bool:
        first, above, text = paragraph[0].line.text, paragraph[-1].line.text, below.line.text
        if self.roles.starts(first, "number", "number_line"):
            return _BROKEN.search(above) is not None and _GOES_ON.search(text) is not None
        if self.roles.starts(text, "number", "number_line", "subject", "urgency"):
            return False
        if self.roles.starts(first, "subject"):
            return not is_upper(text)
        return begins_low(text) and not is_upper(above)


def _closes_bracket(above: str, below: str) -> bool:
    """Whether a line closes the bracket that the one above left open."""
    opened, closing = above.rfind("(") > above.rfind(")"), below.find(")")
    return opened and closing > 0 and "(" not in below[:closing]


def glue(above: str, below: str) -> str:
    """What stands between two words at a line's end: nothing inside a number or symbol, else a blank."""
    if _BROKEN.search(above) and _GOES_ON.search(below):
        return ""
    return "" if _PIECE.search(above) and "/" in above and _HYPHENED.search(below) else " "
