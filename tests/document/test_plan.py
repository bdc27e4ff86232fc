"""The plan is frozen, knows its layers, and makes evidence."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from builders import plan_of
from vanthu.document.geometry import Span
from vanthu.document.page import Flag


def test_a_plan_is_never_changed() -> None:
    plan = plan_of("Công an xã báo cáo.")
    with pytest.raises(ValidationError):
        plan.findings = ()  # type: ignore[misc]
    assert plan.with_layers(findings=()).findings == ()
    assert plan.findings is None


def test_unknown_layers_are_refused() -> None:
    with pytest.raises(ValueError, match="no layer sections"):
        plan_of("x").with_layers(sections=())


def test_evidence_has_quote_context_place_and_the_lowest_confidence() -> None:
    plan = plan_of("Các đơn vị gửi báo cáo trước ngày 15/6/2024.", "Hết.", confidence=0.9)
    plan = plan.with_layers(
        words=tuple(w._replace(confidence=0.4) if w.text == "ngày" else w for w in plan.words or ())
    )
    at = plan.need_text().value.index("trước")
    evidence = plan.evidence(Span(at, at + len("trước ngày")), rule="deadline.before")
    assert (evidence.quote, evidence.page, evidence.confidence) == ("trước ngày", 1, 0.4)
    assert evidence.prefix.endswith("báo cáo ")
    assert evidence.suffix.startswith(" 15/6")
    box = evidence.regions[0].box
    assert box is not None
    assert box.width > 40


def test_a_phrase_over_two_lines_has_two_regions() -> None:
    plan = plan_of("gửi trước ngày", "15/6/2024", confidence=0.8)
    assert len(plan.evidence(Span(4, 24)).regions) == 2


def test_transcripts_have_pages_but_no_boxes_and_no_confidence() -> None:
    evidence = plan_of("gửi trước ngày 15/6/2024").evidence(Span(4, 14))
    assert (evidence.page, evidence.regions[0].box, evidence.confidence) == (1, None, None)


def test_a_plan_comes_back_whole_from_a_worker() -> None:
    plan = plan_of("Công an xã báo cáo.", confidence=0.5)
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301 - our own bytes


def test_evidence_tells_what_flags_say_of_its_words() -> None:
    flag = Flag(
        page=1, box=None, text="15/6/2024", code="date.unsure", reason="ngày đọc không chắc", words=(2,)
    )
    plan = plan_of("gửi trước 15/6/2024 báo cáo").with_layers(flags=(flag,))
    assert plan.evidence(Span(10, 19)).review == "ngày đọc không chắc"
    assert plan.evidence(Span(0, 9)).review is None
