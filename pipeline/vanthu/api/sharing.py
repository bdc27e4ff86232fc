"""What may be passed on: telephone and identity numbers of people are covered, by the rules in `rules/personal.yaml`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vanthu.api.finished import Gathered
from vanthu.engine.sharing import mask, shared_plan, shared_record

__all__ = ["shared", "shared_json", "shared_record"]


def shared(gathered: Gathered) -> Gathered:
    """The same plans, covered, with what people said of them."""
    followed = tuple((name, shared_plan(plan)) for name, plan in gathered.followed)
    return replace(gathered, followed=followed)


def shared_json(value: Any) -> Any:
    """Plain JSON values with every text in them covered."""
    return mask().value(value)
