"""What is asked of a worker and what it tells back: small records, never words or page images."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vanthu.document.numbers import told_number
from vanthu.document.page import Problem
from vanthu.document.plan import Plan
from vanthu.errors import ExitCode, InputError, OutputError, RulesError, SecretError, SetupError, VanthuError

if TYPE_CHECKING:  # building its classes takes a tenth of a second, and reading alone needs none
    from vanthu.contract.model import PublicPlan


def printable(name: str) -> str:
    """The name of a file in one line: what no letter stands for, and what turns lines around, becomes a mark."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


@dataclass(frozen=True)
class Job:
    """A document to read and the folder that its results go to."""

    path: Path
    folder: Path
    part: int = 1  # which of the documents in the file: known only when it was read

    @property
    def shown(self) -> str:
        """The file and, where it holds several, the document, in one line that can be printed."""
        return printable(str(self.path)) + (f" ({self.part})" if self.part > 1 else "")


class Status(StrEnum):
    """How the work on a document ended."""

    DONE = "done"
    PARTIAL = "partial"  # results were written, but something in the document could not be read
    FAILED = "failed"  # nothing was written
    KNOWN = "known"  # in the register already, so it was not read; results of an earlier run may lie in its folder
    SECRET = "secret"  # noqa: S105  # a mark of state secrecy: nothing was written or kept


@dataclass(frozen=True)
class Failure:
    """Why a document has no results; `message` is one Vietnamese line without the file's name."""

    code: str
    message: str
    exit_code: ExitCode

    @classmethod
    def of(cls, error: VanthuError) -> Failure:
        """The failure that an expected error stands for."""
        return cls(error.code, error.message, error.exit_code)

    def error(self, where: str) -> VanthuError:
        """The error that it stands for."""
        kinds: tuple[type[VanthuError], ...] = (SecretError, SetupError, OutputError, RulesError, InputError)
        kind = next((k for k in kinds if k.exit_code == self.exit_code), VanthuError)
        return kind(self.message, where=where)


@dataclass(frozen=True)
class Summary:
    """What was found, in figures and a few words of the header; `None` is unknown."""

    pages: int = 0
    type: str | None = None
    number: str | None = None  # with the symbol: '36/KH-UBND'
    issued_on: str | None = None
    tasks: int = 0
    deadlines: int = 0  # of tasks and of the whole document
    findings: int = 0


@dataclass(frozen=True)
class Outcome:
    """The end of one job. `summary` is `None` where nothing was written, `failure` where something was."""

    job: Job
    status: Status
    seconds: float
    summary: Summary | None = None
    problems: tuple[Problem, ...] = ()
    failure: Failure | None = None
    made: Any = None  # what was asked to be handed back
    registered: int | None = None  # its number in the register, of one that was there already


# What a batch ends with, when its documents ended differently: first what the whole office has to mend.
GRAVEST_FIRST = (
    ExitCode.OUTPUT,
    ExitCode.SETUP,
    ExitCode.REGISTER,
    ExitCode.RULES,
    ExitCode.FAULT,
    ExitCode.SECRET,
    ExitCode.INPUT,
)


def exit_code(outcomes: Iterable[Outcome]) -> ExitCode:
    """The exit code of a whole batch; a document with problems counts as one that could not be read."""
    return gravest(_code(outcome) for outcome in outcomes)


def gravest(codes: Iterable[ExitCode]) -> ExitCode:
    """The one code that stands for several."""
    found = set(codes)
    return next((code for code in GRAVEST_FIRST if code in found), ExitCode.OK)


def _code(outcome: Outcome) -> ExitCode:
    if outcome.failure is not None:
        return outcome.failure.exit_code
    return ExitCode.INPUT if outcome.status is Status.PARTIAL else ExitCode.OK


def summarise(plan: Plan) -> Summary:
    """The figures of a plan that the table at the end shows."""
    header, tasks = plan.header, plan.tasks or ()
    return Summary(
        pages=len(plan.pages or ()),
        type=header.type.value if header else None,
        number=_number(plan),
        issued_on=header.issued_on.value if header else None,
        tasks=len(tasks),
        deadlines=sum(len(t.deadlines) for t in tasks) + len(plan.document_deadlines or ()),
        findings=len(plan.findings or ()),
    )


def summary_of(plan: PublicPlan) -> Summary:
    """The same of a finished plan."""
    head = plan.document
    return Summary(
        pages=len(plan.pages),
        type=head.type,
        number=told_number(head.number, head.symbol),
        issued_on=head.issued_on,
        tasks=len(plan.tasks),
        deadlines=sum(len(t.deadlines) for t in plan.tasks) + len(plan.document_deadlines),
        findings=len(plan.findings),
    )


def _number(plan: Plan) -> str | None:
    if plan.header is None:
        return None
    return told_number(plan.header.number.value, plan.header.symbol.value)
