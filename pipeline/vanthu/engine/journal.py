"""Logs. Every record names the document and, where known, the page; none carries words of a document.

Workers hand their records to the parent; only the parent writes.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from logging.handlers import QueueHandler
from pathlib import Path
from queue import SimpleQueue

from vanthu.engine.line import Line, Said
from vanthu.engine.outcome import Outcome

LOG_NAME = "vanthu.log"
DOCUMENT: ContextVar[str] = ContextVar("document", default="-")
_LINE = "%(asctime)s %(levelname)s document=%(document)s page=%(page)s %(name)s: %(message)s"
_LOG = logging.getLogger("vanthu.engine")


class _Stamp(logging.Filter):
    """Puts document and page on every record that has none."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.document = getattr(record, "document", DOCUMENT.get())
        record.page = getattr(record, "page", "-")
        return True


class _Passing(QueueHandler):
    """Makes records fit to travel, and passes them on over a worker's line."""

    def __init__(self, line: Line) -> None:
        super().__init__(SimpleQueue())  # which nothing is put into
        self._line = line

    def enqueue(self, record: logging.LogRecord) -> None:
        """Send the record to the parent."""
        self._line.say(Said.RECORD, record)


class _QuietFile(logging.FileHandler):
    """A log that can't be written (a full disk) stops nothing and says nothing: the documents' own lines tell."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is logging's
        """Dropped."""


def send_to(line: Line) -> None:
    """Make a worker's root logger hand all records to the parent, warnings of libraries included."""
    handler = _Passing(line)
    handler.addFilter(_Stamp())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)


@contextmanager
def kept_in(file: Path) -> Iterator[Callable[[logging.LogRecord], object]]:
    """While the block runs, write the records of this process, and those handed to what is given, to `file`."""
    handler = _QuietFile(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_LINE))
    handler.addFilter(_Stamp())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(min(level, logging.INFO) or logging.INFO)
    logging.captureWarnings(capture=True)
    try:
        yield handler.handle
    finally:
        logging.captureWarnings(capture=False)
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()


def tell(outcome: Outcome) -> None:
    """The one canonical line of a document."""
    found, failure = outcome.summary, outcome.failure
    facts = {
        "status": outcome.status.value,
        "seconds": f"{outcome.seconds:.2f}",
        "code": failure.code if failure else "-",
        "problems": len(outcome.problems),
        "pages": found.pages if found else "-",
        "tasks": found.tasks if found else "-",
        "deadlines": found.deadlines if found else "-",
        "findings": found.findings if found else "-",
        "folder": outcome.job.folder.name if found else "-",
    }
    line = " ".join(f"{key}={value}" for key, value in facts.items())
    _LOG.info("%s", line, extra={"document": str(outcome.job.path)})


def fault_line(error: BaseException) -> str:
    """What a person is told of a defect of the program."""
    return f"lỗi của chương trình ({type(error).__name__}); hãy báo cho người phát triển, kèm tệp {LOG_NAME} nếu có"


def tell_fault(error: BaseException) -> None:
    """A defect of the program: where it happened, without the message, which may quote the document."""
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    _LOG.error("%s\n%s", type(error).__name__, frames)
