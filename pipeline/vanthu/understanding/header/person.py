"""A signer's name, also where a seal took its first letter or its family name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import is_syllable
from vanthu.understanding.header.rules import HeaderRules

_CAPITALS = "ABCDĐGHKLMNOPQSTUVX"
_HEADLESS = regex.compile(r"^\p{Ll}\p{L}+(?:\s+\p{Lu}\p{Ll}+){1,4}$")
_REST = regex.compile(r"(?:^|[^\p{L}])(?P<rest>\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3})$")
STRANGE = "họ của người ký lạ, có thể đọc sai"
MENDED = "chữ đầu của tên người ký bị che, đã đoán lại"
PARTIAL = "tên người ký bị che một phần"


@dataclass(frozen=True)
class Person:
    """A name, where it stands, and why a person should look (`None`: there is no reason)."""

    span: Span
    name: str
    review: str | None = None
    trust: float = 1.0


def person_in(span: Span, text: str, rules: HeaderRules) -> Person | None:
    """The person that a line of the signer's block names, rank and degree left out; `None` where it names none."""
    if rules.opens(text, "unit_head", "position", "authority"):
        return None
    if text.isupper() and rules.first("level_word", text) and not rules.start("person", text):
        return None  # what is left of an office
    return next(_readings(span, text.rstrip(" .,;"), rules), None)


def _readings(span: Span, text: str, rules: HeaderRules) -> Iterator[Person]:
    for part, review, trust in (("person", None, 1.0), ("person_line", STRANGE, 0.8)):
        if found := rules.start(part, text):
            inner = found.group_spans["name"]
            place = Span(span.start + inner.start, span.start + inner.end)
            yield Person(place, " ".join(found.groups["name"].split()), review, trust)
    if _HEADLESS.match(text):
        heads = [c for c in _CAPITALS if rules.start("person", c + text)]
        if len(heads) == 1:
            yield Person(Span(span.start, span.start + len(text)), heads[0] + text, MENDED, 0.6)
    rest = _REST.search(text)
    if rest and all(map(is_syllable, rest["rest"].split())):
        yield Person(
            Span(span.start + rest.start("rest"), span.start + rest.end("rest")), rest["rest"], PARTIAL, 0.5
        )
