"""Plans before they are set: who issues what when, on what ground; their tasks come later, when they are needed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from registers.country import Issuer, Province
from registers.dates import NO_TIME, When, on_work_day, work_day
from registers.grammar import Duty, Wording, subjects

YEARS = (2024, 2025, 2026)
Role = Literal["ordinary", "repeats", "twin", "replaces", "outdated", "letter"]
_EXTRA = 0.02  # of all plans, for each role but the ordinary


@dataclass(eq=False, slots=True)
class Item:
    """A task before it is set. `id` is known from then on; `duty` and `wording` are `None` for what every plan says."""

    text: str
    lead: tuple[str, ...]
    when: When = NO_TIME
    kind: str = "action"
    times: tuple[When, ...] = ()  # all of them, where there are several
    helper: str | None = None
    product: str | None = None
    parent: Item | None = None
    in_table: bool = False  # its time stands in another cell
    duty: Duty | None = None
    wording: Wording | None = None
    place: str = ""  # the name of its plan and its id, as findings name it; empty until set


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a plan names: in its grounds, or in the text after the words `before`."""

    type: str
    number: str
    day: date
    issuer: str | None = None
    basis: bool = True
    before: str = "Căn cứ "
    edge: str | None = None  # what the plan does to it: replaces, amends
    about: str = ""  # words of its title behind the name


ACTS = (
    Cited("Nghị định", "312/2023/NĐ-CP", date(2023, 8, 14), "Chính phủ"),
    Cited("Nghị định", "287/2022/NĐ-CP", date(2022, 3, 9), "Chính phủ"),
    Cited("Thông tư", "91/2023/TT-BNV", date(2023, 5, 22), "Bộ Nội vụ"),
    Cited("Thông tư", "64/2021/TT-BTC", date(2021, 11, 3), "Bộ Tài chính"),
    Cited("Nghị quyết", "88/NQ-CP", date(2022, 12, 8), "Chính phủ"),
)
"""Invented acts that many plans rest on."""


@dataclass(eq=False, slots=True)
class Sheet:
    """A plan to be. `superior` is the plan that it carries out, `source` the one that it repeats or replaces."""

    issuer: Issuer
    subject: int
    issued: date
    end: date
    seed: int
    superior: Sheet | None = None
    role: Role = "ordinary"
    source: Sheet | None = None
    event_day: date | None = None
    number: int = 0
    planted: list[Item] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    misdated: Cited | None = None  # how it cites its superior, where it does so wrongly
    drawn: list[Item] | None = None  # its ordinary tasks, kept where other plans need them

    @property
    def year(self) -> int:
        """Of issue."""
        return self.issued.year

    @property
    def name(self) -> str:
        """Of its file."""
        return f"{self.issuer.home}-{self.year}-{self.number:03}-{self.symbol}.pdf".replace(" ", "-")

    @property
    def symbol(self) -> str:
        """Behind its number."""
        own = self.issuer.symbol
        return f"{own.removeprefix('KH-')}-VP" if self.role == "letter" else own

    @property
    def type(self) -> str:
        """Of the document."""
        return "Công văn" if self.role == "letter" else "Kế hoạch"

    @property
    def code(self) -> str:
        """Number and symbol."""
        return f"{self.number}/{self.symbol}"

    @property
    def title(self) -> str:
        """As printed; always the same."""
        known = subjects()[self.subject]
        lines = known.tongue.lines("titles" if self.issuer.superior else "main_titles")
        if self.role == "letter" and self.source:
            lines = known.tongue.lines("letter_titles")
        code = self.source.code if self.source else ""
        line = lines[self.seed % len(lines)]
        text = line.format(name=known.name, year=self.year, home=self.issuer.home, code=code)
        return text[0].upper() + text[1:]

    def superiors(self) -> Iterator[Sheet]:
        """The plan that it carries out, and the one that this carries out."""
        above = self.superior
        while above:
            yield above
            above = above.superior

    def as_cited(self, *, short: bool, basis: bool = True, before: str = "Căn cứ ") -> Cited:
        """As another plan names it."""
        name = self.issuer.name
        if short:
            name = name.replace("Ủy ban nhân dân", "UBND").replace("Uỷ ban nhân dân", "UBND")
        elif self.issuer.office and "tỉnh" not in name:
            name = f"{name} {self.issuer.home}"
        about = f" về {subjects()[self.subject].name} năm {self.year}"
        return Cited("Kế hoạch", self.code, self.issued, name, basis, before, about=about)


