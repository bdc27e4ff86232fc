"""Plans as the audit between plans sees them."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.audit.across.duty import Duty, Time
from vanthu.audit.across.memory import Filed
from vanthu.audit.across.paper import Cited, Effect, Paper
from vanthu.audit.across.reader import Reader
from vanthu.audit.facts import as_date
from vanthu.contract.model import Citation, Deadline, Due, PublicPlan, Relative, Task, Window
from vanthu.document.content import Qualifier, TaskKind
from vanthu.document.graph import EdgeKind
from vanthu.document.numbers import whole_number
from vanthu.planning.identity import squeezed

_EFFECTS = {EdgeKind.REPLACES, EdgeKind.AMENDS}
_HOUR = 60


def filed(key: str, plan: PublicPlan, reader: Reader) -> Filed:
    """A plan with its duties; `key` is unique among those compared, and what the plan is called where it has no number."""
    paper = paper_of(key, plan, reader)
    return Filed(paper, tuple(_duty(paper, task, reader) for task in plan.tasks))


def paper_of(key: str, plan: PublicPlan, reader: Reader) -> Paper:
    """The head of a plan."""
    head = plan.document
    number = whole_number(head.number, head.symbol)
    issuer = next(iter(head.issuer), None)
    return Paper(
        key=key,
        name=key,
        issuer=reader.body(issuer, head.place) if issuer else None,
        place=reader.home(issuer, head.place),
        code=squeezed(number) if number else None,
        number=number,
        issued_on=as_date(head.issued_on),
        title=head.title or "",
        homes=reader.homes(issuer, head.place, head.superior),
        cited=tuple(_cited(plan, issuer, reader)),
        effects=tuple(effects(plan)),
    )


def _cited(plan: PublicPlan, own: str | None, reader: Reader) -> Iterator[Cited]:
    grounds = {(c.type, c.number, c.issued_on) for c in plan.legal_basis}
    for citation in plan.citations:
        if citation.number:
            proof = next(iter(citation.evidence), None)
            yield Cited(
                code=squeezed(citation.number),
                number=citation.number,
                type=citation.type,
                issued_on=citation.issued_on,
                issuer=_issuer(citation.issuer, own, plan.document.place, reader),
                basis=(citation.type, citation.number, citation.issued_on) in grounds,
                subject=_subject(citation, plan),
                page=proof.page if proof else None,
                quote=proof.quote if proof else None,
            )


def _issuer(cited: str | None, own: str | None, place: str | None, reader: Reader) -> str | None:
    """Who issued what is cited; a body that cites itself, or another of its own level, need not say where that is."""
    if cited and own and reader.key(own).startswith(reader.key(cited)):
        return reader.body(own, place)
    if cited and own and place and _is_beside(cited, own, reader):
        _, home = reader.marker.seat(place) or ("", place)
        short = reader.marker.without_level(cited)
        return reader.body(cited, home) if short == cited else reader.body(f"{cited} {home}")
    return reader.body(cited) if cited else None


def _is_beside(cited: str, own: str, reader: Reader) -> bool:
    """Whether a body without a place in its name (*Công an tỉnh*, *Sở Nội vụ*) is of the level of the one that cites it."""
    level = reader.level(cited)
    return level is not None and level == reader.level(own) and not reader.places(cited)


def _subject(citation: Citation, plan: PublicPlan) -> str:
    """What stands behind a citation, there or in the task that has it: its title, and more."""
    told = [citation.title or "", *(f"{p.quote} {p.suffix}" for p in citation.evidence)]
    number = citation.number or ""
    told += [t.text.partition(number)[2] for t in plan.tasks if number in t.text]
    return " ".join(told)


def effects(plan: PublicPlan) -> Iterator[Effect]:
    """What a plan does to other documents."""
    by_vertex = {f"document:{c.number}:{c.issued_on or ''}": c for c in plan.citations if c.number}
    for edge in plan.graph.edges if plan.graph else ():
        cited = by_vertex.get(edge.target)
        if edge.kind in _EFFECTS and cited and cited.number and edge.source == "plan":
            yield Effect(edge.kind, squeezed(cited.number), cited.issued_on, edge.quote or None, edge.page)


def _duty(paper: Paper, task: Task, reader: Reader) -> Duty:
    whole = {(u.role, u.name): u.resolved or u.name for u in task.units}
    proof = task.evidence
    return Duty(
        paper=paper,
        where=task.id,
        text=task.text,
        lead={reader.unit(whole.get(("lead", name), name), paper.place): name for name in task.lead},
        helps=frozenset(
            reader.unit(whole.get(("coordinate", name), name), paper.place) for name in task.coordinate
        ),
        times=tuple(time_of(deadline) for deadline in task.deadlines),
        report=task.kind is TaskKind.REPORT,
        page=task.page or (proof.page if proof else None),
        quote=proof.quote if proof else None,
        names=(*task.lead, *task.coordinate),
        reader=reader,
    )


def time_of(deadline: Deadline) -> Time:
    """A deadline as the audit sees it; a rhythm, and what is always to be done, has no days."""
    match deadline:
        case Due(date=day, time=clock, qualifier=qualifier):
            event = qualifier is Qualifier.ON
            return Time(deadline.raw, None, as_date(day), clocks(clock, clock) if event else None, event)
        case Window(start=start, end=end):
            first, last = as_date(start), as_date(end)
            hours = clocks((start or "")[11:], (end or "")[11:]) if first == last else None
            return Time(deadline.raw, first, last, hours, hours is not None)
        case Relative(resolved=day):
            return Time(deadline.raw, None, as_date(day))
        case _:
            return Time(deadline.raw, None, None)


def clocks(start: str | None, end: str | None) -> tuple[int, int] | None:
    """Two hours (HH:MM) in minutes of the day, one for both where the other is not told; `None` where none is."""
    told = [_minutes(t) for t in (start, end) if t]
    return (told[0], told[-1]) if told else None


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * _HOUR + int(minutes)
