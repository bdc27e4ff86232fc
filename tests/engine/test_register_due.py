from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from weakref import ref

import pytest

from contracts import AFTER, DUE, contract, task
from vanthu import api
from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import dumps
from vanthu.engine.registered import RegisterPlans
from vanthu.errors import InputError
from vanthu.export.calendar.due_text import due_json, due_text
from vanthu.export.calendar.files import Split, Wish, write_calendars
from vanthu.export.calendar.told import told_of
from vanthu.export.calendar.wall import month_page
from vanthu.planning.followed import FollowedPlan
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


@pytest.mark.parametrize("split", Split)
@pytest.mark.parametrize("unit", [None, "cong an xa 1 (xã Thử 3)"])
def test_calendars_of_a_register_are_those_of_its_plans(
    register: Register, folders: list[Path], tmp_path: Path, split: Split, unit: str | None
) -> None:
    plans = [plan for _, plan in api.gather(folders).followed]
    now, written = datetime(2024, 7, 15, tzinfo=UTC), []
    for source, out in ((plans, tmp_path / "a"), (register, tmp_path / "b")):
        told = api.write_calendars(source, out, Wish(split=split, unit=unit), now=now)
        texts = {path.name: path.read_bytes() for path in told.paths}
        written.append((told.plans, told.entries, told.undated, texts))
    assert written[0] == written[1]
    assert written[0][0] == len(folders)


@pytest.mark.parametrize("view", ["month", "year"])
def test_pages_of_a_register_are_those_of_its_plans(
    register: Register, folders: list[Path], view: str
) -> None:
    plans = [plan for _, plan in api.gather(folders).followed]
    pages = [api.calendar_page(source, view=view, on=MONDAY, unit="cong an") for source in (plans, register)]
    assert pages[0] == pages[1]
    assert "Công an xã 1" in pages[0]


def test_plans_of_a_register_are_let_go_one_after_another(register: Register, tmp_path: Path) -> None:
    given: list[ref[PublicPlan]] = []
    most = 0

    class Watched:
        def __iter__(self) -> Iterator[FollowedPlan]:
            nonlocal most
            for plan in RegisterPlans(register):
                given.append(ref(plan.plan))
                most = max(most, sum(one() is not None for one in given))
                yield plan

    write_calendars(Watched(), tmp_path / "lich.ics", Wish(unit="cong an"), datetime(2024, 7, 15, tzinfo=UTC))
    month_page((), told_of(Watched(), None), MONDAY, unit=None)
    assert 0 < most < 5


def test_an_unknown_unit_is_told_the_same_way(register: Register, folders: list[Path]) -> None:
    plans = [plan for _, plan in api.gather(folders).followed]
    told = []
    for source in (plans, register):
        with pytest.raises(InputError) as refused:
            api.due(source, on=MONDAY, unit="Sở Thử")
        told.append(str(refused.value))
    assert told[0] == told[1]
