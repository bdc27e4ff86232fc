"""Small plans of invented places, in the form in which plans are held against each other."""

from __future__ import annotations

from typing import Any

from vanthu.audit.across.compare import Found
from vanthu.audit.across.memory import Filed, audit_across
from vanthu.audit.across.reader import reader
from vanthu.contract.model import PublicPlan
from vanthu.planning.filed import filed

DUTY = "Tổ chức tập huấn kỹ năng phòng cháy, chữa cháy cho lực lượng dân phòng các thôn trên địa bàn xã"


def task(text: str = DUTY, due: str | None = None, **more: Any) -> dict[str, Any]:
    """A task with its limit; a time of the day makes it an event of that day."""
    day, _, clock = (due or "").partition("T")
    event = {"time": clock, "qualifier": "on"} if clock else {"qualifier": "before"}
    deadlines = [{"raw": f"trước ngày {day}", "kind": "due", "date": day, **event}] if due else []
    return {"id": "II.1", "text": text, "lead": ["Công an xã"], "deadlines": deadlines} | more


def plan(number: str, *tasks: dict[str, Any], **head: Any) -> PublicPlan:
    """A plan of a commune; `cited` and `replaces` are numbers with days."""
    cited = [
        {"type": "Kế hoạch", "number": code, "issued_on": day, **more}
        for code, day, more in head.pop("cited", ())
    ]
    replaces = [f"document:{code}:{day}" for code, day in head.pop("replaces", ())]
    document = {
        "type": "Kế hoạch",
        "number": number,
        "symbol": "KH-UBND",
        "issuer": ["Ủy ban nhân dân xã Bình Giang"],
        "place": "Bình Giang",
        "issued_on": "2024-01-05",
        "title": f"Công tác năm 2024, phần {number}",
    }
    edges = [{"source": "plan", "target": to, "kind": "replaces"} for to in replaces]
    vertices = [{"id": "plan", "kind": "plan", "label": number}]
    return PublicPlan.model_validate(
        {
            "source": f"{number}.pdf",
            "document": document | head,
            "tasks": [t | {"id": f"II.{n}"} for n, t in enumerate(tasks, start=1)],
            "citations": cited,
            "legal_basis": cited,
            "graph": {"vertices": vertices, "edges": edges},
        }
    )


def filed_as(number: int, plan: PublicPlan) -> Filed:
    """A plan under its place in a row."""
    return filed(str(number), plan, reader())


def audited(*plans: PublicPlan) -> tuple[Found, ...]:
    """The findings between plans; their keys are 1, 2, ..."""
    return audit_across([filed_as(n, p) for n, p in enumerate(plans, start=1)], reader())


def codes(*plans: PublicPlan) -> list[str]:
    """The codes of the findings between plans."""
    return [f.code for f in audited(*plans)]
