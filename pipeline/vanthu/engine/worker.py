"""What happens to one document, from file to folder, in steps: begin, a sheet at a time, finish. Runs in worker processes."""

from __future__ import annotations

import errno
import faulthandler
import gc
import os
import resource
import tempfile
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.engine import journal
from vanthu.engine.desk import Desk, Steps, pack, unpack
from vanthu.engine.documents import documents
from vanthu.engine.folders import part_of
from vanthu.engine.line import Line
from vanthu.engine.outcome import Failure, Job, Outcome, Status, summarise
from vanthu.errors import ExitCode, PageError, SecretError, VanthuError
from vanthu.export.places import refused
from vanthu.reading.failing import failed
from vanthu.reading.recognition.engine_room import engine_room
from vanthu.settings import LimitSettings
from vanthu.stage import Pipeline

Done = TypeVar("Done")
_LONG = 50  # sheets; the words of a longer document need the room that this worker's engine takes

OUT_OF_MEMORY = Failure(
    "memory", "không đủ bộ nhớ để đọc; hãy chạy lại riêng tệp này với --jobs 1", ExitCode.INPUT
)


@dataclass(frozen=True)
class Work:
    """How documents are worked on. Picklable: its parts are functions of modules, or frozen dataclasses."""

    build: Callable[[], Pipeline]
    open: Callable[[Path], Source]
    save: Callable[[Plan, Path], object]  # must leave the folder whole or not there at all
    limits: LimitSettings = field(default_factory=LimitSettings)
    returns: bool = False  # whether what `save` gives is handed back, in `Outcome.made`


@dataclass(frozen=True)
class Begun:
    """A document that is open and has yet to be read, sheet by sheet."""

    source: Source
    sheets: int


def prepare(line: Line, scratch: Path, memory: int) -> None:
    """Set up a worker process: logs go to the parent, temporary files to `scratch`, and no process of it takes more than `memory` bytes.

    What a forked worker has from its parent is counted apart: a parent that did much before must not leave it without room.
    """
    os.environ["TMPDIR"] = str(scratch)
    tempfile.tempdir = str(scratch)
    # one process a core: threads inside tesseract only get in the way
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    with suppress(ValueError):  # an administrator allows less: all the better
        resource.setrlimit(resource.RLIMIT_DATA, (memory + _inherited(), most))
    # libraries of images complain there, in English and line by line; what matters is told as an outcome
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    faulthandler.disable()  # nor do dumps of a worker that died belong between the lines of the parent
    warnings.simplefilter("default")  # what a library warns of goes to the log
    gc.freeze()  # what it has from its parent stays to the end
    engine_room().hold_for_good()
    journal.send_to(line)


def _inherited() -> int:
    """Bytes of data that this process has already; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except OSError:
        return 0


@cache
def pipeline_of(build: Callable[[], Pipeline]) -> Pipeline:
    """The pipeline, put together once in a process. Raises what `build` raises."""
    return build()


@cache
def _desk() -> Desk:
    """What this process has open."""
    return Desk()


def begin(job: Job, work: Work) -> Begun | tuple[Outcome, ...]:
    """Open a document; one with a single sheet, or that was read earlier, is finished at once.

    Raises only what `work.build` raises: without a pipeline no document can be read.
    """
    pipeline = pipeline_of(work.build)
    return _attempt(job, lambda: _begin(job, work, pipeline))


def read_sheet(job: Job, source: Source, index: int, work: Work) -> bytes | Failure:
    """The pages of one sheet (from 0), packed, or why the whole document can't go on."""
    pipeline = pipeline_of(work.build)
    done = _attempt(job, lambda: _read_sheet(source, index, pipeline))
    return done if isinstance(done, bytes) else done[0].failure or OUT_OF_MEMORY


def finish(job: Job, source: Source, sheets: Sequence[bytes], work: Work) -> tuple[Outcome, ...]:
    """Understand and write down what was read: an outcome for each document in the file."""
    return _attempt(job, lambda: _finish(job, source, sheets, work))


