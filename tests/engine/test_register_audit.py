"""The audit of a register in several processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from filings import plan, task
from vanthu.engine import register_audit
from vanthu.engine.register_audit import audit_register
from vanthu.errors import RegisterError
from vanthu.register import open_register
from vanthu.register.across import shown
from vanthu.register.across.full import Audited, Stage
from vanthu.register.across.shares import Done
from vanthu.register.intake import Arrival, add_all

DUES = ("2024-05-31", "2024-06-14", "2024-06-28")


class Watch:
    """Writes down what it sees."""

    def __init__(self) -> None:
        self.seen: list[tuple[Stage, int, int]] = []
        self.ended: list[Audited | None] = []

    def advance(self, stage: Stage, done: int, whole: int) -> None:
        self.seen.append((stage, done, whole))

    def end(self, audited: Audited | None) -> None:
        self.ended.append(audited)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    place = tmp_path / "so.db"
    with open_register(str(place), create=True) as register:
        plans = [plan(str(n), task(due=due)) for n, due in enumerate(DUES, start=1)]
        register.work(lambda c: add_all(c, [Arrival(p) for p in plans]))
    return place


@pytest.fixture(autouse=True)
def _workers_for_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_audit, "_WORTH_IT", 1)


def test_processes_find_what_one_does(book: Path) -> None:
    with open_register(str(book)) as register:
        alone = audit_register(register, jobs=1)
        found = register.look(shown)
        watch = Watch()
        assert audit_register(register, jobs=2, watch=watch) == alone
        assert register.look(shown) == found
    assert alone.standing == len(DUES)
    assert watch.seen[-1][1] == watch.seen[-1][2]
    assert watch.ended == [alone]


def _killed(*_: object) -> Done:
    os._exit(9)


def test_a_worker_that_dies_is_told_in_one_line_and_nothing_is_lost(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(str(book)) as register:
        audit_register(register, jobs=1)
        found = register.look(shown)
        watch = Watch()
        with monkeypatch.context() as patched:
            patched.setattr(register_audit, "_do", _killed)
            with pytest.raises(RegisterError, match="chạy lại"):
                audit_register(register, jobs=2, watch=watch)
        assert watch.ended == [None]
        assert register.look(shown) == found
