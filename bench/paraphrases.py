"""How many pairs of wordings of one duty the audit between plans takes for one, and how many pairs of like duties it does.

python bench/paraphrases.py [--of held|held_later] [--show]

The wordings (bench/registers/paraphrases.yaml) were written as two drafters write who never saw each other's plan: a harder
question than that of the made registers. Those held out (two lists) were written when the rules stood; only
their totals are looked at.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

from measure import show
from vanthu.audit.across.compare import compare
from vanthu.audit.across.duty import Duty, Time
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.reader import reader

_FILE = Path(__file__).parent / "registers" / "paraphrases.yaml"
LISTS = ("duties", "held", "held_later")
_HOME = "xã an kỳ"
_DAYS = (date(2025, 6, 30), date(2025, 8, 15))
_PLANS = tuple(
    Paper(
        f"{n}", f"{n}", _HOME, _HOME, f"{n}/kh-ubnd", f"{n}/KH-UBND", date(2025, n, 3), "Nhiệm vụ trọng tâm"
    )
    for n in (2, 3)
)


def entries(name: str) -> list[dict[str, Any]]:
    """Duties with their wordings, those of one list of the file."""
    read: dict[str, list[dict[str, Any]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read[name]


def pairs(entry: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Pairs of wordings, each with whether they say one duty."""
    yield from ((*pair, True) for pair in combinations(entry["same"], 2))
    yield from (
        (*pair, False) for pair in (*product(entry["same"], entry["other"]), *combinations(entry["other"], 2))
    )


def are_one(unit: str, *texts: str) -> bool:
    """Whether the audit says that two plans give one unit the same duty with two dates."""
    language = reader()
    lead = {language.unit(unit, _HOME): unit}
    one, two = (
        Duty(plan, "II.1", text.format(year=2025), lead, frozenset(), (Time("", None, day),), names=(unit,), reader=language)
        for plan, text, day in zip(_PLANS, texts, _DAYS, strict=True)
    )  # fmt: skip
    return compare(one, two).found is not None


def main() -> None:
    """Print the table, with `--show` every pair that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--of", choices=LISTS, default=LISTS[0], help="the others are held out: no rule was made with them"
    )
    parser.add_argument(
        "--show", action="store_true", help="every pair that came out wrong, but of those held out"
    )
    wanted = parser.parse_args()
    counts = {True: [0, 0], False: [0, 0]}
    for entry in entries(wanted.of):
        for one, two, same in pairs(entry):
            found = are_one(entry["unit"], one, two)
            counts[same][0] += 1
            counts[same][1] += found
            if wanted.show and found != same and wanted.of == LISTS[0]:
                print(f"{'MISSED' if same else 'TOO MUCH'}\n   {one}\n   {two}")
    rows = [["one duty", *map(str, counts[True])], ["two like duties", *map(str, counts[False])]]
    show("Wordings of two drafters", ["pairs", "number", "taken for one"], rows)


if __name__ == "__main__":
    main()
