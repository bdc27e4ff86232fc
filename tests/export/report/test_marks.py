from __future__ import annotations

from collections.abc import Sequence

from contracts import contract
from vanthu.contract.base import Proof
from vanthu.export.report.clipping import no_clip
from vanthu.export.report.marks import shown_marks
from vanthu.export.report.page import report_html

ARRIVAL = {
    "page": 1,
    "kind": "arrival",
    "box": [60, 110, 210, 190],
    "colour": "blue",
    "text": "VĂN PHÒNG\nĐẾN",
    "fields": {"agency": "VĂN PHÒNG", "forwarded_to": "VP"},
}
SEAL = {"page": 3, "kind": "seal", "box": [300, 500, 400, 600], "colour": "red"}


def clip(proof: Proof, marks: Sequence[Proof] = ()) -> str | None:  # noqa: ARG001 - the form of all clips
    return f"data:{proof.places[0].page}"


def test_stamps_are_shown_in_vietnamese_words_with_a_cutting() -> None:
    stamp, seal = shown_marks(contract(marks=[ARRIVAL, SEAL]), clip)
    assert (stamp.name, stamp.page, stamp.image) == ("Dấu đến", 1, "data:1")
    assert stamp.notes == ("mực xanh", "cơ quan nhận: VĂN PHÒNG", "chuyển: VP")
    assert (seal.name, seal.notes, seal.image) == ("Con dấu", ("mực đỏ",), None)


def test_cuttings_are_few() -> None:
    many = [ARRIVAL | {"page": n} for n in range(1, 40)]
    assert sum(m.image is not None for m in shown_marks(contract(marks=many), clip)) <= 12


def test_the_report_lists_them_only_where_there_are_any() -> None:
    assert "Dấu đến" in report_html(contract(marks=[ARRIVAL]), clip=no_clip)
    assert "chữ viết tay" not in report_html(contract(), clip=no_clip)


def test_marks_survive_writing_and_loading() -> None:
    plan = contract(marks=[ARRIVAL, SEAL])
    again = type(plan).model_validate_json(plan.model_dump_json())
    assert again.marks == plan.marks
