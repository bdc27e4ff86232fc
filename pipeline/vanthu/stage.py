"""Stages and the pipeline that checks, before any file is opened, that they fit together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from vanthu.document.plan import Plan
from vanthu.errors import PipelineError

Observer = Callable[[str], None]


@runtime_checkable
class Stage(Protocol):
    """A small frozen dataclass that adds layers to a plan. It never changes its input and keeps no state."""

    @property
    def name(self) -> str:
        """Shown in progress, logs and errors."""
        ...

    @property
    def requires(self) -> frozenset[str]:
        """Names of the layers (fields of `Plan`) that it reads."""
        ...

    @property
    def provides(self) -> frozenset[str]:
        """Names of the layers that it makes. A layer may be made anew by a later stage."""
        ...

    def __call__(self, plan: Plan) -> Plan:
        """The plan with one layer more. Raises `VanthuError` where the document can't be worked on."""
        ...


def _ignore(_: str) -> None:
    """The observer of those who do not watch."""


@dataclass(frozen=True)
class Pipeline:
    """Stages in order, itself a callable from plan to plan.

    Raises `PipelineError` when put together wrongly: a layer unknown, needed before it is made, or a name used twice.
    """

    stages: tuple[Stage, ...]
    given: frozenset[str] = frozenset({"source"})

    def __post_init__(self) -> None:
        layers = frozenset(Plan.model_fields)
        made = set(self.given)
        names: set[str] = set()
        for stage in self.stages:
            if unknown := (stage.requires | stage.provides) - layers:
                raise PipelineError(f"stage {stage.name} names unknown layers {sorted(unknown)}")
            if missing := stage.requires - made:
                raise PipelineError(
                    f"stage {stage.name} needs {sorted(missing)}, which nothing before it makes"
                )
            if stage.name in names:
                raise PipelineError(f"two stages are named {stage.name}")
            names.add(stage.name)
            made |= stage.provides

    def __call__(self, plan: Plan, observe: Observer = _ignore) -> Plan:
        """Run all stages; `observe` is told the name of each before it starts."""
        for stage in self.stages:
            observe(stage.name)
            plan = stage(plan)
        return plan

    def upto(self, layer: str) -> Pipeline:
        """The shortest beginning of this pipeline that makes `layer`. Raises `PipelineError` where none does."""
        for index, stage in enumerate(self.stages):
            if layer in stage.provides:
                return Pipeline(self.stages[: index + 1], self.given)
        raise PipelineError(f"no stage makes {layer}")

    def after(self, layer: str) -> Pipeline:
        """What is left of this pipeline behind `upto(layer)`. Raises `PipelineError` where no stage makes it."""
        before = self.upto(layer)
        made = frozenset[str]().union(*(stage.provides for stage in before.stages))
        return Pipeline(self.stages[len(before.stages) :], self.given | made)


def pipeline(stages: Sequence[Stage]) -> Pipeline:
    """A checked pipeline."""
    return Pipeline(tuple(stages))
