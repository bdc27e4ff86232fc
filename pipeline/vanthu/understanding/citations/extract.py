"""Documents that a plan names: found by rules, put into one form, merged, and told apart as grounds or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from vanthu.document.content import Citation
from vanthu.document.evidence import Mention
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.citations.basis import BasisRules, grounds, preamble
from vanthu.understanding.citations.merge import Group, fullest, merged, number_key
from vanthu.understanding.citations.naming import Codes, Naming, iso_day, naming_of

LABEL = "CITATION"
_FLAGGED = 0.6  # no citation whose every mention rests on flagged words is surer
_SENTENCE = 160  # characters before a number in which its day and issuer may stand
_SILENT = frozenset({BlockKind.STAMP, BlockKind.NOISE, BlockKind.PAGE_NUMBER})
_ITEM_NUMBER = regex.compile(r"\d{1,2}\s*/\s*\p{Lu}{2,}")
_CARRIED = frozenset({BlockKind.TITLE, BlockKind.APPENDIX_TITLE, BlockKind.ISSUER})


def read_citations(plan: Plan, rulebook: Rulebook) -> tuple[Citation, ...]:
    """Every document that is named, once for each number and date, in order of the first mention.

    Two dates of one number stay two citations, so that a check can see the disagreement; every mention is kept as
    evidence. Reads the layers text, paragraphs, mentions and header.
    """
    text = plan.need_text().value
    rules = BasisRules.of(rulebook)
    namings = _namings(plan, rulebook, rules)
    zones = preamble(plan.paragraphs or (), text, rules, title=_title(plan))
    grounding = grounds(namings, zones, text, rules)
    return tuple(_citation(g, namings, plan, grounding) for g in merged(namings))


def _title(plan: Plan) -> Span:
    """Where the document's own title stands; an empty place where it was not found."""
    evidence = plan.header.title.evidence if plan.header else None
    return (evidence.span if evidence else None) or Span(0, 0)


def _namings(plan: Plan, rulebook: Rulebook, rules: BasisRules) -> list[Naming]:
    codes = Codes.of(rulebook)
    known = {c.rule.id: c.rule for c in rulebook[LABEL].compiled}
    mentions = sorted((m for m in plan.mentions or () if m.label == LABEL), key=lambda m: m.span)
    namings: list[Naming] = []
    for mention in mentions:
        rule = known[mention.rule]
        if _is_own(mention, plan, rules):
            continue
        naming = naming_of(mention, how=rule.value or "", trust=rule.confidence, codes=codes)
        naming = _dated_before(_in_list(naming, namings, plan, rules), plan, rules)
        if naming.type and not _is_own_number(naming, plan):
            namings.append(naming)
    return _shared_issuers(_shared_dates(namings, plan, rules), plan, rules)


def _is_own(mention: Mention, plan: Plan, rules: BasisRules) -> bool:
    """Whether a number stands where the document speaks of itself: letterhead, stamp, line of attachment."""
    paragraph = _around(mention.span, plan.paragraphs or ())
    if paragraph is None or paragraph.kind in _SILENT:
        return True
    lead = plan.need_text().value[paragraph.span.start : mention.span.start]
    bare = "type" not in mention.groups and "title" not in mention.groups
    if bare and not lead.strip() and _numbers_item(mention):
        return True
    symbol = plan.header.symbol.value if plan.header else None
    own_symbol = symbol and number_key(mention.groups.get("symbol", "")) == number_key(symbol)
    if own_symbol and "issuer" not in mention.groups:
        return True
    carried = paragraph.kind in _CARRIED or paragraph.appendix > 0
    if mention.groups.get("type", "").isupper() and mention.span.start < _title(plan).start:
        return True  # part of the issuing body's name
    return (bare and paragraph.kind in (BlockKind.ISSUER, BlockKind.MOTTO)) or (
        carried and rules.says("carrier", lead)
    )


def _numbers_item(mention: Mention) -> bool:
    """*6/ĐVTN: vận động ...*: the number of an item, and the letters of the unit that must act."""
    number = mention.groups.get("number", "")
    return "day" not in mention.groups and _ITEM_NUMBER.fullmatch(number) is not None


