"""A third reading where two differ: it decides, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vanthu.reading.recognition.agreement import Agreed, Area, Difference, area, difference
from vanthu.reading.recognition.alignment import align, folded
from vanthu.reading.recognition.ocr import Token
from vanthu.settings import ConfidenceSettings, SecondSettings


def is_figure(item: Difference, tokens: Iterable[Token]) -> bool:
    """Whether digits are in dispute."""
    return _has_digit(item.text) or any(_has_digit(t.text) for t in tokens if area(t) in item.places)


class _Heard(NamedTuple):
    """What the third reading says, and of which words."""

    places: frozenset[Area]
    text: str


def vote(
    agreed: Agreed, third: Sequence[Token], *, settings: SecondSettings, confidence: ConfidenceSettings
) -> Agreed:
    """Where the third says what stands, that is surer; where it says what was not taken, that is taken.

    Unless what stands was read well: engines share their slips. Those, and all figures, stay in dispute.
    """
    heard = _heard(agreed.tokens, third)
    words = {area(t): t for t in agreed.tokens}
    changed: dict[Area, tuple[Token, ...]] = {}
    open_ones: list[Difference] = []
    for item in agreed.differences:
        kept = [words[place] for place in item.places if place in words]
        spoken = folded(_spoken(item, heard))
        if kept and spoken == folded(item.text) and item.against < settings.doubt:
            taken = _taken(kept, item, confidence)
            changed |= {area(t): () for t in kept} | {area(kept[0]): (taken,)}
            open_ones += [difference((taken,), kept)] if _has_digit(item.text + _text(kept)) else []
        elif kept and _solid(spoken) == _solid(folded(_text(kept))):
            changed |= {area(t): (t._replace(confidence=confidence.agreed.at(t.confidence)),) for t in kept}
            open_ones += [item] if _has_digit(item.text + _text(kept)) else []
        else:
            open_ones.append(item)
    return Agreed(tuple(new for t in agreed.tokens for new in changed.get(area(t), (t,))), tuple(open_ones))


def _heard(tokens: Sequence[Token], third: Sequence[Token]) -> dict[Area, _Heard]:
    found = {}
    for pair in align(tokens, third):
        places = frozenset(area(tokens[i]) for i in pair.first)
        text = " ".join(third[j].text for j in pair.second)
        found.update({place: _Heard(places, text) for place in places})
    return found


def _spoken(item: Difference, heard: dict[Area, _Heard]) -> str:
    """The third reading of the words in dispute; empty where it can't be parted from that of others."""
    said = dict.fromkeys(heard[place] for place in item.places if place in heard)
    inside = all(h.places <= set(item.places) for h in said)
    return " ".join(h.text for h in said) if inside else ""


def _taken(kept: Sequence[Token], item: Difference, confidence: ConfidenceSettings) -> Token:
    """What had not been taken, over the whole place; it may hold blanks."""
    x0, y0, x1, y1 = item.box
    sure = confidence.agreed.at(item.confidence)
    return kept[0]._replace(text=item.text, x0=x0, y0=y0, x1=x1, y1=y1, confidence=sure, engine=item.engine)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _solid(text: str) -> str:
    """A text without its blanks, which readers of single lines set otherwise (*Số:12*)."""
    return text.replace(" ", "")


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(t.text for t in tokens)
