from io import BytesIO

import networkx as nx
from hypothesis import given

from contracts import DUE, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.graphs.graphml import plan_graphml

VERTICES = [
    {"id": "plan", "kind": "plan", "label": "Kế hoạch 12/KH-UBND"},
    {"id": "task:1", "kind": "task", "label": "Rà soát"},
    {"id": "unit:công an xã", "kind": "unit", "label": "Công an xã"},
]
LEAD = {
    "source": "unit:công an xã",
    "target": "task:1",
    "kind": "lead",
    "confidence": 0.9,
    "page": 2,
    "quote": "Công an xã:",
}


def back(public: PublicPlan) -> nx.MultiDiGraph:
    return nx.MultiDiGraph(nx.read_graphml(BytesIO(plan_graphml(public)), force_multigraph=True))


def test_vertices_and_edges_come_back_with_their_facts() -> None:
    graph = back(
        contract(task("1", deadlines=[DUE], confidence=0.8), graph={"vertices": VERTICES, "edges": [LEAD]})
    )
    assert graph.nodes["unit:công an xã"] == {"kind": "unit", "label": "Công an xã"}
    assert graph.nodes["task:1"]["due"] == "2024-07-31"
    (edge,) = graph.get_edge_data("unit:công an xã", "task:1").values()
    assert {
        "kind": "lead",
        "label": "chủ trì",
        "confidence": 0.9,
        "page": 2,
        "quote": "Công an xã:",
    }.items() <= edge.items()


def test_an_edge_to_nowhere_is_left_out() -> None:
    assert back(contract(graph={"vertices": VERTICES, "edges": [LEAD | {"target": "task:9"}]})).size() == 0


def test_a_unit_that_leads_and_helps_has_both_edges() -> None:
    edges = [LEAD, LEAD | {"kind": "coordinates"}]
    graph = back(contract(task("1"), graph={"vertices": VERTICES, "edges": edges}))
    assert {d["kind"] for *_, d in graph.edges(data=True)} == {"lead", "coordinates"}


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    vertex = {"id": "plan", "kind": "plan", "label": "Kế\x00 hoạch\x0b"}
    assert back(contract(graph={"vertices": [vertex]})).nodes["plan"]["label"] == "Kế hoạch"


def test_a_plan_without_a_graph_stands_alone() -> None:
    assert list(back(contract()).nodes) == ["plan"]


@unhurried
@given(contracts())
def test_any_contract_gives_a_graph_that_reads_back(public: PublicPlan) -> None:
    assert public.graph
    assert set(back(public).nodes) >= {v.id for v in public.graph.vertices}
