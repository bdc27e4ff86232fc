"""What whole plans give against each other: grounds that no longer hold, wrong or missing citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from vanthu.audit.across.compare import Found, Spot
from vanthu.audit.across.naming import paper_day, paper_name
from vanthu.audit.across.numbering import Series, parts, serial_of, series
from vanthu.audit.across.paper import WHOLE_DAY, Cited, Paper
from vanthu.audit.across.reader import Reader
from vanthu.audit.facts import as_date, opened, show
from vanthu.document.content import Severity
from vanthu.document.graph import EdgeKind

_SUBJECT = 0.6  # share of a title's telling syllables that stand behind the citation
_AGAINST = 2  # plans that a number must contradict before it is called wrong
_AGREED, _OFTENER = 3, 3  # plans that agree on a day, and how many times as many as those with the other day
_TELLING = 3  # syllables; fewer fit many titles


class Shelf:
    """Plans that have to do with each other, by what they are looked for.

    `least` plans of one row of numbers must be here before another one is missed.
    """

    def __init__(self, papers: Iterable[Paper], *, least: int) -> None:
        self.least = least
        self.papers = {p.key: p for p in papers}
        self.by_code: dict[str, list[Paper]] = defaultdict(list)
        self.by_series: dict[Series, list[Paper]] = defaultdict(list)
        self.replacing: dict[str, list[Paper]] = defaultdict(list)
        for paper in self.papers.values():
            self._put(paper)

    def _put(self, paper: Paper) -> None:
        if paper.code:
            self.by_code[paper.code].append(paper)
        if row := series(paper):
            self.by_series[row].append(paper)
        for effect in paper.effects:
            if effect.kind is EdgeKind.REPLACES:
                self.replacing[effect.code].append(paper)

    def meant(self, cited: Cited, by: Paper) -> Paper | None:
        """The plan that a citation means, where it is here."""
        return next(
            (
                p
                for p in self.by_code[cited.code]
                if p.is_meant(cited.code, cited.issued_on, cited.issuer, by)
            ),
            None,
        )


def of_paper(paper: Paper, shelf: Shelf, reader: Reader) -> Iterator[Found]:
    """What the citations of one plan give."""
    for cited in paper.cited:
        known = shelf.meant(cited, paper)
        if cited.basis:
            yield from _basis_replaced(paper, cited, shelf)
        if known is None:
            yield from _misnamed_or_missing(paper, cited, shelf, reader)


def _basis_replaced(paper: Paper, cited: Cited, shelf: Shelf) -> Iterator[Found]:
    for other in shelf.replacing[cited.code]:
        effect = next(e for e in other.effects if e.kind is EdgeKind.REPLACES and e.code == cited.code)
        if other.key == paper.key or not _one_document(cited, effect.issued_on, other, paper, shelf):
            continue
        if paper.issued_on and other.issued_on and other.issued_on < paper.issued_on:
            yield Found(
                "basis-replaced",
                Severity.WARNING,
                f"{opened(paper_name(paper))} căn cứ {_named(cited)}, nhưng văn bản ấy đã được {paper_name(other)} ngày "
                f"{show(other.issued_on)} thay thế; đề nghị căn cứ văn bản còn hiệu lực.",
                (
                    Spot(paper.key, "legal_basis", cited.page, cited.quote),
                    Spot(other.key, "citations", effect.page, effect.quote),
                ),
            )


def _one_document(cited: Cited, day: str | None, other: Paper, by: Paper, shelf: Shelf) -> bool:
    """Whether what one plan rests on is what another one replaces: one number, and one issuer; where none is told, one day.

    Two provinces may issue plans of one number on one day.
    """
    known = shelf.meant(cited, by)
    issuer = cited.issuer or (known.issuer if known else None)
    if not cited.issued_on or not day:
        return other.issuer is not None and (issuer or by.issuer) == other.issuer
    one_day = cited.issued_on.startswith(day) or day.startswith(cited.issued_on)
    return one_day and (not issuer or not other.issuer or issuer in other.issuer or other.issuer in issuer)


def _misnamed_or_missing(paper: Paper, cited: Cited, shelf: Shelf, reader: Reader) -> Iterator[Found]:
    body = cited.issuer or paper.issuer
    day = as_date(cited.issued_on)
    if body is None or day is None:
        return
    for other in shelf.by_code[cited.code]:
        sure = cited.issuer is not None or _is_about(cited, other, reader)
        if sure and other.issuer == body and other.issued_on and _near(day, other.issued_on):
            yield _misnamed(paper, cited, other, f"ngày {show(other.issued_on)}")
            return
    own = parts(cited.code)
    beside = [p for p in shelf.by_series[body, own[1], day.year] if p.key != paper.key] if own else []
    that_day = [p for p in beside if p.issued_on == day]
    meant = [p for p in that_day if _is_about(cited, p, reader)] or that_day * _fits_nowhere(
        cited, day, beside
    )
    if len(meant) == 1:
        yield _misnamed(paper, cited, meant[0], f"số {meant[0].number}")
    elif len(beside) >= shelf.least and not any(p.code == cited.code for p in beside):
        yield _missing(paper, cited, len(beside))


def _fits_nowhere(cited: Cited, day: date, beside: Sequence[Paper]) -> bool:
    """Whether the number runs against its date in the row that it should stand in."""
    own = parts(cited.code)
    serial = own[0] if own else 0
    against = [
        p
        for p in beside
        if p.issued_on and (p.issued_on < day) != (serial_of(p) < serial) and p.issued_on != day
    ]
    return len(against) >= _AGAINST


def _near(a: date, b: date) -> bool:
    """Whether another day may be meant by the same number: numbers begin anew with every year; a misread year is still one."""
    return a != b and (a.year == b.year or (a.month, a.day) == (b.month, b.day))


def _is_about(cited: Cited, other: Paper, reader: Reader) -> bool:
    """Whether the words behind a citation, of which a few are kept, are those of the other plan's title."""
    title, told = reader.subject(other.title), reader.subject(cited.subject)
    both = sum(s in told for s in title)
    return both >= _TELLING and both >= _SUBJECT * min(len(title), len(told))


