"""Footnotes: on pages with geometry small type at the foot, in transcripts paragraphs that begin with a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import regex

from vanthu.document.page import Word
from vanthu.layout.lines.textline import CLOSED, Side, TextLine
from vanthu.layout.roles import Roles

_LONG = 5  # words: shorter lines tell little about the size of type
_SMALL = 0.87  # type of notes in proportion to the body's
_MOST = 0.7  # share of lines that must be small: an engine misjudges one now and then
_RARE = 10  # a blank line in more lines than that parts no paragraphs
_END = regex.compile(r"\./\.\s*$")
_MARKS = ("footnote", "footnote_plain", "footnote_misread")


def note_lines(lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> Iterator[int]:
    """The places of all lines of footnotes among lines that are neither stamps nor page numbers."""
    body = _body_height(lines)
    for _, group in groupby(enumerate(lines), key=lambda pair: pair[1].page):
        page = list(group)
        if any(line.scanned for _, line in page):
            yield from _at_foot([n for n, line in page if line.side is Side.WHOLE], lines, body, roles)
        else:
            yield from _marked([n for n, _ in page], lines, words, roles)


def _body_height(lines: Sequence[TextLine]) -> float:
    heights = sorted(h for line in lines if len(line.words) > _LONG and (h := line.height) is not None)
    return heights[len(heights) // 2] if heights else 0.0


def _at_foot(page: Sequence[int], lines: Sequence[TextLine], body: float, roles: Roles) -> Sequence[int]:
    """The lines of a page from its first footnote down; empty where it has none."""
    for at, n in enumerate(page[1:], start=1):
        begins = lines[n].gap or roles.starts(lines[n].text, *_MARKS)
        if begins and _is_small(lines[n], body) and _are_small(page[at:], lines, body):
            above = [k for k in page[:at] if len(lines[k].words) > _LONG]
            if above and not _are_small(above, lines, body):
                return page[at:]
    return _behind_the_end(page, lines, roles)


def _behind_the_end(page: Sequence[int], lines: Sequence[TextLine], roles: Roles) -> Sequence[int]:
    """The lines from a mark on that follows the document's closing ./.: nothing of its text stands there."""
    for above, n in pairwise(page):
        if _END.search(lines[above].text) and roles.starts(lines[n].text, *_MARKS):
            return page[page.index(n) :]
    return []


def _is_small(line: TextLine, body: float) -> bool:
    return line.height is not None and line.height < _SMALL * body


def _are_small(page: Sequence[int], lines: Sequence[TextLine], body: float) -> bool:
    long = [k for k in page if len(lines[k].words) > _LONG]
    return bool(long) and sum(_is_small(lines[k], body) for k in long) >= _MOST * len(long)


def _marked(
    page: Sequence[int], lines: Sequence[TextLine], words: Sequence[Word], roles: Roles
) -> Iterator[int]:
    """Lines that begin with a mark, and those that follow without a blank line; where no blank lines part paragraphs, only up to the
    end of a sentence.
    """
    parted = sum(lines[n].gap for n in page) * _RARE > len(page)
    noting = False
    for above, n in zip([page[0], *page], page, strict=False):
        ended = lines[n].gap or (not parted and CLOSED.search(lines[above].text))
        noting = (noting and not ended) or _opens(lines[n], words, roles)
        if noting:
            yield n


def _opens(line: TextLine, words: Sequence[Word], roles: Roles) -> bool:
    if roles.starts(line.text, "footnote"):
        return True
    mark = roles.start("footnote_plain", line.text)
    return bool(mark and line.gap and _refers(line, line.text[: mark.span.end].strip(), words))


def _refers(line: TextLine, mark: str, words: Sequence[Word]) -> bool:
    """Whether a word further up on the page has the note's mark glued to it."""
    pattern = regex.compile(rf"\p{{Ll}}{{2,}}[”\")]?{mark}[,.;:”\")]*")
    return any(w.page == line.page and pattern.fullmatch(w.text) for w in words[: line.words[0]])
