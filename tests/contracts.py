"""Small public plans by hand, and strategies that draw any that validates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from vanthu.contract.model import PublicPlan

# Exporters take longer than hypothesis allows by default when the machine is busy.
unhurried = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])

DUE = {"raw": "trước ngày 31/7/2024", "kind": "due", "date": "2024-07-31", "qualifier": "before"}
WINDOW = {"raw": "từ 01/8 đến 30/8/2024", "kind": "window", "start": "2024-08-01", "end": "2024-08-30"}
MONTHLY = {
    "raw": "ngày 30 hằng tháng",
    "kind": "recurring",
    "rrule": "FREQ=MONTHLY;BYMONTHDAY=30",
    "until": None,
}
ONGOING = {"raw": "thường xuyên", "kind": "ongoing"}
AFTER = {
    "raw": "sau khi tổng kết",
    "kind": "relative",
    "duration": None,
    "working_days": None,
    "anchor": "tổng kết",
}


def task(identity: str = "II.1.b1", **more: Any) -> dict[str, Any]:
    """A task as plain JSON."""
    return {"id": identity, "uid": f"uid-{identity}", "text": f"Rà soát hồ sơ của mục {identity}", **more}


def contract(*tasks: dict[str, Any], **more: Any) -> PublicPlan:
    """A public plan of an invented commune, issued on 5 March 2024."""
    document = {
        "type": "Kế hoạch",
        "number": "12",
        "symbol": "KH-UBND",
        "issuer": ["Ủy ban nhân dân xã An Phước"],
        "issued_on": "2024-03-05",
        "title": "Chuyển đổi số năm 2024",
    }
    data = {
        "source": "ke-hoach.pdf",
        "document": document | more.pop("document", {}),
        "tasks": list(tasks),
        **more,
    }
    return PublicPlan.model_validate(data)


# Characters that XML and sheets can't hold come from no document: words are composed of what was read as text.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=40
)
ends_of_months = st.builds(
    lambda year, month: date(year, month, monthrange(year, month)[1]),
    st.integers(1990, 2100),
    st.integers(1, 12),
)
leap_days = st.integers(1992 // 4, 2096 // 4).map(lambda fours: date(4 * fours, 2, 29))
all_days = st.dates(date(1990, 1, 1), date(2100, 12, 31)) | ends_of_months | leap_days
days = all_days.map(date.isoformat)
clocks = st.sampled_from(["00:00", "07:30", "17:00", "23:59", "24:00"])
moments = days | st.tuples(days, clocks).map("T".join)
rrules = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=15,30",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=31",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=31",
        "FREQ=NEVER",
        "FREQ=MONTHLY;BYMONTHDAY=x",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;UNTIL=20240101",
    ]
)
deadlines = st.one_of(
    st.fixed_dictionaries(
        {"raw": texts, "kind": st.just("due"), "date": st.none() | days},
        optional={"time": clocks, "qualifier": st.sampled_from(["before", "by", "on", "during"])},
    ),
    st.fixed_dictionaries(
        {"raw": texts, "kind": st.just("window"), "start": st.none() | moments, "end": st.none() | moments}
    ),
    st.fixed_dictionaries(
        {"raw": texts, "kind": st.just("recurring"), "rrule": rrules, "until": st.none() | days},
        optional={"time": clocks, "times": st.integers(1, 9), "start": days},
    ),
    st.fixed_dictionaries(
        {"raw": texts, "kind": st.just("relative"), "duration": st.none() | st.just("P5D")},
        optional={"resolved": days},
    ),
    st.fixed_dictionaries({"raw": texts, "kind": st.just("ongoing")}),
)
tasks = st.fixed_dictionaries(
    {
        "id": texts,
        "text": texts,
        "lead": st.lists(texts, max_size=2),
        "deadlines": st.lists(deadlines, max_size=3),
    },
    optional={
        "uid": texts,
        "parent": texts,
        "coordinate": st.lists(texts, max_size=2),
        "products": st.lists(texts, max_size=2),
        "page": st.integers(1, 99),
        "kind": st.sampled_from(["action", "report"]),
        "confidence": st.floats(0, 1),
    },
)
documents = st.fixed_dictionaries(
    {},
    optional={
        "type": texts,
        "number": texts,
        "symbol": texts,
        "issued_on": days | days.map(lambda d: d[:7]) | days.map(lambda d: d[:4]),
        "title": texts,
        "issuer": st.lists(texts, max_size=2),
    },
)


@st.composite
def contracts(draw: st.DrawFn) -> PublicPlan:
    """Any public plan, with a graph over its tasks."""
    found = draw(st.lists(tasks, max_size=5))
    ids = [t["id"] for t in found]
    vertices = [{"id": f"task:{i}", "kind": "task", "label": draw(texts)} for i in ids]
    edges = [
        {
            "source": f"task:{a}",
            "target": f"task:{b}",
            "kind": "precedes",
            "confidence": draw(st.floats(0, 1)),
            "quote": draw(texts),
        }
        for a, b in pairwise(ids)
    ]
    return PublicPlan.model_validate(
        {
            "document": draw(documents),
            "tasks": found,
            "document_deadlines": draw(st.lists(deadlines, max_size=2)),
            "schedule": draw(st.lists(st.fixed_dictionaries({"when": moments, "what": texts}), max_size=2)),
            "findings": [{"code": "deadline-order", "where": ids[:1], "note": draw(texts)}],
            "graph": {"vertices": vertices, "edges": edges},
        }
    )
