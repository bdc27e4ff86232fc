#!/usr/bin/env python3
"""Write all hostile and broken files into a new folder: python tests/hostile/make.py DIR. Nothing in them does harm when read."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hostile.corpus import CASES, write  # found by the line above

if __name__ == "__main__":
    write(CASES, Path(sys.argv[1]))