def _begin(job: Job, work: Work, pipeline: Pipeline) -> Begun | tuple[Outcome, ...]:
    plan = Plan(source=work.open(job.path))
    steps = Steps.of(pipeline)
    if steps is None or plan.source is None:
        return _understood(job, plan, pipeline, work)
    if (known := steps.first.recalled(plan)) is not None:
        return _understood(job, known, steps.rest, work)
    with _desk().opened(steps.first, plan.source) as sheets:
        if sheets.count > 1:
            return Begun(plan.source, sheets.count)
        read = steps.first.gathered(plan, sheets.read(0))
    _desk().clear()
    return _understood(job, read, steps.rest, work)


def _read_sheet(source: Source, index: int, pipeline: Pipeline) -> bytes:
    steps = Steps.needed(pipeline)
    try:
        with _desk().opened(steps.first, source) as sheets:
            return pack(sheets.read(index))
    except VanthuError:
        raise
    except MemoryError:
        return lost(index, OUT_OF_MEMORY)
    except Exception as error:  # the border: a defect met on one page stops no other
        if isinstance(error, OSError) and _unusable_disk(error):
            raise
        return lost(index, _told_fault(error))


def lost(index: int, failure: Failure) -> bytes:
    """The page in the place of a sheet that could not be read."""
    return pack((failed(index + 1, PageError(failure.message)),))


def _finish(job: Job, source: Source, sheets: Sequence[bytes], work: Work) -> tuple[Outcome, ...]:
    _desk().clear()
    if len(sheets) >= _LONG:
        engine_room().rest()
    steps = Steps.needed(pipeline_of(work.build))
    plan = steps.first.gathered(Plan(source=source), (page for sheet in sheets for page in unpack(sheet)))
    return _understood(job, plan, steps.rest, work)


def _understood(job: Job, plan: Plan, rest: Pipeline, work: Work) -> tuple[Outcome, ...]:
    plans = documents(rest, plan)
    return tuple(_saved(part_of(job, number), part, work) for number, part in enumerate(plans, start=1))


def _saved(job: Job, plan: Plan, work: Work) -> Outcome:
    try:
        made = work.save(plan, job.folder)
    except OSError as error:
        raise refused(error, job.folder) from error
    status = Status.PARTIAL if plan.problems else Status.DONE
    outcome = Outcome(job, status, 0, summary=summarise(plan), problems=plan.problems)
    return replace(outcome, made=made) if work.returns else outcome


def _attempt(job: Job, step: Callable[[], Done]) -> Done | tuple[Outcome, ...]:
    """What the step gives; whatever is wrong with the document is an outcome."""
    mark = journal.DOCUMENT.set(str(job.path))
    try:
        return step()
    except SecretError as error:
        _desk().clear()
        return (Outcome(job, Status.SECRET, 0, failure=Failure.of(error)),)
    except VanthuError as error:
        return (Outcome(job, Status.FAILED, 0, failure=Failure.of(error)),)
    except (MemoryError, SystemError):  # libraries in C that get no memory end with either
        return (Outcome(job, Status.FAILED, 0, failure=OUT_OF_MEMORY),)
    except OSError as error:
        return (Outcome(job, Status.FAILED, 0, failure=_unusable_disk(error) or _told_fault(error)),)
    except Exception as error:  # noqa: BLE001  # the border: a defect met in one document stops no other
        return (Outcome(job, Status.FAILED, 0, failure=_told_fault(error)),)
    finally:
        journal.DOCUMENT.reset(mark)


def _told_fault(error: Exception) -> Failure:
    """A defect of the program: told to the log, and as one line."""
    journal.tell_fault(error)
    return Failure("fault", journal.fault_line(error), ExitCode.FAULT)


def _unusable_disk(error: OSError) -> Failure | None:
    """No room for temporary files; `None` for other errors."""
    if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
        return None
    return Failure.of(refused(error, Path(tempfile.gettempdir())))
