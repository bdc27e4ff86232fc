#!/usr/bin/env python3
"""Memory over a long run: resident megabytes after 10 documents and after 100; flat means a ratio near 1.

One process reads the documents over and over, as a worker of `vanthu process` does. `--scans` takes the scanned samples
in too, which is slow.
"""

from __future__ import annotations

import argparse
import gc
from itertools import cycle, islice
from pathlib import Path

import psutil

from measure import TEXT_ENDINGS, one_thread, samples, show
from vanthu import api


def main() -> None:
    """Measure the samples, or the documents given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="*", type=Path, help="without: the text and Word samples")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--first", type=int, default=10)
    parser.add_argument("--scans", action="store_true")
    args = parser.parse_args()
    one_thread()
    documents = args.documents or (samples() if args.scans else samples(*TEXT_ENDINGS))
    peaks = [resident_after(document) for document in islice(cycle(documents), args.count)]
    early, late = max(peaks[: args.first]), max(peaks)
    rows = [
        (f"peak within {args.first} documents", f"{early:.1f}"),
        (f"peak within {args.count} documents", f"{late:.1f}"),
        ("ratio", f"{late / early:.3f}"),
    ]
    show("Resident memory, MB", ("when", "MB"), rows)


def resident_after(document: Path) -> float:
    """Megabytes in use after a document was read and let go."""
    api.process(document)
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    main()
