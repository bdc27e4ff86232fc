"""Reading sheet by sheet: which stage can, what is open at a time, and how pages travel between processes."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Protocol, Self, runtime_checkable

from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.errors import PipelineError
from vanthu.reading.result import PageRead, Sheets
from vanthu.stage import Pipeline, Stage

_QUICKLY = 1  # level of compression: a fifth of the size for next to no time


@runtime_checkable
class BySheet(Stage, Protocol):
    """A first stage that reads sheets one by one, anywhere, and puts them together afterwards."""

    def recalled(self, plan: Plan) -> Plan | None:
        """The plan with what was read earlier; `None` where it has to be read."""
        ...

    def opened(self, source: Source) -> AbstractContextManager[Sheets]:
        """The sheets of a file."""
        ...

    def gathered(self, plan: Plan, reads: Iterable[PageRead]) -> Plan:
        """The plan with all pages, which come in order."""
        ...


@dataclass(frozen=True)
class Steps:
    """A pipeline in two: what reads sheet by sheet, and the rest."""

    first: BySheet
    rest: Pipeline

    @classmethod
    def of(cls, pipeline: Pipeline) -> Self | None:
        """`None` for a pipeline that can only read a document as a whole."""
        first = pipeline.stages[0]
        if not isinstance(first, BySheet):
            return None
        return cls(first, Pipeline(pipeline.stages[1:], pipeline.given | first.provides))

    @classmethod
    def needed(cls, pipeline: Pipeline) -> Self:
        """Raises `PipelineError` where `of` gives none."""
        steps = cls.of(pipeline)
        if steps is None:
            raise PipelineError("the first stage does not read sheet by sheet")
        return steps


@dataclass
class Desk:
    """Keeps the last file open: its next sheet will most likely be asked for too."""

    _key: tuple[str, str] | None = None
    _sheets: Sheets | None = None
    _stack: ExitStack = field(default_factory=ExitStack)

    @contextmanager
    def opened(self, stage: BySheet, source: Source) -> Iterator[Sheets]:
        """The sheets of a file. It stays open after the block, unless that ends with an error."""
        try:
            yield self._open(stage, source)
        except BaseException as error:
            self._key = self._sheets = None
            self._stack.__exit__(type(error), error, error.__traceback__)
            raise

    def _open(self, stage: BySheet, source: Source) -> Sheets:
        key = (source.path, source.sha256)
        if self._sheets is None or self._key != key:
            self.clear()
            self._sheets = self._stack.enter_context(stage.opened(source))
            self._key = key
        return self._sheets

    def clear(self) -> None:
        """Close what is open."""
        self._key = self._sheets = None
        self._stack.close()


def pack(reads: Sequence[PageRead]) -> bytes:
    """The pages of a sheet, small enough to be kept by the hundred while a document is read."""
    return zlib.compress(pickle.dumps(tuple(reads), pickle.HIGHEST_PROTOCOL), _QUICKLY)


def unpack(packed: bytes) -> tuple[PageRead, ...]:
    """The pages again. Only for what a process of this run packed."""
    reads: tuple[PageRead, ...] = pickle.loads(zlib.decompress(packed))  # noqa: S301
    return reads
