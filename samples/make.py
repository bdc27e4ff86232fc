#!/usr/bin/env python3
"""Make the sample documents anew from `sources/`: `python samples/make.py [NAME ...]`.

What lies here: `sources/` the texts, `maker/` what makes them into files, `documents/` the finished files, `expected/`
what a careful clerk reads in them (the shape of `plan.json`, written by hand). Only documents bear the endings of
documents, so that the whole folder can be processed at once. The same sources give the same files as long as the
libraries stay the same; needs the development dependencies and the package fonts-liberation.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from maker.files import make
from maker.source import DOCUMENTS, load_all


def main() -> int:
    """Make all documents, or those whose names begin with one of the arguments."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="beginnings of names, as 02 or 03-cong-van; all without")
    parser.add_argument("--out", type=Path, default=DOCUMENTS, help="folder for the finished files")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    chosen = tuple(args.names) or ("",)
    for source in load_all():
        if source.name.startswith(chosen):
            target = args.out / source.file.name
            target.write_bytes(make(source))
            print(f"{target}  {target.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
