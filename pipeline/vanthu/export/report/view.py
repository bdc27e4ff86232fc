"""What `report.html` shows, made ready for its template: texts, links and cuttings, no decisions left to HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanthu.audit.gaps import NAMES
from vanthu.audit.places import place
from vanthu.contract.base import Proof
from vanthu.contract.model import Citation, Document, FieldProof, Finding, PublicPlan
from vanthu.export.calendar.entries import undated
from vanthu.export.document_facts import document_facts
from vanthu.export.listed import GRAVITY, SEVERITY_NAMES
from vanthu.export.report.cards import Time, groups, time_of
from vanthu.export.report.clipping import Clip
from vanthu.export.report.flags import page_line, shown_flags
from vanthu.export.report.marks import shown_marks
from vanthu.export.report.sources import Source, doubt_of, source
from vanthu.export.timing import first_day, nearest_day, phrase, show_day
from vanthu.export.tracker.gap_rows import KINDS, unclear_tasks
from vanthu.export.wording import anchor, dated, document_name, shorten, units_of

_MOST_SOURCES = 3  # of one finding: the first days of many tasks say enough


@dataclass(frozen=True)
class Fact:
    """A line of the header."""

    label: str
    value: str
    doubt: str
    source: Source | None


@dataclass(frozen=True)
class Link:
    """A reference inside the page; `anchor` is `None` where it leads nowhere."""

    label: str
    anchor: str | None


@dataclass(frozen=True)
class Alarm:
    """A finding."""

    severity: str
    level: str
    note: str
    links: tuple[Link, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class DueRow:
    """A line of the list of dates."""

    day: str
    words: str
    unit: str
    text: str
    anchor: str


def facts(contract: PublicPlan, clip: Clip) -> Iterator[Fact]:
    """The header, a line a field; what the document does not say is told as such where it matters."""
    for name, label, value in document_facts(contract.document):
        proofs = _field_proofs(contract.document, name)
        doubts = [d for p in proofs if (d := p.review or doubt_of(p.confidence))]
        if value or doubts or name in ("number", "issued_on"):
            proof = _joined([p.evidence for p in proofs if p.evidence])
            shown = source(proof, clip, [proof]) if proof else None
            yield Fact(label, value, "; ".join(dict.fromkeys(doubts)), shown)


def _field_proofs(document: Document, name: str) -> list[FieldProof]:
    """Of one field; of all members of a list, whose first one is named."""
    group = name.removesuffix("0") if name.endswith(".0") else None
    fields = document.fields.items()
    return [p for key, p in fields if (key.startswith(group) if group else key == name)]


def _joined(proofs: Sequence[Proof]) -> Proof | None:
    """One proof over all places of several."""
    places = tuple(place for proof in proofs for place in proof.places)
    return proofs[0].model_copy(update={"places": places}) if proofs else None


def figures(contract: PublicPlan) -> list[tuple[str, str]]:
    """Number and caption."""
    tasks = contract.tasks
    days = sorted(day for t in tasks if (day := nearest_day(t.deadlines)))
    units = {u for t in tasks for u in units_of(t)}
    nobody = sum(1 for t in tasks if not t.lead)
    shown = [
        (str(len(tasks)), "nhiệm vụ"),
        (str(len(units)), "đơn vị chủ trì"),
        (str(sum(1 for t in tasks if t.deadlines)), "nhiệm vụ có thời hạn"),
        (show_day(days[0]) if days else "–", "hạn đầu tiên"),
        (show_day(days[-1]) if days else "–", "hạn cuối cùng"),
        (str(len(contract.findings)), "phát hiện"),
        (str(len(contract.review)), "chỗ cần xem lại"),
    ]
    return shown + ([(str(nobody), "nhiệm vụ chưa rõ chủ trì")] if nobody else [])


def alarms(contract: PublicPlan, clip: Clip) -> list[Alarm]:
    """Findings, the gravest first."""
    known = {t.id for t in contract.tasks}
    ordered = sorted(contract.findings, key=lambda f: GRAVITY[f.severity])
    return [_alarm(f, known, clip) for f in ordered]


def _alarm(finding: Finding, known: set[str], clip: Clip) -> Alarm:
    links = tuple(Link(place(w), anchor(w) if w in known else None) for w in finding.where)
    shown = (source(p, clip, [p]) for p in finding.evidence[:_MOST_SOURCES])
    return Alarm(
        severity=SEVERITY_NAMES[finding.severity],
        level=finding.severity.value,
        note=finding.note,
        links=links,
        sources=tuple(s for s in shown if s),
    )


def due_rows(contract: PublicPlan) -> list[DueRow]:
    """Dated work in the order of time."""
    dated = [(day, t, d) for t in contract.tasks for d in t.deadlines if (day := first_day(d))]
    return [
        DueRow(show_day(day), phrase(d), ", ".join(units_of(t)), shorten(t.text, 140), anchor(t.id))
        for day, t, d in sorted(dated, key=lambda row: row[0])
    ]


def whole_plan(contract: PublicPlan) -> list[Time]:
    """Times of the plan as a whole, then its dated rows."""
    rows = [Time(f"{show_day(row.when)}: {row.what}", "schedule", ()) for row in contract.schedule]
    return [*(time_of(d) for d in contract.document_deadlines), *rows]


def cited(citation: Citation) -> str:
    """A cited document in one line."""
    number = f"số {citation.number}" if citation.number else ""
    (f"ngày {show_day(citation.issued_on)}" if citation.issued_on and len(citation.issued_on) == 10 else "")
    issuer = f"của {citation.issuer}" if citation.issuer else ""
    name = citation.type if citation.number or not citation.title else citation.title
    return " ".join(part for part in (name, number, dated(citation.issued_on), issuer) if part)


def view(contract: PublicPlan, clip: Clip) -> dict[str, object]:
    """Everything that the template needs."""
    lost = list(undated(contract))
    return {
        "name": document_name(contract),
        "plan": contract,
        "issuer": contract.document.issuer[0] if contract.document.issuer else "",
        "figures": figures(contract),
        "facts": list(facts(contract, clip)),
        "alarms": alarms(contract, clip),
        "gap_kinds": [NAMES[kind].removeprefix("Rõ ") for kind in KINDS],
        "unclear": [(place(u.task.id), anchor(u.task.id), u) for u in unclear_tasks(contract)],
        "groups": groups(contract, clip),
        "due_rows": due_rows(contract),
        "whole_plan": whole_plan(contract),
        "undated": lost,
        "marks": shown_marks(contract, clip),
        "flagged": shown_flags(contract, clip),
        "pages": [page_line(page) for page in contract.pages],
        "basis": [cited(c) for c in contract.legal_basis],
        "citations": [cited(c) for c in contract.citations],
    }
