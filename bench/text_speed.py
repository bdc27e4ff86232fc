#!/usr/bin/env python3
"""Seconds for a plan that needs no recognition, after start-up; and what start-up costs."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from measure import TEXT_ENDINGS, samples, show


def main() -> None:
    """Measure the samples that are text already, or the documents given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="*", type=Path, help="without: the text and Word samples")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    documents = args.documents or samples(*TEXT_ENDINGS)
    started = time.perf_counter()
    from vanthu import api  # noqa: PLC0415 - importing is part of what is measured

    imported = time.perf_counter()
    api.process(documents[0])
    ready = time.perf_counter()
    rows = [("import", f"{imported - started:.2f}"), ("rules and first document", f"{ready - imported:.2f}")]
    rows += [(d.name, f"{statistics.median(one(d) for _ in range(args.rounds)):.3f}") for d in documents]
    show("Seconds a plan, wall clock", ("what", "seconds"), rows)


def one(document: Path) -> float:
    """Seconds for one document, start-up done."""
    from vanthu import api  # noqa: PLC0415 - see above

    before = time.perf_counter()
    api.process(document)
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
