"""Every form of the graph, read back by others than those that wrote it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import languages
from contracts import DUE, MONTHLY, WINDOW, contract, contracts, task, unhurried
from pictures import touching
from vanthu.contract.model import PublicPlan
from vanthu.document.graph import EdgeKind
from vanthu.errors import InputError
from vanthu.export.graphs.attributes import plain
from vanthu.export.graphs.dot import quoted
from vanthu.export.graphs.forms import Form, form_of, written
from vanthu.export.graphs.packing import Extent, packed
from vanthu.export.graphs.ring import seating, seats
from vanthu.export.picture.svg import Theme
from vanthu.planning.load import Together
from vanthu.planning.measures import measure
from vanthu.planning.network import Network, join

EDGE = {
    "source": "task:1",
    "target": "task:2",
    "kind": "precedes",
    "confidence": 0.6,
    "quote": "sau khi “xong”",
}


def small() -> Network:
    tasks = (
        task("1", lead=["Công an xã"], coordinate=["Trạm Y tế"], deadlines=[DUE]),
        task("2", lead=["Trạm Y tế"], deadlines=[WINDOW, MONTHLY]),
        task("3"),
    )
    vertices = [{"id": f"task:{n}", "kind": "task", "label": f"Việc {n}"} for n in "123"]
    return join([contract(*tasks, graph={"vertices": vertices, "edges": [EDGE]})])


def made(network: Network, form: Form, theme: Theme = Theme.AUTO) -> str:
    return written(network, measure(network), form, theme=theme)


def same(a: nx.MultiDiGraph, b: nx.MultiDiGraph) -> bool:
    nodes = dict(a.nodes(data=True)) == dict(b.nodes(data=True))
    edges = sorted(map(repr, a.edges(keys=True, data=True))) == sorted(
        map(repr, b.edges(keys=True, data=True))
    )
    return nodes and edges


def back(text: str) -> nx.MultiDiGraph:
    return nx.MultiDiGraph(nx.read_graphml(BytesIO(text.encode()), force_multigraph=True))


@unhurried
@given(st.lists(contracts(), min_size=1, max_size=2))
def test_graphml_and_json_read_back_equal_with_all_days(plans: list[PublicPlan]) -> None:
    network = join(plans)
    wanted = plain(network, measure(network).order)
    assert same(back(made(network, Form.GRAPHML)), wanted)
    assert same(nx.node_link_graph(json.loads(made(network, Form.JSON)), edges="links"), wanted)
    for key, work in network.works.items():
        assert wanted.nodes[key].get("due") == (work.due.isoformat() if work.due else None)


@unhurried
@given(st.lists(contracts(), min_size=1, max_size=2))
def test_any_plans_can_be_written_in_every_form_and_twice_alike(plans: list[PublicPlan]) -> None:
    network = join(plans)
    for form in Form:
        if form is Form.MERMAID and len(plans) > 1:
            continue
        text = made(network, form)
        assert text == made(join(plans), form)
        if form in (Form.SVG, Form.WHO):
            ET.fromstring(text)


def test_yed_finds_the_labels() -> None:
    root = ET.fromstring(made(small(), Form.GRAPHML))
    graphml, yed = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"
    (key,) = (k.get("id") for k in root.iter(f"{graphml}key") if k.get("yfiles.type") == "nodegraphics")
    path = f"{graphml}data[@key='{key}']/{yed}ShapeNode/{yed}NodeLabel"
    labels = {node.get("id"): node.findtext(path) for node in root.iter(f"{graphml}node")}
    assert labels == {v: small().label(v) for v in small().graph}


def test_attributes_are_typed() -> None:
    graph = back(made(small(), Form.GRAPHML))
    (facts,) = (d for *_, d in graph.edges(data=True) if d["kind"] == "precedes")
    assert isinstance(facts["confidence"], float)
    assert graph.nodes["task:1"]["due"] == "2024-07-31"
    assert isinstance(graph.nodes["task:1"]["slack"], int)


def test_a_quoted_text_stays_one_token() -> None:
    assert quoted('a "b" \\ c\nd') == '"a \\"b\\" \\\\ c\\nd"'
    rows = made(small(), Form.DOT).splitlines()
    assert rows[0] == "digraph vanthu {"
    assert all(len(re.findall(r'(?<!\\)"', row)) % 2 == 0 for row in rows)


@unhurried
@given(st.lists(contracts(), min_size=1, max_size=2))
def test_dot_read_by_its_grammar_is_the_same_graph(plans: list[PublicPlan]) -> None:
    network = join(plans)
    wanted = plain(network, measure(network).order)
    read = languages.dot(made(network, Form.DOT))
    assert set(read.nodes) == {" ".join(v.splitlines()) if "\n" in v else v for v in wanted.nodes}
    assert sorted(read.edges) == sorted((s, t) for s, t, _ in wanted.edges)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_same_graph() -> None:
    nasty = ['a "b" \\ c', "<b>&amp; {x|y} [z];", "-> //", "cuối \\"]
    network = join([contract(*(task(str(n), text=text, lead=[text]) for n, text in enumerate(nasty)))])
    text = made(network, Form.DOT)
    said = subprocess.run(["dot", "-Tdot_json"], input=text.encode(), capture_output=True, check=True)
    drawn = json.loads(said.stdout)
    assert said.stderr == b""
    assert {n["name"].replace("\\\\", "\\") for n in drawn["objects"]} == set(network.graph.nodes)
    assert len(drawn["edges"]) == network.graph.number_of_edges()


@unhurried
@given(contracts())
def test_mermaid_read_by_its_grammar_has_every_task_and_arrow(public: PublicPlan) -> None:
    network = join([public])
    read = languages.mermaid(made(network, Form.MERMAID))
    nodes = sorted(read.nodes, key=lambda name: int(name[1:]))
    labels = [read.nodes[name].partition(":")[0].rstrip() for name in nodes]
    assert labels == [" ".join(w.task.id.split()).partition(":")[0] for w in network.works.values()]
    assert len(read.edges) == len(list(network.edges(EdgeKind.PRECEDES)))


def test_mermaid_is_for_one_small_plan() -> None:
    text = made(small(), Form.MERMAID)
    assert "t1 -.-> t2" in text
    with pytest.raises(InputError, match="60 nhiệm vụ"):
        made(join([contract(*(task(str(n)) for n in range(61)))]), Form.MERMAID)


def test_a_theme_is_forced_and_both_are_known_else() -> None:
    assert 'class="vt vt-dark"' in made(small(), Form.SVG, Theme.DARK)
    assert 'class="vt"' in made(small(), Form.WHO)


def test_the_page_needs_nothing_from_outside_and_tells_the_figures() -> None:
    page = made(small(), Form.HTML)
    assert not re.search(r"(?:href|src)=|url\(|@import|<script", page)
    for words in ("Ai làm việc cùng ai", "Khối lượng theo đơn vị", "Nhiệm vụ chưa nêu đơn vị chủ trì"):
        assert words in page


def test_the_form_follows_the_file_s_ending() -> None:
    from pathlib import Path

    assert form_of(Path("a.HTML")) is Form.HTML
    assert form_of(Path("a.gv")) is Form.DOT
    assert form_of(Path("a")) is form_of(None) is Form.SVG


@given(
    st.lists(
        st.tuples(st.floats(0, 900), st.floats(1, 300), st.integers(1, 2)).map(
            lambda t: Extent(t[0], t[0] + t[1], t[2])
        ),
        max_size=30,
    )
)
def test_packed_boxes_never_touch(extents: list[Extent]) -> None:
    lines = packed(extents, gap=10)
    boxes = [(line, e) for line, e in zip(lines, extents, strict=True)]
    for n, (line, a) in enumerate(boxes):
        for other, b in boxes[n + 1 :]:
            level = line < other + b.lines and other < line + a.lines
            assert not level or a.right + 10 <= b.left or b.right + 10 <= a.left


def test_units_around_the_oval_have_a_line_each() -> None:
    ties = [Together(("a", f"b{n:02}"), 0, n + 1) for n in range(30)]
    ring = seating(ties, ["lone", "a"])
    assert set(ring) == {"a", *(f"b{n:02}" for n in range(30))}
    placed = seats(ring, middle=(500, 500), radius=300, step=40)
    for side in (-1, 1):
        heights = sorted(s.y for s in placed.values() if s.side == side)
        assert all(b - a >= 39.9 for a, b in pairwise(heights))


@pytest.mark.parametrize(
    "words", ["Rà soát", "Rà soát, thống kê, lập danh sách hồ sơ còn thiếu của từng hộ " * 4]
)
@pytest.mark.parametrize("number", [24, 300])
def test_labels_of_a_board_do_not_overlap(words: str, number: int) -> None:
    day = date(2024, 6, 1)
    tasks = [
        task(
            f"II.{n}",
            text=f"{words} {n}",
            lead=[f"Đơn vị {n % 9}"],
            deadlines=[
                [],
                [DUE | {"date": day.replace(day=n % 28 + 1, month=n % 12 + 1).isoformat()}],
                [WINDOW],
                [MONTHLY | {"until": "2024-12-31"}],
            ][n % 4],
        )
        for n in range(number)
    ]
    assert touching(ET.fromstring(made(join([contract(*tasks)]), Form.SVG))) == []


def test_a_label_takes_the_room_that_is_left_beside_its_marks() -> None:
    words = "Rà soát, thống kê, lập danh sách hồ sơ còn thiếu của từng hộ gửi về Văn phòng trước khi tổng hợp"
    many = [task(str(n), lead=[f"Đơn vị {n}"], text=words, deadlines=[DUE]) for n in range(90)]
    assert made(join([contract(*many)]), Form.SVG).count("trước khi tổng hợp</text>") == len(many)
