"""Checks of cited documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

import regex

from vanthu.audit.facts import Facts, as_date, opened, show
from vanthu.document.content import Citation, Finding
from vanthu.orthography import fold, strip_accents

_WITH_YEAR = regex.compile(r"\d+\s*/\s*(?:19|20)\d\d\s*/")
_SYMBOL = regex.compile(r"(?=[/-]\p{L})")  # between the serial, with its year, and the symbol
_PARTS = regex.compile(r"[/-]")
_BESIDE = 40  # characters between two that are told together
_KIND = 3  # letters that name the kind of a body: UBN(D)
_YEARLESS = regex.compile(r"\d+\s*/\s*\p{L}")


def citation_incomplete(facts: Facts) -> Iterator[Finding]:
    """A document named without number or date anywhere. Laws, codes and congress papers are known by name, and a number with its year
    needs no date.
    """
    dated = {id(c) for c in _dated_elsewhere(facts)}
    for citation in facts.citations:
        needs_date = id(citation) not in dated and not _WITH_YEAR.match(citation.number or "")
        if lacks := _lacks(citation, facts, needs_date=needs_date):
            yield Finding(
                code="citation-incomplete",
                where=(_part(citation),),
                note=f"{opened(facts.place(_part(citation)))} nêu {citation_name(citation)} nhưng chưa ghi {lacks}; "
                "đề nghị bổ sung để dẫn đúng văn bản.",
                evidence=citation.evidence[:1],
            )


def _dated_elsewhere(facts: Facts) -> Iterator[Citation]:
    """Those whose day stands with another spelling of their number."""
    yield from (c for same in _one_document(facts) if any(c.issued_on for c in same) for c in same)


def _part(citation: Citation) -> str:
    return "legal_basis" if citation.legal_basis else "citations"


def _lacks(citation: Citation, facts: Facts, *, needs_date: bool) -> str:
    if _is_known_by_name(citation, facts):
        return ""
    missing = ["số, ký hiệu"] if citation.number is None else []
    missing += ["ngày ban hành"] if citation.issued_on is None and needs_date else []
    if citation.number and facts.says("year-in-number", citation.type) and _YEARLESS.match(citation.number):
        missing.append("năm trong số hiệu")
    return ", ".join(missing)


def _is_known_by_name(citation: Citation, facts: Facts) -> bool:
    return "known-by-name" in facts.words.values(f"{citation.type} {citation.title or ''}")


def citation_name(citation: Citation) -> str:
    """A citation as one would say it."""
    number = f"số {citation.number}" if citation.number else ""
    if citation.title and not number:
        return citation.title
    return " ".join(filter(None, (citation.type, number)))


def _shown(issued_on: str) -> str:
    """A date as offices write it; a year alone as it is."""
    day = as_date(issued_on)
    return show(day) if day else issued_on


def citation_conflict(facts: Facts) -> Iterator[Finding]:
    """One document with two dates, or its number with the parts of the symbol in two orders."""
    for same in _one_document(facts):
        days = list(dict.fromkeys(c.issued_on for c in same if c.issued_on))
        numbers = list({fold(c.number or ""): c.number for c in same if c.number}.values())
        if len(days) > 1:
            yield _conflict(same, f"các ngày khác nhau: {', '.join(map(_shown, days))}")
        elif len(numbers) > 1:
            yield _conflict(same, f"các số, ký hiệu khác nhau: {', '.join(numbers)}")


def _conflict(same: list[Citation], how: str) -> Finding:
    return Finding(
        code="citation-conflict",
        where=("citations",),
        note=f"{citation_name(same[0])} được ghi với {how}; đề nghị đối chiếu với văn bản gốc.",
        evidence=tuple(e for c in same for e in c.evidence[:1]),
    )


def _one_document(facts: Facts) -> list[list[Citation]]:
    """Numbered citations that mean one document: one type, serial and symbol, and no two bodies that issued them."""
    found: list[list[Citation]] = []
    named: defaultdict[tuple[str, ...], list[list[Citation]]] = defaultdict(list)
    for citation in (c for c in facts.citations if c.number):
        alike = named[_name(citation)]
        same = next((group for group in alike if _may_be_one(group[0], citation)), None)
        if same is None:
            same = []
            found.append(same)
            alike.append(same)
        same.append(citation)
    return found


def _name(citation: Citation) -> tuple[str, ...]:
    """Type, serial, and the parts of the symbol in any order."""
    serial, *symbol = _SYMBOL.split(fold(citation.number or ""), maxsplit=1)
    return fold(citation.type), serial, *sorted(_PARTS.split("".join(symbol)))


def _may_be_one(a: Citation, b: Citation) -> bool:
    return not (_are_two_bodies(a, b) or _are_told_side_by_side(a, b))


def _are_told_side_by_side(a: Citation, b: Citation) -> bool:
    """*Quyết định số 5/QĐ-UBND ngày 15/01/2024 và Quyết định số 5/QĐ-UBND ngày 14/01/2025*: numbers begin anew with every year."""
    spans = [sorted(e.span for e in c.evidence if e.span) for c in (a, b)]
    beside = any(
        0 <= y.start - x.end <= _BESIDE for one, two in (spans, spans[::-1]) for x in one for y in two
    )
    return beside and (a.issued_on or "")[:4] != (b.issued_on or "")[:4]


def _are_two_bodies(a: Citation, b: Citation) -> bool:
    """*Ủy ban nhân dân huyện* and *UBND xã*: names that begin alike and then part; of others one may be short for the other."""
    first, second = (_initials(c.issuer) for c in (a, b))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return _KIND <= shared < min(len(first), len(second))


def _initials(name: str | None) -> str:
    """What *UBND huyện* and *Ủy ban nhân dân huyện* have in common; empty where nobody is named."""
    words = (name or "").split()
    return strip_accents(fold("".join(w if w.isupper() else w[0] for w in words)))
