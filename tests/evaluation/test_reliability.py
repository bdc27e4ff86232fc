"""What is said with a confidence is counted as right or wrong, bin by bin."""

from __future__ import annotations

from typing import Any

from vanthu.evaluation.reliability import Observation, bins, observations


def plan(**parts: Any) -> dict[str, Any]:
    return {"document": {}, "citations": [], "tasks": [], "document_deadlines": [], **parts}


def task(text: str, *, lead: list[str], deadlines: list[Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"text": text, "lead": lead, "coordinate": [], "deadlines": deadlines or [], **more}


def test_a_value_that_gold_has_is_right() -> None:
    expected = plan(citations=[{"type": "Luật", "number": "12/QĐ-UBND", "issued_on": "2024-01-02"}])
    found = plan(citations=[{**c, "confidence": 0.95} for c in expected["citations"] * 2])
    assert list(observations(expected, found)) == [
        Observation("citations", 0.95, right=True),
        Observation("citations", 0.95, right=False),
    ]


def test_fields_of_the_header_and_members_of_its_lists() -> None:
    expected = plan(document={"number": "12", "recipients": ["Như trên"]})
    fields = {
        "number": {"confidence": 0.9},
        "recipients.0": {"confidence": 0.8},
        "superior": {"confidence": 1.0},
    }
    found = plan(document={"number": "17", "recipients": ["Như trên"], "fields": fields})
    assert [(o.confidence, o.right) for o in observations(expected, found)] == [(0.9, False), (0.8, True)]


def test_a_task_its_units_and_its_times() -> None:
    day = {"kind": "due", "date": "2024-06-30", "raw": "trước ngày 30/6"}
    expected = plan(tasks=[task("Rà soát hộ nghèo", lead=["Công an xã"], deadlines=[day])])
    found = plan(
        tasks=[
            task(
                "Rà soát hộ nghèo", lead=["Công an"], deadlines=[{**day, "confidence": 0.7}], confidence=0.9
            ),
            task("Tổ chức hội thi", lead=[], confidence=0.6),
        ]
    )
    seen = [(o.kind, o.right) for o in observations(expected, found)]
    assert seen == [("tasks", True), ("units", False), ("deadlines", True), ("tasks", False)]


def test_bins_hold_what_was_said_up_to_the_next_border() -> None:
    seen = [Observation("tasks", c, right) for c, right in ((0.9, True), (1.0, False), (0.89, True))]
    low, high = bins(seen)
    assert (low.low, low.total, low.share) == (0.8, 1, 1.0)
    assert (high.low, high.total, high.share, high.said) == (0.9, 2, 0.5, 0.95)
