from datetime import date

import pytest

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, task
from vanthu.contract.model import Deadline
from vanthu.export.rhythm import rhythm_phrase
from vanthu.export.timing import binding_day, nearest_day, phrase, phrases, show_day
from vanthu.export.wording import document_code, document_name, shorten
from vanthu.planning.period import issue_day, plan_period


def deadline(data: dict[str, object]) -> Deadline:
    return contract(task(deadlines=[data])).tasks[0].deadlines[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (DUE, "trước 31/07/2024"),
        (DUE | {"qualifier": "by"}, "chậm nhất 31/07/2024"),
        (DUE | {"qualifier": "on"}, "ngày 31/07/2024"),
        (DUE | {"qualifier": "during"}, "trong ngày 31/07/2024"),
        (DUE | {"qualifier": "on", "time": "07:30"}, "lúc 07:30 ngày 31/07/2024"),
        (DUE | {"qualifier": "by", "time": "17:00"}, "chậm nhất 17:00 ngày 31/07/2024"),
        (WINDOW | {"end": None}, "từ 01/08/2024"),
        (WINDOW | {"start": None}, "đến 30/08/2024"),
        (WINDOW | {"end": "2024-08-01"}, "ngày 01/08/2024"),
        (
            WINDOW | {"start": "2024-08-01T07:00", "end": "2024-08-01T24:00"},
            "từ 07:00 01/08/2024 đến 24:00 01/08/2024",
        ),
        (WINDOW | {"start": None, "end": None}, WINDOW["raw"]),
        (MONTHLY | {"time": "17:00"}, "hằng tháng, vào ngày 30, hạn 17:00"),
        (MONTHLY | {"start": "2024-06-01"}, "hằng tháng, vào ngày 30, từ 01/06/2024"),
        (MONTHLY | {"times": 3, "rrule": "FREQ=WEEKLY"}, "3 lần mỗi tuần"),
        (MONTHLY | {"rrule": "FREQ=NEVER"}, MONTHLY["raw"]),
        (AFTER | {"resolved": "2024-05-20"}, "sau khi tổng kết (tức 20/05/2024)"),
        (ONGOING, "thường xuyên"),
    ],
)
def test_a_deadline_is_said_in_words_without_doubt(data: dict[str, object], words: str) -> None:
    assert phrase(deadline(data)) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "hằng ngày"),
        ("FREQ=WEEKLY;INTERVAL=2", "2 tuần một lần"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "hằng tuần, vào thứ Hai, thứ Sáu"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hằng tháng, vào ngày cuối tháng"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "hằng tháng, vào thứ Sáu cuối tháng"),
        ("FREQ=MONTHLY;BYDAY=2TU", "hằng tháng, vào thứ Ba thứ 2 của tháng"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần"),
        ("FREQ=YEARLY;BYMONTH=6,12", "hằng năm, các tháng 6, 12"),
        ("FREQ=NEVER", ""),
    ],
)
def test_a_rhythm_is_said_in_words(rule: str, words: str) -> None:
    assert rhythm_phrase(rule) == words


def test_the_earliest_binding_day_stands_for_all() -> None:
    found = [deadline(d) for d in (WINDOW, DUE, ONGOING)]
    assert nearest_day(found) == date(2024, 7, 31)
    assert phrases(found) == "trước 31/07/2024; từ 01/08/2024 đến 30/08/2024; thường xuyên"
    assert nearest_day([deadline(ONGOING)]) is None


def test_the_end_of_a_day_still_belongs_to_it() -> None:
    assert binding_day(deadline(WINDOW | {"end": "2024-08-30T24:00"})) == date(2024, 8, 30)


@pytest.mark.parametrize(
    ("issued", "day"),
    [("2024-03-05", date(2024, 3, 5)), ("2024-03", date(2024, 3, 1)), ("2024", None), (None, None)],
)
def test_a_month_of_issue_begins_with_its_first_day(issued: str | None, day: date | None) -> None:
    assert issue_day(contract(document={"issued_on": issued})) == day


def test_the_widest_window_is_the_period_of_the_plan() -> None:
    windows = [WINDOW, WINDOW | {"start": "2024-07-01", "end": None}, DUE]
    assert plan_period(contract(document_deadlines=windows)) == (date(2024, 7, 1), date(2024, 8, 30))
    assert plan_period(contract(document_deadlines=[DUE])) == (None, None)


@pytest.mark.parametrize(
    ("facts", "name", "code"),
    [
        ({}, "Kế hoạch số 12/KH-UBND ngày 05/03/2024", "12/KH-UBND"),
        ({"number": None}, "Kế hoạch số …/KH-UBND ngày 05/03/2024", "…/KH-UBND"),
        ({"number": None, "symbol": None, "issued_on": None}, "Kế hoạch", "ke-hoach.pdf"),
        ({"type": None, "number": None, "symbol": None, "issued_on": None}, "ke-hoach.pdf", "ke-hoach.pdf"),
        ({"type": None, "issued_on": "2024-03"}, "Văn bản số 12/KH-UBND tháng 03/2024", "12/KH-UBND"),
    ],
)
def test_a_document_is_named_as_far_as_it_is_known(facts: dict[str, object], name: str, code: str) -> None:
    public = contract(document=facts)
    assert (document_name(public), document_code(public)) == (name, code)


def test_a_day_is_shown_as_it_is_written_here() -> None:
    assert [show_day(d) for d in ("2024-07-31", "2024-07", None, "2024-07-31T07:00")] == [
        "31/07/2024",
        "07/2024",
        "",
        "07:00 31/07/2024",
    ]


def test_a_short_text_is_left_alone_and_a_long_one_cut_between_words() -> None:
    assert shorten("Rà soát  hồ sơ", 40) == "Rà soát hồ sơ"
    assert shorten("Rà soát, lập danh sách", 13) == "Rà soát, lập…"
