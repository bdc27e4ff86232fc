"""What happens to one document, from file to folder. Runs in a worker process; also in the parent, for one worker."""

from __future__ import annotations

import errno
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import connection, parent_process
from pathlib import Path
from time import perf_counter

from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.engine import journal
from vanthu.engine.outcome import Failure, Job, Outcome, Status, Summary
from vanthu.errors import ExitCode, SecretError, VanthuError
from vanthu.export.places import refused
from vanthu.stage import Pipeline


@dataclass(frozen=True)
class Work:
    """How documents are worked on. Picklable: its parts are functions of modules, or frozen dataclasses."""

    build: Callable[[], Pipeline]
    open: Callable[[Path], Source]
    save: Callable[[Plan, Path], object]  # must leave the folder whole or not there at all


@cache
def pipeline_of(build: Callable[[], Pipeline]) -> Pipeline:
    """The pipeline, put together once in a process. Raises what `build` raises."""
    return build()


def prepare(records: journal.Records, scratch: Path) -> None:
    """Set up a worker process: logs go to the parent, temporary files to `scratch`."""
    os.environ["TMPDIR"] = str(scratch)
    tempfile.tempdir = str(scratch)
    os.environ.setdefault(
        "OMP_THREAD_LIMIT", "1"
    )  # one process a core: threads inside tesseract only get in the way
    journal.send_to(records)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def work_on(job: Job, work: Work) -> Outcome:
    """Read a document, understand it, write its folder. Whatever is wrong with the document is in the outcome.

    Raises only what `work.build` raises: without a pipeline no document can be read.
    """
    pipeline = pipeline_of(work.build)
    started = perf_counter()
    mark = journal.DOCUMENT.set(str(job.path))
    try:
        outcome = _attempt(job, work, pipeline)
    finally:
        journal.DOCUMENT.reset(mark)
    return replace(outcome, seconds=perf_counter() - started)


def _attempt(job: Job, work: Work, pipeline: Pipeline) -> Outcome:
    try:
        plan = pipeline(Plan(source=work.open(job.path)))
        _save(plan, job, work)
    except SecretError as error:
        return Outcome(job, Status.SECRET, 0, failure=Failure.of(error))
    except VanthuError as error:
        return Outcome(job, Status.FAILED, 0, failure=Failure.of(error))
    except MemoryError:
        return Outcome(job, Status.FAILED, 0, failure=OUT_OF_MEMORY)
    except OSError as error:
        return Outcome(job, Status.FAILED, 0, failure=_unusable_disk(error) or _told_fault(error))
    except Exception as error:  # noqa: BLE001  # the border: a defect met in one document stops no other
        return Outcome(job, Status.FAILED, 0, failure=_told_fault(error))
    status = Status.PARTIAL if plan.problems else Status.DONE
    return Outcome(job, status, 0, summary=summarise(plan), problems=plan.problems)


def _save(plan: Plan, job: Job, work: Work) -> None:
    try:
        work.save(plan, job.folder)
    except OSError as error:
        raise refused(error, job.folder) from error


OUT_OF_MEMORY = Failure(
    "memory", "không đủ bộ nhớ để đọc; hãy chạy lại riêng tệp này với --jobs 1", ExitCode.INPUT
)


def _told_fault(error: Exception) -> Failure:
    """A defect of the program: told to the log, and as one line."""
    journal.tell_fault(error)
    message = (
        f"lỗi của chương trình ({type(error).__name__}); hãy gửi tệp {journal.LOG_NAME} cho người phát triển"
    )
    return Failure("fault", message, ExitCode.FAULT)


def _unusable_disk(error: OSError) -> Failure | None:
    """No room for temporary files; `None` for other errors."""
    if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
        return None
    return Failure.of(refused(error, Path(tempfile.gettempdir())))


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


def _number(plan: Plan) -> str | None:
    if plan.header is None:
        return None
    number, symbol = plan.header.number.value, plan.header.symbol.value
    return f"{number or '…'}/{symbol}" if symbol else number
