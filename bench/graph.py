"""How much CPU time it takes to join many finished plans into one graph and to measure it.

python bench/graph.py [--plans 500] [--tasks 20]
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time

from vanthu import api
from vanthu.contract.model import PublicPlan
from vanthu.export.graphs.graphml import graphml
from vanthu.planning.measures import measure

UNITS = [
    f"{kind} {field}"
    for kind in ("Sở", "Phòng", "Ban")
    for field in ("Nội vụ", "Tài chính", "Y tế", "Tư pháp")
]
VERBS = (
    "Rà soát, lập danh sách",
    "Bố trí các điểm",
    "Hướng dẫn người dân tại các điểm",
    "Tổng hợp, báo cáo theo danh sách",
)
THINGS = (
    "tiếp nhận hồ sơ lưu động tại thôn",
    "hỗ trợ người dân làm dịch vụ công",
    "hộ gia đình được nhận hỗ trợ đợt",
)


def plan(number: int, tasks: int) -> PublicPlan:
    """A plan with so many tasks, each later one after some earlier one."""
    chance = random.Random(number)
    rows = [_task(chance, n) for n in range(tasks)]
    edges = [
        {
            "source": f"task:II.{chance.randrange(n)}",
            "target": f"task:II.{n}",
            "kind": "precedes",
            "confidence": 0.75,
        }
        for n in range(1, tasks)
    ]
    document = {"type": "Kế hoạch", "number": str(number), "symbol": "KH-UBND", "issued_on": "2024-01-15"}
    vertices = [{"id": f"task:{t['id']}", "kind": "task", "label": t["text"]} for t in rows]
    return PublicPlan.model_validate(
        {"document": document, "tasks": rows, "graph": {"vertices": vertices, "edges": edges}}
    )


def _task(chance: random.Random, number: int) -> dict[str, object]:
    day = date(2024, 2, 1) + timedelta(days=chance.randrange(300))
    due = {"raw": "trước ngày", "kind": "due", "date": day.isoformat(), "qualifier": "before"}
    return {
        "id": f"II.{number}",
        "text": f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.randrange(400)}",
        "lead": chance.sample(UNITS, chance.choice((1, 1, 1, 2))),
        "coordinate": chance.sample(UNITS, chance.choice((0, 1, 3))),
        "deadlines": [due] if chance.random() < 0.7 else [],
    }


def _timed() -> Iterator[tuple[str, float]]:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--tasks", type=int, default=20)
    wanted = parser.parse_args()
    plans = [plan(n, wanted.tasks) for n in range(1, wanted.plans + 1)]
    start = process_time()
    network = api.network(plans)
    yield "one graph of all plans, with what they hand over", process_time() - start
    start = process_time()
    found = measure(network)
    yield "measures", process_time() - start
    start = process_time()
    graphml(network, found.order)
    yield "GraphML", process_time() - start
    print(
        f"{len(network.works)} tasks, {network.graph.number_of_edges()} edges, chain of {len(found.order.chain)}"
    )


def main() -> None:
    for name, seconds in _timed():
        print(f"{name}: {seconds:.2f} s of CPU time")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
