import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import AFTER, DUE, MONTHLY, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.calendar.wall import month_page, write_page, year_page
from vanthu.export.wording import document_name
from vanthu.planning.agenda import matters

DAILY = {"raw": "hằng ngày", "kind": "recurring", "rrule": "FREQ=DAILY", "until": None}
WEEKLY = {"raw": "thứ Sáu hằng tuần", "kind": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=FR", "until": None}


def month(public: PublicPlan, on: str = "2024-07-10") -> str:
    return month_page([document_name(public)], list(matters(public)), date.fromisoformat(on), unit=None)


def year(public: PublicPlan, on: str = "2024-07-10") -> str:
    return year_page([document_name(public)], list(matters(public)), date.fromisoformat(on), unit=None)


def plan(*deadlines: dict[str, Any]) -> PublicPlan:
    return contract(*(task(str(n), lead=["Công an xã"], deadlines=[d]) for n, d in enumerate(deadlines)))


def cells(page: str) -> list[str]:
    """The days of the sheet, without the list behind it."""
    return re.findall(r"<td class=\"[^\"]*\"><div class=\"cell\">(.*?)</div></td>", page, re.DOTALL)


def test_a_month_is_made_of_whole_weeks() -> None:
    assert len(cells(month(plan(DUE)))) == 35
    assert len(cells(month(plan(DUE), "2024-09-01"))) == 42
    assert len(cells(month(plan(DUE), "2027-02-01"))) == 28


def test_a_deadline_stands_on_its_day_with_its_unit() -> None:
    (cell,) = (c for c in cells(month(plan(DUE))) if "Công an xã" in c)
    assert '<span class="number">31</span>' in cell
    assert "◂" in cell


def test_a_full_day_tells_how_many_more_there_are_and_the_list_has_them_all() -> None:
    page = month(plan(*([DUE] * 9)))
    assert "và 6 việc nữa" in page
    assert page.count('class="who u1"') == 9


def test_a_holiday_is_named_and_a_deadline_on_it_keeps_its_day() -> None:
    page = month(plan(DUE | {"date": "2024-09-02"}), "2024-09-15")
    (cell,) = (c for c in cells(page) if "Công an xã" in c)
    assert "Quốc khánh" in cell
    assert "làm việc liền trước: 30/08/2024" in page


def test_what_comes_every_day_is_told_once_beside_the_sheet() -> None:
    page = month(plan(DAILY))
    assert not any("Công an xã" in cell for cell in cells(page))
    assert "<h2>Hằng ngày</h2>" in page


def test_a_year_shows_the_number_of_deadlines_of_a_day_by_colour_and_figure() -> None:
    page = year(plan(DUE, DUE, WEEKLY, MONTHLY))
    assert '<td class="h2">31<sup>2</sup></td>' in page
    assert "<h2>Hằng ngày, hằng tuần</h2>" in page
    assert len(re.findall(r"<tr class=\"band\">", page)) == 10  # March to December


def test_what_is_under_way_and_what_has_no_day_stand_behind() -> None:
    page = month(plan(WINDOW | {"start": "2024-06-01"}, AFTER))
    assert "Đang trong thời gian thực hiện" in page
    assert "sau khi tổng kết" in page


@pytest.mark.parametrize("make", [month, year])
def test_an_empty_page_says_so(make: Any) -> None:
    assert "Không có thời hạn nào" in make(contract())


def test_words_of_a_document_are_no_markup() -> None:
    public = contract(task("1", text="<script>alert(1)</script> & rà soát", deadlines=[DUE]))
    for page in (month(public), year(public)):
        assert "<script>" not in page
        assert "&lt;script&gt;" in page


def test_a_page_loads_nothing() -> None:
    for page in (month(plan(DUE)), year(plan(DUE))):
        assert not re.search(r"(src|href)=|url\(|@import", page)


def test_a_page_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.html"
    write_page(year(plan(DUE)), path)
    assert path.read_text(encoding="utf-8").endswith("</html>")


@unhurried
@given(contracts(), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_plan_makes_a_month_and_a_year(public: PublicPlan, on: date) -> None:
    found = list(matters(public))
    for make in (month_page, year_page):
        page = make([document_name(public)], found, on, unit=None)
        assert page == make([document_name(public)], found, on, unit=None)
        assert str(on.year) in page
