"""A whole run: documents found, folders given out, work done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from logging import LogRecord
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from vanthu.engine import journal
from vanthu.engine.discovery import find_documents
from vanthu.engine.disk import ready
from vanthu.engine.folders import assign
from vanthu.engine.outcome import Job, Outcome
from vanthu.engine.pool import ProcessWorkers, pass_on
from vanthu.engine.progress import Progress
from vanthu.engine.runner import Run
from vanthu.engine.worker import Work, pipeline_of, prepare
from vanthu.errors import InputError
from vanthu.export.places import clean_up

if TYPE_CHECKING:  # what works without a register waits for no database
    from vanthu.engine.registering import Registering


@dataclass(frozen=True)
class Options:
    """How a run is done."""

    jobs: int | None = None  # worker processes; None is one a core
    limit: float | None = None  # seconds for one document; None is no limit


class InterruptedRun(KeyboardInterrupt):  # not an error: somebody wanted it
    """Ctrl-C: what was finished until then is whole, nothing else was left."""

    def __init__(self, outcomes: Sequence[Outcome], total: int) -> None:
        super().__init__()
        self.outcomes = tuple(outcomes)
        self.total = total


def process_all(
    paths: Sequence[Path],
    out: Path,
    work: Work,
    options: Options,
    *,
    progress: Progress | None = None,
    registering: Registering | None = None,
) -> tuple[Outcome, ...]:
    """Read all documents among `paths` and write a folder for each under `out`, which is made where it is not there.

    With `registering` what is in the register already is not read, and what was read goes into it.
    Raises `InputError` where there is no document at all, `OutputError` where `out` can't be written to, what
    `work.build` raises, and `InterruptedRun`.
    """
    documents = find_documents(paths, out=out)
    if not documents:
        raise InputError("không có tài liệu nào để đọc (PDF, ảnh, DOCX, TXT, MD)", where=_named(paths))
    ready(out)
    jobs = assign(documents, out)
    with journal.kept_in(out / journal.LOG_NAME) as tell:
        unread, known = registering.unread(jobs) if registering else (jobs, ())
        for outcome in known:
            journal.tell(outcome)
        ended = registering.take if registering else None
        make = partial(Run, work, progress=progress, limit=options.limit, ended=ended)
        try:
            read = _read(unread, make, _workers(work, options, tell)) if unread else ()
        except InterruptedRun as stop:
            raise InterruptedRun((*known, *stop.outcomes), len(jobs)) from None
        if registering:
            registering.finish()
    places = {job.path: place for place, job in enumerate(jobs)}
    return tuple(sorted((*known, *read), key=lambda o: (places[o.job.path], o.job.part)))


def _read(
    jobs: Sequence[Job],
    make: Callable[[ProcessWorkers], Run],
    hired: AbstractContextManager[ProcessWorkers],
) -> tuple[Outcome, ...]:
    with hired as workers:
        run = make(workers)
        try:
            return run.over(jobs)
        except KeyboardInterrupt:
            raise InterruptedRun(run.outcomes, len(jobs)) from None
        finally:
            for folder in {*(job.folder for job in jobs), *(o.job.folder for o in run.outcomes)}:
                clean_up(folder)  # what a worker that was killed in the middle of writing left


def each(paths: Sequence[Path], work: Work, options: Options) -> tuple[tuple[Outcome, ...], ...]:
    """The outcomes of each of different files, pages and documents side by side; nothing is written or logged.

    `work` hands back what it makes. Raises what `work.build` raises.
    """
    if not paths:
        return ()
    with _workers(work, options, pass_on) as workers:
        done = Run(work, workers, limit=options.limit).over([Job(path, path) for path in paths])
    return tuple(tuple(o for o in done if o.job.path == path) for path in paths)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


@contextmanager
def _workers(work: Work, options: Options, tell: Callable[[LogRecord], object]) -> Iterator[ProcessWorkers]:
    """Workers whose temporary files are gone afterwards, however it ends."""
    with TemporaryDirectory(prefix="vanthu-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        width = options.jobs or cores()
        workers = ProcessWorkers(
            width, prepare, (scratch, work.limits.memory_bytes), tell=tell, scratch=scratch
        )
        if workers.inherit:
            pipeline_of(work.build)  # once here, and not once in each of them
        yield workers


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths)
