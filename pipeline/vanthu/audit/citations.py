"""Checks of cited documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from vanthu.audit.facts import Facts, as_date, opened, show
from vanthu.document.content import Citation, Finding
from vanthu.orthography import fold

_WITH_YEAR = regex.compile(r"\d+\s*/\s*(?:19|20)\d\d\s*/")
_YEARLESS = regex.compile(r"\d+\s*/\s*\p{L}")
_NEEDS_YEAR = ("nghị định", "thông tư")


def citation_incomplete(facts: Facts) -> Iterator[Finding]:
    """A document named without number or date anywhere. Laws, codes and congress papers are known by name.

    One whose number has its year is held to a date only among the grounds, and where its like are dated there.
    """
    held = {id(c) for c in _held_to_a_date(facts)}
    for citation in facts.citations:
        if lacks := _lacks(citation, facts, needs_date=id(citation) in held):
            yield Finding(
                code="citation-incomplete",
                where=(_part(citation),),
                note=f"{opened(facts.place(_part(citation)))} nêu {citation_name(citation)} nhưng chưa ghi {lacks}; "
                "đề nghị bổ sung để dẫn đúng văn bản.",
                evidence=citation.evidence[:1],
            )


def _part(citation: Citation) -> str:
    return "legal_basis" if citation.legal_basis else "citations"


def _held_to_a_date(facts: Facts) -> Iterator[Citation]:
    by_year = [c for c in facts.citations if _WITH_YEAR.match(c.number or "")]
    like = [c for c in by_year if c.legal_basis and not _is_known_by_name(c, facts)]
    by_custom = len(like) > 1 and all(c.issued_on is None for c in like)  # the paper dates none of them
    yield from (c for c in facts.citations if c not in by_year or (c.legal_basis and not by_custom))


def _lacks(citation: Citation, facts: Facts, *, needs_date: bool) -> str:
    kind = fold(citation.type)
    if _is_known_by_name(citation, facts):
        return ""
    missing = ["số, ký hiệu"] if citation.number is None else []
    missing += ["ngày ban hành"] if citation.issued_on is None and needs_date else []
    if citation.number and kind.startswith(_NEEDS_YEAR) and _YEARLESS.match(citation.number):
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
    """One number with two dates."""
    by_number: dict[str, list[Citation]] = defaultdict(list)
    for citation in facts.citations:
        if citation.number:
            by_number[f"{fold(citation.type)} {fold(citation.number)}"].append(citation)
    for same in by_number.values():
        days = list(dict.fromkeys(c.issued_on for c in same if c.issued_on))
        if len(days) > 1:
            yield Finding(
                code="citation-conflict",
                where=("citations",),
                note=f"{citation_name(same[0])} được ghi với các ngày khác nhau: {', '.join(map(_shown, days))}; "
                "đề nghị đối chiếu với văn bản gốc.",
                evidence=tuple(e for c in same for e in c.evidence[:1]),
            )