def drafted(province: Province, count: int, rng: random.Random) -> list[Sheet]:
    """The plans of a province, at most so many, by date of issue, numbered; what one refers to is always among them."""
    sheets = [s for year in YEARS for s in _of_year(province, year, rng)]
    sheets += _extra(sheets, rng, max(1, round(_EXTRA * len(sheets))))
    sheets.sort(key=lambda s: (s.issued, s.seed))
    kept = sheets[:count]
    _number(kept, rng)
    return kept


def _of_year(province: Province, year: int, rng: random.Random) -> Iterator[Sheet]:
    leading = {}
    for subject in rng.sample(province.subjects, 14):
        month = subjects()[subject].month
        issued = work_day(rng, date(year, month, 3), date(year, month, 25))
        leading[subject] = _sheet(province.body, subject, issued, rng)
    yield from leading.values()
    for office in province.offices:
        own = [s for s in leading if subjects()[s].office == office.office]
        others = [s for s in leading if s not in own]
        for subject in (own + rng.sample(others, len(others)))[:6]:
            yield _carries_out(office, leading[subject], rng)
    middle = {d: {s: _carries_out(d, leading[s], rng) for s in leading} for d in province.districts}
    for own_plans in middle.values():
        yield from own_plans.values()
    for commune in province.communes:
        above = middle.get(commune.superior, leading) if commune.superior else leading
        for subject in rng.sample(sorted(above), 9):
            yield _carries_out(commune, above[subject], rng)
        alone = rng.choice([s for s in province.subjects if s not in leading])
        yield _sheet(commune, alone, work_day(rng, date(year, 2, 10), date(year, 8, 20)), rng)


def _sheet(issuer: Issuer, subject: int, issued: date, rng: random.Random) -> Sheet:
    end = min(issued + timedelta(days=rng.randint(150, 330)), date(issued.year, 12, 15))
    return Sheet(issuer, subject, issued, on_work_day(end), rng.getrandbits(40))


def _carries_out(issuer: Issuer, superior: Sheet, rng: random.Random) -> Sheet:
    issued = work_day(rng, superior.issued + timedelta(days=10), superior.issued + timedelta(days=40))
    sheet = _sheet(issuer, superior.subject, issued, rng)
    sheet.superior = superior
    return sheet


def by_year(sheets: Iterable[Sheet]) -> dict[tuple[Issuer, int], list[Sheet]]:
    """The plans of each issuer and year, by date; letters are none."""
    found: dict[tuple[Issuer, int], list[Sheet]] = defaultdict(list)
    for sheet in sorted(sheets, key=lambda s: (s.issued, s.seed)):
        if sheet.role != "letter":
            found[sheet.issuer, sheet.year].append(sheet)
    return found


