from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from contracts import AFTER, DUE, contract, task
from vanthu import api
from vanthu.contract.plan_file import dumps
from vanthu.errors import InputError
from vanthu.export.calendar.due_text import due_json, due_text
from vanthu.planning.journal import JOURNAL_FILE
from vanthu.register import Register

MONDAY = date(2024, 7, 15)
SAID = [("progress", "Hoàn thành"), ("done_on", "2024-07-01"), ("due", "2024-07-18")]
REPEATS = {"kind": "recurring", "raw": "hằng tháng", "rrule": "FREQ=MONTHLY;BYMONTHDAY=20"}
DURING = {"kind": "window", "raw": "trong tháng 7", "start": "2024-07-01", "end": "2024-07-31"}


def folder_of(where: Path, number: int) -> Path:
    """The results of a plan with every kind of time, and what a person said of one of its tasks."""
    day = (MONDAY + timedelta(days=5 * number)).isoformat()
    times = [DUE | {"date": day}, REPEATS, AFTER, DURING]
    tasks = [
        task(f"I.{n}", uid=f"{number}-{n}", lead=[f"Công an xã {n}"], deadlines=[time])
        for n, time in enumerate(times, start=1)
    ]
    file = {"name": f"{number}.pdf", "sha256": f"{number:064}", "media_type": "application/pdf", "size": 1}
    document = {"number": str(number), "title": f"Kế hoạch {number}", "place": f"xã Thử {number}"}
    plan = contract(
        *tasks,
        file=file,
        document=document,
        document_deadlines=[DURING],
        schedule=[{"when": f"2024-07-{17 + number}", "what": "Họp"}],
    )
    folder = where / str(number)
    folder.mkdir(parents=True)
    (folder / "plan.json").write_text(dumps(plan), encoding="utf-8")
    field, value = SAID[number % len(SAID)]
    entry = {"task": f"{number}-1", "id": "I.1", "text": "", "field": field, "value": value}
    entry |= {"by": "Lan", "at": f"2024-07-0{number + 1}T08:00:00+07:00", "was": None, "where": ""}
    (folder / JOURNAL_FILE).write_text(json.dumps({"entries": [entry]}), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    where = tmp_path_factory.mktemp("out")
    return [folder_of(where, number) for number in range(6)]


@pytest.fixture(scope="module")
def register(folders: list[Path]) -> Iterator[Register]:
    with api.open_register(str(folders[0].parent / "so.db"), create=True) as register:
        assert len(list(api.register_plans(register, folders))) == len(folders)
        yield register


@pytest.mark.parametrize("within", [0, 3, 14, 90])
@pytest.mark.parametrize("unit", [None, "cong an", "cong an xa 1 (xã Thử 3)"])
@pytest.mark.parametrize("on", [MONDAY, date(2024, 8, 15)])
def test_a_register_tells_the_same_as_its_plans(
    register: Register, folders: list[Path], on: date, within: int, unit: str | None
) -> None:
    plans = [plan for _, plan in api.gather(folders).followed]
    asked = {"on": on, "within": timedelta(days=within), "unit": unit}
    of_files, of_register = (api.due(source, **asked) for source in (plans, register))
    assert due_json(of_register) == due_json(of_files)
    assert due_text(of_register) == due_text(of_files)
    assert of_files.undated or unit


def test_an_unknown_unit_is_told_the_same_way(register: Register, folders: list[Path]) -> None:
    plans = [plan for _, plan in api.gather(folders).followed]
    told = []
    for source in (plans, register):
        with pytest.raises(InputError) as refused:
            api.due(source, on=MONDAY, unit="Sở Thử")
        told.append(str(refused.value))
    assert told[0] == told[1]
