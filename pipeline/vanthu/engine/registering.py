"""A run and a register: what is there already is not read again, what is finished goes in while the run goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from vanthu.contract.plan_file import load_contract
from vanthu.engine import journal
from vanthu.engine.discovery import BUNDLE_MARK
from vanthu.engine.folders import number_in, part_of
from vanthu.engine.outcome import Job, Outcome, Status, summary_of
from vanthu.engine.tracking import shelf
from vanthu.errors import InputError, VanthuError
from vanthu.export.places import clean_up
from vanthu.planning.journal import load_journal
from vanthu.register import Register
from vanthu.register.intake import Added, Arrival, add_checked, known_files

Group = tuple[Outcome, ...]
"""The documents of one file: they go in together, so that a file that is known is known whole."""


@dataclass
class Registering:
    """Takes finished documents into a register.

    One that does not answer holds up nothing: what it could not take waits, is tried again when the next document is finished,
    and patiently at the end. What waits even then lies finished in its folder, and the next run takes it in.
    """

    register: Register
    added: list[Added] = field(default_factory=list)
    known: int = 0  # files that were there already
    waiting: list[Group] = field(default_factory=list)
    trouble: VanthuError | None = None  # why some wait
    lost: list[VanthuError] = field(
        default_factory=list
    )  # results that were gone before they could be taken in, or that met a defect of the program

    def unread(self, jobs: Sequence[Job]) -> tuple[tuple[Job, ...], tuple[Outcome, ...]]:
        """The files that have to be read, and what is to be said of the others. Raises what `Register.look` raises."""
        hashes = {job: _hash(job.path) for job in jobs}
        wanted = [value for value in hashes.values() if value]
        there = self.register.look(lambda connection: known_files(connection, wanted))
        left: list[Job] = []
        told: list[Outcome] = []
        seen: set[str] = set()
        for job, sha256 in hashes.items():
            if sha256 in there:
                told += _known(job, sha256, there[sha256])
            elif sha256 in seen:
                told.append(Outcome(job, Status.KNOWN, 0))
            else:
                seen |= {sha256} if sha256 else set()
                left.append(job)
        self.known = len(jobs) - len(left)
        return tuple(left), tuple(told)

    def take(self, outcomes: Sequence[Outcome]) -> None:
        """Take in what a file gave, and what waits; nothing of a file that gave nothing, or that bears a mark of secrecy."""
        group = tuple(outcome for outcome in outcomes if outcome.summary is not None)
        if group:
            self.waiting.append(group)
            self._try(replace(self.register, patience=0))

    def finish(self) -> None:
        """Take in what still waits, with patience."""
        self._try(self.register)

    def _try(self, register: Register) -> None:
        self.trouble = None
        while self.waiting:
            try:
                self.added += register.work(partial(add_checked, arrivals=_arrivals(self.waiting[0])))
            except InputError as error:
                self.lost.append(error)
            except VanthuError as error:
                self.trouble = error
                return
            except Exception as error:  # noqa: BLE001  # the border: a defect met in one plan stops no other
                journal.tell_fault(error)
                self.lost.append(VanthuError(journal.fault_line(error), where=_where(self.waiting[0])))
            self.waiting.pop(0)


def _where(group: Group) -> str:
    """The file that a group was read from."""
    return str(group[0].job.path)


def _arrivals(group: Group) -> tuple[Arrival, ...]:
    found = ((outcome.job, arrival(outcome.job.folder / BUNDLE_MARK)) for outcome in group)
    return tuple(
        replace(a, location=job.path.absolute(), part=job.part, documents=len(group)) for job, a in found
    )


def arrival(file: Path) -> Arrival:
    """A `plan.json` with what people said of it beside it. Raises `InputError` where one of the two can't be read."""
    plan = load_contract(file)
    return Arrival(
        plan, part=number_in(file.parent.name, plan.source or ""), journal=load_journal(file.parent)
    )


def _known(job: Job, sha256: str, documents: Sequence[int]) -> Iterator[Outcome]:
    """One a document; with figures where its results lie in the folder of this run."""
    for number, document in enumerate(documents, start=1):
        part = part_of(job, number)
        clean_up(part.folder)  # a run that was killed may have left its results aside
        plan = None
        with suppress(InputError):
            plan = load_contract(part.folder / BUNDLE_MARK)
        there = plan is not None and plan.file is not None and plan.file.sha256 == sha256
        found = summary_of(plan) if plan and there else None
        yield Outcome(part, Status.KNOWN, 0, summary=found, registered=document)


def _hash(path: Path) -> str | None:
    """Of the untouched original; `None` for what is no file, or can't be read: reading it tells why."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def arrivals_in(paths: Sequence[Path]) -> Iterator[Arrival]:
    """The `plan.json` files named, and those in folders. Raises `InputError` where there is none, or one can't be read."""
    for file in shelf(paths).files:
        yield arrival(file)
