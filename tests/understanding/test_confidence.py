"""Published confidence follows the table, and what is below its threshold is listed with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.document.content import Citation, Deadline, DeadlineKind, Qualifier, Task
from vanthu.document.evidence import Evidence, Sourced
from vanthu.understanding import confidence

KINDS = ("header", "citations", "tasks", "deadlines")


def due(day: str | None = "2025-06-30", **more: object) -> Deadline:
    facts = {"raw": "trước ngày 30/6", "kind": DeadlineKind.DUE, "date": day, "qualifier": Qualifier.BEFORE}
    return Deadline.model_validate({**facts, "confidence": 1.0, **more})


@pytest.mark.parametrize("kind", KINDS)
@given(a=st.floats(0, 1), b=st.floats(0, 1))
def test_who_says_more_is_not_published_with_less(kind: str, a: float, b: float) -> None:
    table = confidence.calibration()
    low, high = sorted((a, b))
    assert 0 <= table.right(kind, low) <= table.right(kind, high) <= 1


def test_nothing_said_stays_nothing() -> None:
    assert confidence.of_field(Sourced[str]()) is None
    assert confidence.of_task(Task(id="1", text="Rà soát")) is None
    assert confidence.doubt_of_citation(Citation(type="Luật")) is None


def test_a_time_read_badly_is_less_sure_and_goes_to_review() -> None:
    clear, blurred = due(), due(evidence=Evidence(quote="trước ngày 30/6", confidence=0.4))
    assert (confidence.of_deadline(blurred) or 0) < (confidence.of_deadline(clear) or 0)
    assert confidence.doubt_of_deadline(clear) is None
    assert "chữ nhận dạng không rõ" in (confidence.doubt_of_deadline(blurred) or "")


def test_a_time_of_doubtful_work_is_no_surer_than_that_allows() -> None:
    sure = Task(id="1", text="Rà soát", confidence=0.95)
    doubtful = sure.model_copy(update={"confidence": 0.5})
    told = confidence.of_deadline(due())
    assert confidence.of_time_of(sure, told) == told
    assert (confidence.of_time_of(doubtful, told) or 1) < (told or 0)
    assert confidence.of_time_of(doubtful, 0.4) == 0.4
    assert confidence.of_time_of(doubtful, None) is None


def test_work_of_many_words_and_one_of_several_times_is_less_sure() -> None:
    short = Task(id="1", text="Rà soát", confidence=0.95)
    most = confidence.calibration().crowded.most
    for text in ("Rà soát hồ sơ; lập biểu; gửi về xã", "Rà soát hồ sơ tồn đọng " * 12):
        long = short.model_copy(update={"text": text})
        assert confidence.of_task(long) == confidence.of_time_of(long, 0.97) == most
        assert confidence.doubts_of_task(long) == ()
    named = short.model_copy(update={"text": "Mời ThS. Lê Văn An, TP. Phú Hạ tập huấn"})
    assert confidence.of_task(named) == 0.95
    twice = short.model_copy(update={"deadlines": (due(), due("2025-07-31"))})
    assert confidence.of_time_of(twice, 0.97) == most
    assert confidence.of_task(twice) == confidence.of_task(short) == 0.95
    assert confidence.of_time_of(twice, 0.4) == 0.4


def test_a_limit_that_no_task_has_is_unsure_as_the_whole_plans() -> None:
    limit = due(qualifier=Qualifier.BY, confidence=1.0)
    period = limit.model_copy(update={"qualifier": Qualifier.ON})
    assert (confidence.of_time_of_plan(limit, 0.95) or 1) < confidence.calibration().review_below
    assert "chưa rõ của việc nào" in (confidence.doubt_of_time_of_plan(limit) or "")
    assert confidence.of_time_of_plan(period, 0.95) == 0.95
    assert confidence.doubt_of_time_of_plan(period) is None


def test_a_day_without_its_year_says_why_a_person_should_look() -> None:
    reason = confidence.doubt_of_deadline(due(None, assumptions=("chưa rõ năm",)))
    assert reason == "thời hạn “trước ngày 30/6”: chưa rõ năm"


def test_several_readings_of_a_field_are_named() -> None:
    field = Sourced[str](value="17", confidence=0.3, candidates=("11",))
    assert confidence.doubt_of_field(field) == "có thể đọc cách khác: 11"


def test_a_tasks_own_reasons_come_first() -> None:
    told = Task(id="1", text="Rà soát", confidence=0.4, review=("không thấy cơ quan chủ trì",))
    assert confidence.doubts_of_task(told) == told.review
    assert confidence.doubts_of_task(told.model_copy(update={"review": ()})) != ()
