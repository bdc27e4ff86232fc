"""What a plan says: header, citations, tasks, deadlines, schedule, findings."""

from __future__ import annotations

from enum import StrEnum

from vanthu.document.base import Frozen
from vanthu.document.evidence import Evidence, Sourced


class Signer(Frozen):
    """Who signed [7a-7c]; several where two bodies issued the document together."""

    authority: Sourced[str] = Sourced()  # TM., KT., TL., TUQ., Q. with the body
    position: Sourced[str] = Sourced()
    office: Sourced[str] = Sourced()  # a second office of the same person, under the position
    name: Sourced[str] = Sourced()


class Header(Frozen):
    """The formal parts of a document (NĐ 30/2020, Phụ lục I), as written."""

    type: Sourced[str] = Sourced()  # 'Kế hoạch', 'Công văn', ...
    number: Sourced[str] = Sourced()  # the serial alone; None where it was left blank or can't be read
    symbol: Sourced[str] = Sourced()  # 'KH-BCĐ'
    issuer: Sourced[str] = Sourced()
    superior: Sourced[str] = Sourced()
    place: Sourced[str] = Sourced()
    issued_on: Sourced[str] = Sourced()  # ISO; '2023-10' where the day was left blank
    title: Sourced[str] = Sourced()
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Sourced[str], ...] = ()
    addressees: tuple[Sourced[str], ...] = ()
    archive: Sourced[str] = Sourced()
    urgency: Sourced[str] = Sourced()  # KHẨN, THƯỢNG KHẨN, HỎA TỐC


class Citation(Frozen):
    """A document named in the text; mentions of one document are merged."""

    type: str
    number: str | None = None  # '347/2022/NĐ-CP'
    issued_on: str | None = None  # ISO, or a year alone
    issuer: str | None = None
    title: str | None = None  # name of an act without number
    legal_basis: bool = False
    evidence: tuple[Evidence, ...] = ()  # one a mention
    confidence: float | None = None


class DeadlineKind(StrEnum):
    """Kinds of time that a plan sets."""

    DUE = "due"
    WINDOW = "window"
    RECURRING = "recurring"
    RELATIVE = "relative"
    ONGOING = "ongoing"


class Qualifier(StrEnum):
    """How a due date binds: *trước* is BEFORE; *chậm nhất, đến hết* are BY; *vào ngày* is ON."""

    BEFORE = "before"
    BY = "by"
    ON = "on"
    DURING = "during"


class Deadline(Frozen):
    """A time that binds a task or the whole plan. Which fields are set depends on `kind`; the rest are `None`.

    `date` is ISO `YYYY-MM-DD`; `None` in a DUE means an impossible date. `start` and `end` of a WINDOW are dates, or
    date-times `YYYY-MM-DDTHH:MM` (24:00 allowed); `None` is open. `start` of a RECURRING is its first day, where one is written. `duration` is ISO 8601, `-P3D` for before.
    """

    raw: str
    kind: DeadlineKind
    date: str | None = None
    time: str | None = None  # HH:MM, 24:00 allowed
    qualifier: Qualifier | None = None
    start: str | None = None
    end: str | None = None
    rrule: str | None = None
    until: str | None = None
    times: int | None = None
    duration: str | None = None
    working_days: bool | None = None
    anchor: str | None = None
    resolved: str | None = None  # the date that a relative deadline comes to, where it can be said
    assumptions: tuple[str, ...] = ()  # Vietnamese; what was inherited or supposed (a year, a month)
    evidence: Evidence | None = None
    confidence: float | None = None


class TaskKind(StrEnum):
    """A report duty or any other work."""

    ACTION = "action"
    REPORT = "report"


class Unit(Frozen):
    """A unit with a part in a task: as written, and the name it goes by in the whole document."""

    name: str
    resolved: str | None = None  # None where it could not be told from the document
    evidence: Evidence | None = None
    inherited: bool = False  # from the heading above, not from the task's own words


class Target(Frozen):
    """A measurable aim (*tối thiểu 50 % hồ sơ*)."""

    comparator: str | None = None  # '>=', '<=', '=', None where only a number is named
    value: float
    unit: str  # '%', 'hồ sơ', ...
    raw: str
    upper: float | None = None  # of a range (*30 % - 40 %*)
    whole: str | None = None  # a share of what: 'học sinh từ đủ 14 tuổi'
    per: str | None = None  # in which time: 'quý'


class Task(Frozen):
    """One instruction to one or more units."""

    id: str  # path in the document: IV.1.2.b2
    uid: str = ""  # stable over runs: from the document's identity, the id and the words
    text: str
    lead: tuple[Unit, ...] = ()
    coordinate: tuple[Unit, ...] = ()
    kind: TaskKind = TaskKind.ACTION
    parent: str | None = None  # id of the task that this one details
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    products: tuple[str, ...] = ()
    node: int | None = None  # index into `Plan.outline`
    evidence: Evidence | None = None
    confidence: float | None = None
    review: tuple[str, ...] = ()  # Vietnamese reasons why a person should look


class ScheduleRow(Frozen):
    """A row of a dated table or appendix."""

    when: str  # ISO date
    what: str
    evidence: Evidence | None = None


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Frozen):
    """Something an auditor would raise. `where` holds task ids, 'document.number', 'schedule' or section paths."""

    code: str
    where: tuple[str, ...]
    note: str  # a Vietnamese sentence that can be sent back to the drafter
    severity: Severity = Severity.WARNING
    evidence: tuple[Evidence, ...] = ()


class GapKind(StrEnum):
    """What a task leaves unclear, of the six that plans are judged by."""

    PERSON = "person"  # rõ người
    WORK = "work"  # rõ việc
    TIME = "time"  # rõ thời gian
    RESPONSIBILITY = "responsibility"  # rõ trách nhiệm
    PRODUCT = "product"  # rõ sản phẩm
    AUTHORITY = "authority"  # rõ thẩm quyền


class Gap(Frozen):
    """Something that a task leaves unclear. It is no fault of the plan's, and no finding."""

    task: str  # id
    kind: GapKind
    note: str  # Vietnamese: what is not said
