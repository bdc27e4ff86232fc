"""What a seal, a stamp or a stain left beside the words of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vanthu.document.page import Word
from vanthu.layout.lines.textline import Side, TextLine, make_line

_WIDE = 10.0  # points: wider than a usual blank
_FAR = 36.0  # points: no blank within a line is so wide
_SHORT = 3  # characters
_UNSURE = 0.7  # confidence
_SMEARED = 0.4


def without_dirt(lines: Sequence[TextLine], words: Sequence[Word]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines without dirt, and the dirt."""
    kept: list[TextLine] = []
    dirt: list[TextLine] = []
    for line in lines:
        middle, ends = trimmed(line, words)
        dirt += ends
        smeared = middle.side is Side.RIGHT and _is_smear(middle, words)
        (dirt if smeared else kept).append(middle)
    return kept, dirt


def _is_smear(line: TextLine, words: Sequence[Word]) -> bool:
    """Whether a line of the right column is a piece of the seal or the signature."""
    known = [c for i in line.words if (c := words[i].confidence) is not None]
    return bool(known) and (sum(c.isalpha() for c in line.text) <= _SHORT or max(known) < _SMEARED)


def trimmed(line: TextLine, words: Sequence[Word]) -> tuple[TextLine, list[TextLine]]:
    """A line without runs of words far off at its ends that are too short or too unsure to be its own."""
    if line.side is Side.LEFT:  # numbers and marks of receivers stand apart as well
        return line, []
    runs = _runs(line.words, words)
    first, last = 0, len(runs)
    while last - first > 1 and _is_stray(runs[first], runs[first + 1], words):
        first += 1
    while last - first > 1 and _is_stray(runs[last - 1], runs[last - 2], words):
        last -= 1
    middle = make_line(words, [i for run in runs[first:last] for i in run])
    if middle is None or last - first == len(runs):
        return line, []
    ends = [end for run in (*runs[:first], *runs[last:]) if (end := make_line(words, run))]
    return replace(middle, side=line.side), ends


def _runs(members: Sequence[int], words: Sequence[Word]) -> list[list[int]]:
    """Words with usual blanks between them."""
    runs: list[list[int]] = []
    for index in members:
        if runs and _distance(words[runs[-1][-1]], words[index]) <= _WIDE:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _distance(left: Word, right: Word) -> float:
    return right.box.x0 - left.box.x1 if left.box and right.box else 0.0


def _is_stray(run: Sequence[int], neighbour: Sequence[int], words: Sequence[Word]) -> bool:
    known = [c for i in run if (c := words[i].confidence) is not None]
    if not known:
        return False
    if max(known) < _UNSURE:
        return True
    inner = (run[-1], neighbour[0]) if run[0] < neighbour[0] else (neighbour[-1], run[0])
    text = " ".join(words[i].text for i in run)
    far = _distance(words[inner[0]], words[inner[1]]) > _FAR
    return far and len(text) <= _SHORT and not text.isdigit()
