"""A unit's day: meetings at one time, too many limits."""

from __future__ import annotations

from filings import audited, codes, plan, task

MEETING = "Tổ chức hội nghị triển khai công tác tuyển quân"
OTHER = "Kiểm tra bếp ăn tập thể của trường mầm non"


def test_two_meetings_at_one_time() -> None:
    (finding,) = audited(
        plan("1", task(MEETING, "2024-05-20T08:00")), plan("2", task(OTHER, "2024-05-20T08:30"))
    )
    assert finding.code == "two-events-at-once"
    assert "08:00" in finding.note


def test_morning_and_afternoon_do_not_meet() -> None:
    assert (
        codes(plan("1", task(MEETING, "2024-05-20T08:00")), plan("2", task(OTHER, "2024-05-20T14:00"))) == []
    )


def test_an_event_that_lasts_meets_what_begins_within_it() -> None:
    window = {"raw": "8h - 11h", "kind": "window", "start": "2024-05-20T08:00", "end": "2024-05-20T11:00"}
    long = task(MEETING, deadlines=[window])
    assert codes(plan("1", long), plan("2", task(OTHER, "2024-05-20T10:30"))) == ["two-events-at-once"]


def test_one_meeting_told_of_in_two_plans() -> None:
    assert (
        codes(plan("1", task(MEETING, "2024-05-20T08:00")), plan("2", task(MEETING, "2024-05-20T08:00")))
        == []
    )


def test_one_meeting_in_other_words_and_two_on_one_subject() -> None:
    first = task("Tổ chức đối thoại với nhân dân về cải cách hành chính", "2024-05-20T08:00")
    again = task("Hội nghị đối thoại với nhân dân về cải cách hành chính", "2024-05-20T08:00")
    assert codes(plan("1", first), plan("2", again)) == []
    other = task("Tọa đàm chuyên đề cải cách hành chính", "2024-05-20T08:00")
    assert codes(plan("1", first), plan("2", other)) == ["two-events-at-once"]


def test_a_department_of_another_province_is_another_unit() -> None:
    plans = [
        plan(
            number,
            task(text, "2024-05-20T08:00", lead=["Sở Nội vụ"]),
            issuer=[f"Ủy ban nhân dân tỉnh {place}"],
            place=place,
        )
        for number, text, place in (("1", MEETING, "Đông Sậy"), ("2", OTHER, "Tây Sậy"))
    ]
    assert codes(*plans) == []


def test_a_unit_of_another_commune_is_another_unit() -> None:
    elsewhere = plan("2", task(OTHER, "2024-05-20T08:00"), issuer=["UBND xã Hải An"], place="Hải An")
    assert codes(plan("1", task(MEETING, "2024-05-20T08:00")), elsewhere) == []


def test_papers_due_at_an_hour_are_no_meetings() -> None:
    text = "Gửi danh sách học viên về Phòng Nội vụ"
    assert (
        codes(plan("1", task(MEETING, "2024-05-20T08:00")), plan("2", task(text, "2024-05-20T08:00"))) == []
    )


def test_too_much_on_one_day() -> None:
    texts = [
        f"{what} {thing}"
        for what in ("Trồng", "Nạo vét", "Sửa chữa")
        for thing in ("ao sen", "hàng rào", "cổng làng", "vườn cây")
    ]
    plans = [plan(str(n), *(task(t, "2024-11-15") for t in texts[4 * n : 4 * n + 4])) for n in range(3)]
    (finding,) = audited(*plans)
    assert finding.code == "unit-overloaded"
    assert "12 nhiệm vụ của 3 kế hoạch" in finding.note
    assert codes(*plans[:2]) == []
