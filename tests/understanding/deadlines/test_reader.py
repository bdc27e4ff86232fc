from __future__ import annotations

from datetime import date

import pytest

from understanding.deadlines.deadline_table import Row, rows, shown
from understanding.deadlines.single import ISSUED, one
from vanthu.document.content import DeadlineKind, Qualifier
from vanthu.document.evidence import Mention
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.document.text import Text
from vanthu.rulebook import load_rulebook
from vanthu.times.context import Period, TimeContext
from vanthu.understanding.deadlines.explanation import explain
from vanthu.understanding.deadlines.reader import DeadlineReader, deadlines_in, deadlines_in_span

FLOOR = 0.95  # of the rows kept for measuring


def right(reader: DeadlineReader, row: Row) -> bool:
    found = reader.in_text(row.sentence, TimeContext(issued_on=row.issued_on))
    return sorted(map(shown, found)) == sorted(row.expected)


@pytest.mark.parametrize(
    "row",
    [*rows("deadlines_known.tsv"), *rows("deadlines_offices.tsv")],
    ids=lambda r: f"{r.group}: {r.sentence[:50]}",
)
def test_known_wordings(reader: DeadlineReader, row: Row) -> None:
    found = reader.in_text(row.sentence, TimeContext(issued_on=row.issued_on))
    assert sorted(map(shown, found)) == sorted(row.expected)


def test_wordings_kept_for_measuring(reader: DeadlineReader) -> None:
    """Only the share counts: these rows are not looked at when rules are written."""
    table = rows("deadlines_unseen.tsv")
    assert sum(right(reader, row) for row in table) / len(table) >= FLOOR


@pytest.mark.parametrize(
    "text",
    [
        "- Trước ngày 20 hàng tháng báo cáo",
        "+ Từ ngày 01/12/2024 tổ chức",
        "- TRƯỚC NGÀY 20/12/2024 NỘP HỒ SƠ",
    ],
)
def test_a_day_behind_a_dash_is_no_day_of_a_numbered_document(reader: DeadlineReader, text: str) -> None:
    assert [d.raw for d in reader.in_text(text, ISSUED)] == [d.raw for d in reader.in_text(text[2:], ISSUED)]
    assert one(reader, text).raw.casefold().startswith(text[2:6].casefold())


def test_raw_is_the_phrase_as_written(reader: DeadlineReader) -> None:
    assert (
        one(reader, "Xong trước\nngày 30 tháng 9\nnăm 2024.").raw == "Xong trước\nngày 30 tháng 9\nnăm 2024"
    )


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Tập huấn (Quý II/2024)", "Quý II/2024"),
        ("(15-30/6)", "15-30/6"),
        ("Hàng tháng (trước ngày 25) tổng hợp.", "Hàng tháng (trước ngày 25)"),
    ],
)
def test_raw_has_its_brackets_in_pairs(reader: DeadlineReader, text: str, raw: str) -> None:
    assert one(reader, text).raw == raw


def test_a_supposed_year_is_said(reader: DeadlineReader) -> None:
    assert one(reader, "Xong trước 15/01.").assumptions == ("năm 2025 suy từ ngày ban hành",)


def test_a_written_year_supposes_nothing(reader: DeadlineReader) -> None:
    assert one(reader, "Xong trước 15/01/2025.").assumptions == ()


def test_the_year_of_a_heading_goes_before_the_day_of_issue(reader: DeadlineReader) -> None:
    context = TimeContext(issued_on=date(2024, 2, 5), year=2026, source="tiêu đề mục II")
    found = one(reader, "Quý III", context)
    assert (found.start, found.end) == ("2026-07-01", "2026-09-30")
    assert found.assumptions == ("năm 2026 lấy theo tiêu đề mục II",)


def test_the_plans_period_gives_the_year(reader: DeadlineReader) -> None:
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    found = one(reader, "trước ngày 15/12", TimeContext(issued_on=date(2025, 11, 20), period=period))
    assert found.date == "2026-12-15"
    assert "thời gian thực hiện" in found.assumptions[0]


def test_a_campaign_ends_with_the_plan_that_is_it(reader: DeadlineReader) -> None:
    context = TimeContext(issued_on=date(2026, 9, 1), period=Period(date(2026, 9, 1), date(2026, 11, 30)))
    found = one(reader, "Nhặt rác từ nay đến khi hết đợt ra quân.", context)
    assert (found.start, found.end) == ("2026-09-01", "2026-11-30")
    assert any("ngày kết thúc lấy theo" in a for a in found.assumptions)
    assert one(reader, "Nhặt rác từ nay đến khi hết mùa mưa.", context).end is None


