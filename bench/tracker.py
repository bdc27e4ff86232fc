"""Seconds and memory of the tracker over many plans: sheet, table, the way back. Each step runs in a process of its own."""

from __future__ import annotations

import argparse
import random
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import ROOT, show
from running import once

sys.path.insert(0, str(ROOT / "pipeline"))

from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import dumps
from vanthu.engine.desk_files import write_sheet
from vanthu.engine.tracking import look_into, shelf
from vanthu.export.tracker.rows import Day

_UNITS = [
    f"{kind} {place}"
    for kind in ("Công an xã", "Trạm Y tế", "Phòng Văn hóa")
    for place in ("An", "Bình", "Hòa", "Phú")
]
_WORDS = [
    "rà",
    "soát",
    "hồ",
    "sơ",
    "tuyên",
    "truyền",
    "vận",
    "động",
    "người",
    "dân",
    "thực",
    "hiện",
    "chỉ",
    "tiêu",
    "được",
    "giao",
    "báo",
    "cáo",
    "kết",
    "quả",
    "theo",
    "quy",
    "định",
]
STEPS = ("sheet", "table", "return")


def made_plan(number: int, tasks: int) -> PublicPlan:
    """A plan of an invented commune with deadlines of all kinds."""
    chance = random.Random(number)
    return PublicPlan.model_validate(
        {
            "source": f"ke-hoach-{number}.pdf",
            "document": {
                "type": "Kế hoạch",
                "number": str(number),
                "symbol": "KH-UBND",
                "issued_on": "2024-03-05",
            },
            "tasks": [_task(number, n, chance) for n in range(tasks)],
        }
    )


def _task(number: int, place: int, chance: random.Random) -> dict[str, object]:
    text = " ".join(chance.choices(_WORDS, k=chance.randint(12, 60))).capitalize()
    return {
        "id": f"II.{place}",
        "uid": f"{number:08x}{place:08x}",
        "text": text,
        "lead": chance.sample(_UNITS, chance.randint(0, 2)),
        "coordinate": chance.sample(_UNITS, chance.randint(0, 3)),
        "deadlines": [_deadline(chance)] if chance.random() < 0.7 else [],
        "page": 1 + place // 5,
        "evidence": {"quote": text, "page": 1 + place // 5},
        "confidence": round(chance.random(), 3),
    }


def _deadline(chance: random.Random) -> dict[str, object]:
    day = (date(2024, 3, 5) + timedelta(days=chance.randint(1, 700))).isoformat()
    kinds: list[dict[str, object]] = [
        {"kind": "due", "date": day, "qualifier": "before"},
        {"kind": "window", "start": "2024-03-05", "end": day},
        {"kind": "recurring", "rrule": "FREQ=MONTHLY;BYMONTHDAY=25", "until": day},
        {"kind": "ongoing"},
    ]
    return {"raw": f"trước ngày {day}", **chance.choice(kinds)}


def step(name: str, plans: Path, out: Path) -> None:
    """One step, measured by whoever has started this process."""
    found = shelf([plans])
    if name == "return":
        look_into(out / "tasks.xlsx", found)
    else:
        write_sheet(found, out / ("tasks.xlsx" if name == "sheet" else "tasks.csv"), Day(date(2024, 9, 1)))


def measured(name: str, plans: Path, out: Path) -> list[str]:
    command = [sys.executable, __file__, "--step", name, "--plans-in", str(plans), "--out", str(out)]
    return [name, *once(command)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--tasks", type=int, default=20, help="of each plan")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--plans-in", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help="keep the files there")
    given = parser.parse_args()
    if given.step:
        step(given.step, given.plans_in, given.out)
        return
    with TemporaryDirectory() as scratch:
        plans, out = Path(scratch) / "plans", given.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        for number in range(1, given.plans + 1):
            folder = plans / f"ke-hoach-{number}"
            folder.mkdir(parents=True)
            (folder / "plan.json").write_text(dumps(made_plan(number, given.tasks)), encoding="utf-8")
        rows = [measured(name, plans, out) for name in STEPS]
    title = f"{given.plans * given.tasks} tasks of {given.plans} plans"
    show(title, ("step", "seconds", "CPU s", "MB"), rows)


if __name__ == "__main__":
    main()
