#!/usr/bin/env python3
"""Run documents through the program and score the plans with a scorer that takes pairs GOLD PLAN.

A document belongs to the gold file whose name begins with the document's name, or the other way round: `000.pdf` and
`000_51bf.txt` belong to `000_51bf.json`. The plans stay in `--out`, if it is given.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import DOCUMENTS, ROOT, one_thread
from vanthu import api
from vanthu.contract.plan_file import plan_json
from vanthu.errors import VanthuError


def main() -> int:
    """Score the samples against their expected plans, or documents against other gold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=ROOT / "samples" / "expected")
    parser.add_argument("--documents", type=Path, default=DOCUMENTS)
    parser.add_argument(
        "--scorer", type=Path, required=True, help="script called with GOLD PLAN GOLD PLAN ..."
    )
    parser.add_argument(
        "--option", action="append", default=[], help="passed on to the scorer, as --option=--scan"
    )
    parser.add_argument("--out", type=Path, help="folder to keep the plans in")
    args = parser.parse_args()
    one_thread()
    with tempfile.TemporaryDirectory() as scratch:
        out = args.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        pairs = [
            pair for document in sorted(args.documents.iterdir()) if (pair := made(document, args.gold, out))
        ]
        files = [str(file) for pair in pairs for file in pair]
        return subprocess.run(
            [sys.executable, str(args.scorer), *files, *args.option], check=False
        ).returncode


def made(document: Path, gold: Path, out: Path) -> tuple[Path, Path] | None:
    """The gold file of a document and the plan made of it; `None` where one of them is not to be had."""
    names = [
        g for g in gold.glob("*.json") if g.stem.startswith(document.stem) or document.stem.startswith(g.stem)
    ]
    if not names or document.suffix == ".json":
        return None
    try:
        plan = plan_json(api.process(document))
    except VanthuError as error:
        print(f"{document}: {error}", file=sys.stderr)
        return None
    target = out / f"{document.stem}.json"
    target.write_text(json.dumps(plan, ensure_ascii=False, indent=1), encoding="utf-8")
    return names[0], target


if __name__ == "__main__":
    sys.exit(main())
