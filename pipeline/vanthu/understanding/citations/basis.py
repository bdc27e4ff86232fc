"""Which of the named documents a plan is grounded on: those that its preamble names, not those inside their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.citations.naming import Naming

_APART = regex.compile(r";|[.:]\s+(?=\p{Lu})|[.:]\s*$")  # ends the name of a document
_BROKEN = regex.compile(r"[\p{L}\d]\s*\n\s*\p{L}")  # a line that ends inside a sentence
_TOLD = regex.compile(r"[^:]*?\.(?:\s+\p{Lu}|\s*\Z)")  # a sentence that ends without a colon
_SENTENCE = regex.compile(r"[.!?]\s+(?=\p{Lu})")
_WHOLE_DAY = len("2031-12-31")
_BY_NAME = ("law", "congress")
_ASIDE = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.ISSUER,
        BlockKind.APPENDIX_TITLE,
        BlockKind.FOOTNOTE,
        BlockKind.STAMP,
        BlockKind.NOISE,
    }
)


@dataclass(frozen=True)
class BasisRules:
    """The rules of rules/legal_basis.yaml by what they tell."""

    sets: dict[str, RuleSet]

    @classmethod
    def of(cls, rulebook: Rulebook) -> BasisRules:
        """Raises `KeyError` where the rulebook has no such rules."""
        compiled = rulebook["LEGAL_BASIS"].compiled
        values = {c.rule.value or "" for c in compiled}
        return cls({v: RuleSet(v, tuple(c for c in compiled if c.rule.value == v)) for v in values})

    def says(self, value: str, text: str) -> bool:
        """Whether one of these words stands in the text."""
        return self.sets[value].first(text) is not None

    def opens(self, value: str, text: str) -> bool:
        """Whether the text begins with one of these words."""
        return self.sets[value].at_start(text) is not None


def preamble(
    paragraphs: Sequence[Paragraph], text: str, rules: BasisRules, *, title: Span
) -> tuple[Span, ...]:
    """The paragraphs that ground the document: before the first heading, or in a section of grounds."""
    own = [p for p in paragraphs if p.kind not in _ASIDE and not p.span.overlaps(title)]
    return tuple(_whole(_grounding(own, text, rules), text, rules))


def _whole(paragraphs: Iterable[Paragraph], text: str, rules: BasisRules) -> Iterator[Span]:
    """Their places; what was broken inside a sentence (*của Thủ tướng / Chính phủ phê duyệt*) is one, unless it is a ground of its own."""
    zone: Span | None = None
    for paragraph in paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        broken = zone is not None and _BROKEN.fullmatch(text, zone.end - 1, start + 1)
        if zone and broken and not rules.opens("ground", text[start:end]):
            zone = Span(zone.start, end)
            continue
        if zone is not None:
            yield zone
        zone = paragraph.span
    if zone is not None:
        yield zone


def _grounding(paragraphs: Sequence[Paragraph], text: str, rules: BasisRules) -> Iterator[Paragraph]:
    opened = True  # in the preamble, or in a section of grounds
    grounded = False  # a ground was seen; before that, the enacting word can only be the title
    for paragraph in paragraphs:
        words = text[paragraph.span.start : paragraph.span.end]
        if rules.says("section", words):
            opened = True
            continue
        if rules.says("enacts", words):
            opened = opened and not grounded
        elif rules.says("ends", words):
            if opened:
                yield paragraph
            opened = False
        elif rules.says("item", words):
            opened = False
        if opened:
            grounded = grounded or rules.says("ground", words)
            yield paragraph


def grounds(namings: Sequence[Naming], zones: Sequence[Span], text: str, rules: BasisRules) -> frozenset[int]:
    """Indices of the namings that are grounds. `namings` are in order of place."""
    found: set[int] = set()
    for zone in zones:
        inside = [i for i, n in enumerate(namings) if zone.covers(n.span)]
        found |= set(_of_zone(inside, namings, zone, text, rules))
    return frozenset(found)


def _of_zone(
    inside: Sequence[int], namings: Sequence[Naming], zone: Span, text: str, rules: BasisRules
) -> Iterator[int]:
    before: Naming | None = None
    outer: Naming | None = None  # inside whose name the next may be told
    grounded = nested = False
    for index in (i for i in inside if not _is_alias(namings[i], text)):
        naming = namings[index]
        sentence = _last_sentence(text[zone.start : naming.span.start])
        between = text[before.span.end : naming.span.start] if before else None
        nested = between is not None and _is_nested(between, within=nested, rules=rules)
        nested = nested and not (before and outer and _breaks_off(naming, before, outer))
        apart = between is None or _SENTENCE.search(between) is not None
        opens = (
            _is_grounded(sentence, rules)
            and not rules.says("orders", sentence)  # *Để ..., Sở đề nghị báo cáo theo Nghị định ...*
            and not _is_told(sentence, text[naming.span.start : zone.end], rules)
        )
        answered = between is None and rules.says("answers", text[naming.span.end : zone.end])
        grounded = not nested and ((grounded and not apart) or opens or answered)
        if grounded:
            yield index
        before, outer = naming, outer if nested else naming


def _is_alias(naming: Naming, text: str) -> bool:
    """*(Kế hoạch số 01)* behind a document: how it is called from here on."""
    around = text[naming.span.start - 1 : naming.span.start], text[naming.span.end : naming.span.end + 1]
    return naming.issued_on is None and around == ("(", ")")


def _breaks_off(naming: Naming, before: Naming, outer: Naming) -> bool:
    """Whether a document in a list can't go on with what another's name tells: it is younger than that, or told in full after one in short."""
    whole = all(len(n.issued_on or "") == _WHOLE_DAY for n in (naming, outer))
    younger = whole and (naming.issued_on or "") > (outer.issued_on or "")
    in_short = before is not outer and before.issued_on is None and before.how not in _BY_NAME
    return younger or (in_short and naming.issued_on is not None)


def _last_sentence(lead: str) -> str:
    """The sentence that the words up to a document end with."""
    return lead[max((m.end() for m in _SENTENCE.finditer(lead)), default=0) :]


def _is_grounded(sentence: str, rules: BasisRules) -> bool:
    """Whether the sentence up to a document opens a ground, or the document stands at the head of its own paragraph."""
    return not sentence.strip() or rules.says("ground", sentence) or rules.says("heads", sentence)


def _is_told(sentence: str, rest: str, rules: BasisRules) -> bool:
    """Whether the sentence around a document tells of what was done, and does not lead over to what is ordered."""
    return rules.says("narrates", sentence) and _TOLD.match(rest) is not None


def _is_nested(between: str, *, within: bool, rules: BasisRules) -> bool:
    """Whether a document is named inside the name of the one before it (`within`: that one is itself inside another's)."""
    if _APART.search(between):
        return False
    if rules.says("separator", between) or not between.strip():
        return within
    return not rules.says("joins", between)
