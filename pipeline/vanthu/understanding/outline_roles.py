"""What each section is for: by its heading, by the role above it, and by content where the heading is silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from vanthu.document.structure import Node, NodeKind, SectionRole
from vanthu.document.text import Text
from vanthu.rulebook import RuleSet

TASK_ROLES = frozenset(
    {
        SectionRole.CONTENT,
        SectionRole.STEPS,
        SectionRole.ASSIGNMENTS,
        SectionRole.MONEY,
        SectionRole.ORGANISATION,
        SectionRole.REPORTING,
    }
)
HEADING_WORDS = 18  # more is a sentence, not a heading
_ITEM_BORDER = regex.compile(r"(?:^|[,;:&/–-]|(?<!\w)và)\s*$", regex.IGNORECASE)

NamesUnits = Callable[[str], bool]


def heading_of(text: str) -> str | None:
    """The heading that a paragraph is or begins with (up to its colon); `None` where it is a sentence."""
    head, colon, _ = text.partition(":")
    if not colon:
        head = text
    words = head.split()
    return head.strip(" .*_") if 0 < len(words) <= HEADING_WORDS else None


def heading_role(text: str, sections: RuleSet) -> SectionRole | None:
    """The role that the words of a heading tell; of several the weightiest, so that work in it is not lost."""
    heading = heading_of(text)
    if heading is None:
        return None
    told = [m for m in sections.find(heading) if _ITEM_BORDER.search(heading[: m.span.start])]
    if not told or heading[: told[0].span.start].strip():
        return None
    value = max(told, key=lambda m: m.rule.priority).rule.value
    return SectionRole(value) if value else None


def opens_section(text: str, sections: RuleSet) -> bool:
    """Whether an unnumbered paragraph is a section's heading: short, in capitals, and its words tell a role."""
    stripped = text.strip(" :.*_")
    return stripped.isupper() and heading_role(stripped, sections) is not None


def with_roles(
    nodes: Sequence[Node], text: Text, sections: RuleSet, names_units: NamesUnits
) -> tuple[Node, ...]:
    """The nodes with their roles; `None` stays where neither words nor content tell."""
    done: list[Node] = []
    for node in nodes:
        above = done[node.parent] if node.parent is not None else None
        done.append(node.model_copy(update={"role": _role(node, above, text, sections, names_units)}))
    return tuple(done)


def _role(
    node: Node, above: Node | None, text: Text, sections: RuleSet, names_units: NamesUnits
) -> SectionRole | None:
    inherited = above.role if above else None
    if node.kind is NodeKind.PARAGRAPH and above is None:
        return SectionRole.APPENDIX if node.path.startswith("PL") else SectionRole.PREAMBLE
    if node.kind is not NodeKind.SECTION or inherited is SectionRole.PREAMBLE:
        return inherited
    own = heading_role(text[node.span], sections)
    if own is not None and not (own is SectionRole.PREAMBLE and inherited is not None):
        return own
    if inherited is None and names_units(text[node.span]):
        return SectionRole.ASSIGNMENTS
    return inherited
