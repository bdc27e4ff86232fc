from __future__ import annotations

import pytest

from builders import plan_of
from understanding.relations.test_graph import Outlined, pairs, units
from vanthu.document.content import Citation, Header
from vanthu.document.geometry import Span
from vanthu.document.graph import EdgeKind
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.relations.graph import build_graph
from vanthu.understanding.relations.products import made, ties, used


def hops(text: str, rulebook: Rulebook, lead: str = "Trưởng các thôn") -> list[tuple[str, str]]:
    graph = build_graph(Outlined().task("1", text, lead=units(lead)).plan(), rulebook)
    found = pairs(graph, EdgeKind.REPORTS_TO)
    assert {end for hop in found for end in hop} <= {v.id for v in graph.vertices}
    return [(a.removeprefix("unit:"), b.removeprefix("unit:")) for a, b in found]


def test_a_report_goes_through_an_office_to_the_committee_and_on_to_the_chairman(rulebook: Rulebook) -> None:
    text = (
        "Báo cáo kết quả về UBND xã (qua Văn phòng HĐND và UBND xã) để tổng hợp, báo cáo Chủ tịch UBND huyện"
    )
    office = "văn phòng hội đồng nhân dân và ủy ban nhân dân xã"
    assert hops(text, rulebook) == [
        ("trưởng các thôn", office),
        (office, "ủy ban nhân dân xã"),
        ("ủy ban nhân dân xã", "chủ tịch ủy ban nhân dân huyện"),
    ]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "Gửi danh sách hộ nghèo về Phòng Lao động - Thương binh và Xã hội trước ngày 10/6/2024",
            "phòng lao động - thương binh và xã hội",
        ),
        ("Rà soát hồ sơ, trình Ủy ban nhân dân xã xem xét", "ủy ban nhân dân xã"),
    ],
)
def test_a_report_goes_straight_where_nobody_stands_between(rulebook: Rulebook, text: str, goal: str) -> None:
    assert hops(text, rulebook) == [("trưởng các thôn", goal)]


@pytest.mark.parametrize(
    "text",
    [
        "Trong quá trình Ủy ban nhân dân xã thực hiện, tuyên truyền đến người dân",
        "Thông qua Hội đồng nhân dân xã nghị quyết",
    ],
)
def test_words_that_only_look_like_a_report_lead_nowhere(rulebook: Rulebook, text: str) -> None:
    assert hops(text, rulebook) == []


def test_nobody_reports_to_himself(rulebook: Rulebook) -> None:
    assert hops("Báo cáo về Công an xã (qua Tổ Tổng hợp)", rulebook, lead="Công an xã") == []


def cited(text: str, *numbers: str) -> Plan:
    plan = plan_of(text)
    citations = tuple(
        Citation(
            type="Kế hoạch",
            number=n,
            evidence=(plan.evidence(Span(text.index(n) - len("Kế hoạch số "), text.index(n) + len(n))),),
        )
        for n in numbers
    )
    return plan.with_layers(outline=(), header=Header(), citations=citations, tasks=(), document_deadlines=())


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND.", EdgeKind.REPLACES, "plan", "12"),
        ("Sửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-UBND.", EdgeKind.AMENDS, "plan", "12"),
        ("Bãi bỏ Kế hoạch số 12/KH-UBND.", EdgeKind.REPLACES, "plan", "12"),
        (
            "Theo Kế hoạch số 12/KH-UBND, được thay thế bởi Kế hoạch số 34/KH-UBND.",
            EdgeKind.REPLACES,
            "34",
            "12",
        ),
        ("Theo Kế hoạch số 34/KH-UBND sửa đổi, bổ sung Kế hoạch số 12/KH-UBND.", EdgeKind.AMENDS, "34", "12"),
    ],
)
def test_a_document_that_changes_another_is_told(
    rulebook: Rulebook, text: str, kind: EdgeKind, source: str, target: str
) -> None:
    numbers = [n for n in ("12/KH-UBND", "34/KH-UBND") if n in text]
    ends = {"plan": "plan", "12": "document:12/KH-UBND:", "34": "document:34/KH-UBND:"}
    graph = build_graph(cited(text, *numbers), rulebook)
    assert pairs(graph, kind) == [(ends[source], ends[target])]


def test_a_replacement_of_anything_else_is_none(rulebook: Rulebook) -> None:
    graph = build_graph(cited("Thay thế thiết bị hỏng theo Kế hoạch số 12/KH-UBND.", "12/KH-UBND"), rulebook)
    assert pairs(graph, EdgeKind.REPLACES) == []


MAKES = "Bố trí các điểm hỗ trợ chủ thuyền làm giấy đăng kiểm qua mạng"
USES = "Hướng dẫn bà con tại các điểm hỗ trợ tiếp nhận, thực hiện thủ tục tại các điểm hỗ trợ chủ thuyền làm giấy đăng kiểm"


def order(first: str, second: str, rulebook: Rulebook) -> list[tuple[int, int]]:
    rules = rulebook["PRODUCT"]
    texts = (first, second)
    return [(t.maker, t.user) for t in ties([made(t, rules) for t in texts], [used(t, rules) for t in texts])]


def test_who_makes_a_thing_comes_before_who_works_at_it(rulebook: Rulebook) -> None:
    assert order(MAKES, USES, rulebook) == [(0, 1)]
    assert order(USES, MAKES, rulebook) == [(1, 0)]


@pytest.mark.parametrize(
    ("makes", "uses"),
    [
        ("Lập danh sách công dân đã được cấp thẻ", "Vận động theo danh sách công dân chưa được cấp thẻ"),
        ("Lập danh sách hộ nghèo", "Chi trả theo danh sách hộ cận nghèo"),
        ("Đã ban hành kế hoạch chuyển đổi số của xã", "Thực hiện theo kế hoạch chuyển đổi số của xã"),
        (MAKES, MAKES),
    ],
)
def test_other_things_order_nothing(rulebook: Rulebook, makes: str, uses: str) -> None:
    assert order(makes, uses, rulebook) == []


@pytest.mark.parametrize(("second", "sure"), [("Công an xã", True), ("Trạm Y tế", False)])
def test_only_one_unit_s_own_product_is_sure(rulebook: Rulebook, second: str, sure: bool) -> None:
    outlined = Outlined().task("1", MAKES, lead=units("Công an xã")).task("2", USES, lead=units(second))
    (edge,) = (e for e in build_graph(outlined.plan(), rulebook).edges if e.kind is EdgeKind.PRECEDES)
    assert (edge.source, edge.target) == ("task:1", "task:2")
    assert ((edge.confidence or 0) >= 0.7) is sure