def test_a_rhythm_keeps_its_first_day(reader: DeadlineReader) -> None:
    found = one(reader, "Họp thôn mỗi tháng 01 lần (từ ngày 05/4/2026).")
    assert found.raw == "mỗi tháng 01 lần (từ ngày 05/4/2026)"
    assert (found.start, found.until, found.assumptions) == ("2026-04-05", None, ())


@pytest.mark.parametrize(
    ("sentence", "lasting"),
    [
        ("Quét chợ hằng ngày từ ngày 04/5/2026 đến hết ngày 19/6/2026.", ("2026-05-04", "2026-06-19", ())),
        (
            "Mỗi tuần 02 buổi (từ tháng 4 đến tháng 6/2026) đo độ mặn.",
            ("2026-04-01", "2026-06-30", ("năm 2026 suy từ ngày kết thúc",)),
        ),
        ("Đo độ mặn thứ Hai hằng tuần đến hết ngày 19/6/2026.", (None, "2026-06-19", ())),
    ],
)
def test_a_rhythm_begins_and_ends_with_what_is_told_beside_it(
    sentence: str, lasting: tuple[object, ...], reader: DeadlineReader
) -> None:
    found = one(reader, sentence)
    assert (found.start, found.until, found.assumptions) == lasting


@pytest.mark.parametrize(
    ("sentence", "of_the_day"),
    [
        ("Tưới vườn ươm hằng ngày từ 05/5.", "từ 05/5"),
        ("Tưới vườn ươm hằng ngày đến hết ngày 20/6.", "đến hết ngày 20/6"),
        ("Hằng ngày hai tổ tưới vườn ươm cho đến hết ngày 20/6.", "đến hết ngày 20/6"),
        ("Tưới vườn ươm trong thời gian 09 ngày, từ 05/5.", "từ 05/5"),
    ],
)
def test_two_halves_are_as_sure_as_the_less_sure_one_and_keep_what_was_supposed(
    sentence: str, of_the_day: str, reader: DeadlineReader
) -> None:
    alone, both = one(reader, f"Tưới vườn ươm {of_the_day}."), one(reader, sentence)
    assert alone.confidence is not None
    assert both.confidence is not None
    assert both.confidence <= alone.confidence < 1
    assert set(alone.assumptions) <= set(both.assumptions)


def test_it_is_told_where_the_last_day_of_a_deadline_comes_from(reader: DeadlineReader) -> None:
    apart = one(reader, "Hằng ngày hai tổ tưới vườn ươm cho đến hết ngày 20/6/2031.")
    assert (apart.raw, apart.until) == ("Hằng ngày", "2031-06-20")
    assert apart.assumptions == ("ngày kết thúc lấy theo “đến hết ngày 20/6/2031” trong cùng câu",)
    beside = one(reader, "Tưới vườn ươm hằng ngày đến hết ngày 20/6/2031.")
    assert (beside.raw, beside.assumptions) == ("hằng ngày đến hết ngày 20/6/2031", ())
    counted = one(reader, "Mở cửa nhà kính trong thời gian 09 ngày, từ 12/4/2031.")
    assert counted.assumptions == ("ngày kết thúc tính theo “trong thời gian 09 ngày”",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ một cửa xử {0} hồ sơ trong thời gian 09 ngày, từ 12/4/2031.",
        "Mở cửa nhà kính trong thời gian 02 tháng (từ {1} II/2031).",
    ],
)
@pytest.mark.parametrize("vowels", [("lý", "quý"), ("lí", "quí")])
def test_what_has_no_first_day_to_count_from_stays_open(
    sentence: str, vowels: tuple[str, str], reader: DeadlineReader
) -> None:
    found = reader.in_text(sentence.format(*vowels), ISSUED)
    assert [d.end for d in found if d.kind is DeadlineKind.WINDOW] == [None]


def test_an_unknown_year_stays_unknown(reader: DeadlineReader) -> None:
    found = one(reader, "trước ngày 15/12", TimeContext())
    assert found.date is None
    assert found.assumptions


def test_a_mended_letter_is_said(reader: DeadlineReader) -> None:
    found = one(reader, "trước ngày 3O/9/2024")
    assert found.date == "2024-09-30"
    assert any(a.startswith("đã sửa") for a in found.assumptions)


