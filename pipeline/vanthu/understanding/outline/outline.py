"""The outline: paragraphs and table rows hung into a tree by their numbering, each with its path."""

from __future__ import annotations

from functools import cache, partial
from itertools import zip_longest

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.plan import Plan
from vanthu.document.structure import Node, SectionRole
from vanthu.document.text import Text
from vanthu.rulebook import Rulebook, RuleSet
from vanthu.understanding.columns.places import Places
from vanthu.understanding.deadlines.periods import PeriodReader
from vanthu.understanding.outline.broken import rejoined
from vanthu.understanding.outline.builder import Builder, IsHeading
from vanthu.understanding.outline.numbering import readings
from vanthu.understanding.outline.papers import carried_paper
from vanthu.understanding.outline.parting import Parting
from vanthu.understanding.outline.repair import recounted
from vanthu.understanding.outline.roles import RoleRules, heading_role, opens_section, with_roles
from vanthu.understanding.outline.titles import bare_titles
from vanthu.understanding.sentences.learned import with_names_of
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence, Strength

_IN_OUTLINE = frozenset({BlockKind.BODY, BlockKind.APPENDIX_TITLE})


def build_outline(  # noqa: PLR0913 - what the outline is told by
    plan: Plan,
    is_heading: IsHeading = lambda _: False,
    *,
    is_time_or_team: IsHeading = lambda _: False,
    names_role: IsHeading = lambda _: False,
    asks: IsHeading = lambda _: False,
    carried: int = 0,
    parting: Parting | None = None,
) -> tuple[Node, ...]:
    """The tree of a plan's body and appendices in document order, without roles.

    `is_heading` tells which unnumbered paragraphs open a section, `is_time_or_team` which name a time or a numbered team and nothing else, `names_role` which words head a
    section of their own, `asks` which ask somebody to act; `carried` is
    the number of the attached paper that is the plan itself; `parting` tells where one paragraph holds several. Raises `ValueError` before there is text.
    """
    text = plan.need_text().value
    builder = Builder(text, is_heading, is_time_or_team, names_role, asks, carried)
    rows_done: set[tuple[int, int]] = set()
    tables = [Places(table) for table in plan.tables or ()]
    paragraphs = plan.paragraphs or ()
    if parting:
        paragraphs = rejoined(text, paragraphs, parting)
    marked = [p.span.start for p in paragraphs if p.kind in _IN_OUTLINE and _is_marked(text, p)]
    final = max(marked, default=0)
    titles = bare_titles(text, [p for p in paragraphs if p.kind in _IN_OUTLINE])
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        if paragraph.table is not None and paragraph.row is not None and paragraph.table < len(tables):
            key = (paragraph.table, paragraph.row)
            if key not in rows_done:
                rows_done.add(key)
                _add_row(builder, tables[paragraph.table], paragraph, plan.need_text())
        elif paragraph.kind in _IN_OUTLINE:
            opens_list = after is not None and _is_marked(text, after)
            start = paragraph.span.start
            for part in parting.behind_heading(text, paragraph, after) if parting else (paragraph,):
                head, *items = parting.lettered(text, part) if parting else (part,)
                builder.add(head, opens_list=opens_list, last=start > final, titled=start in titles)
                builder.add_inside(items)
    return tuple(builder.nodes)


def _is_heading_of_text(sentence: Sentence, sections: RuleSet) -> bool:
    """Whether the words before a colon are a section's heading: they tell its role, or stand in capitals and name no unit; in small letters
    a sum and who provides it are told in one breath.
    """
    role = heading_role(sentence.text, sections)
    if sentence.text.isupper():
        return role is not None or not sentence.heading_units
    return role is not None and role is not SectionRole.MONEY


def _stands_alone(sentence: Sentence) -> bool:
    """Whether a unit that acts, an order or what is to be done stands at its front."""
    first = next(iter(sentence.subject[0]), None)
    acts = first is not None and first.span.start == sentence.skip(0)
    return acts or sentence.is_ordered or sentence.begins_with_verb


def _opens_work(sentence: Sentence) -> bool:
    """Whether words before a list say who must act, and nothing of what."""
    return bool(sentence.heading_units) or sentence.is_empty_intro or sentence.opens_orders


def _is_numbered_team(sentence: Sentence, numbered: RuleSet) -> bool:
    """*Tổ 1 (Tổ trưởng: ...)*, *Đội số 3*: whether words name one of several teams, told by its number, and nothing else."""
    names = [unit.name for unit in sentence.heading_units]
    return len(names) == 1 and numbered.whole(names[0]) is not None


def _is_marked(text: str, paragraph: Paragraph) -> bool:
    return paragraph.table is None and bool(readings(text[paragraph.span.start : paragraph.span.end]))


def _add_row(builder: Builder, places: Places, paragraph: Paragraph, text: Text) -> None:
    row = paragraph.row or 0
    spans = places.filled(row) if row >= places.table.head_rows else ()
    if spans:
        builder.add_row(
            Span(min(s.start for s in spans), max(s.end for s in spans)),
            page=paragraph.page,
            table=paragraph.table or 0,
            row=row,
            label=places.label(row, text),
            appendix=places.table.appendix,
        )


def outline(plan: Plan, rulebook: Rulebook) -> tuple[Node, ...]:
    """The tree with the role of every section. Raises `ValueError` before there is text."""
    text, sections = plan.need_text(), rulebook["SECTION"]
    rules = with_names_of(plan, SentenceRules.of(rulebook))
    times, numbered = PeriodReader.of(rulebook), rulebook["TEAM"].by_value["numbered"]
    read = cache(partial(Sentence, rules=rules))  # the same words are asked for several things
    nodes = build_outline(
        plan,
        lambda words: opens_section(words, sections),
        is_time_or_team=lambda words: times.is_period(words) or _is_numbered_team(read(words), numbered),
        names_role=lambda words: heading_role(words, sections) is not None,
        asks=lambda words: (own := read(words)).is_ordered or own.hands_in or own.work_start > 0,
        carried=carried_paper(plan, rules, rulebook["DOCUMENT_TYPE"]),
        parting=Parting(
            tells_work=lambda words: read(words).strength >= Strength.VERB,
            heads_text=lambda words: _is_heading_of_text(read(words), sections),
            opens_work=lambda words: _opens_work(read(words)),
            stands_alone=lambda words: _stands_alone(read(words)),
        ),
    )
    if any(w.confidence is not None for w in plan.words or ()):
        nodes = recounted(nodes)
    roles = RoleRules(
        sections,
        names_units=lambda words: bool(read(words).heading_units),
        opens_orders=lambda words: read(words).opens_orders,
        says_who=lambda words: bool(read(words).actors),
    )
    return with_roles(nodes, text, roles)
