"""A stage that reads sheet by sheet, and does on each what its line of the file says."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from faults import open_plainly, save_plainly
from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Page, Reading, Source, Word
from vanthu.document.plan import Plan
from vanthu.engine.worker import Work
from vanthu.errors import PageError, SecretError, SetupError
from vanthu.reading.reader import together
from vanthu.reading.result import PageRead, Sheets
from vanthu.settings import LimitSettings
from vanthu.stage import Pipeline

MARK = "MẬT"


@dataclass(frozen=True)
class ReadLines:
    """Every line of a file is a sheet. The reason of a page is the process that read it."""

    name: str = "read-lines"
    requires: frozenset[str] = frozenset({"source"})
    provides: frozenset[str] = frozenset({"pages", "words"})

    def __call__(self, plan: Plan) -> Plan:
        assert plan.source is not None
        with self.opened(plan.source) as sheets:
            return self.gathered(plan, (page for n in range(sheets.count) for page in sheets.read(n)))

    def recalled(self, plan: Plan) -> Plan | None:
        assert plan.source is not None
        if "known" not in plan.source.name:
            return None
        return plan.with_layers(pages=(_page(1),), words=())

    @contextmanager
    def opened(self, source: Source) -> Iterator[Sheets]:
        lines = Path(source.path).read_text(encoding="utf-8").splitlines()
        yield Sheets(len(lines), lambda index: _read(lines[index].split(), index + 1))

    def gathered(self, plan: Plan, reads: Iterable[PageRead]) -> Plan:
        assert plan.source is not None
        found = together(plan.source, reads)
        return plan.with_layers(pages=found.pages, words=found.words, problems=found.problems)


@dataclass(frozen=True)
class PartDocuments:
    """A document begins at every page that says so."""

    name: str = "part"
    requires: frozenset[str] = frozenset({"pages", "words"})
    provides: frozenset[str] = frozenset({"blocks"})

    def __call__(self, plan: Plan) -> Plan:
        blocks, document = [], 0
        for page in plan.pages or ():
            own = [w.text for w in plan.words or () if w.page == page.number]
            document += bool(blocks) and "begin" in own
            blocks.append(Block(page=page.number, kind=BlockKind.BODY, document=document))
        return plan.with_layers(blocks=tuple(blocks))


@dataclass(frozen=True)
class Understand:
    """Finds nothing."""

    name: str = "understand"
    requires: frozenset[str] = frozenset({"blocks"})
    provides: frozenset[str] = frozenset({"tasks"})

    def __call__(self, plan: Plan) -> Plan:
        return plan.with_layers(tasks=())


def _page(number: int, reading: Reading = Reading.OCR) -> Page:
    return Page(number=number, width=10, height=10, reading=reading, reason=str(os.getpid()))


def _read(words: list[str], number: int) -> tuple[PageRead, ...]:
    order, *rest = words
    if order == "slow":
        time.sleep(float(rest[0]))
    elif order == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "hungry":
        bytearray(2**40)
    elif order == "crash":
        raise ZeroDivisionError
    elif order == "broken":
        raise PageError("trang này hỏng; hãy quét lại")
    elif order == "secret":
        raise SecretError("có dấu chỉ độ mật; hãy chuyển cho người được giao")
    elif order == "no-engine":
        raise SetupError("chưa có chương trình đọc; hãy cài")
    spoken = tuple(Word(word, number, None, None, 0, "test") for word in words)
    return tuple(PageRead(_page(number), spoken) for _ in range(2 if order == "double" else 1))


def paged() -> Pipeline:
    """A pipeline whose first stage reads sheet by sheet."""
    return Pipeline((ReadLines(), PartDocuments(), Understand()))


def itself(plan: Plan, _folder: Path) -> Plan:
    """The plan, to be handed back."""
    return plan


def work(*, seconds: float = 60.0, returns: bool = True) -> Work:
    """Work on such files; plans are handed back, or saved."""
    limits = LimitSettings(page_seconds=seconds)
    return Work(paged, open_plainly, itself if returns else save_plainly, limits, returns)
