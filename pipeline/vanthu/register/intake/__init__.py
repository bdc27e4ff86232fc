"""What comes into a register: plans with their files, new versions, documents that may be there already."""

from __future__ import annotations

from vanthu.register.intake.add import add, add_all, known_files
from vanthu.register.intake.arrival import Added, Arrival, Result, Twin
from vanthu.register.intake.bulk import bulk
from vanthu.register.intake.checked import add_checked
from vanthu.register.intake.deciding import Pair, decide, pairs
from vanthu.register.intake.differences import differences
from vanthu.register.intake.project import project

__all__ = [
    "Added",
    "Arrival",
    "Pair",
    "Result",
    "Twin",
    "add",
    "add_all",
    "add_checked",
    "bulk",
    "decide",
    "differences",
    "known_files",
    "pairs",
    "project",
]
