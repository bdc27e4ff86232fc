"""rules/tables/duty_words.yaml as it stands."""

from __future__ import annotations

from collections.abc import Mapping

from vanthu.document.base import Frozen

Groups = tuple[tuple[str, ...], ...]


class Stages(Frozen):
    """Parts of one work that follow each other."""

    name: str
    parts: Groups


class Bodies(Frozen):
    """Words by which an order is for a body: of its kind, or of any kind."""

    kinds: tuple[str, ...]
    any_kind: tuple[str, ...]


class Limits(Frozen):
    """From where on something is worth a person's time."""

    overloaded: int
    overloaded_plans: int
    meeting_minutes: int
    registered: int
    repeats: float
    repeats_tasks: int


class DutyWords(Frozen):
    """The file as it stands."""

    version: int
    actions: Groups
    kin: Groups
    steps: tuple[str, ...]
    beside: tuple[str, ...]
    weak_actions: tuple[str, ...]
    empty_actions: tuple[str, ...]
    making: tuple[str, ...]
    made: Groups
    stops: tuple[str, ...]
    things: Groups
    empty: Groups
    common: Groups
    places: tuple[str, ...]
    levels: tuple[str, ...]
    bodies: Bodies
    people: Groups
    rounds: tuple[str, ...]
    numbered: tuple[str, ...]
    ordinals: Mapping[str, int]
    ends: tuple[str, ...]
    before_numbers: tuple[str, ...]
    years: tuple[str, ...]
    parts_of_year: Groups
    stages: tuple[Stages, ...]
    limits: Limits