def _misnamed(paper: Paper, cited: Cited, other: Paper, right: str) -> Found:
    return Found(
        "citation-conflict",
        Severity.WARNING,
        f"{opened(paper_name(paper))} dẫn {_named(cited)}, nhưng chính văn bản ấy ghi {right}; đề nghị đối chiếu với văn bản gốc.",
        (
            Spot(paper.key, "legal_basis" if cited.basis else "citations", cited.page, cited.quote),
            Spot(other.key, "document.issued_on", None, f"{other.number} - {paper_day(other)}"),
        ),
    )


def _missing(paper: Paper, cited: Cited, beside: int) -> Found:
    return Found(
        "cited-missing",
        Severity.NOTE,
        f"{opened(paper_name(paper))} dẫn {_named(cited)}, nhưng văn bản ấy chưa có trong sổ, dù sổ có {beside} văn bản cùng "
        "cơ quan, cùng ký hiệu trong năm; đề nghị bổ sung hoặc kiểm tra lại số.",
        (Spot(paper.key, "legal_basis" if cited.basis else "citations", cited.page, cited.quote),),
        about=missing_key(paper, cited),
    )


def missing_key(paper: Paper, cited: Cited) -> str:
    """What the finding that a cited plan is not here is known by."""
    return f"{paper.key} {cited.code} {cited.issued_on}"


def _named(cited: Cited) -> str:
    whole = cited.issued_on and len(cited.issued_on) == WHOLE_DAY
    day = as_date(cited.issued_on) if whole else None
    return f"{cited.type} số {cited.number}" + (f" ngày {show(day)}" if day else "")


def by_days(paper: Paper, days: Mapping[str, Mapping[str, int]]) -> Iterator[Found]:
    """National acts that a plan cites with another day than most do; `days` is how many cite an act with which day."""
    for cited in paper.cited:
        if found := _other_day(paper, cited, days.get(cited.code, {})):
            yield found


def _other_day(paper: Paper, cited: Cited, days: Mapping[str, int]) -> Found | None:
    """A national act that nearly all plans cite with another day; `days` is how many cite it with which day.

    Acts of two years may bear one number: only days of one year are held against each other.
    """
    if not cited.issued_on or len(cited.issued_on) != WHOLE_DAY:
        return None
    own = days.get(cited.issued_on, 1)
    year = cited.issued_on[:4]
    usual = max(
        (d for d in days if d[:4] == year and len(d) == WHOLE_DAY), key=lambda d: days[d], default=None
    )
    if usual is None or usual == cited.issued_on or days[usual] < max(_AGREED, _OFTENER * own):
        return None
    day = as_date(usual)
    return Found(
        "citation-conflict",
        Severity.WARNING,
        f"{opened(paper_name(paper))} dẫn {_named(cited)}, trong khi {days[usual]} văn bản khác ghi ngày {show(day) if day else usual}; "
        "đề nghị đối chiếu với văn bản gốc.",
        (Spot(paper.key, "legal_basis" if cited.basis else "citations", cited.page, cited.quote),),
        about=f"{paper.key} {cited.code} {cited.issued_on}",
    )
