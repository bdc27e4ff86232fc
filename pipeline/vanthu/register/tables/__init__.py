"""The tables of a register. Numbers are keys, moments ISO 8601 in UTC, days dates; what is unknown is null."""

from __future__ import annotations

from vanthu.register.tables.across import ACT_DAY, BAND, DAY_BAND, DOCUMENT_BAND, FILED, RECIPE, SAID
from vanthu.register.tables.base import METADATA
from vanthu.register.tables.content import CITATION, DEADLINE, TASK, TASK_UNIT, UNIT
from vanthu.register.tables.findings import FINDING, FINDING_PLACE, VERDICT
from vanthu.register.tables.papers import DOCUMENT, FILE, PLAN, TWIN
from vanthu.register.tables.people import CORRECTION, HISTORY, OWN_TASK, PROGRESS

__all__ = [
    "ACT_DAY",
    "BAND",
    "CITATION",
    "CORRECTION",
    "DAY_BAND",
    "DEADLINE",
    "DOCUMENT",
    "DOCUMENT_BAND",
    "FILE",
    "FILED",
    "FINDING",
    "FINDING_PLACE",
    "HISTORY",
    "METADATA",
    "OWN_TASK",
    "PLAN",
    "PROGRESS",
    "RECIPE",
    "SAID",
    "TASK",
    "TASK_UNIT",
    "TWIN",
    "UNIT",
    "VERDICT",
]