def test_an_impossible_date_is_kept_and_named(reader: DeadlineReader) -> None:
    found = one(reader, "trước ngày 31/6/2024")
    assert (found.date, found.qualifier) == (None, Qualifier.BEFORE)
    assert found.assumptions == ("ngày không có trong lịch",)


def test_a_past_clause_does_not_hide_the_next_one(reader: DeadlineReader) -> None:
    text = "Đến ngày 31/01/2024 đã cấp 500 thẻ. Hoàn thành trước ngày 30/6/2024."
    assert one(reader, text).date == "2024-06-30"


def test_a_limit_before_the_issue_is_kept_for_the_audit(reader: DeadlineReader) -> None:
    assert one(reader, "Hoàn thành trước ngày 20/01/2024.").date == "2024-01-20"


def test_text_without_a_sign_of_time_is_passed_over(reader: DeadlineReader) -> None:
    assert reader.in_text("Phối hợp chặt chẽ với các cơ quan", ISSUED) == ()


def _annotated(*paragraphs: str, reader: DeadlineReader) -> Plan:
    text = "\n".join(paragraphs)
    mentions, start = [], 0
    for paragraph in paragraphs:
        mentions += [
            Mention(
                label="DEADLINE",
                rule=m.rule.id,
                span=Span(start + m.span.start, start + m.span.end),
                groups=m.groups,
            )
            for m in reader.rules.find(paragraph)
        ]
        start += len(paragraph) + 1
    return Plan(text=Text.build(text), mentions=tuple(mentions))


def test_a_span_has_its_own_deadlines_with_evidence(reader: DeadlineReader) -> None:
    plan = _annotated("Báo cáo trước ngày 10/3/2024.", "Tổng kết trước ngày 10/12/2024.", reader=reader)
    second = Span(30, len(plan.need_text().value))
    (found,) = reader.in_span(plan, second, ISSUED)
    assert found.date == "2024-12-10"
    assert found.evidence is not None
    assert found.evidence.quote == "trước ngày 10/12/2024"
    assert found.evidence.rule == "deadline.due.before"


def test_past_words_of_another_paragraph_do_not_count(reader: DeadlineReader) -> None:
    plan = _annotated("Năm 2023 đã xảy ra 03 vụ.", "Xong trước ngày 20/01/2024.", reader=reader)
    assert len(reader.in_span(plan, Span(0, len(plan.need_text().value)), ISSUED)) == 1


def test_functions_of_one_call_agree_with_the_reader(reader: DeadlineReader) -> None:
    rulebook, text = load_rulebook(), "Xong trước ngày 10/3/2024."
    plan = _annotated(text, reader=reader)
    (alone,) = deadlines_in(text, rulebook=rulebook, context=ISSUED)
    (within,) = deadlines_in_span(plan, Span(0, len(text)), ISSUED, rulebook=rulebook)
    assert within.model_copy(update={"evidence": None}) == alone


def test_explains_the_working_day_before_a_day_off(reader: DeadlineReader) -> None:
    lines = explain("Xong trước ngày 30/6/2024.", reader, ISSUED)
    assert lines[0] == "“Xong trước ngày 30/6/2024”: trước ngày Chủ nhật, 30/6/2024"
    assert any("Chủ nhật" in line and "thứ Sáu, 28/6/2024" in line for line in lines[1:])


def test_explains_the_first_three_times(reader: DeadlineReader) -> None:
    lines = explain("Báo cáo ngày 30 hàng tháng.", reader, ISSUED)
    assert any("29/02/2024" in line and "30/3/2024" in line and "30/4/2024" in line for line in lines)


def test_says_where_there_is_no_deadline(reader: DeadlineReader) -> None:
    assert explain("Kịp thời báo cáo.", reader, ISSUED) == ("Không có thời hạn nào trong câu này.",)


@pytest.mark.parametrize(
    ("other", "usual"),
    [
        ("Báo cáo định kì hằng quí.", "Báo cáo định kỳ hằng quý."),
        ("Nộp trước ngày 20 tháng cuối quí.", "Nộp trước ngày 20 tháng cuối quý."),
        ("Kiểm tra mỗi quí một lần.", "Kiểm tra mỗi quý một lần."),
        ("Hoàn thành trong quí II và quí III/2025.", "Hoàn thành trong quý II và quý III/2025."),
    ],
)
def test_both_spellings_of_a_period_tell_the_same(reader: DeadlineReader, other: str, usual: str) -> None:
    found = reader.in_text(other, ISSUED)
    assert found
    assert [*map(shown, found)] == [*map(shown, reader.in_text(usual, ISSUED))]
