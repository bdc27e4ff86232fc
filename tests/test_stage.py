"""A pipeline refuses a line-up that does not fit, before any file is opened."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from builders import plan_of
from vanthu.document.plan import Plan
from vanthu.errors import PipelineError
from vanthu.stage import Pipeline, Stage


@dataclass(frozen=True)
class Makes:
    """A stage that makes empty layers."""

    name: str
    requires: frozenset[str]
    provides: frozenset[str]

    def __call__(self, plan: Plan) -> Plan:
        return plan.with_layers(**dict.fromkeys(self.provides, ()))


def stage(name: str, requires: str = "", provides: str = "") -> Stage:
    return Makes(name, frozenset(requires.split()), frozenset(provides.split()))


def test_stages_run_in_order_and_are_told() -> None:
    seen: list[str] = []
    line = Pipeline((stage("a", "source", "tasks"), stage("b", "tasks", "findings")))
    plan = line(plan_of("x"), seen.append)
    assert seen == ["a", "b"]
    assert plan.findings == ()


@pytest.mark.parametrize(
    ("stages", "message"),
    [
        ((stage("a", "tasks"),), "needs"),
        ((stage("a", "source", "nonsense"),), "unknown"),
        ((stage("a"), stage("a")), "two stages"),
    ],
)
def test_a_line_up_that_does_not_fit_is_refused(stages: tuple[Stage, ...], message: str) -> None:
    with pytest.raises(PipelineError, match=message):
        Pipeline(stages)


def test_the_shortest_beginning_that_makes_a_layer() -> None:
    line = Pipeline(
        (stage("a", "source", "words"), stage("b", "words", "tasks"), stage("c", "tasks", "findings"))
    )
    assert [s.name for s in line.upto("tasks").stages] == ["a", "b"]
    with pytest.raises(PipelineError, match="no stage makes"):
        line.upto("graph")
