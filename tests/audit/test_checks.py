"""Each check raises what an auditor would, and keeps quiet where one would."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from vanthu.audit.checks import audit
from vanthu.audit.facts import Facts
from vanthu.audit.timetables import Timetable
from vanthu.document.content import (
    Citation,
    Deadline,
    DeadlineKind,
    Header,
    Qualifier,
    ScheduleRow,
    Task,
    TaskKind,
    Unit,
)
from vanthu.document.evidence import Evidence, Sourced
from vanthu.document.graph import Edge, EdgeKind
from vanthu.rulebook import RuleSet, load_rulebook
from vanthu.times.placing import IMPOSSIBLE

ISSUED = date(2024, 3, 4)  # a Monday


@cache
def words() -> RuleSet:
    return load_rulebook()["AUDIT"]


def weekend(day: date) -> str | None:
    return {5: "thứ Bảy", 6: "Chủ nhật"}.get(day.weekday())


def due(day: str | None, qualifier: Qualifier = Qualifier.BEFORE, raw: str = "trước ngày ...") -> Deadline:
    return Deadline(raw=raw, kind=DeadlineKind.DUE, date=day, qualifier=qualifier)


def window(start: str | None, end: str | None, raw: str = "từ ngày 01/3/2024 đến ...") -> Deadline:
    return Deadline(raw=raw, kind=DeadlineKind.WINDOW, start=start, end=end)


def task(
    identity: str, *deadlines: Deadline, text: str = "Rà soát", lead: str = "Công an xã", **more: object
) -> Task:
    return Task.model_validate(
        {"id": identity, "text": text, "lead": (Unit(name=lead),), "deadlines": deadlines, **more}
    )


def header(**fields: Sourced[str]) -> Header:
    values = {"number": "12", "symbol": "KH-UBND", "issued_on": ISSUED.isoformat()}
    return Header.model_validate({k: Sourced[str](value=v) for k, v in values.items()} | fields)


def codes(*tasks: Task, head: Header | None = None, **layers: object) -> list[str]:
    facts = Facts(
        header=head or header(),
        issued_on=ISSUED,
        tasks=tasks,
        document_deadlines=layers.get("period", ()),  # type: ignore[arg-type]
        schedule=layers.get("schedule", ()),  # type: ignore[arg-type]
        citations=layers.get("citations", ()),  # type: ignore[arg-type]
        edges=layers.get("edges", ()),  # type: ignore[arg-type]
        day_off=weekend,
        words=words(),
        timetables=layers.get("timetables", ()),  # type: ignore[arg-type]
        recognised=bool(layers.get("recognised")),
        attached=bool(layers.get("attached")),
    )
    return [f.code for f in audit(facts)]


def test_a_sound_plan_has_no_findings() -> None:
    assert codes(task("I.1", due("2024-06-14")), task("I.2", text="Tập huấn")) == []


def test_a_number_left_blank() -> None:
    assert codes(head=header(number=Sourced[str](blank=True))) == ["number-missing"]


@pytest.mark.parametrize(("recognised", "expected"), [(False, ["number-missing"]), (True, [])])
def test_a_text_without_any_number_lacks_one_and_a_scan_may_have_lost_it(
    recognised: bool, expected: list[str]
) -> None:
    head = header(number=Sourced[str](), symbol=Sourced[str](), type=Sourced[str](value="Thông báo"))
    assert codes(head=head, recognised=recognised) == expected


def test_a_text_without_any_day_lacks_one() -> None:
    head = header(issued_on=Sourced[str](), type=Sourced[str](value="Thông báo"))
    assert codes(head=head) == ["date-incomplete"]
    assert codes(head=head, recognised=True) == []


def test_what_is_issued_with_a_decision_goes_by_the_number_and_the_day_of_that() -> None:
    head = header(number=Sourced[str](), issued_on=Sourced[str](), type=Sourced[str](value="Kế hoạch"))
    assert codes(head=head, attached=True) == []


def test_rows_of_different_groups_of_a_table_are_different_works() -> None:
    text = "Nâng cấp hạ tầng cơ bản tại các điểm đến, gồm đường kết nối, bãi đỗ xe và bảng chỉ dẫn"
    assert (
        codes(task("PL1.r1", due("2024-05-03"), text=text), task("PL1.r1_2", due("2024-06-03"), text=text))
        == []
    )


def test_a_number_that_can_not_be_read_is_not_missing() -> None:
    assert codes(head=header(number=Sourced[str](candidates=("17",), review="viết tay"))) == []


def test_a_day_left_blank() -> None:
    assert codes(head=header(issued_on=Sourced[str](value="2024-03", blank=True))) == ["date-incomplete"]


def test_a_day_that_can_not_be_read_is_not_blank() -> None:
    assert codes(head=header(issued_on=Sourced[str](value="2024-03", review="viết tay"))) == []


def test_two_dates_before_issue_are_one_finding_a_task() -> None:
    assert codes(task("I.1", due("2024-02-01"), due("2024-02-02"))) == ["deadline-before-issue"]
    assert codes(task("I.1", due("2024-03-04"))) == []


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (window("2024-03-01", "2024-04-15"), ["start-before-issue"]),
        (window("2024-03-01", "2024-03-31", raw="trong tháng 3/2024"), []),
        (window("2024-03-05", "2024-04-15"), []),
        (window(None, "2024-04-15"), []),
    ],
)
def test_a_period_that_began_before_issue(period: Deadline, expected: list[str]) -> None:
    assert codes(period=(period,)) == expected


def test_one_finding_for_a_day_off_that_tasks_share() -> None:
    assert codes(task("I.1", due("2024-06-15")), task("I.2", due("2024-06-15"), text="Tập huấn")) == [
        "deadline-on-day-off"
    ]


def test_an_event_meant_for_a_saturday_is_none() -> None:
    assert codes(task("I.1", due("2024-06-15", Qualifier.ON))) == []


def test_a_day_that_no_calendar_has() -> None:
    impossible = due(None, raw="trước 31/6").model_copy(update={"assumptions": (IMPOSSIBLE,)})
    assert codes(task("I.1", impossible)) == ["invalid-date"]


def test_a_day_of_an_unknown_year_is_not_impossible() -> None:
    assert codes(task("I.1", due(None, raw="trước 30/6"))) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("thứ Sáu, ngày 14/6/2024", []),
        ("thứ Năm, ngày 14/6/2024", ["weekday-mismatch"]),
        ("Chủ nhật 14/6", ["weekday-mismatch"]),
    ],
)
def test_the_day_of_the_week(raw: str, expected: list[str]) -> None:
    assert codes(task("I.1", due("2024-06-14", Qualifier.ON, raw))) == expected


def test_a_closing_report_before_the_work_ends() -> None:
    text = "Báo cáo tổng kết thực hiện Kế hoạch về Phòng Nội vụ"
    report = task("V.1", due("2024-06-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]
    assert codes(report, period=(window("2024-03-05", "2024-06-20"),)) == []


def test_a_report_on_results_is_held_against_the_plans_own_end_only() -> None:
    report = task(
        "V.1", due("2024-06-20"), text="Tổng hợp, báo cáo UBND xã kết quả hội chợ", kind=TaskKind.REPORT
    )
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]
    assert codes(report, task("I.1", due("2024-06-28"), text="Trang trí")) == []


def test_of_two_reports_the_closing_one_counts() -> None:
    text = "Báo cáo sơ kết trước ngày 10/4/2024; báo cáo tổng kết trước ngày 20/6/2024"
    report = task("V.1", due("2024-04-10"), due("2024-06-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-20"),)) == []
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]


def test_an_interim_report_may_come_early() -> None:
    report = task("V.1", due("2024-04-19"), text="Báo cáo tiến độ về Phòng Nội vụ", kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == []


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, ["deadline-order"]), (0.4, [])])
def test_a_step_after_the_one_that_needs_it(confidence: float, expected: list[str]) -> None:
    edge = Edge(source="task:I.1", target="task:I.2", kind=EdgeKind.PRECEDES, confidence=confidence)
    tasks = task("I.1", due("2024-05-31")), task("I.2", due("2024-05-30"), text="Tập huấn cho cán bộ")
    assert codes(*tasks, edges=(edge,)) == expected


def test_a_detail_after_its_whole() -> None:
    tasks = task("I.1", due("2024-05-30")), task("I.1.s1", due("2024-05-31"), text="Tập huấn", parent="I.1")
    assert codes(*tasks) == ["deadline-order"]


def test_a_schedule_outside_the_plan() -> None:
    rows = ScheduleRow(when="2024-07-01", what="Thôn Đông"), ScheduleRow(when="2024-06-01", what="Thôn Đoài")
    assert codes(schedule=rows, period=(window("2024-03-05", "2024-06-28"),)) == ["event-outside-window"]


LONG = "Tổ chức tuyên truyền về phòng cháy, chữa cháy tại khu dân cư và các cơ sở sản xuất trên địa bàn xã"


def test_one_duty_with_two_dates() -> None:
    assert codes(task("I.1", due("2024-05-30"), text=LONG), task("IV.2", due("2024-06-14"), text=LONG)) == [
        "deadline-conflict"
    ]


def test_one_duty_twice() -> None:
    assert codes(task("I.1", text=LONG), task("IV.2", text=LONG + ".")) == ["duplicate-task"]


def test_one_work_that_a_superior_orders_by_another_day() -> None:
    own = task(
        "I.1", due("2024-05-30"), text="Trạm Y tế xã phối hợp với trường học " + LONG, lead="Trạm Y tế xã"
    )
    ordered = task(
        "IV.2", due("2024-06-14"), text="Chỉ đạo Trạm Y tế xã " + LONG, lead="Trung tâm Y tế huyện"
    )
    assert codes(own, ordered) == ["deadline-conflict"]


def test_two_rounds_of_one_work_are_no_conflict() -> None:
    rounds = [task(f"I.{n}", due(f"2024-0{n + 4}-30"), text=f"{LONG}, đợt {n}") for n in (1, 3)]
    assert codes(*rounds) == []


def test_one_duty_of_two_units_is_no_duplicate() -> None:
    assert codes(task("I.1", text=LONG), task("IV.2", text=LONG, lead="Trạm Y tế")) == []


def test_citations_without_number_or_date() -> None:
    assert codes(citations=(Citation(type="Quyết định", number="12/QĐ-UBND"),)) == ["citation-incomplete"]
    assert codes(citations=(Citation(type="Nghị định", number="30/NĐ-CP", issued_on="2020-03-05"),)) == [
        "citation-incomplete"
    ]
    assert codes(citations=(Citation(type="Luật", title="Luật Cư trú"),)) == []


@pytest.mark.parametrize(
    ("basis", "others_day", "expected"), [(True, "2023-05-04", 1), (True, None, 0), (False, "2023-05-04", 0)]
)
def test_a_number_with_its_year_needs_a_date_where_its_like_have_one(
    basis: bool, others_day: str | None, expected: int
) -> None:
    cited = Citation(type="Nghị định", number="12/2024/NĐ-CP", legal_basis=basis)
    other = Citation(type="Nghị định", number="45/2023/NĐ-CP", issued_on=others_day, legal_basis=True)
    assert codes(citations=(cited, other)) == ["citation-incomplete"] * expected


def test_one_number_with_two_dates() -> None:
    cited = [Citation(type="Quyết định", number="12/QĐ-UBND", issued_on=f"2024-01-0{d}") for d in (2, 3)]
    assert codes(citations=tuple(cited)) == ["citation-conflict"]


def test_one_number_with_the_parts_of_its_symbol_in_two_orders() -> None:
    cited = (
        Citation(type="Kế hoạch", number="31/KH-MTTQ-BTT", issued_on="2024-01-02"),
        Citation(type="Kế hoạch", number="31/KH-BTT-MTTQ"),
    )
    assert codes(citations=cited) == ["citation-conflict"]


@pytest.mark.parametrize(("issuer", "expected"), [("UBND xã", []), ("UBND huyện", ["citation-conflict"])])
def test_one_number_of_two_bodies_is_two_documents(issuer: str, expected: list[str]) -> None:
    cited = (
        Citation(
            type="Quyết định", number="8/QĐ-UBND", issued_on="2024-01-02", issuer="Ủy ban nhân dân huyện"
        ),
        Citation(type="Quyết định", number="8/QĐ-UBND", issued_on="2024-02-02", issuer=issuer),
    )
    assert codes(citations=cited) == expected


def test_a_duty_said_again_with_a_few_words_more_is_the_same() -> None:
    again = f"{LONG} theo quy định"
    assert codes(task("I.1", text=LONG), task("IV.2", text=again)) == ["duplicate-task"]


def notes(*tasks: Task, **layers: object) -> list[str]:
    facts = Facts(
        header=header(),
        issued_on=ISSUED,
        tasks=tasks,
        document_deadlines=layers.get("period", ()),  # type: ignore[arg-type]
        schedule=(),
        citations=(),
        edges=(),
        day_off=weekend,
        words=words(),
    )
    return [f.note for f in audit(facts)]


def test_a_note_names_the_place_and_quotes_the_time() -> None:
    late = due("2024-02-01", raw="trước ngày 01/02/2024")
    (note,) = notes(task("II.1.b2", late, text="Lập danh sách hộ nghèo"))
    for words_ in (
        "gạch đầu dòng thứ 2, mục II.1",
        "Lập danh sách hộ nghèo",
        "trước ngày 01/02/2024",
        "04/3/2024",
    ):
        assert words_ in note


def of_text(text: str, *deadlines: Deadline) -> list[str]:
    return codes(task("II.1", *deadlines, text=text))


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("nghiệm thu dữ liệu", ["deadline-order"]),
        ("báo cáo kết quả về UBND huyện", ["report-before-completion"]),
        ("gửi danh sách về UBND huyện", []),
        ("tập huấn cho cán bộ", []),
    ],
)
def test_a_step_told_last_but_due_first(closing: str, expected: list[str]) -> None:
    first, then = (
        due("2024-11-29", raw="trước ngày 29/11/2024"),
        due("2024-11-25", raw="trước ngày 25/11/2024"),
    )
    text = f"Nhập liệu xong {first.raw}, {closing} {then.raw}"
    assert of_text(text, first, then) == expected


def test_a_report_in_the_last_days_of_a_month_that_is_named_alone_is_usual() -> None:
    first, then = (
        window("2024-04-01", "2024-04-30", raw="trong tháng 4/2024"),
        due("2024-04-25", raw="trước ngày 25/4/2024"),
    )
    assert of_text(f"Rà soát {first.raw}; báo cáo kết quả {then.raw}", first, then) == []


def test_steps_in_their_order_are_sound() -> None:
    first, then = (
        due("2024-11-25", raw="trước ngày 25/11/2024"),
        due("2024-11-29", raw="trước ngày 29/11/2024"),
    )
    assert of_text(f"Nhập liệu xong {first.raw}, nghiệm thu xong {then.raw}", first, then) == []


def test_a_feast_named_as_a_border_is_no_day_off_overlooked() -> None:
    assert codes(task("I.1", due("2024-06-15", raw="trước Tết Nguyên đán"))) == []


def test_a_named_saturday_is_meant() -> None:
    assert codes(task("I.1", due("2024-06-15", raw="trước thứ Bảy, ngày 15/6/2024"))) == []


def test_paperwork_on_a_bare_day_of_a_table_is_a_limit_and_an_event_is_none() -> None:
    bare = due("2024-06-15", Qualifier.ON, raw="15/6/2024")
    assert codes(task("III.r1", bare, text="Lập danh sách cơ sở")) == ["deadline-on-day-off"]
    assert codes(task("III.r1", bare, text="Lễ ra quân")) == []


def test_days_of_the_week_in_a_period() -> None:
    wrong = window("2024-06-10", "2024-06-14", raw="từ thứ Hai ngày 10/6/2024 đến thứ Năm ngày 14/6/2024")
    assert codes(task("I.1", wrong)) == ["weekday-mismatch"]
    free = window(
        "2024-06-10", "2024-06-30", raw="các ngày thứ Bảy, Chủ nhật từ ngày 10/6/2024 đến ngày 30/6/2024"
    )
    assert codes(task("I.1", free)) == []


def test_a_yearly_report_in_the_last_weeks_of_the_year_is_usual() -> None:
    report = task("V.1", due("2024-12-16"), text="Báo cáo kết quả thực hiện Kế hoạch", kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-12-31"),)) == []
    early = task("V.1", due("2024-11-15"), text="Báo cáo kết quả thực hiện Kế hoạch", kind=TaskKind.REPORT)
    assert codes(early, period=(window("2024-03-05", "2024-12-31"),)) == ["report-before-completion"]


def test_a_report_on_work_that_another_ends_later() -> None:
    raw = "trước ngày 10/12/2024"
    work = task("IV.1", due("2024-12-10", raw=raw), text=f"Nghiệm thu diện tích hỗ trợ, hoàn thành {raw}")
    report = task(
        "IV.5", due("2024-12-05"), text="Báo cáo diện tích nghiệm thu về UBND huyện", kind=TaskKind.REPORT
    )
    assert codes(work, report) == ["report-before-completion"]


def test_another_report_on_the_same_is_no_work_that_a_report_waits_for() -> None:
    reports = [
        task(
            f"IV.{n}",
            due(day, raw=raw),
            text=f"{who} báo cáo kết quả tổ chức Ngày hội sách về Sở Văn hóa và Thể thao {raw}",
            kind=TaskKind.REPORT,
        )
        for n, who, day, raw in (
            (1, "Các trường", "2024-06-14", "trước ngày 14/6/2024"),
            (2, "Phòng Văn hóa", "2024-06-20", "trước ngày 20/6/2024"),
        )
    ]
    assert "report-before-completion" not in codes(*reports)


def test_what_prepares_or_closes_the_work_may_lie_outside_its_period() -> None:
    period = (window("2024-03-05", "2024-06-28"),)
    day = due("2024-07-05", Qualifier.ON, raw="vào ngày 05/7/2024")
    assert codes(task("I.1", day, text="Tổng kết chiến dịch"), period=period) == []
    assert codes(task("I.1", day, text="Tiêm chủng tại trường"), period=period) == ["event-outside-window"]


TITLE = "Lịch khám sàng lọc, tư vấn phòng bệnh tăng huyết áp giai đoạn {} tại các thôn"


@pytest.mark.parametrize(("level", "expected"), [("1", ["event-outside-window"]), ("2", [])])
def test_a_timetable_after_the_limit_of_its_own_work(level: str, expected: list[str]) -> None:
    rows = (ScheduleRow(when="2024-06-03", what="Thôn Đông"),)
    work = task(
        "II.1",
        due("2024-05-31"),
        text="Khám sàng lọc, tư vấn nhân dân phòng bệnh tăng huyết áp giai đoạn 1 tại các thôn",
    )
    facts = Facts(
        header=header(),
        issued_on=ISSUED,
        tasks=(work,),
        document_deadlines=(),
        schedule=rows,
        citations=(),
        edges=(),
        day_off=weekend,
        words=words(),
        timetables=(Timetable(Evidence(quote=TITLE.format(level)), rows),),
    )
    assert [f.code for f in audit(facts)] == expected


def test_two_documents_without_a_date_are_two_findings() -> None:
    cited = tuple(Citation(type="Quyết định", number=f"{n}/QĐ-UBND") for n in (12, 13))
    assert codes(citations=cited) == ["citation-incomplete"] * 2


def test_a_cited_day_that_no_calendar_has() -> None:
    quote = Evidence(quote="Quyết định số 12/QĐ-UBND ngày 31/6/2023")
    cited = Citation(type="Quyết định", number="12/QĐ-UBND", issued_on="2023-06", evidence=(quote,))
    assert codes(citations=(cited,)) == ["invalid-date"]


HALL = "sửa chữa nhà văn hóa thôn Đông"


def test_one_thing_to_be_finished_by_two_days_is_a_conflict() -> None:
    may, june = due("2024-05-15", raw="trước ngày 15/5/2024"), due("2024-06-28", raw="trước ngày 28/6/2024")
    first = task("I.1", may, text=f"Bảo đảm kinh phí; hoàn thành {HALL} trước ngày 15/5/2024.")
    second = task("V.2", june, text=f"Nghiệm thu, hoàn thành {HALL} Hạ trước ngày 28/6/2024.")
    assert codes(first, second) == ["deadline-conflict"]
    assert codes(first, second.model_copy(update={"lead": (Unit(name="Trạm Y tế"),)})) == []
    other = task("V.2", june, text=f"Hoàn thành {HALL} và sân chơi trước ngày 28/6/2024.")
    assert codes(first, other) == []


@pytest.mark.parametrize(("day", "expected"), [("2024-05-14", ["deadline-order"]), ("2024-06-14", [])])
def test_opinions_on_a_draft_are_due_after_it_was_sent(day: str, expected: list[str]) -> None:
    sent = task("I.1", due("2024-05-30"), text="Gửi dự thảo lần 2 xin ý kiến các chi bộ")
    given = task("I.2", due(day), text="Góp ý vào dự thảo lần 2 gửi về Văn phòng", lead="các chi bộ")
    assert codes(sent, given) == expected


@pytest.mark.parametrize("openings", [1, 2])
def test_a_report_on_the_one_task_that_opens_with_its_subject(openings: int) -> None:
    work = [
        task(f"I.{n}", window("2024-05-06", "2024-05-30"), text=f"Rà soát nội dung số {n} của ngành")
        for n in range(openings)
    ]
    text = "Báo cáo kết quả rà soát (theo mẫu) gửi về Sở Tư pháp trước ngày 20/5/2024"
    report = task("2", due("2024-05-20"), text=text, lead="Sở Nội vụ", kind=TaskKind.REPORT)
    assert codes(*work, report) == (["report-before-completion"] if openings == 1 else [])


def test_a_timetable_that_a_task_refers_to_is_its_own() -> None:
    work = task("II.1", window("2024-05-06", "2024-05-10"), text="Khám tuyển theo lịch tại Phụ lục")
    rows = (ScheduleRow(when="2024-05-08", what="Xã A"), ScheduleRow(when="2024-05-14", what="Xã B"))
    assert codes(work, schedule=rows, timetables=(Timetable(None, rows),)) == ["event-outside-window"]
