"""Aims that can be measured and products, as a task's words give them."""

from __future__ import annotations

import regex

from vanthu.document.content import Target
from vanthu.rulebook import RuleSet

_SEPARATOR = regex.compile(r"\s*[;\n]\s*|\s*,\s+(?=\p{Lu})|\.\s+(?=\p{Lu})")
_EDGE = " \t\n.;,:/-–"


def targets(text: str, rules: RuleSet) -> tuple[Target, ...]:
    """The aims in a text, in order."""
    found = []
    for match in rules.find(text):
        value = _number(match.groups.get("value", ""))
        if value is not None:
            raw = text[match.span.start : match.span.end]
            comparator = match.rule.value
            found.append(
                Target(comparator=comparator, value=value, unit=match.groups.get("unit", ""), raw=raw)
            )
    return tuple(found)


def _number(written: str) -> float | None:
    """*1.200* is a thousand two hundred, *2,5* two and a half."""
    try:
        return float(written.replace(".", "").replace(",", "."))
    except ValueError:
        return None


def products(text: str) -> tuple[str, ...]:
    """*Báo cáo, Kế hoạch; Quyết định*: the products that a cell or a line names."""
    parts = (p.strip(_EDGE) for p in _SEPARATOR.split(text))
    return tuple(p for p in parts if p)
