#!/usr/bin/env python3
"""Runs that are killed (SIGKILL) at random moments while they read documents and register them.

The moments lie evenly over the time from when a run has workers to its end: starting the program takes as long as several
documents and is no moment at which anything can be lost. In turn the parent is killed alone, the parent with its workers, one worker, and,
with `--postgres`, the server of the register. After each kill the register is looked through: no document half there. The next run goes on;
when all documents are in, each must be there once, as its `plan.json` says it, and the next round begins with a new register. With
`--beside` a second run, over documents of its own, writes into the same register all the while; it must end well whatever is killed.
Prints how many kills hit, and where.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from itertools import cycle
from pathlib import Path

from killing.faults import all_there, looked_through, there
from killing.marked import Mark, Marked
from killing.run import Ended, Runs, Target
from measure import ROOT, show

sys.path.append(str(ROOT / "tests"))
from postgres import Server, programs, running

_BEGINNING = 0.3  # of a run over all documents: before the first of them is in
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
    parser.add_argument(
        "--postgres", action="store_true", help="on a server of its own, which is killed too, not on SQLite"
    )
    parser.add_argument("--beside", action="store_true", help="two runs write into the register at once")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vanthu-kills-") as folder, own_server(wish) as server:
        counts, faults = all_kills(wish, Path(folder), server)
    wheres, whats = (sorted({key[n] for key in counts}) for n in (0, 1))
    rows = [[where, *(str(counts[where, what]) for what in whats)] for where in wheres]
    rows.append(["all", *(str(sum(n for (_, w), n in counts.items() if w == what)) for what in whats)])
    show(f"{counts.total()} kills, {len(faults)} faults", ("where", *whats), rows)
    sys.exit(bool(faults))


def own_server(wish: argparse.Namespace) -> AbstractContextManager[Server | None]:
    """A server of the measurement's own, where one is wanted."""
    folder = programs() if wish.postgres else None
    if wish.postgres and folder is None:
        sys.exit("PostgreSQL is not installed")
    return running(folder) if folder else nullcontext()


def all_kills(
    wish: argparse.Namespace, folder: Path, server: Server | None
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """How many kills there were, by where they hit and what, and what was wrong after any of them."""
    documents = written(folder / "documents", range(1, wish.documents + 1))
    others = written(folder / "others", range(wish.documents + 1, (1 + wish.beside) * wish.documents + 1))
    total = (1 + wish.beside) * wish.documents
    runs = Runs(folder / "marks", random.Random(wish.seed), server)
    targets = cycle(target for target in Target if server or target is not Target.SERVER)
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    whole = 0.0  # seconds of work in a run over all documents in which nothing is killed
    while counts.total() < wish.kills:
        out, beside, url = empty(folder, server)
        left = total
        command = ["process", str(documents), "--out", str(out), "--register", url, "--jobs", "2"]
        second = ["process", str(others), "--out", str(beside), "--register", url, "--jobs", "1"]
        other = Marked.start(second, folder / "marks-beside") if wish.beside else None
        code: int | None = None
        while code != 0:
            target = next(targets)
            most = whole * max(left / total, _BEGINNING)
            more = whole and counts.total() < wish.kills
            ended = runs.until(command, target, runs.chance.uniform(0, most) if more else None)
            code = ended.code
            if ended.mark is None:
                whole = whole or ended.seconds
            else:
                counts[where(ended, out, wish.documents), target] += 1
                print(counts.total(), where(ended, out, wish.documents), target, sep=": ", flush=True)
            faults += told(looked_through(url) + ended_well(ended, target))
            left = total - there(url)
        if other and (code := other.wait()):
            faults += told([f"the run beside ended with {code}"])
        faults += told(all_there(url, (out, beside), total))
    return counts, faults


def told(wrong: list[str]) -> list[str]:
    """What is wrong, printed at once: whoever stops the measurement has seen it."""
    for line in wrong:
        print(line, flush=True)
    return wrong


def ended_well(ended: Ended, target: Target) -> list[str]:
    """Only a run that was killed, or lost a worker with a document, may end otherwise than well."""
    lost = ended.mark is not None and target is Target.WORKER
    return (
        [] if ended.code in (None, 0) or lost else [f"a run ended with {ended.code} ({target}, {ended.mark})"]
    )


def written(folder: Path, numbers: range) -> Path:
    """A folder with documents of these numbers."""
    folder.mkdir()
    for number in numbers:
        (folder / f"{number}.txt").write_text(TEXT.format(number=number, day=number % 28 + 1))
    return folder


def where(ended: Ended, out: Path, total: int) -> str:
    """What a run was doing when something was killed: by its mark, else by what it left."""
    match ended.mark:
        case Mark.WRITING:
            return "while a document was registered"
        case Mark.COMMITTING:
            return "while a registration was committed"
    if any(out.glob(".*.new")):
        return "while the results of a document were written"
    finished = len(list(out.glob("*/plan.json")))
    return "while documents were read" if finished < total else "after the last document"


def empty(folder: Path, server: Server | None) -> tuple[Path, Path, str]:
    """Two folders for results, and a register, that are not there."""
    out, beside = folder / "out", folder / "out-beside"
    for left in (out, beside):
        shutil.rmtree(left, ignore_errors=True)
    for file in folder.glob("so.db*"):
        file.unlink()
    return out, beside, server.url(server.database()) if server else str(folder / "so.db")


if __name__ == "__main__":
    main()
