from __future__ import annotations

from collections.abc import Iterable

import pytest

from understanding.paper import plan_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.tasks.tree import Tree

TEXT = """
Mở đầu
I. NHIỆM VỤ
1. Công an xã
Thực hiện các việc sau:
- Tuần tra.
- Canh gác:
+ Ban đêm
II. KINH PHÍ
"""


@pytest.fixture
def tree(rulebook: Rulebook) -> Tree:
    plan = plan_of(TEXT, rulebook)
    return Tree(plan.outline or (), plan.need_text())


def index_of(tree: Tree, path: str) -> int:
    return next(i for i, n in enumerate(tree.nodes) if n.path == path)


def paths(tree: Tree, indices: Iterable[int]) -> list[str]:
    return [tree.nodes[i].path for i in indices]


def test_ways_up_and_down(tree: Tree) -> None:
    section, bullet = index_of(tree, "I"), index_of(tree, "I.1.b2.s1")
    assert paths(tree, tree.children(None)) == ["p1", "I", "II"]
    assert paths(tree, tree.ancestors(bullet)) == ["I.1.b2", "I.1", "I"]
    assert paths(tree, tree.descendants(section)) == ["I.1", "I.1.p1", "I.1.b1", "I.1.b2", "I.1.b2.s1"]
    assert list(tree.descendants(bullet)) == []


def test_siblings_above_come_nearest_first(tree: Tree) -> None:
    assert paths(tree, tree.before(index_of(tree, "I.1.b2"))) == ["I.1.b1", "I.1.p1"]
    assert list(tree.before(index_of(tree, "p1"))) == []


def test_a_line_with_a_colon_introduces_the_list_under_it(tree: Tree) -> None:
    opener = index_of(tree, "I.1.p1")
    assert tree.opens_list(opener)
    assert tree.introduction(index_of(tree, "I.1.b1")) == opener
    assert tree.introduction(index_of(tree, "I.1.b2")) == opener
    assert tree.introduction(index_of(tree, "I.1.b2.s1")) is None
    assert tree.introduction(index_of(tree, "II")) is None
    assert not tree.opens_list(index_of(tree, "I.1.b1"))
