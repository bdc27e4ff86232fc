from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.errors import InputError
from vanthu.planning.choice import Choice, chosen
from vanthu.planning.handovers import with_handovers
from vanthu.planning.network import Network, join
from vanthu.rulebook.load import load_rulebook
from vanthu.understanding.units.home import needs_its_place


def plan(number: str, *tasks: dict[str, Any], place: str = "An Phước", **more: Any) -> PublicPlan:
    return contract(*tasks, document={"number": number, "place": place}, **more)


def cites(number: str, day: str | None = None) -> dict[str, Any]:
    return {"type": "Kế hoạch", "number": number, "issued_on": day}


def pairs(network: Network, kind: EdgeKind) -> list[tuple[str, str]]:
    return [(a, b) for a, b, _ in network.edges(kind)]


def test_a_unit_written_alike_in_two_plans_is_one() -> None:
    plans = [plan("1", task("1", lead=["Sở  Y tế"])), plan("2", task("1", lead=["sở y tế"]))]
    found = join(plans)
    assert found.of_kind(VertexKind.UNIT) == ("unit:sở y tế",)
    assert {w.lead for w in found.works.values()} == {("unit:sở y tế",)}
    assert set(found.works) == {"task:1/KH-UBND#1", "task:2/KH-UBND#1"}


def test_the_police_of_two_communes_are_two_and_the_named_one_is_its_own() -> None:
    book = load_rulebook()
    relative = needs_its_place(book["UNIT"], book["UNIT_HOME"])
    plans = [
        plan("1", task("1", lead=["Công an xã"])),
        plan("2", task("1", lead=["Công an xã"]), place="Bình Minh"),
        plan("3", task("1", lead=["Công an xã An Phước"]), place="Hưng Lạc"),
    ]
    found = join(plans, relative=relative)
    assert len(found.of_kind(VertexKind.UNIT)) == 2
    first, second, third = found.works.values()
    assert first.lead == third.lead != second.lead


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("Công an xã", True),
        ("các đơn vị có liên quan", True),
        ("Phòng Tư pháp", True),
        ("Công an xã Đồng Sậy", False),
        ("Sở Nội vụ", False),
    ],
)
def test_names_without_a_place_need_one(name: str, needs: bool) -> None:
    book = load_rulebook()
    assert needs_its_place(book["UNIT"], book["UNIT_HOME"])(name) is needs


def test_a_cited_plan_that_is_among_the_plans_is_that_plan() -> None:
    plans = [plan("1"), plan("2", citations=[cites("01 / KH–UBND"), cites("1/KH - UBND", "2024-03-05")])]
    found = join(plans)
    assert pairs(found, EdgeKind.CITES) == [
        ("plan:2/KH-UBND", "document:01/kh-ubnd"),
        ("plan:2/KH-UBND", "plan:1/KH-UBND"),
    ]


def test_a_plan_of_the_party_is_known_however_its_number_is_written() -> None:
    party = contract(document={"number": "41", "symbol": "TB/ĐU", "place": "An Phước"})
    found = join([party, plan("2", citations=[cites("41-TB/ĐU"), cites("42-TB/ĐU"), cites("42/TB/ĐU")])])
    assert pairs(found, EdgeKind.CITES) == [
        ("plan:2/KH-UBND", "plan:41-TB/ĐU"),
        ("plan:2/KH-UBND", "document:42/tb/đu"),
    ]


def test_a_document_cited_by_two_plans_is_one_unless_their_days_differ() -> None:
    same = [
        plan("1", citations=[cites("9/QĐ-UBND")]),
        plan("2", citations=[cites("9/QĐ-UBND", "2024-01-02")]),
    ]
    assert len(join(same).of_kind(VertexKind.DOCUMENT)) == 1
    other = [*same, plan("3", citations=[cites("9/QĐ-UBND", "2020-01-02")])]
    assert len(join(other).of_kind(VertexKind.DOCUMENT)) == 3


def test_what_one_plan_makes_and_another_uses_comes_first() -> None:
    rules = load_rulebook()["PRODUCT"]
    makes = task("1") | {"text": "Bố trí các điểm tiếp nhận hồ sơ lưu động phục vụ người dân"}
    uses = task("2") | {"text": "Hướng dẫn người dân tại các điểm tiếp nhận hồ sơ lưu động"}
    found = with_handovers(join([plan("1", uses), plan("2", makes)]), rules)
    ((first, second, facts),) = found.edges(EdgeKind.PRECEDES)
    assert (first, second) == ("task:2/KH-UBND#1", "task:1/KH-UBND#2")
    assert float(str(facts["confidence"])) < 0.7


def network() -> Network:
    return join(
        [
            plan(
                "1",
                task("1", lead=["Công an xã"], deadlines=[{"raw": "", "kind": "due", "date": "2024-06-30"}]),
                task("2", lead=["Trạm Y tế"], coordinate=["Công an xã"]),
                task("3", lead=["Trạm Y tế"]),
            )
        ]
    )


@pytest.mark.parametrize(
    ("units", "tasks"), [("CÔNG AN XÃ", {"1", "2"}), ("cong an", {"1", "2"}), ("tram y te", {"2", "3"})]
)
def test_work_is_chosen_by_a_unit_s_name_without_marks(units: str, tasks: set[str]) -> None:
    found = chosen(network(), Choice(units=(units,)))
    assert {w.task.id for w in found.works.values()} == tasks
    assert "plan" in found.graph


def test_work_is_chosen_by_its_days() -> None:
    from datetime import date

    inside = chosen(network(), Choice(first=date(2024, 6, 30), last=date(2024, 6, 30)))
    assert [w.task.id for w in inside.works.values()] == ["1"]
    assert not chosen(network(), Choice(first=date(2024, 7, 1))).works


def test_an_unknown_unit_is_told_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"Sở Thép.*Công an xã"):
        chosen(network(), Choice(units=("Sở Thép",)))


@unhurried
@given(st.lists(contracts(), max_size=3))
def test_any_plans_make_one_network_with_all_their_tasks(plans: list[PublicPlan]) -> None:
    found = join(plans)
    assert len(found.works) == sum(len(p.tasks) for p in plans)
    assert set(found.works) == set(found.of_kind(VertexKind.TASK)) & set(found.works)
    assert all(unit in found.graph for w in found.works.values() for unit in (*w.lead, *w.coordinate))