def _around(span: Span, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    return next((p for p in paragraphs if p.span.covers(span)), None)


def _is_own_number(naming: Naming, plan: Plan) -> bool:
    header = plan.header
    if header is None or naming.number is None or header.symbol.value is None or header.number.value is None:
        return False
    own = number_key(f"{header.number.value}/{header.symbol.value}").replace("/", "")
    same = own == number_key(naming.number).replace("/", "")
    return same and (naming.how == "bare" or naming.issued_on in (None, header.issued_on.value))


def _in_list(naming: Naming, before: Sequence[Naming], plan: Plan, rules: BasisRules) -> Naming:
    """A number without its type takes the type of the list that it stands in, where its symbol tells none."""
    if naming.how != "bare" or naming.type or not before:
        return naming
    between = plan.need_text().value[before[-1].span.end : naming.span.start]
    return replace(naming, type=before[-1].type) if rules.says("separator", between) else naming


def _dated_before(naming: Naming, plan: Plan, rules: BasisRules) -> Naming:
    """In *Ngày 17/6/2031, UBND tỉnh ban hành Quyết định số 8/2031/QĐ-UBND* the day stands before who issued it."""
    if naming.issued_on or naming.number is None:
        return naming
    before = plan.need_text().value[max(0, naming.span.start - _SENTENCE) : naming.span.start]
    found = rules.sets["issued_before"].first(before)
    if found is None:
        return naming
    day = iso_day(*(found.groups[part] for part in ("day", "month", "year")))
    return replace(naming, issued_on=day, issuer=naming.issuer or " ".join(found.groups["issuer"].split()))


def _shared_dates(namings: Sequence[Naming], plan: Plan, rules: BasisRules) -> list[Naming]:
    """In *các Quyết định số 12/QĐ-UBND và 13/QĐ-UBND ngày 05/01/2023* the day is that of both."""
    text = plan.need_text().value
    out = list(namings)
    for i in range(len(out) - 1, 0, -1):
        first, second = out[i - 1], out[i]
        between = text[first.span.end : second.span.start]
        listed = (
            (second.how == "bare" or second.same_day)
            and between.strip()
            and ";" not in between
            and rules.says("separator", between)
        )
        if listed and first.issued_on is None and first.number and second.issued_on:
            years = {n.number.split("/")[1] for n in (first, second) if n.number and n.number.count("/") > 1}
            if len(years) < 2:
                out[i - 1] = replace(first, issued_on=second.issued_on, confidence=0.7)
    return out


def _shared_issuers(namings: Sequence[Naming], plan: Plan, rules: BasisRules) -> list[Naming]:
    """In a list of one type's numbers who issued one of them issued all; it is named with the first or the last."""
    text = plan.need_text().value
    out = list(namings)
    runs: list[list[int]] = []
    for i, naming in enumerate(out):
        between = text[out[i - 1].span.end : naming.span.start] if i else ""
        joined = bool(i) and naming.how == "bare" and rules.says("separator", between)
        if joined and naming.type == out[i - 1].type:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        named = {out[i].issuer for i in run} - {None}
        if len(named) == 1 and out[run[0]].number:
            issuer = named.pop()
            for i in run:
                out[i] = replace(out[i], issuer=issuer)
    return out


def _citation(group: Group, namings: Sequence[Naming], plan: Plan, grounding: frozenset[int]) -> Citation:
    members = [namings[i] for i in group.members]
    evidence = tuple(plan.evidence(n.span, n.rule) for n in members)
    measured = [e.confidence for e in evidence if e.confidence is not None]
    doubted = (
        [_FLAGGED] if all(e.review for e in evidence) else []
    )  # one mention that nobody doubts is enough
    return Citation(
        type=_commonest(n.type for n in members) or members[0].type,
        number=_shown(n.number for n in members if n.number),
        issued_on=group.issued_on,
        issuer=_commonest(n.issuer for n in members),
        title=fullest(n.title for n in members),
        legal_basis=any(i in grounding for i in group.members),
        evidence=evidence,
        confidence=min([max(n.confidence for n in members), *measured[:1], *doubted]),
    )


def _shown(numbers: Iterable[str]) -> str | None:
    """The fullest of a number's spellings; of equals the commonest, and not the one of a title in capitals."""
    counted = Counter(numbers)
    return max(counted, key=lambda n: (len(n), counted[n], not n.isupper()), default=None)


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return counted.most_common(1)[0][0] if counted else None
