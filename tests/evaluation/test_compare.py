"""The comparator itself: it must be able to fail."""

from __future__ import annotations

import copy

import pytest

from vanthu.evaluation.compare import Json, compare

PLAN = {
    "source": "a.txt",
    "document": {
        "type": "Kế hoạch", "number": "7", "symbol": "KH-UBND", "issuer": ["Ủy ban nhân dân xã Bến Lau", "UBND xã"],
        "place": "Bến Lau", "issued_on": "2026-04-20", "title": "Trồng cây", "archive": "VT",
        "signer": {"authority": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "office": None, "name": "Trần Quốc Hưng"},
        "recipients": ["Như trên"], "addressees": [],
    },
    "legal_basis": [],
    "citations": [{"type": "Luật", "number": None, "issued_on": "2024-01-01", "title": "Luật Lâm nghiệp", "issuer": None}],
    "tasks": [
        {"id": "II.b1", "text": "Trồng cây xanh quanh trụ sở", "lead": ["Phòng Kinh tế"], "coordinate": [],
         "kind": "action", "parent": None,
         "deadlines": [{"raw": "trước ngày 30/4/2026", "kind": "due", "date": "2026-04-30", "qualifier": "before"}]},
    ],
    "document_deadlines": [], "schedule": [{"when": "2026-05-01", "what": "Thôn Một"}],
    "findings": [{"code": "number-missing", "where": ["document.number"], "note": ""}],
}  # fmt: skip


def changed(**places: object) -> Json:
    """The plan with values put at paths as `tasks.0.kind`."""
    plan = copy.deepcopy(PLAN)
    for path, value in places.items():
        *way, last = path.split("__")
        at = plan
        for step in way:
            at = at[int(step) if step.isdigit() else step]
        at[last] = value
    return plan


def test_a_plan_is_like_itself() -> None:
    result = compare(PLAN, copy.deepcopy(PLAN))
    assert result.differences == []
    assert {tally.f1 for tally in result.tallies.values()} == {1.0}


def test_a_unit_may_be_an_object_and_an_issuer_any_acceptable_wording() -> None:
    found = changed(tasks__0__lead=[{"name": "phòng Kinh tế"}], document__issuer="UBND xã")
    assert compare(PLAN, found).differences == []


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("document__number", "8", "header"),
        ("document__number", None, "header"),
        ("document__title", "Trồng rừng", "header"),
        ("document__recipients", [], "recipients"),
        ("citations", [], "citations"),
        ("tasks", [], "tasks"),
        ("tasks__0__id", "II.b2", "task_id"),
        ("tasks__0__lead", ["Phòng Nội vụ"], "lead"),
        ("tasks__0__coordinate", ["Công an xã"], "coordinate"),
        ("tasks__0__kind", "report", "task_kind"),
        ("tasks__0__parent", "II.b0", "parent"),
        ("tasks__0__deadlines", [], "deadlines"),
        ("tasks__0__deadlines__0__date", "2026-05-30", "deadlines"),
        ("tasks__0__deadlines__0__raw", "30/4/2026", "deadline_raw"),
        ("schedule", [{"when": "2026-05-02", "what": "Thôn Một"}], "schedule"),
        ("findings", [], "findings"),
    ],
)  # fmt: skip
def test_a_difference_is_found_and_counted(path: str, value: object, kind: str) -> None:
    result = compare(PLAN, changed(**{path: value}))
    assert {difference.kind for difference in result.differences} == {kind}
    assert result.tallies[kind].f1 < 1


def test_a_reference_need_not_name_the_first_day_of_a_rhythm() -> None:
    rhythm = {"raw": "hằng tuần", "kind": "recurring", "rrule": "FREQ=WEEKLY", "until": None}
    reference, found = (changed(tasks__0__deadlines=[d]) for d in (rhythm, rhythm | {"start": "2026-05-02"}))
    assert compare(reference, found).differences == []


def test_slips_of_recognition_are_forgiven_in_words_only() -> None:
    found = changed(document__title="Trông cây", schedule=[{"when": "2026-05-01", "what": "Thôn Mật"}])
    assert compare(PLAN, found, near=0.8).differences == []
    assert compare(PLAN, changed(document__symbol="KH-UBNĐ"), near=0.8).of("header")
