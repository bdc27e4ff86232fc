#!/usr/bin/env python3
"""Seconds and memory for the calendars over many finished plans, read from their files by the command itself."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from many_plans import plans
from measure import show
from running import once
from vanthu.contract.plan_file import dumps


def main() -> None:
    """Write the plans, run each command on them, print what each took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--tasks", type=int, default=20, help="tasks of each plan")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch, "plans"), Path(scratch, "out")
        for plan in plans(args.plans, args.tasks):
            place = folder / str(plan.source)
            place.mkdir(parents=True)
            (place / "plan.json").write_text(dumps(plan), encoding="utf-8")
        commands = {
            "calendar, first": ["calendar", "--out", f"{out}/all.ics"],
            "calendar, again": ["calendar", "--out", f"{out}/all.ics"],
            "to-dos with alarms": f"calendar --profile todos --alarm 7d,1d --out {out}/todos.ics".split(),
            "by unit": ["calendar", "--by", "unit", "--out", f"{out}/units"],
            "by plan": ["calendar", "--by", "plan", "--out", f"{out}/plans"],
            "month page": ["calendar", "--view", "month", "--on", "2025-12-01", "--out", f"{out}/month.html"],
            "year page": ["calendar", "--view", "year", "--on", "2025-12-01", "--out", f"{out}/year.html"],
            "due, two weeks": ["due", "--on", "2025-10-15"],
        }
        title = f"{args.plans * args.tasks:,} tasks of {args.plans} plans"
        show(title, ("command", "s", "CPU s", "MB"), (_row(n, c, folder) for n, c in commands.items()))


def _row(name: str, command: list[str], folder: Path) -> tuple[str, ...]:
    return (name, *once([sys.executable, "-m", "vanthu", command[0], str(folder), *command[1:]]))


if __name__ == "__main__":
    main()
