import json
import unicodedata
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from builders import plan_of
from contracts import DUE, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import contract_json, dumps, load_contract, plan_json, schema
from vanthu.contract.publish import public_deadline
from vanthu.document import content
from vanthu.document.evidence import Evidence, Region, Sourced
from vanthu.document.geometry import Box, Span
from vanthu.document.graph import Graph, Vertex, VertexKind
from vanthu.document.page import Problem
from vanthu.document.plan import Plan
from vanthu.errors import InputError

VALIDATOR = jsonschema.Draft202012Validator(schema())


def finished(*tasks: content.Task, header: content.Header | None = None, **layers: object) -> Plan:
    made = {
        "header": header or content.Header(),
        "citations": (),
        "tasks": tasks,
        "document_deadlines": (),
        "schedule": (),
        "findings": (),
        "graph": Graph(),
    }
    return plan_of("Rà soát hồ sơ trước ngày 31/7/2024").with_layers(**(made | layers))


def due(**more: object) -> content.Deadline:
    return content.Deadline.model_validate(
        {"raw": "trước ngày 31/7/2024", "kind": "due", "date": "2024-07-31"} | more
    )


def test_the_schema_is_a_valid_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("value", [-0.1, 1.1])
def test_a_confidence_lies_between_none_and_all(value: float) -> None:
    data = contract_json(contract(task())) | {"tasks": [task(confidence=value)]}
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)
    with pytest.raises(ValueError, match="confidence"):
        contract(task(confidence=value))


def test_a_finished_plan_gives_the_keys_of_the_guidelines() -> None:
    data = plan_json(
        finished(content.Task(id="II.1.b1", text="Rà soát", deadlines=(due(qualifier="before"),)))
    )
    assert {
        "document",
        "legal_basis",
        "citations",
        "tasks",
        "document_deadlines",
        "schedule",
        "findings",
    } <= data.keys()
    assert data["tasks"][0]["deadlines"] == [
        {"raw": "trước ngày 31/7/2024", "kind": "due", "date": "2024-07-31", "qualifier": "before"}
        | {k: v for k, v in data["tasks"][0]["deadlines"][0].items() if k == "day_off"}
    ]
    VALIDATOR.validate(data)


def test_a_plan_that_is_not_finished_is_refused() -> None:
    with pytest.raises(ValueError, match="findings"):
        plan_json(finished().with_layers(findings=None))


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (due(date=None, raw="31/6"), {"raw": "31/6", "kind": "due", "date": None, "qualifier": None}),
        (
            due(date="2024-06-31"),
            {"raw": "trước ngày 31/7/2024", "kind": "due", "date": None, "qualifier": None},
        ),
        (
            due(kind="window", date=None, start="2024-10-08T07:00", end="2024-10-08T24:00"),
            {
                "raw": "trước ngày 31/7/2024",
                "kind": "window",
                "start": "2024-10-08T07:00",
                "end": "2024-10-08T24:00",
            },
        ),
        (
            due(kind="recurring", date=None, rrule="FREQ=DAILY", time="17:00"),
            {
                "raw": "trước ngày 31/7/2024",
                "kind": "recurring",
                "rrule": "FREQ=DAILY",
                "time": "17:00",
                "until": None,
            },
        ),
        (
            due(kind="recurring", date=None, rrule="FREQ=WEEKLY", start="2024-06-01"),
            {
                "raw": "trước ngày 31/7/2024",
                "kind": "recurring",
                "rrule": "FREQ=WEEKLY",
                "start": "2024-06-01",
                "until": None,
            },
        ),
        (
            due(kind="relative", date=None, duration="P5D", working_days=True, anchor="ngày nhận"),
            {
                "raw": "trước ngày 31/7/2024",
                "kind": "relative",
                "duration": "P5D",
                "working_days": True,
                "anchor": "ngày nhận",
            },
        ),
        (due(kind="ongoing", date=None), {"raw": "trước ngày 31/7/2024", "kind": "ongoing"}),
    ],
)
def test_a_deadline_carries_the_keys_of_its_kind_only(
    deadline: content.Deadline, expected: dict[str, object]
) -> None:
    assert public_deadline(deadline) == expected


def test_a_limit_on_a_day_off_says_so_and_keeps_its_date() -> None:
    shown = public_deadline(due(date="2024-11-16", qualifier="before"))
    assert shown["date"] == "2024-11-16"
    assert shown["day_off"] == {"reason": "thứ Bảy", "working_day_before": "2024-11-15"}
    assert "day_off" not in public_deadline(due(date="2024-11-16", qualifier="on"))


