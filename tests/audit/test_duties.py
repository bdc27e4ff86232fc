"""One duty that stands in a plan twice."""

from __future__ import annotations

import pytest

from facts import codes, due, task
from vanthu.document.content import Deadline, DeadlineKind, Qualifier

LONG = "Tổ chức tuyên truyền về phòng cháy, chữa cháy tại khu dân cư và các cơ sở sản xuất trên địa bàn xã"


def test_rows_of_different_groups_of_a_table_are_different_works() -> None:
    text = "Nâng cấp hạ tầng cơ bản tại các điểm đến, gồm đường kết nối, bãi đỗ xe và bảng chỉ dẫn"
    assert (
        codes(task("PL1.r1", due("2024-05-03"), text=text), task("PL1.r1_2", due("2024-06-03"), text=text))
        == []
    )


def test_one_duty_with_two_dates() -> None:
    assert codes(task("I.1", due("2024-05-30"), text=LONG), task("IV.2", due("2024-06-14"), text=LONG)) == [
        "deadline-conflict"
    ]


def test_the_feast_that_an_event_greets_is_not_its_day() -> None:
    feast = due("2024-10-20", Qualifier.DURING)
    first, second = (task(f"I.{n}", feast, due(f"2024-10-1{n}", Qualifier.ON), text=LONG) for n in (6, 7))
    assert codes(first, second) == ["deadline-conflict"]


def test_one_duty_twice() -> None:
    assert codes(task("I.1", text=LONG), task("IV.2", text=LONG + ".")) == ["duplicate-task"]


def test_what_an_appendix_lists_anew_is_no_duplicate() -> None:
    assert codes(task("I.1", text=LONG), task("PL1.r3", text=LONG)) == []
    assert codes(task("PL1.r3", text=LONG), task("PL1.r9", text=LONG)) == ["duplicate-task"]
    listed = task("PL1.r3", due("2024-06-14"), text=LONG)
    assert codes(task("I.1", due("2024-05-30"), text=LONG), listed) == ["deadline-conflict"]


def test_one_work_that_a_superior_orders_by_another_day() -> None:
    own = task(
        "I.1", due("2024-05-30"), text="Trạm Y tế xã phối hợp với trường học " + LONG, lead="Trạm Y tế xã"
    )
    ordered = task(
        "IV.2", due("2024-06-14"), text="Chỉ đạo Trạm Y tế xã " + LONG, lead="Trung tâm Y tế huyện"
    )
    assert codes(own, ordered) == ["deadline-conflict"]


def test_two_rounds_of_one_work_are_no_conflict() -> None:
    rounds = [
        task(f"I.{n}", due(f"2024-0{n + 4}-31" if n == 1 else "2024-06-28"), text=f"{LONG}, đợt {n}")
        for n in (1, 3)
    ]
    assert codes(*rounds) == []


def test_one_duty_of_two_units_is_no_duplicate() -> None:
    assert codes(task("I.1", text=LONG), task("IV.2", text=LONG, lead="Trạm Y tế")) == []


def test_a_duty_said_again_with_a_few_words_more_is_the_same() -> None:
    again = f"{LONG} theo quy định"
    assert codes(task("I.1", text=LONG), task("IV.2", text=again)) == ["duplicate-task"]


def test_the_order_of_words_and_words_that_say_nothing_tell_no_two_duties_apart() -> None:
    first = "Tổ chức hướng dẫn cài đặt ứng dụng định danh cho người cao tuổi tại nhà văn hóa các thôn"
    again = "Công an xã hướng dẫn tại nhà văn hóa các thôn cài đặt ứng dụng định danh cho người cao tuổi"
    assert codes(task("I.1", text=first), task("IV.2", text=again)) == ["duplicate-task"]


def test_duties_on_two_things_are_no_conflict() -> None:
    lands = "Rà soát thủ tục hành chính lĩnh vực {} do cấp xã giải quyết, đề xuất cắt giảm giấy tờ"
    one, two = (
        task(f"I.{n}", due(f"2024-0{n + 4}-31" if n == 1 else "2024-06-28"), text=lands.format(x))
        for n, x in ((1, "đất đai"), (2, "hộ tịch"))
    )
    assert codes(one, two) == []


def test_a_timetable_sent_ahead_is_no_report_of_results() -> None:
    ahead = task("I.1", due("2024-05-10"), text="Các trường báo cáo lịch tổ chức hội thao về Phòng Văn hóa")
    results = task(
        "I.2", due("2024-06-14"), text="Các trường báo cáo kết quả tổ chức hội thao về Phòng Văn hóa"
    )
    again = task("IV", due("2024-06-20"), text="Các trường báo cáo kết quả tổ chức hội thao về Phòng Văn hóa")
    assert codes(ahead, results) == []
    assert codes(results, again) == ["deadline-conflict"]


def test_one_report_on_two_days_of_every_month() -> None:
    text = "Báo cáo kết quả trồng rừng phân tán trên địa bàn về Ủy ban nhân dân xã"
    times = [
        Deadline(
            raw=f"trước ngày {n} hằng tháng",
            kind=DeadlineKind.RECURRING,
            rrule=f"FREQ=MONTHLY;BYMONTHDAY={n}",
        )
        for n in (20, 25)
    ]
    assert codes(*(task(f"I.{n}", t, text=text) for n, t in enumerate(times))) == ["deadline-conflict"]


def test_a_unit_is_named_by_its_whole_name_only() -> None:
    own = task("I.1", due("2024-05-30"), text=LONG, lead="Tổ 1")
    ordered = task("IV.2", due("2024-06-14"), text="Chỉ đạo Tổ 12 " + LONG, lead="Trung tâm Y tế huyện")
    assert codes(own, ordered) == []


def test_work_without_a_unit_that_one_is_given_for_another_day() -> None:
    told = task("I.1", due("2024-05-30"), text=LONG).model_copy(update={"lead": ()})
    given = task("IV.2", due("2024-06-14"), text=LONG)
    assert codes(told, given) == ["deadline-conflict"]
    assert codes(told.model_copy(update={"deadlines": ()}), given) == []


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("Tham mưu lập danh sách hộ vùng ngập, gửi Phòng Kinh tế", {}, ["deadline-conflict"]),
        ("Lập danh sách hộ vùng ngập", {"lead": "Hội Nông dân xã"}, []),
        ("Lập danh sách hộ vùng ngập sâu, gửi Phòng Kinh tế", {}, []),
        ("Rà soát hộ vùng ngập, lập danh sách hộ vùng ngập", {}, []),
    ],
)
def test_a_row_that_is_the_first_clause_of_a_duty_is_one_with_it(
    text: str, more: dict[str, str], expected: list[str]
) -> None:
    row = task("II.r3", due("2024-06-14", raw="14/6/2024"), text="Lập danh sách hộ vùng ngập")
    assert codes(row, task("III.2.b2", due("2024-06-07"), text=text, **more)) == expected


def test_rows_with_one_opening_are_rounds() -> None:
    row = task("II.r3", due("2024-06-14", raw="14/6/2024"), text="Lập danh sách hộ vùng ngập")
    assert codes(row, task("II.r7", due("2024-06-07"), text="Lập danh sách hộ vùng ngập, bổ sung")) == []
