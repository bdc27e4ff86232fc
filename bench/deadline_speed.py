#!/usr/bin/env python3
"""Milliseconds of processor time to read the deadlines of one sentence; of several rounds the quickest, sentence by sentence."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from datetime import date
from pathlib import Path

from measure import DOCUMENTS, show
from vanthu import api

ISSUED_ON = date(2026, 4, 20)


def main() -> None:
    """Measure the paragraphs of the plain-text sample, or of a JSON-lines file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--jsonl", type=Path, help='lines {"issued_on", "sentence"}; without: the plain-text sample'
    )
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    sentences = from_jsonl(args.jsonl) if args.jsonl else from_sample()
    one(*sentences[0])  # rules are loaded once
    rounds = [[one(sentence, day) for sentence, day in sentences] for _ in range(args.rounds)]
    times = [min(same) for same in zip(*rounds, strict=True)]
    rows = [
        ("sentences", str(len(sentences))),
        ("median", f"{statistics.median(times):.2f}"),
        ("95 of 100 within", f"{statistics.quantiles(times, n=20)[-1]:.2f}"),
        ("longest", f"{max(times):.2f}"),
    ]
    show("Deadlines, milliseconds a sentence", ("what", "ms"), rows)


def one(sentence: str, issued_on: date) -> float:
    """Milliseconds for one sentence."""
    before = time.process_time()
    api.deadlines(sentence, issued_on=issued_on)
    return (time.process_time() - before) * 1000


def from_jsonl(path: Path) -> list[tuple[str, date]]:
    """Sentences with their day of issue."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["sentence"], date.fromisoformat(row["issued_on"])) for row in rows]


def from_sample() -> list[tuple[str, date]]:
    """The paragraphs of the plain-text sample."""
    text = next(DOCUMENTS.glob("*.txt")).read_text(encoding="utf-8")
    return [(line, ISSUED_ON) for line in text.splitlines() if len(line.split()) > 6]


if __name__ == "__main__":
    main()
