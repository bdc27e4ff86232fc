"""Stages that go wrong on purpose, and the work that a worker process does with them."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import signal
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

from vanthu.contract.model import Document, PublicPlan, SourceFile
from vanthu.contract.model import Task as PublicTask
from vanthu.contract.plan_file import dumps
from vanthu.document.content import Header, Task
from vanthu.document.evidence import Sourced
from vanthu.document.page import Page, Problem, Reading, Source
from vanthu.document.plan import Plan
from vanthu.engine.line import Line
from vanthu.engine.worker import Work
from vanthu.errors import InputError, RulesError, SecretError
from vanthu.stage import Pipeline

MEDIA = "text/plain"


@dataclass(frozen=True)
class Obey:
    """Does what the file's first word says: the document is the fault."""

    name: str = "obey"
    requires: frozenset[str] = frozenset({"source"})
    provides: frozenset[str] = frozenset({"pages", "header", "tasks", "document_deadlines", "findings"})

    def __call__(self, plan: Plan) -> Plan:
        assert plan.source is not None
        words = Path(plan.source.path).read_text(encoding="utf-8").split()
        return _ORDERS[words[0]](plan, words[1:])


def _fine(plan: Plan, _: list[str]) -> Plan:
    page = Page(number=1, width=None, height=None, reading=Reading.TRANSCRIPT)
    header = Header(
        type=Sourced(value="Kế hoạch"), number=Sourced(value="36"), symbol=Sourced(value="KH-UBND")
    )
    return plan.with_layers(
        pages=(page,), header=header, tasks=(Task(id="1", text="việc"),), document_deadlines=(), findings=()
    )


def _broken_page(plan: Plan, words: list[str]) -> Plan:
    problem = Problem(code="page", message="trang này hỏng; hãy quét lại trang", page=2)
    return _fine(plan, words).with_layers(problems=(problem,))


def _slow(plan: Plan, words: list[str]) -> Plan:
    time.sleep(float(words[0]))
    return _fine(plan, words)


def _unreadable(_plan: Plan, _: list[str]) -> Plan:
    raise InputError("không đọc được; hãy lấy lại tệp gốc", where="ẩn")


def _marked(_plan: Plan, _: list[str]) -> Plan:
    raise SecretError("văn bản có dấu chỉ độ mật; chương trình không giữ lại gì")


def _crash(_plan: Plan, words: list[str]) -> Plan:
    raise ZeroDivisionError(" ".join(words))


def _no_memory(_plan: Plan, _: list[str]) -> Plan:
    raise MemoryError


def _full(_plan: Plan, _: list[str]) -> Plan:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _killed(_plan: Plan, _: list[str]) -> Plan:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


_ORDERS = {
    "fine": _fine,
    "broken-page": _broken_page,
    "slow": _slow,
    "unreadable": _unreadable,
    "secret": _marked,
    "crash": _crash,
    "memory": _no_memory,
    "full": _full,
    "killed": _killed,
}


def obedient() -> Pipeline:
    """A pipeline that does what each document says."""
    return Pipeline((Obey(),))


def no_rules() -> Pipeline:
    """A pipeline that can't be put together."""
    raise RulesError("quy tắc không hợp lệ", where="rules/x.yaml")


def open_plainly(path: Path) -> Source:
    """A source without any check."""
    return Source(path=str(path), name=path.name, sha256="0" * 64, media_type=MEDIA, size=1)


def open_hashed(path: Path) -> Source:
    """A source that is known by what it holds."""
    data = path.read_bytes()
    return Source(
        path=str(path),
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA,
        size=len(data),
    )


def save_as_plan(plan: Plan, folder: Path) -> None:
    """A folder with a public plan."""
    assert plan.source is not None
    facts = {name: getattr(plan.source, name) for name in SourceFile.model_fields}
    public = PublicPlan(
        source=plan.source.name,
        document=Document(title=plan.source.name),
        tasks=tuple(PublicTask(id=task.id, text=task.text) for task in plan.tasks or ()),
        file=SourceFile(**facts),
        status="partial" if plan.problems else "complete",
    )
    folder.mkdir(exist_ok=True)
    (folder / "plan.json").write_text(dumps(public), encoding="utf-8")


def save_plainly(plan: Plan, folder: Path) -> None:
    """A folder with one file."""
    assert plan.source is not None
    folder.mkdir()
    (folder / "plan.json").write_text(f'{{"source": "{plan.source.name}"}}', encoding="utf-8")


def save_fails(number: int, _plan: Plan, _folder: Path) -> None:
    """A disk that refuses, with an error number of the system."""
    raise OSError(number, os.strerror(number))


WORK = Work(obedient, open_plainly, save_plainly)


def refusing(number: int) -> Work:
    """Work whose results can't be written."""
    return Work(obedient, open_plainly, partial(save_fails, number))


def idle(_line: Line) -> None:
    """Initialises nothing."""


def log(message: str) -> None:
    """Leaves a line in the log."""
    logging.getLogger("faults").warning(message)


def die() -> None:
    """Ends its process at once, as the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def nap_with_child(mark: str) -> None:
    """Starts another program, tells its number in the file `mark`, and never ends."""
    child = psutil.Popen(["sleep", "600"])
    Path(mark).write_text(str(child.pid), encoding="utf-8")
    time.sleep(600)
