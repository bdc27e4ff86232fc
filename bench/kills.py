#!/usr/bin/env python3
"""Runs that are killed (SIGKILL) at random moments while they read documents and register them.

The moments lie evenly over the time from when a run has workers to its end: starting the program takes as long as several documents
and is no moment at which anything can be lost. After each kill the register is looked through: no document half there. The next run goes on; when all documents are in, each must
be there once, as its `plan.json` says it, and the next round begins with a new register. Prints how many kills hit, and where.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, select, text

from measure import show
from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import load_contract
from vanthu.errors import RegisterError
from vanthu.register import Address, Register, open_register
from vanthu.register.connection import engines
from vanthu.register.plans import kept
from vanthu.register.tables import DEADLINE, DOCUMENT, FILE, HISTORY, PLAN, TASK

_GLANCE = 0.005  # seconds
TEXT = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG SẬY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND

Đồng Sậy, ngày {day:02} tháng 3 năm 2024

KẾ HOẠCH
Kiểm tra công trình số {number}

I. NHIỆM VỤ

1. Công an xã chủ trì kiểm tra khu vực {number}, báo cáo trước ngày {day}/6/2024.

2. Trạm Y tế xã phối hợp với thôn {day} tuyên truyền, xong trong tháng 7 năm 2024.
"""


def main() -> None:
    """Kill, look, go on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--url", help="a PostgreSQL database that may be emptied; without: a SQLite file")
    parser.add_argument("--whole", action="store_true", help="kill the workers too, and not the parent alone")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vanthu-kills-") as folder:
        counts, faults = all_kills(wish, Path(folder))
    show(
        "Kills",
        ("where", "kills"),
        [
            (name, str(number))
            for name, number in (*sorted(counts.items()), ("all", counts.total()), ("faults", len(faults)))
        ],
    )
    print(*faults, sep="\n")
    sys.exit(bool(faults))


def all_kills(wish: argparse.Namespace, folder: Path) -> tuple[Counter[str], list[str]]:
    documents = written(folder / "documents", wish.documents)
    chance = random.Random(wish.seed)
    counts: Counter[str] = Counter()
    faults: list[str] = []
    each = 0.0  # seconds of work that a document takes in a run which nobody kills
    while counts.total() < wish.kills:
        out, url = empty(folder, wish.url)
        left = wish.documents
        while True:
            patience = chance.uniform(0, left * each) if each else None
            code, seconds = run(documents, out, url, patience, whole=wish.whole)
            if code is not None:
                each = seconds / left
            where = stage(out, url, wish.documents)
            faults += looked_through(url)
            left = max(1, wish.documents - there(url))
            if code is None:
                counts[where] += 1
                print(f"{counts.total()}: {where}", flush=True)
            elif code != 0:
                faults.append(f"a run that nobody killed ended with {code}")
            if code is not None or counts.total() >= wish.kills:
                break
        if code is None and run(documents, out, url, None, whole=False).code != 0:
            faults.append("the run after the last kill did not end well")
        faults += all_there(url, out, wish.documents)
    return counts, faults


def written(folder: Path, count: int) -> Path:
    """A folder with so many documents."""
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number, day=number % 28 + 1))
    return folder


def stage(out: Path, url: str, total: int) -> str:
    """Where a kill hit, by what it left."""
    waiting = Path(f"{url}-wal")
    if waiting.exists() and waiting.stat().st_size:
        return "while the register was written"
    if any(out.glob(".*.new")):
        return "while the results of a document were written"
    finished = len(list(out.glob("*/plan.json")))
    return "while documents were read" if finished < total else "after the last document"


def empty(folder: Path, url: str | None) -> tuple[Path, str]:
    """A folder for results, and a register, that are not there."""
    out, file = folder / "out", folder / "so.db"
    shutil.rmtree(out, ignore_errors=True)
    for left in folder.glob("so.db*"):
        left.unlink()
    if url is not None:
        with engines(Address.parse(url)).writer.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    return out, url or str(file)


class Ended(NamedTuple):
    """The exit code of a run, `None` where it was killed, and for how many seconds it had workers."""

    code: int | None
    seconds: float


def run(documents: Path, out: Path, url: str, patience: float | None, *, whole: bool) -> Ended:
    """Let a run go, and kill it when it has had workers for `patience` seconds."""
    command = ["process", str(documents), "--out", str(out), "--register", url, "--jobs", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "vanthu", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not workers.read_text():
        time.sleep(_GLANCE)
    began = time.monotonic()
    try:
        return Ended(process.wait(patience), time.monotonic() - began)
    except subprocess.TimeoutExpired:
        if whole:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        return Ended(None, time.monotonic() - began)


def opened(url: str) -> Register | None:
    """The register, where there is one yet."""
    try:
        return open_register(url)
    except RegisterError as error:
        if "chưa có sổ" not in error.message:
            raise
        return None


def there(url: str) -> int:
    register = opened(url)
    return register.look(lambda c: c.scalar(select(func.count(DOCUMENT.c.id))) or 0) if register else 0


def looked_through(url: str) -> list[str]:
    """What is wrong in a register: parts of a document without the others."""
    register = opened(url)
    return register.look(lambda connection: list(_half(connection))) if register else []


def _half(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        yield from (str(row) for row in connection.execute(text("PRAGMA foreign_key_check")))
        if (said := connection.scalar(text("PRAGMA integrity_check"))) != "ok":
            yield str(said)
    files = {row.id: row.documents for row in connection.execute(select(FILE))}
    plans = Counter(connection.scalars(select(PLAN.c.file_id).where(PLAN.c.current)))
    if files != plans:
        yield f"files {files} hold other documents than {dict(plans)}"
    added = connection.scalars(select(HISTORY.c.document_id).where(HISTORY.c.action == "added")).all()
    if sorted(added) != sorted(connection.scalars(select(DOCUMENT.c.id))):
        yield f"history tells of other documents: {added}"
    for table, what in ((TASK, "tasks"), (DEADLINE, "deadlines")):
        have = Counter(connection.scalars(select(table.c.document_id)))
        for plan in kept(connection):
            wanted = plan.plan.tasks if table is TASK else [d for t in plan.plan.tasks for d in t.deadlines]
            if have[plan.document] != len(wanted):
                yield f"document {plan.document} has {have[plan.document]} {what} of {len(wanted)}"


def all_there(url: str, out: Path, total: int) -> list[str]:
    """What is wrong when all is done: documents that are missing, twice there, or say something else than their results."""
    register = opened(url)
    if register is None:
        return ["no register"]
    with register.reading() as connection:
        plans = [kept_one.plan for kept_one in kept(connection)]
    written = [load_contract(file) for file in out.glob("*/plan.json")]
    if len(plans) != total or sorted(plans, key=_hash) != sorted(written, key=_hash):
        return [f"{len(plans)} documents of {total} in the register, {len(written)} in the folder"]
    return []


def _hash(plan: PublicPlan) -> str:
    return plan.file.sha256 if plan.file else ""


if __name__ == "__main__":
    main()
