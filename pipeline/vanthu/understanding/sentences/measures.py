"""Aims that can be measured and products, as a task's words give them."""

from __future__ import annotations

import regex

from vanthu.document.content import Target
from vanthu.rulebook import Match, RuleSet

_SEPARATOR = regex.compile(
    r"\s*[;\n+]\s*|\s*,\s+(?=\p{Lu})|\.\s+(?=\p{Lu})|(?<=\p{Ll})\s*/\s*(?=\p{Lu}\p{Ll})"
)
_ITEM = regex.compile(r"(?<!\S)(?:[-–+•]|\d{1,2}[.)]|\p{Ll}\))\s+(?=\p{Lu})")  # what opens an item of a list
_RATIO = "ratio"  # the rule on what a share told next is of
_BREAK = regex.compile(r"[\d,;.:]")
_NONE = regex.compile(r"không(?:\s+có)?", regex.IGNORECASE)
_EDGE = " \t\n.;,:/-–—•●▪■*"


def targets(text: str, rules: RuleSet) -> tuple[Target, ...]:
    """The aims in a text, in order; *tỷ lệ hộ nghèo còn dưới 3 %* names before the figure what the share is of."""
    found: list[Target] = []
    ratio: Match | None = None
    for match in rules.find(text):
        if match.rule.value == _RATIO:
            ratio = match
        elif aim := _target(match, text):
            beside = ratio is not None and not _BREAK.search(text[ratio.span.end : match.span.start])
            if ratio and beside and aim.unit == "%" and aim.whole is None:
                aim = aim.model_copy(update={"whole": " ".join(ratio.groups["whole"].split())})
            found.append(aim)
    return tuple(found)


def _target(match: Match, text: str) -> Target | None:
    groups = match.groups
    value, upper = (_number(groups.get(name, "")) for name in ("value", "upper"))
    if value is None:
        return None
    raw = " ".join(text[match.span.start : match.span.end].split())
    words = {name: " ".join(groups[name].split()) for name in ("whole", "per") if groups.get(name)}
    return Target(
        comparator=match.rule.value,
        value=value,
        upper=upper,
        unit=groups.get("unit", ""),
        raw=raw,
        whole=words.get("whole"),
        per=words.get("per"),
    )


def _number(written: str) -> float | None:
    """*1.200* is a thousand two hundred, *2,5* two and a half."""
    try:
        return float(written.replace(".", "").replace(",", "."))
    except ValueError:
        return None


def products(text: str) -> tuple[str, ...]:
    """*Báo cáo, Kế hoạch; Quyết định*: the products that a cell or a line names; *Không* names none."""
    listed = _ITEM.sub(";", text) if _ITEM.match(text.lstrip()) else text
    parts = (p.strip(_EDGE).removeprefix("và ") for p in _SEPARATOR.split(listed))
    return tuple(p for p in parts if p and not _NONE.fullmatch(p))
