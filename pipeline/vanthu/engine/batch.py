"""A whole run: documents found, folders given out, work done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnContext
from pathlib import Path
from tempfile import TemporaryDirectory

from vanthu.engine import journal
from vanthu.engine.discovery import find_documents
from vanthu.engine.disk import ready
from vanthu.engine.folders import assign
from vanthu.engine.outcome import Outcome
from vanthu.engine.pool import ProcessWorkers, SerialWorkers, Workers
from vanthu.engine.progress import Progress
from vanthu.engine.runner import Run
from vanthu.engine.worker import Work, prepare
from vanthu.errors import InputError
from vanthu.export.places import clean_up


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
    paths: Sequence[Path], out: Path, work: Work, options: Options, *, progress: Progress | None = None
) -> tuple[Outcome, ...]:
    """Read all documents among `paths` and write a folder for each under `out`, which is made where it is not there.

    Raises `InputError` where there is no document at all, `OutputError` where `out` can't be written to, what
    `work.build` raises, and `InterruptedRun`.
    """
    documents = find_documents(paths, out=out)
    if not documents:
        raise InputError("không có tài liệu nào để đọc (PDF, ảnh, DOCX, TXT, MD)", where=_named(paths))
    ready(out)
    jobs = assign(documents, out)
    with _workers(out, options, len(jobs)) as workers:
        run = Run(work, workers, progress=progress, limit=options.limit)
        try:
            return run.over(jobs)
        except KeyboardInterrupt:
            raise InterruptedRun(run.outcomes, len(jobs)) from None
        finally:
            for job in jobs:
                clean_up(job.folder)  # what a worker that was killed in the middle of writing left


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


@contextmanager
def _workers(out: Path, options: Options, count: int) -> Iterator[Workers]:
    """Workers whose logs go to the journal in `out`, and whose temporary files are gone afterwards, however it ends."""
    width = min(options.jobs or cores(), count)
    records: journal.Records = SpawnContext().Queue()
    with (
        TemporaryDirectory(prefix="vanthu-", ignore_cleanup_errors=True) as scratch,
        journal.kept_in(out / journal.LOG_NAME, records),
    ):
        if width > 1 or options.limit is not None:  # what runs in this process can't be stopped
            yield ProcessWorkers(width, prepare, (records, Path(scratch)))
        else:
            yield SerialWorkers()


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths)
