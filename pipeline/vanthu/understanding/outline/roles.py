"""What each section is for: by its heading, by the role above it, and by content where the heading is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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
_ASSIGNED = frozenset({SectionRole.ASSIGNMENTS, SectionRole.ORGANISATION})
HEADING_WORDS = 18  # more is a sentence, not a heading
_BRACKET = regex.compile(r"\([^()]*\)")
_ABOUT = regex.compile(r"^về (?=\p{L})", regex.IGNORECASE)
_ITEM_BORDER = regex.compile(r"(?:^|[,;:&/–-]|(?<!\w)và)\s*$", regex.IGNORECASE)

Tells = Callable[[str], bool]


@dataclass(frozen=True)
class RoleRules:
    """What roles are told by: the rules on headings, and whether a text names units only, opens a list of orders or says who acts."""

    sections: RuleSet
    names_units: Tells
    opens_orders: Tells
    says_who: Tells


def heading_of(text: str) -> str | None:
    """The heading that a paragraph is or begins with (up to its colon); `None` where it is a sentence."""
    head, colon, _ = text.partition(":")
    if not colon:
        head = text
    words = head.split()
    return _ABOUT.sub("", head.strip(" .*_")) if 0 < len(words) <= HEADING_WORDS else None


def heads_list_of(what: str, text: str, sections: RuleSet) -> bool:
    """Whether a paragraph begins with a heading whose rule says what stands below it."""
    found = sections.find(heading_of(text) or "")
    return any(m.rule.attributes.get("lists") == what and m.span.start == 0 for m in found)


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


def with_roles(nodes: Sequence[Node], text: Text, rules: RoleRules) -> tuple[Node, ...]:
    """The nodes with their roles; `None` stays where neither words nor content tell."""
    return tuple(_Roles(text, rules, frozenset(n.parent for n in nodes)).of(nodes))


@dataclass(frozen=True)
class _Roles:
    """Goes through one outline from top to bottom; `holders` are the nodes that others hang under."""

    text: Text
    rules: RoleRules
    holders: frozenset[int | None]

    def of(self, nodes: Sequence[Node]) -> Iterator[Node]:
        done: list[Node] = []
        ordered, begun = (
            False,
            False,
        )  # the line above the items orders what they say; the text itself has begun
        for index, node in enumerate(nodes):
            above = done[node.parent] if node.parent is not None else None
            if above is None and node.kind is NodeKind.PARAGRAPH:
                ordered = self.rules.opens_orders(self.text[node.span])
            begun = begun or node.kind is not NodeKind.BULLET
            role = self._role(index, node, above, ordered=ordered)
            if role is None and above is None and (ordered or not begun):
                role = SectionRole.CONTENT if ordered else SectionRole.PREAMBLE
            done.append(node.model_copy(update={"role": role}))
        yield from done

    def _role(self, index: int, node: Node, above: Node | None, *, ordered: bool) -> SectionRole | None:
        inherited = above.role if above else None
        if node.kind is NodeKind.PARAGRAPH and above is None:
            return SectionRole.APPENDIX if node.path.startswith("PL") else SectionRole.PREAMBLE
        if not self._may_head(index, node) or inherited is SectionRole.PREAMBLE:
            return inherited
        own = heading_role(self.text[node.span], self.rules.sections)
        if own is not None and self._is_own(own, inherited, index, node):
            return None if ordered and self._orders_under_label(own, index, node) else own
        if inherited is None and self.rules.names_units(self.text[node.span]):
            return SectionRole.ASSIGNMENTS
        return inherited

    def _may_head(self, index: int, node: Node) -> bool:
        """A section, or a bullet over others of its own that is no sentence (*+ Mục đích:*)."""
        over_others = node.kind is NodeKind.BULLET and index in self.holders
        return node.kind is NodeKind.SECTION or (
            over_others and not self.text[node.span].rstrip().endswith((".", ";"))
        )

    def _is_own(self, own: SectionRole, inherited: SectionRole | None, index: int, node: Node) -> bool:
        """Facts inside of a section are no facts of the whole, but for what was done badly or well; a sentence that begins with a heading's word
        is no heading (*Các biện pháp phải đồng bộ.* among requirements, *Hồ sơ do UBND xã tiếp nhận.* among work); what units must do for a
        part of an event (*Đoàn xã: a) Phần lễ*) is no programme.
        """
        if own is SectionRole.PREAMBLE:
            shortcomings = heads_list_of("facts", self.text[node.span], self.rules.sections)
            return inherited is None or (shortcomings and index in self.holders)
        if own is SectionRole.SCOPE and heads_list_of("parts", self.text[node.span], self.rules.sections):
            return index in self.holders and inherited not in _ASSIGNED
        text = self.text[node.span].rstrip()
        if inherited is None or index in self.holders or not text.endswith((".", ";")):
            return True
        if inherited in TASK_ROLES:
            return own in TASK_ROLES or ":" in _BRACKET.sub("", text)
        return own not in TASK_ROLES

    def _orders_under_label(self, own: SectionRole, index: int, node: Node) -> bool:
        """*1. Yêu cầu chung: Các chủ hồ rà soát ...* below a line that orders what follows: an order, and no purpose."""
        purpose = own is SectionRole.PURPOSE and index not in self.holders
        return purpose and self.rules.says_who(self.text[node.span])
