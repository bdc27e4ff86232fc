from __future__ import annotations

from typing import Any

import pytest

from builders import plan_of
from vanthu.document.content import Citation, Deadline, DeadlineKind, Header, Task, TaskKind, Unit
from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.document.graph import Edge, EdgeKind, Graph, VertexKind
from vanthu.document.plan import Plan
from vanthu.document.structure import Node, NodeKind
from vanthu.rulebook import Rulebook
from vanthu.stages.relate import Relate
from vanthu.understanding.relations.graph import build_graph


def due(day: str) -> Deadline:
    return Deadline(raw=f"trước ngày {day}", kind=DeadlineKind.DUE, date=day)


class Outlined:
    """A plan grown line by line: headings, and tasks under the last heading."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, NodeKind, str, int | None]] = []
        self.tasks: list[tuple[int, dict[str, Any]]] = []
        self.heading: int | None = None

    def section(self, path: str, text: str, *, under: int | None = None) -> int:
        self.rows.append((path, NodeKind.SECTION, text, under))
        self.heading = len(self.rows) - 1
        return self.heading

    def task(self, path: str, text: str, **facts: Any) -> Outlined:
        self.rows.append((path, NodeKind.BULLET, text, self.heading))
        self.tasks.append((len(self.rows) - 1, facts))
        return self

    def plan(self, **layers: Any) -> Plan:
        plan = plan_of(*(text for _, _, text, _ in self.rows))
        spans = [p.span for p in plan.paragraphs or ()]
        nodes = tuple(
            Node(path=path, kind=kind, span=span, parent=parent, page=1)
            for (path, kind, _, parent), span in zip(self.rows, spans, strict=True)
        )
        tasks = tuple(
            Task(id=self.rows[i][0], text=self.rows[i][2], node=i, evidence=plan.evidence(spans[i]), **facts)
            for i, facts in self.tasks
        )
        header = Header(
            type=Sourced(value="Kế hoạch"), number=Sourced(value="12"), symbol=Sourced(value="KH-UBND")
        )
        made = {"header": header, "citations": (), "tasks": tasks, "document_deadlines": ()}
        return plan.with_layers(outline=nodes, **(made | layers))


def units(*names: str) -> tuple[Unit, ...]:
    return tuple(Unit(name=name) for name in names)


def pairs(graph: Graph, kind: EdgeKind) -> list[tuple[str, str]]:
    return [(e.source, e.target) for e in graph.edges if e.kind is kind]


def order(outlined: Outlined, rulebook: Rulebook) -> list[Edge]:
    return [e for e in build_graph(outlined.plan(), rulebook).edges if e.kind is EdgeKind.PRECEDES]


def arrows(outlined: Outlined, rulebook: Rulebook) -> list[tuple[str, str]]:
    return [
        (e.source.removeprefix("task:"), e.target.removeprefix("task:")) for e in order(outlined, rulebook)
    ]


def test_tasks_hang_on_their_headings_and_these_on_the_plan(rulebook: Rulebook) -> None:
    outlined = Outlined()
    top = outlined.section("IV", "TỔ CHỨC THỰC HIỆN")
    outlined.section("IV.1", "Công an xã", under=top)
    outlined.task("IV.1.b1", "Rà soát hồ sơ").task("IV.1.b1.s1", "Lập danh sách", parent="IV.1.b1")
    graph = build_graph(outlined.plan(), rulebook)
    assert pairs(graph, EdgeKind.PART_OF) == [
        ("section:IV", "plan"),
        ("section:IV.1", "section:IV"),
        ("task:IV.1.b1", "section:IV.1"),
        ("task:IV.1.b1.s1", "task:IV.1.b1"),
    ]
    labels = {v.id: v.label for v in graph.vertices}
    assert labels["section:IV"] == "TỔ CHỨC THỰC HIỆN"
    assert labels["plan"] == "Kế hoạch 12/KH-UBND"


def test_one_unit_is_one_vertex_however_it_is_written(rulebook: Rulebook) -> None:
    resolved = Unit(name="CA xã", resolved="Công an xã")
    outlined = (
        Outlined().task("1", "Rà soát", lead=units("Công an xã")).task("2", "Tổ chức", coordinate=(resolved,))
    )
    graph = build_graph(outlined.plan(), rulebook)
    assert [v.label for v in graph.vertices if v.kind is VertexKind.UNIT] == ["Công an xã"]
    assert pairs(graph, EdgeKind.LEAD) == [("unit:công an xã", "task:1")]
    assert pairs(graph, EdgeKind.COORDINATES) == [("unit:công an xã", "task:2")]


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        (due("2024-07-31"), "2024-07-31"),
        (
            Deadline(raw="x", kind=DeadlineKind.WINDOW, start="2024-08-01", end="2024-08-30T17:00"),
            "2024-08-30",
        ),
        (Deadline(raw="x", kind=DeadlineKind.RELATIVE, duration="P5D", resolved="2024-03-10"), "2024-03-10"),
        (Deadline(raw="x", kind=DeadlineKind.ONGOING), None),
        (Deadline(raw="31/6", kind=DeadlineKind.DUE), None),
    ],
)
def test_a_day_on_which_work_ends_is_a_milestone(
    rulebook: Rulebook, deadline: Deadline, day: str | None
) -> None:
    graph = build_graph(Outlined().task("1", "Rà soát", deadlines=(deadline,)).plan(), rulebook)
    assert pairs(graph, EdgeKind.DUE) == ([("task:1", f"day:{day}")] if day else [])
    assert [v.id for v in graph.vertices if v.kind is VertexKind.MILESTONE] == ([f"day:{day}"] if day else [])


def test_the_end_of_the_whole_plan_is_a_milestone_of_the_plan(rulebook: Rulebook) -> None:
    plan = Outlined().task("1", "Rà soát").plan(document_deadlines=(due("2024-12-31"),))
    assert pairs(build_graph(plan, rulebook), EdgeKind.DUE) == [("plan", "day:2024-12-31")]


def test_grounds_are_the_plan_s_and_mentions_inside_a_task_are_the_task_s(rulebook: Rulebook) -> None:
    text = "Rà soát hồ sơ theo Kế hoạch số 93/KH-UBND"
    plan = Outlined().task("1", text).plan()
    start = text.index("Kế hoạch")
    inside = plan.evidence(Span(start, len(text)))
    citations = (
        Citation(type="Nghị định", number="30/2020/NĐ-CP", legal_basis=True),
        Citation(type="Kế hoạch", number="93/KH-UBND", evidence=(inside,)),
        Citation(type="Luật", title="Luật Cư trú"),
    )
    graph = build_graph(plan.with_layers(citations=citations), rulebook)
    assert pairs(graph, EdgeKind.BASED_ON) == [("plan", "document:30/2020/NĐ-CP:")]
    assert pairs(graph, EdgeKind.CITES) == [
        ("task:1", "document:93/KH-UBND:"),
        ("plan", "document:luật cư trú:"),
    ]
    assert [v.label for v in graph.vertices if v.kind is VertexKind.DOCUMENT] == [
        "Nghị định 30/2020/NĐ-CP",
        "Kế hoạch 93/KH-UBND",
        "Luật Cư trú",
    ]


def test_every_edge_joins_vertices_that_are_there(rulebook: Rulebook) -> None:
    outlined = Outlined()
    outlined.section("I", "NHIỆM VỤ")
    outlined.task("I.b1", "Rà soát", lead=units("Công an xã"), deadlines=(due("2024-07-31"),), parent="gone")
    graph = Relate(rulebook)(outlined.plan()).graph
    assert graph
    known = {v.id for v in graph.vertices}
    assert {end for e in graph.edges for end in (e.source, e.target)} <= known
    assert len(known) == len(graph.vertices)


def grown(first: str, second: str) -> Outlined:
    """Two tasks to be related, among others that have nothing to do with them."""
    outlined = Outlined()
    for number, text in enumerate(
        ("Bố trí kinh phí cho hoạt động", "Trang trí khánh tiết hội trường"), start=8
    ):
        outlined.task(f"{number}", text)
    return outlined.task("1", first).task("2", second)


@pytest.mark.parametrize(
    "later",
    [
        "Sau khi thành lập các Tổ công nghệ số cộng đồng, tổ chức tập huấn cho thành viên",
        "Tập huấn cho thành viên ngay sau khi hoàn thành việc thành lập Tổ công nghệ số.",
        "Trên cơ sở kết quả thành lập Tổ công nghệ số, tổ chức tập huấn",
    ],
)
def test_words_name_the_work_that_comes_first(rulebook: Rulebook, later: str) -> None:
    assert arrows(grown("Thành lập Tổ công nghệ số cộng đồng tại các thôn", later), rulebook) == [("1", "2")]


def test_words_name_the_work_that_comes_later(rulebook: Rulebook) -> None:
    outlined = grown(
        "Kiểm tra thiết bị âm thanh trước khi tổ chức hội thi tuyên truyền",
        "Tổ chức hội thi tuyên truyền giỏi",
    )
    assert arrows(outlined, rulebook) == [("1", "2")]


def test_an_edge_keeps_its_words_and_its_rule_and_a_weak_fit_is_less_sure(rulebook: Rulebook) -> None:
    exact = order(grown("Rà soát hộ nghèo", "Sau khi rà soát hộ nghèo, lập danh sách"), rulebook)[0]
    loose = order(grown("Rà soát hộ nghèo", "Sau khi rà soát xong hộ nghèo, lập danh sách"), rulebook)[0]
    assert exact.evidence
    assert exact.evidence.quote == "Sau khi rà soát hộ nghèo"
    assert exact.evidence.rule == "precedence.after"
    assert 0 < (loose.confidence or 0) < (exact.confidence or 0) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi nhận được Kế hoạch này, tổ chức quán triệt",
        "Trên cơ sở quy định của pháp luật, hướng dẫn nhân dân",
        "Hoàn thành trước ngày 30/6/2024",
    ],
)
def test_words_that_name_no_task_order_nothing(rulebook: Rulebook, text: str) -> None:
    assert arrows(grown("Rà soát hộ nghèo", text), rulebook) == []


def test_two_tasks_that_fit_alike_are_not_chosen_between(rulebook: Rulebook) -> None:
    outlined = grown("Rà soát hộ nghèo thôn Đông", "Rà soát hộ nghèo thôn Tây").task(
        "3", "Sau khi rà soát hộ nghèo, lập danh sách"
    )
    assert arrows(outlined, rulebook) == []


def test_a_detail_does_not_wait_for_what_it_details(rulebook: Rulebook) -> None:
    outlined = (
        Outlined()
        .task("1", "Rà soát hộ nghèo")
        .task("1.b1", "Sau khi rà soát hộ nghèo, lập danh sách", parent="1")
    )
    assert arrows(outlined, rulebook) == []


def test_numbered_steps_follow_each_other(rulebook: Rulebook) -> None:
    outlined = Outlined()
    top = outlined.section("III", "CÁC BƯỚC TIẾN HÀNH")
    for number, text in enumerate(("Tuyên truyền", "Kê khai", "Tổng kết"), start=1):
        outlined.section(f"III.{number}", f"Bước {number}: {text}", under=top)
        outlined.task(f"III.{number}.b1", f"{text} tại thôn").task(f"III.{number}.b2", f"{text} tại cơ quan")
    found = arrows(outlined, rulebook)
    assert len(found) == 8
    assert all(int(a[4]) + 1 == int(b[4]) for a, b in found)


def test_steps_of_different_lists_have_nothing_to_do_with_each_other(rulebook: Rulebook) -> None:
    outlined = Outlined()
    for top, number in (("I", 1), ("II", 2)):
        above = outlined.section(top, "NỘI DUNG")
        outlined.section(f"{top}.1", f"Bước {number}", under=above)
        outlined.task(f"{top}.1.b1", "Kê khai tài sản")
    assert arrows(outlined, rulebook) == []


def chain(report: tuple[Deadline, ...], whole: tuple[Deadline, ...]) -> Outlined:
    outlined = Outlined()
    outlined.task(
        "1",
        "Các thôn báo cáo kết quả thực hiện về Công an xã",
        lead=units("Các thôn"),
        kind=TaskKind.REPORT,
        deadlines=report,
    )
    return outlined.task(
        "2",
        "Công an xã tổng hợp kết quả, báo cáo Chủ tịch Ủy ban nhân dân xã",
        lead=units("Công an xã"),
        kind=TaskKind.REPORT,
        deadlines=whole,
    )


MONTHLY = Deadline(raw="hằng tháng", kind=DeadlineKind.RECURRING, rrule="FREQ=MONTHLY;BYMONTHDAY=20")
DAILY = Deadline(raw="hằng ngày", kind=DeadlineKind.RECURRING, rrule="FREQ=DAILY")


@pytest.mark.parametrize(
    ("report", "whole", "related"),
    [
        ((), (), True),
        ((due("2024-06-10"),), (due("2024-06-15"),), True),
        ((due("2024-06-20"),), (due("2024-06-15"),), False),
        ((DAILY,), (DAILY,), True),
        ((DAILY,), (MONTHLY,), False),
        ((due("2024-06-20"),), (DAILY,), False),
    ],
)
def test_a_report_comes_before_the_report_that_takes_it_up(
    rulebook: Rulebook, report: tuple[Deadline, ...], whole: tuple[Deadline, ...], related: bool
) -> None:
    found = order(chain(report, whole), rulebook)
    assert [(e.source, e.target) for e in found] == ([("task:1", "task:2")] if related else [])
    assert all((e.confidence or 0) < 0.7 for e in found)


def test_a_plan_without_tasks_has_a_graph_of_its_own(rulebook: Rulebook) -> None:
    plan = plan_of("Nội dung").with_layers(
        outline=(), header=Header(), citations=(), tasks=(), document_deadlines=()
    )
    graph = build_graph(plan, rulebook)
    assert [v.label for v in graph.vertices] == ["ke-hoach.txt"]
    assert graph.edges == ()
