"""The public form of a plan: what stands in `plan.json`, and what every exporter reads.

Keys that a reader may rely on are declared here. Objects that describe a whole (plan, document, task, ...) are open: more
keys may stand in them and survive loading and writing. Objects whose meaning is fixed (deadlines, proofs) are closed, so
that a misspelt key is an error and not a lost date.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Annotated, Literal

from pydantic import Field

from vanthu.contract.base import RRULE, Clock, Confidence, Day, Lean, Moment, Open, PartialDay, Proof
from vanthu.contract.graph import Graph
from vanthu.contract.paper import PageFacts, PageFlag, PaperMark
from vanthu.document.content import GapKind, Qualifier, Severity, TaskKind


class _Deadline(Lean):
    optional = frozenset({"assumptions", "evidence", "confidence"})
    raw: str = Field(description="The words of the time, as written")
    assumptions: tuple[str, ...] = Field(
        default=(), description="Vietnamese; what was inherited or supposed, such as the year"
    )
    evidence: Proof | None = None
    confidence: Confidence | None = None


class DayOff(Lean):
    """A due date on which offices are closed. The date itself is never moved."""

    reason: str = Field(description="Vietnamese: the day of the week or the name of the holiday")
    working_day_before: Day | None = Field(default=None, description="The last working day before")


class Due(_Deadline):
    """A single day, or a moment of it."""

    optional = _Deadline.optional | {"time", "day_off"}
    kind: Literal["due"]
    date: Day | None = Field(description="Null where an impossible date is written (31/6)")
    time: Clock | None = Field(default=None, description="HH:MM; 24:00 is the end of that day")
    qualifier: Qualifier | None = Field(
        default=None, description="before: 'trước'; by: 'chậm nhất, đến hết'; on: 'vào'; during: 'trong'"
    )
    day_off: DayOff | None = None


class Window(_Deadline):
    """A span of days or moments, both ends included. An open end is null."""

    kind: Literal["window"]
    start: Moment | None
    end: Moment | None


class Recurring(_Deadline):
    """A rhythm, as an iCalendar rule that says what is written, not what a calendar makes of it."""

    optional = _Deadline.optional | {"time", "times", "start"}
    kind: Literal["recurring"]
    rrule: Annotated[str, Field(pattern=RRULE)]
    time: Clock | None = None
    start: Day | None = Field(default=None, description="The first day, where one is written")
    until: Day | None = None
    times: int | None = Field(default=None, ge=1, description="Where N times a period is written")


class Relative(_Deadline):
    """A length of time counted from an event, or the event alone."""

    optional = _Deadline.optional | {"resolved"}
    kind: Literal["relative"]
    duration: str | None = Field(
        default=None, pattern=r"^-?P", description="ISO 8601; negative for before; null: the event alone"
    )
    working_days: bool | None = None
    anchor: str | None = Field(default=None, description="The event, as written")
    resolved: Day | None = Field(default=None, description="The date it comes to, where that can be said")


class Ongoing(_Deadline):
    """All the time (*thường xuyên*)."""

    kind: Literal["ongoing"]


Deadline = Annotated[Due | Window | Recurring | Relative | Ongoing, Field(discriminator="kind")]


class Unit(Open):
    """A unit with its part in a task."""

    optional = frozenset({"evidence"})
    role: Literal["lead", "coordinate"]
    name: str = Field(description="As written")
    resolved: str | None = Field(
        default=None, description="The name it goes by in the whole document; null if unclear"
    )
    inherited: bool = Field(
        default=False, description="From the heading above, not from the task's own words"
    )
    evidence: Proof | None = None


class Target(Open):
    """A measurable aim."""

    optional = frozenset({"upper", "whole", "per"})
    raw: str
    value: float
    unit: str
    comparator: str | None = Field(
        default=None, description="'>=', '<=', '='; null where only a number is named"
    )
    upper: float | None = Field(default=None, description="The upper end of a range")
    whole: str | None = Field(default=None, description="A share of what")
    per: str | None = Field(default=None, description="In which time: day, week, ... in Vietnamese")


class Task(Open):
    """One instruction to one or more units."""

    optional = frozenset({"uid", "units", "targets", "products", "page", "evidence", "confidence", "review"})
    id: str = Field(description="Path in the document: section, item, place of the bullet (IV.1.2.b3)")
    uid: str = Field(default="", description="Stable over runs on the same file; unique over files")
    text: str = Field(description="As written, without bullet and marks of emphasis")
    lead: tuple[str, ...] = Field(default=(), description="Units that must do it, as written")
    coordinate: tuple[str, ...] = Field(default=(), description="Units that must help, as written")
    kind: TaskKind = TaskKind.ACTION
    parent: str | None = Field(default=None, description="Id of the task that this one details")
    deadlines: tuple[Deadline, ...] = ()
    units: tuple[Unit, ...] = Field(
        default=(), description="The units again, with resolved names and evidence"
    )
    targets: tuple[Target, ...] = ()
    products: tuple[str, ...] = ()
    page: int | None = Field(default=None, ge=1)
    evidence: Proof | None = None
    confidence: Confidence | None = None
    review: tuple[str, ...] = Field(default=(), description="Vietnamese; why a person should look")


class Signer(Open):
    """Who signed, as written."""

    authority: str | None = None
    position: str | None = None
    office: str | None = None
    name: str | None = None


class FieldProof(Lean):
    """What one field of the header rests on."""

    optional = frozenset({"confidence", "review", "candidates", "evidence"})
    confidence: Confidence | None = None
    review: str | None = Field(default=None, description="Vietnamese; why a person should look")
    candidates: tuple[str, ...] = Field(default=(), description="Other values that were possible, best first")
    evidence: Proof | None = None


class Document(Open):
    """The formal parts of the document (Decree 30/2020/NĐ-CP). What it does not say is null or empty."""

    optional = frozenset({"superior", "urgency", "signers", "fields"})
    type: str | None = None
    number: str | None = Field(default=None, description="The serial alone; null where it was left blank")
    symbol: str | None = Field(default=None, description="The part after the slash")
    issuer: tuple[str, ...] = Field(default=(), description="Acceptable wordings, best first")
    place: str | None = None
    issued_on: PartialDay | None = Field(
        default=None, description="ISO; year and month where the day was left blank"
    )
    title: str | None = None
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    archive: str | None = None
    superior: str | None = Field(default=None, description="The body above the issuer in the letterhead")
    urgency: str | None = None
    signers: tuple[Signer, ...] = Field(default=(), description="All of them, where several signed")
    fields: dict[str, FieldProof] = Field(
        default={}, description="Evidence by field: 'number', 'signer.name', 'recipients.0', ..."
    )


class Citation(Open):
    """A document named in the text."""

    optional = frozenset({"title", "confidence", "evidence"})
    type: str
    number: str | None
    issued_on: PartialDay | None = None
    issuer: str | None = None
    title: str | None = Field(default=None, description="Name of an act that has no number")
    confidence: Confidence | None = None
    evidence: tuple[Proof, ...] = Field(default=(), description="One a mention")


class ScheduleRow(Open):
    """A row of a dated table or appendix."""

    optional = frozenset({"evidence"})
    when: Moment
    what: str
    evidence: Proof | None = None


class Finding(Open):
    """Something that an auditor would raise."""

    optional = frozenset({"evidence"})
    code: str
    where: tuple[str, ...] = Field(
        default=(), description="Task ids, 'document.number', 'schedule', section paths"
    )
    note: str
    severity: Severity = Severity.WARNING
    evidence: tuple[Proof, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, Proof | None], ...]:
        """Where it is, each place with the proof in the same position; then what else proves it, somewhere in the text."""
        named = self.where or ("document",)
        return tuple((where or "text", proof) for where, proof in zip_longest(named, self.evidence))


class Gap(Lean):
    """Something that a task leaves unclear (*6 rõ*); no finding."""

    task: str = Field(description="Task id")
    kind: GapKind
    note: str = Field(description="Vietnamese: what is not said")


class SourceFile(Open):
    """The file that was read. Its folder is never told."""

    name: str
    sha256: str
    media_type: str
    size: int


class Problem(Open):
    """Something that went wrong without ending the work."""

    optional = frozenset({"page"})
    code: str
    message: str
    page: int | None = None


class ReviewItem(Lean):
    """A place that a person should look at."""

    where: str = Field(description="Task id, or a field: 'document.number'")
    reason: str


class PublicPlan(Open):
    """A plan as `plan.json` holds it."""

    optional = frozenset(
        {"schema_version", "status", "file", "pages", "rules", "gaps", "targets", "review", "problems"}
        | {"graph", "marks", "flags"}
    )
    schema_version: str | None = None
    source: str | None = Field(default=None, description="Name of the file that was read")
    status: Literal["complete", "partial"] | None = Field(
        default=None, description="partial where a page or a step failed; see problems"
    )
    document: Document
    legal_basis: tuple[Citation, ...] = Field(
        default=(), description="Documents that the preamble names as ground"
    )
    citations: tuple[Citation, ...] = Field(
        default=(), description="Every document named, once; legal basis included"
    )
    tasks: tuple[Task, ...] = ()
    document_deadlines: tuple[Deadline, ...] = Field(default=(), description="Those that bind the whole plan")
    schedule: tuple[ScheduleRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = Field(default=(), description="What tasks leave unclear; apart from the findings")
    targets: tuple[Target, ...] = Field(default=(), description="Measurable aims of the whole plan")
    review: tuple[ReviewItem, ...] = Field(default=(), description="All places that a person should look at")
    problems: tuple[Problem, ...] = ()
    graph: Graph | None = None
    file: SourceFile | None = None
    pages: tuple[PageFacts, ...] = ()
    marks: tuple[PaperMark, ...] = Field(
        default=(), description="What was put on the paper besides the print"
    )
    flags: tuple[PageFlag, ...] = Field(default=(), description="Words that may have been read wrongly")
    rules: str | None = Field(default=None, description="Fingerprint of the rules that were used")
