import csv
import io
from datetime import date

import pytest
from hypothesis import given

from contracts import DUE, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.timing import nearest_day
from vanthu.export.tracker.rows import Day, Paper
from vanthu.export.tracker.table import CSV_HEADS, csv_text


def rows(public: PublicPlan, day: Day | None = None) -> list[dict[str, str]]:
    text = csv_text([Paper(public)], day or Day())
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_head_row_iso_dates_key_and_parent() -> None:
    public = contract(
        task("1"), task("1.b1", parent="1", deadlines=[DUE | {"time": "17:00"}], lead=["A", "B"])
    )
    first, second = rows(public, Day(date(2024, 8, 1)))
    assert tuple(first) == CSV_HEADS
    assert (first["Mã nhiệm vụ"], first["Mã việc cấp trên"], first["Thời hạn hoàn thành"]) == (
        "uid-1",
        "",
        "",
    )
    assert (second["Mã việc cấp trên"], second["Thời hạn hoàn thành"], second["Giờ"]) == (
        "uid-1",
        "2024-07-31",
        "17:00",
    )
    assert (second["Cơ quan chủ trì"], second["Tình trạng thời hạn"]) == ("A; B", "Quá hạn")


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert rows(contract(task(text=text)))[0]["Nội dung nhiệm vụ"].startswith("'")


@unhurried
@given(public=contracts())
def test_any_plan_gives_its_tasks_and_dates(public: PublicPlan) -> None:
    dates = [row["Thời hạn hoàn thành"] for row in rows(public)]
    days = [nearest_day(t.deadlines) for t in public.tasks]
    assert dates == [day.isoformat() if day else "" for day in days]
