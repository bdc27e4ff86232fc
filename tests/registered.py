"""Small plans as they are read from files, for tests of a register."""

from __future__ import annotations

from typing import Any

from contracts import DUE, contract, task
from vanthu.contract.model import PublicPlan


def plan_from(number: int, *tasks: dict[str, Any], **more: Any) -> PublicPlan:
    """A plan of its own, read from a file of its own."""
    file = {
        "name": f"{number}.pdf",
        "sha256": f"{number:064x}",
        "media_type": "application/pdf",
        "size": number,
    }
    own = task(f"{number}.1", lead=["Công an xã"], deadlines=[DUE], text=f"Rà soát hồ sơ số {number}")
    day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    document = {"number": str(number), "title": f"Kế hoạch số {number}", "issued_on": day}
    return contract(own, *tasks, file=file, document=document | more)
