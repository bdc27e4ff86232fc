"""LibreOffice reckons the formulas of the sheets; the clock in Python must say the same."""

from __future__ import annotations

import random
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from contracts import AFTER, DUE, MONTHLY, ONGOING, contract, task
from vanthu.contract.model import PublicPlan
from vanthu.export.tracker.rows import Day
from vanthu.export.tracker.workbook import write_workbook
from vanthu.planning.clock import Progress, state
from vanthu.planning.followed import Followed, follow
from vanthu.planning.journal import Entry, Journal

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [pytest.mark.office, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]
ON = (date(1990, 1, 1), date(2023, 2, 28), date(2024, 2, 29), date(2024, 12, 31), date(2100, 12, 24))
SHIFTS = (-400, -31, -9, -8, -7, -6, -1, 0, 1, 2, 29, 365)
FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)


def plan(on: date) -> tuple[PublicPlan, Journal]:
    """Limits of all kinds before, on and after a day, with all that people may say of the work."""
    chance = random.Random(on.toordinal())  # noqa: S311 - cases, no secrets
    found, entries = [], []
    days = [d for s in SHIFTS if FIRST <= (d := on + timedelta(days=s)) <= LAST]
    dated = [DUE | {"date": d.isoformat(), "qualifier": q} for d in days for q in ("before", "by")]
    rhythm = [MONTHLY | {"until": d.isoformat()} for d in days[:3]]
    for number, deadline in enumerate([*dated, *dated, *rhythm, MONTHLY, ONGOING, AFTER]):
        found.append(task(str(number), deadlines=[deadline], lead=[f"Đơn vị {number % 3}"]))
        values = {"progress": chance.choice([None, *Progress]), "done_on": chance.choice([None, *days])}
        for field, value in values.items():
            text = value.isoformat() if isinstance(value, date) else value
            entries.append(
                Entry(task=f"uid-{number}", field=field, value=text, by="Lan", at="2024-01-01T00:00:00+07:00")
            )
    return contract(*found, task("none")), Journal(entries=tuple(entries))


def reckoned(tmp_path: Path, files: list[Path]) -> list[Path]:
    """The sheets as LibreOffice saves them. What was kept in their cells is taken out before, so that it must reckon."""
    for path in files:
        book = openpyxl.load_workbook(path)
        book.save(path)
    out = tmp_path / "reckoned"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [out / path.name for path in files]


def shown(path: Path, name: str, head: str) -> dict[str, object]:
    rows = openpyxl.load_workbook(path, data_only=True)[name].iter_rows(values_only=True)
    heads = next(list(row) for row in rows if row[0] == "STT")
    key, at = heads.index("Mã nhiệm vụ"), heads.index(head)
    return {str(row[key]): row[at] for row in rows if row[key]}


def expected(tasks: tuple[Followed, ...], on: date, soon: int) -> dict[str, str]:
    return {f.key: str(state(f.limit, f.report, on, soon=soon)) for f in tasks}


def test_the_sheet_reckons_what_the_clock_says(tmp_path: Path) -> None:
    cases = {on: plan(on) for on in ON}
    files = []
    for on, (public, journal) in cases.items():
        files.append(tmp_path / f"{on}.xlsx")
        write_workbook(public, files[-1], journal=journal, day=Day(on, soon=7))
    seen = set()
    for (on, (public, journal)), path in zip(cases.items(), reckoned(tmp_path, files), strict=True):
        states = expected(follow(public, journal).tasks, on, 7)
        assert shown(path, "Nhiệm vụ", "Tình trạng thời hạn") == states
        assert shown(path, "Theo đơn vị", "Tình trạng thời hạn") == states
        for page in openpyxl.load_workbook(path, data_only=True):
            assert not [
                c.coordinate
                for row in page.iter_rows()
                for c in row
                if str(c.value).startswith(("#", "Err:"))
            ]
        seen |= set(states.values())
    assert len(seen) == 11


def test_a_sheet_asks_for_the_day_that_it_is_opened_on(tmp_path: Path) -> None:
    path = tmp_path / "today.xlsx"
    write_workbook(
        contract(task("1", deadlines=[DUE]), task("2", deadlines=[DUE | {"date": "2100-12-31"}])), path
    )
    (made,) = reckoned(tmp_path, [path])
    assert set(shown(made, "Nhiệm vụ", "Tình trạng thời hạn").values()) == {"Quá hạn", "Chưa đến hạn"}
