#!/usr/bin/env python3
"""Makes a register file of the newest form with a few documents in it: `make.py` leaves `NNNN.db.gz` beside itself.

To be run once, when a form is new; what it wrote is never made anew, since it stands for the registers that offices have.
`make.py 0002` writes an older form, as long as this program can still fill it. `NNNN-said.db.gz` holds more that people said: a header put
right, a task that is none, progress, a verdict on a finding; `make.py 0002 said` writes it.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2] / "pipeline")]

from sqlalchemy import insert  # noqa: E402

from contracts import DUE, MONTHLY, contract, task  # noqa: E402
from vanthu.audit.across.compare import Found, Spot  # noqa: E402
from vanthu.contract.model import PublicPlan  # noqa: E402
from vanthu.document.content import Severity  # noqa: E402
from vanthu.planning.journal import Entry, Journal, OwnTask  # noqa: E402
from vanthu.register import Address, Register  # noqa: E402
from vanthu.register.across.findings import keep, key_of  # noqa: E402
from vanthu.register.across.verdicts import Verdict, judge  # noqa: E402
from vanthu.register.connection import engines  # noqa: E402
from vanthu.register.intake import Arrival, add_all, decide, pairs, project  # noqa: E402
from vanthu.register.migrations.upgrade import known, newest, upgrade  # noqa: E402
from vanthu.register.states import Decision  # noqa: E402
from vanthu.register.tables import CORRECTION  # noqa: E402

SINCE = {"search": "0002", "filing": "0003"}  # the forms that brought what is kept beside the rows


def plans() -> tuple[PublicPlan, ...]:
    """Two documents, and the first one scanned again."""
    work = task("I.1", text="Rà soát hồ sơ hộ nghèo", lead=["Công an xã"], deadlines=[DUE])
    more = task("I.2", text="Báo cáo kết quả về Phòng Nội vụ", deadlines=[MONTHLY])
    return tuple(
        contract(
            work,
            more,
            file={"name": f"{mark}.pdf", "sha256": mark * 64, "media_type": "application/pdf", "size": 9},
            document={"number": number, "issued_on": day},
            citations=[{"type": "Nghị quyết", "number": "05/NQ-HĐND", "issued_on": "2023-12-08"}],
        )
        for mark, number, day in (
            ("a", "12", "2024-03-05"),
            ("b", "35", "2024-04-02"),
            ("c", "12", "2024-03-05"),
        )
    )


def journal(plan: PublicPlan) -> Journal:
    """What a person said of the first task, and a task of their own."""
    entry = Entry(
        task=plan.tasks[0].uid,
        id="I.1",
        text=plan.tasks[0].text,
        field="due",
        was="2024-07-31",
        value="2024-08-15",
        by="Lê Thị Thử",
        at="2024-06-01T08:00:00+07:00",
    )
    own = OwnTask(task="them-1", text="Việc bổ sung", by="Lê Thị Thử", at="2024-06-02T08:00:00+07:00")
    return Journal(entries=(entry,), own=(own,))


def fill(register: Register) -> None:
    """Everything that a register holds."""
    first, *others = plans()
    arrivals = [
        Arrival(first, journal=journal(first), documents=1),
        *(Arrival(p, documents=1) for p in others),
    ]
    register.work(lambda connection: add_all(connection, arrivals))
    (pair,) = register.look(pairs)
    register.work(lambda connection: decide(connection, pair, Decision.LINK, who="Lê Thị Thử"))


FINDING = Found("deadline-conflict", Severity.WARNING, "Hai hạn khác nhau", (Spot("1", "I.1", 1, "Rà soát"),))


def say(register: Register) -> None:
    """What people say of documents, tasks and findings that are there."""
    with register.writing() as connection:
        for field, was, value, key in (
            ("title", "Kế hoạch", "Trích yếu đã sửa", None),
            ("state", None, "discarded", "uid-I.2"),
            ("progress", None, "Đang thực hiện", "uid-I.1"),
            ("note", None, "chờ kinh phí", "uid-I.1"),
        ):
            said = {"document_id": 1, "task": key, "path": key and key[4:], "text": None, "source": None}
            named = {
                "field": field,
                "was": was,
                "value": value,
                "who": "Lê Thị Thử",
                "at": "2024-06-03T08:00:00+07:00",
            }
            connection.execute(insert(CORRECTION), said | named)
        project(connection, [1])
        keep(connection, [FINDING])
        judge(connection, key_of(FINDING), Verdict.DISMISSED, reason="đã thống nhất", who="Lê Thị Thử")


def main() -> None:
    """Write one form."""
    form = sys.argv[1] if len(sys.argv) > 1 else newest()
    said = sys.argv[2:] == ["said"]
    if form not in known():
        sys.exit(f"no such form: {form}")
    projecting = sys.modules["vanthu.register.intake.project"]
    with tempfile.TemporaryDirectory() as folder:
        address = Address.of_file(Path(folder) / "so.db")
        register = Register(address, engines(address))
        register.work(lambda connection: upgrade(connection, form))
        deciding = sys.modules["vanthu.register.intake.deciding"]
        with ExitStack() as left_out:
            for module in (name for name, since in SINCE.items() if form < since):
                left_out.enter_context(patch.object(projecting, module))
            if form < SINCE["filing"]:
                left_out.enter_context(patch.object(deciding, "check"))
            fill(register)
            if said:
                say(register)
        with sqlite3.connect(Path(folder) / "so.db") as plain:
            plain.execute("VACUUM INTO ?", [f"{folder}/packed.db"])
        packed = gzip.compress((Path(folder) / "packed.db").read_bytes(), mtime=0)
    (HERE / f"{form}{'-said' if said else ''}.db.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
