"""One file may hold several documents: read once, then each is understood by itself."""

from __future__ import annotations

from collections.abc import Callable

from vanthu.document.plan import Plan
from vanthu.layout import split
from vanthu.stage import Pipeline

_PARTED_BY = "blocks"


def documents(
    pipeline: Pipeline, plan: Plan, observe: Callable[[str], None] = lambda _: None
) -> tuple[Plan, ...]:
    """The finished plans of all documents in a file, in order; `plan` has what the pipeline starts with.

    A pipeline that ends before documents are understood leaves the file whole. Raises what the stages raise.
    """
    if not any(_PARTED_BY in stage.provides for stage in pipeline.stages[:-1]):
        return (pipeline(plan, observe),)
    reading, rest = pipeline.upto(_PARTED_BY), pipeline.after(_PARTED_BY)
    return tuple(rest(part, observe) for part in split(reading(plan, observe)))
