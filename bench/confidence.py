#!/usr/bin/env python3
"""Whether confidence means what it says: how many of the values said with 0.9 to 1.0, 0.8 to 0.9, ... are right.

Reads documents, or finished `plan.json` files, against gold (`*.json` in the shape of a plan), kind by kind. A document belongs to
the gold file whose name begins with its name, or the other way round. `--documents` may be given several times, with as many
`--gold`, so that text and scans are counted together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import DOCUMENTS, ROOT, one_thread
from vanthu import api
from vanthu.contract.plan_file import contract_json, load_contract, plan_json
from vanthu.evaluation.compare import Json
from vanthu.evaluation.gold import pair_up
from vanthu.evaluation.reliability import Observation, bins, observations


def main() -> int:
    """Print the reliability of each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, action="append", help="the samples' expected plans if not given")
    parser.add_argument("--documents", type=Path, action="append")
    parser.add_argument(
        "--near", type=float, default=0.9, help="least likeness of two texts that count as one"
    )
    args = parser.parse_args()
    one_thread()
    golds = args.gold or [ROOT / "samples" / "expected"]
    folders = args.documents or [DOCUMENTS]
    seen = [
        o for gold, folder in zip(golds, folders, strict=True) for o in of_folder(gold, folder, args.near)
    ]
    print(f"{'kind':<12}{'said':>12}{'mean':>8}{'right':>8}{'count':>8}")
    for found in bins(seen):
        print(
            f"{found.kind:<12}{'from':>7} {found.low:.1f}{found.said:>9.3f}{found.share:>8.3f}{found.total:>8}"
        )
    return 0


def of_folder(gold: Path, folder: Path, near: float) -> Iterator[Observation]:
    """What the plans of a folder say with what confidence; finished plans lie in folders of their own."""
    finished = sorted(folder.glob("*/plan.json"))
    for pair in pair_up(gold, finished or sorted(p for p in folder.iterdir() if p.is_file())).pairs:
        yield from observations(pair.plan, published(pair.document), near=near)


def published(path: Path) -> Json:
    """The plan of a document, or the finished one."""
    return contract_json(load_contract(path)) if path.name == "plan.json" else plan_json(api.process(path))


if __name__ == "__main__":
    sys.exit(main())
