"""Which attached paper is the plan itself: a decision that only promulgates it carries no work of its own."""

from __future__ import annotations

from vanthu.document.layout import BlockKind
from vanthu.document.plan import Plan
from vanthu.rulebook import RuleSet
from vanthu.understanding.sentences.rules import SentenceRules

_LONGEST = 60  # characters of a line that names a type


def carried_paper(plan: Plan, rules: SentenceRules, types: RuleSet) -> int:
    """The number of the first attached paper, if the document promulgates it and its title is a type of document; else 0."""
    text = plan.need_text()
    paragraphs = plan.paragraphs or ()
    promulgates = any(
        "promulgates" in rules.words.values(text[p.span])
        for p in paragraphs
        if p.appendix == 0 and p.kind is BlockKind.BODY
    )
    if not promulgates:
        return 0
    titles = [
        p for p in paragraphs if p.appendix == 1 and p.kind in (BlockKind.APPENDIX_TITLE, BlockKind.TITLE)
    ]
    return 1 if any(_names_type(text[p.span], types) for p in titles) else 0


def _names_type(title: str, types: RuleSet) -> bool:
    """*KẾ HOẠCH*, with its issuer before it on one line or not."""
    stripped = title.strip(" .:*_\n")
    return any(
        m.span.end == len(stripped) and stripped[m.span.start : m.span.end].isupper()
        for m in types.find(stripped)
    )