def test_evidence_leads_to_page_box_and_confidence() -> None:
    evidence = Evidence(
        quote="trước ngày",
        span=Span(0, 10),
        regions=(Region(page=2, box=Box(10.04, 20, 30, 40)),),
        confidence=0.9,
        rule="r.x",
    )
    data = plan_json(finished(content.Task(id="1", text="Rà soát", evidence=evidence, confidence=0.9)))
    assert data["tasks"][0]["page"] == 2
    assert data["tasks"][0]["evidence"] == {
        "quote": "trước ngày",
        "page": 2,
        "places": [{"page": 2, "box": [10.0, 20.0, 30.0, 40.0]}],
        "confidence": 0.9,
        "rule": "r.x",
    }
    VALIDATOR.validate(data)


def test_what_needs_review_is_listed_in_one_place() -> None:
    header = content.Header(
        number=Sourced(review="số viết tay"), signers=(content.Signer(name=Sourced(review="mờ")),)
    )
    data = plan_json(
        finished(content.Task(id="1", text="Rà soát", review=("chưa rõ đơn vị",)), header=header)
    )
    assert data["review"] == [
        {"where": "document.number", "reason": "số viết tay"},
        {"where": "document.signer.name", "reason": "mờ"},
        {"where": "1", "reason": "chưa rõ đơn vị"},
    ]


def test_wordings_of_the_issuer_stand_best_first() -> None:
    header = content.Header(
        issuer=Sourced(value="Ủy ban nhân dân xã An Phước", candidates=("UBND xã An Phước",))
    )
    assert plan_json(finished(header=header))["document"]["issuer"] == [
        "Ủy ban nhân dân xã An Phước",
        "UBND xã An Phước",
    ]


def test_a_plan_with_problems_is_partial() -> None:
    plan = finished(problems=(Problem(code="page", message="trang 2 hỏng", page=2),))
    assert plan_json(plan)["status"] == "partial"
    assert plan_json(finished())["status"] == "complete"


def test_the_folder_of_the_source_is_never_told() -> None:
    plan = finished()
    assert plan.source
    moved = plan.with_layers(source=plan.source.model_copy(update={"path": "/nha-rieng/ke-hoach.txt"}))
    assert "nha-rieng" not in json.dumps(plan_json(moved))


def test_units_stand_as_written_and_resolved_beside() -> None:
    unit = content.Unit(name="CA xã", resolved="Công an xã An Phước", inherited=True)
    shown = plan_json(finished(content.Task(id="1", text="Rà soát", lead=(unit,))))["tasks"][0]
    assert shown["lead"] == ["CA xã"]
    assert shown["units"] == [
        {"role": "lead", "name": "CA xã", "resolved": "Công an xã An Phước", "inherited": True}
    ]


def test_ids_are_the_same_over_runs_and_differ_between_tasks() -> None:
    tasks = [content.Task(id="1", text="Rà soát"), content.Task(id="2", text="Rà soát")]
    first, again = ([t["uid"] for t in plan_json(finished(*tasks))["tasks"]] for _ in range(2))
    assert first == again
    assert len(set(first)) == 2


def test_the_graph_is_part_of_the_contract() -> None:
    graph = Graph(vertices=(Vertex(id="plan", kind=VertexKind.PLAN, label="KH"),))
    assert plan_json(finished(graph=graph))["graph"]["vertices"] == [
        {"id": "plan", "kind": "plan", "label": "KH"}
    ]


def test_all_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Rà soát hồ sơ")
    assert plan_json(finished(content.Task(id="1", text=decomposed)))["tasks"][0]["text"] == "Rà soát hồ sơ"


def test_unknown_keys_survive_where_more_may_stand() -> None:
    data = contract_json(contract(task(progress="đang thực hiện")))
    assert contract_json(PublicPlan.model_validate(data))["tasks"][0]["progress"] == "đang thực hiện"


def test_a_misspelt_key_of_a_deadline_is_an_error() -> None:
    with pytest.raises(ValueError, match="dat"):
        contract(task(deadlines=[DUE | {"dat": "2024-07-31"}]))


def test_an_impossible_date_is_no_date() -> None:
    with pytest.raises(ValueError, match="date"):
        contract(task(deadlines=[DUE | {"date": "2024-06-31"}]))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"document": 3}'])
def test_a_file_of_another_shape_is_told_in_vietnamese(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"plan\.json"):
        load_contract(path)


def test_a_missing_file_is_told_in_vietnamese(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không có tệp này"):
        load_contract(tmp_path / "plan.json")


@unhurried
@given(contracts())
def test_any_contract_validates_and_comes_back_whole(public: PublicPlan) -> None:
    text = dumps(public)
    VALIDATOR.validate(json.loads(text))
    assert dumps(PublicPlan.model_validate_json(text)) == text
    assert unicodedata.is_normalized("NFC", text)