def _extra(sheets: list[Sheet], rng: random.Random, count: int) -> list[Sheet]:
    """Plans that repeat or replace others, and plans that rest on what was replaced."""
    lower = [s for s in sheets if s.superior]
    chosen = rng.sample(lower, min(len(lower), 2 * count))
    extra = [_repeats(s, rng) for s in chosen[:count]]
    for source in chosen[count:]:
        extra += filter(None, [_twin(source, [*sheets, *extra], rng)])
    upper = [s for s in sheets if not s.issuer.superior and s.issued.month < 6]
    for source in rng.sample(upper, min(len(upper), -(-count // 2))):
        extra += _replaced(source, _without(source, [*sheets, *extra]), rng)
    early = [s for s in sheets if s.issued.month < 7]
    return extra + [_letter(s, rng) for s in rng.sample(early, min(len(early), count))]


def _letter(source: Sheet, rng: random.Random) -> Sheet:
    """A letter that gives more time for duties of a plan."""
    issued = on_work_day(source.issued + timedelta(days=rng.randint(25, 60)))
    return Sheet(
        source.issuer, source.subject, issued, source.end, rng.getrandbits(40), None, "letter", source
    )


def _repeats(source: Sheet, rng: random.Random) -> Sheet:
    issued = on_work_day(source.issued + timedelta(days=rng.randint(4, 9)))
    return Sheet(
        source.issuer,
        source.subject,
        issued,
        source.end,
        rng.getrandbits(40),
        source.superior,
        "repeats",
        source,
    )


def _twin(source: Sheet, sheets: list[Sheet], rng: random.Random) -> Sheet | None:
    """The same plan word for word, issued by another commune that has none of the subject in that year."""
    free = [i for i in _without(source, sheets) if i.level == source.issuer.level and not i.office]
    if not free:
        return None
    issued = on_work_day(source.issued + timedelta(days=rng.randint(0, 3)))
    return Sheet(
        rng.choice(free),
        source.subject,
        issued,
        source.end,
        rng.getrandbits(40),
        source.superior,
        "twin",
        source,
    )


def _without(source: Sheet, sheets: list[Sheet]) -> list[Issuer]:
    """Lower bodies that issue nothing on the subject in that year."""
    body = source.issuer.superior or source.issuer
    lower = dict.fromkeys(s.issuer for s in sheets if s.issuer.superior is body)
    busy = {s.issuer for s in sheets if s.subject == source.subject and s.year == source.year}
    return [i for i in lower if i not in busy]


def _replaced(source: Sheet, free: list[Issuer], rng: random.Random) -> Iterator[Sheet]:
    """A plan that replaces another, and plans of two communes after it: one rests on the new plan, one on the old one."""
    issued = on_work_day(source.issued + timedelta(days=rng.randint(50, 70)))
    new = Sheet(
        source.issuer, source.subject, issued, source.end, rng.getrandbits(40), None, "replaces", source
    )
    yield new
    for issuer, basis in zip(rng.sample(free, min(2, len(free))), (source, new), strict=False):
        late = _carries_out(issuer, new, rng)
        late.superior, late.source = basis, new
        late.role = "outdated" if basis is source else "ordinary"
        yield late


def _number(sheets: list[Sheet], rng: random.Random) -> None:
    """Numbers run with the dates, with gaps; no two plans of an issuer are of one day."""
    for (_, year), own in by_year(sheets).items():
        days: set[date] = set()
        _number_row(own, year, rng)
        for sheet in own:
            sheet.event_day = _event_day(sheet.issued, days)
    letters: dict[tuple[Issuer, int], list[Sheet]] = defaultdict(list)
    for sheet in (s for s in sheets if s.role == "letter"):
        letters[sheet.issuer, sheet.year].append(sheet)
    for (_, year), own in letters.items():
        _number_row(own, year, rng)
    sheets.sort(key=lambda s: (s.issued, s.seed))


def _number_row(own: list[Sheet], year: int, rng: random.Random) -> None:
    number, last = rng.randint(1, 20), date(year, 1, 1)
    for sheet in own:
        while sheet.issued <= last:
            sheet.issued = on_work_day(sheet.issued + timedelta(days=1))
        last, number = sheet.issued, number + rng.randint(2, 9)
        sheet.number = number


def _event_day(issued: date, days: set[date]) -> date:
    """A day on which the issuer has no other event yet."""
    day = on_work_day(issued + timedelta(days=3))
    while day in days:
        day = on_work_day(day + timedelta(days=1))
    days.add(day)
    return day
