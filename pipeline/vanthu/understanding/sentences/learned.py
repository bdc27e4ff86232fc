"""Names that a document itself gives to units, in words that no rule knows: its receivers, its brackets, its columns of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from vanthu.document.plan import Plan
from vanthu.orthography import fold
from vanthu.understanding.columns.columns import Column, view
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.units.known_as import introduced

_BRACKETS = regex.compile(r"\([^()]*\)")
_BORDER = regex.compile(r"\s*[,;:\n]\s*|\s+và\s+|(?<=\p{Ll})\s*/\s*(?=\p{Lu}\p{L})|\s+\+\s+")
_SHORT = regex.compile(
    r"\s*\(\s*(?:gọi tắt là\s+|viết tắt là\s+|viết tắt\s*:?\s*)?[\"“]?(?P<short>\p{Lu}[\p{Lu}\d&.-]{1,9})[\"”]?\s*\)"
)
_WORD = regex.compile(r"\p{L}+")
_JOINING = frozenset({"và"})
_WORDS = 14  # more are no name
_PARTS = ("mark.", "attribute.", "takes_lead", "helps", "coordinate")
_EDGE = " \t\n.;,:-–+*/"


def with_names_of(plan: Plan, rules: SentenceRules) -> SentenceRules:
    """The rules, with who issued the document and a grammar that knows the names which it gives to units. Raises `ValueError` before there is text."""
    issuer = (plan.header.issuer.value or "") if plan.header else ""
    rules = replace(rules, issuer=" ".join(fold(issuer).split()))
    short = {name for name in _brought_in(plan, rules) if _is_new(name, rules)}
    knowing = rules.knowing(short) if short else rules
    further = {name for name in _listed(plan, knowing) if _is_new(name, knowing)}
    return rules.knowing(short | further) if further else knowing


def _listed(plan: Plan, rules: SentenceRules) -> Iterator[str]:
    """Names among the receivers and in the columns of units."""
    header = plan.header
    for listed in (*(header.recipients if header else ()), *(header.addressees if header else ())):
        yield from _pieces(_BRACKETS.sub("", listed.value or ""))
    yield from _of_columns(plan, rules)


def _brought_in(plan: Plan, rules: SentenceRules) -> Iterator[str]:
    """Short names in brackets, and the full ones that such brackets abbreviate."""
    text = plan.need_text()
    paragraphs = [text[p.span] for p in plan.paragraphs or ()]
    yield from introduced(paragraphs, rules.introductions, rules.grammar)
    for words in paragraphs:
        yield from _short_forms(words, rules)


def _of_columns(plan: Plan, rules: SentenceRules) -> Iterator[str]:
    text = plan.need_text()
    for table in plan.tables or ():
        seen = view(table, text, rules.columns, rules.contents)
        columns = {c for c, m in seen.columns.items() if m in (Column.LEAD, Column.PARTNER)}
        for cell in table.cells:
            words = text[cell.span]
            read_whole = rules.grammar.read(words).list_at(0)[1] == len(words)
            if cell.column in columns and cell.row >= table.head_rows and not read_whole:
                yield from (p for p in _pieces(words) if not _tells_part(p, rules))


def _tells_part(words: str, rules: SentenceRules) -> bool:
    """*Sở Y tế (chủ trì)*, *các xã phối hợp*: a name with its part in the work is no new name."""
    return any((v or "").startswith(_PARTS) for v in rules.roles.values(words))


def _short_forms(text: str, rules: SentenceRules) -> Iterator[str]:
    """*Trung tâm Điều hành thông minh (IOC)*: capitals in a bracket right behind a name."""
    for bracket in _SHORT.finditer(text):
        before = text[: bracket.start()]
        reader = rules.grammar.read(before)
        if any(reader.name_end(at) == len(before) for at in reader.starts()):
            yield bracket["short"]
        elif begin := _spelled_out(before, bracket["short"]):
            start = max((at for at in reader.starts() if at <= begin), default=None)
            yield from (before[start:], bracket["short"]) if start is not None else ()


def _spelled_out(text: str, short: str) -> int:
    """Where the words begin whose first letters a short form takes (*Kế hoạch tổng hợp* for KHTH); 0 where the words before it do not."""
    letters = [c for c in short.casefold() if c.isalpha()]
    words = [w for w in _WORD.finditer(text) if w[0].casefold() not in _JOINING][-len(letters) :]
    same = len(words) == len(letters) and all(
        w[0].casefold().startswith(c) for w, c in zip(words, letters, strict=True)
    )
    return words[0].start() if same and words[-1].end() == len(text.rstrip()) else 0


def _pieces(text: str) -> Iterable[str]:
    return (p for piece in _BORDER.split(text) if (p := piece.strip(_EDGE)))


def _is_new(name: str, rules: SentenceRules) -> bool:
    """Whether a name begins with a capital and the grammar does not read all of it; a single word only in capitals."""
    words = name.split()
    if not name[0].isupper() or len(words) > _WORDS or (len(words) == 1 and not name.isupper()):
        return False
    reader = rules.grammar.read(name)
    return 0 not in reader.verbs and reader.name_end(0) < len(name)
