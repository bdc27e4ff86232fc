"""Plans come in by indexes: what it costs does not grow with what is there."""

from __future__ import annotations

from pathlib import Path
from shutil import copy
from sqlite3 import connect
from typing import Any

from sqlalchemy import event

from filings import plan, task
from vanthu.register import open_register
from vanthu.register.intake import Arrival, add_checked
from vanthu.register.tables import METADATA

_SMALL = {"recipe"}  # one row, however much there is


def test_no_table_is_read_whole_where_a_plan_comes_in(empty_file: Path, tmp_path: Path) -> None:
    place = copy(empty_file, tmp_path / "so.db")
    asked: list[tuple[str, Any]] = []
    with open_register(str(place)) as register:

        def keep(_c: object, _k: object, statement: str, values: Any, _x: object, many: bool) -> None:
            if statement.startswith(("SELECT", "UPDATE", "DELETE")):
                asked.append((statement, values[0] if many else values))

        event.listen(register.engines.writer, "before_cursor_execute", keep)
        cites = [(f"{n}/KH-UBND", f"2024-01-0{n}", {}) for n in (1, 2, 3)]
        laws = [(f"0{n}/2019/NĐ-CP", f"2019-01-0{n}", {}) for n in (1, 2)]
        gone = [(f"{n}/KH-UBND", f"2023-01-0{n}") for n in (7, 8)]
        cites += [(code, day, {}) for code, day in gone]
        for n in (1, 2, 3, 4):
            paper = plan(
                str(n), task(due="2024-05-31"), task(due="2024-06-14"), cited=cites + laws, replaces=gone
            )
            register.work(lambda c, paper=paper: add_checked(c, [Arrival(paper)]))  # type: ignore[misc]
    tables = METADATA.tables.keys() - _SMALL
    with connect(place) as raw:
        steps = {
            step[3]: statement
            for statement, values in asked
            for step in raw.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        }
    raw.close()
    whole = {s: steps[s] for s in steps if s.startswith("SCAN ") and s.split()[1] in tables}
    assert len(asked) > 100
    assert not whole
