#!/usr/bin/env python3
"""Pages a minute, and errors, against OCRmyPDF with `--deskew --rotate-pages --clean` on the same scans and cores.

Both programs run in turn as people start them, nothing kept from earlier runs. Needs `ocrmypdf` and `unpaper` on the path (Debian
packages of these names). A truth beside a scan (`NAME.txt`, a form feed between pages) is handed to `--scorer`, a
script called with TRUTH FOUND TRUTH FOUND ..., once for each program; what it prints is shown as it is.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

import pypdfium2

from measure import one_thread, samples, show
from running import Watched, cores, run


@dataclass
class Side:
    """One of the two programs: how it is called, and what was seen of it."""

    name: str
    command: Callable[[Path, Path], list[str]]  # from scan and file for the text
    seen: dict[Path, list[Watched]] = field(default_factory=dict)

    def read(self, scan: Path, text: Path) -> None:
        """Run the program on a scan; its text goes to a file."""
        seen = run(self.command(scan, text))
        if seen.code:
            sys.exit(f"{self.name} ended with {seen.code} on {scan}")
        self.seen.setdefault(scan, []).append(seen)

    def middle(self, scan: Path, what: Callable[[Watched], float]) -> float:
        """The median of a figure over the rounds."""
        return statistics.median(what(seen) for seen in self.seen[scan])


def main() -> int:
    """Measure the scanned samples, or the PDFs given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pdfs", nargs="*", type=Path, help="scanned PDFs; without: the scanned samples")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", default="thường")
    parser.add_argument("--language", default="vie")
    parser.add_argument("--scorer", type=Path)
    args = parser.parse_args()
    if missing := [name for name in ("ocrmypdf", "unpaper") if which(name) is None]:
        sys.exit(f"not installed: {', '.join(missing)}")
    one_thread()
    scans = args.pdfs or [path for path in samples(".pdf") if not has_text(path)]
    sides = Side("vanthu", ours(args.profile)), Side("ocrmypdf", theirs(args.language))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(args.rounds):
            for scan in scans:
                for side in sides[
                    :: -1 if number % 2 else 1
                ]:  # neither is always the one that finds a warm machine
                    side.read(scan, text_of(Path(folder), side, scan))
        tell(scans, *sides)
        if args.scorer:
            for side in sides:
                score(args.scorer, side, scans, Path(folder))
    return 0


def ours(profile: str) -> Callable[[Path, Path], list[str]]:
    """The program itself, through a shell that catches its text."""
    call = '"$1" -m vanthu text "$2" --no-cache --profile "$3" > "$4"'
    return lambda scan, text: ["sh", "-c", call, "sh", sys.executable, str(scan), profile, str(text)]


def theirs(language: str) -> Callable[[Path, Path], list[str]]:
    """The peer, repairing pages as it can."""
    options = ["--deskew", "--rotate-pages", "--clean", "--output-type", "pdf", "--quiet"]
    return lambda scan, text: [
        "ocrmypdf", "-l", language, *options, "--jobs", str(cores()), "--sidecar", str(text), str(scan), str(text.with_suffix(".pdf")),
    ]  # fmt: skip


def text_of(folder: Path, side: Side, scan: Path) -> Path:
    """Where the text of a scan goes."""
    return folder / f"{side.name}-{scan.parent.name}-{scan.stem}.txt"


def tell(scans: list[Path], our: Side, their: Side) -> None:
    """The table of speed."""
    rows, total = [], [0.0] * 5
    for scan in scans:
        pages = page_count(scan)
        figures = [pages, *(s.middle(scan, what) for what in (wall, cpu) for s in (our, their))]
        total = [a + b for a, b in zip(total, figures, strict=True)]
        rows.append((scan.stem[:30], *row(*figures)))
    rows.append(("all", *row(*total)))
    heads = ("scan", "pages", "pages/min", "peer", "times", "CPU s/page", "peer", "busy", "peer")
    show(f"Pages a minute on {cores()} cores", heads, rows)


def wall(seen: Watched) -> float:
    """Seconds from start to end."""
    return seen.wall


def cpu(seen: Watched) -> float:
    """Seconds of processor time, with children."""
    return seen.cpu


def row(pages: float, our: float, their: float, our_cpu: float, their_cpu: float) -> tuple[str, ...]:
    """Figures as they are shown."""
    speed = f"{60 * pages / our:.1f}", f"{60 * pages / their:.1f}", f"{their / our:.2f}"
    each = f"{our_cpu / pages:.2f}", f"{their_cpu / pages:.2f}"
    busy = f"{our_cpu / our / cores():.0%}", f"{their_cpu / their / cores():.0%}"
    return (f"{pages:.0f}", *speed, *each, *busy)


def score(scorer: Path, side: Side, scans: list[Path], folder: Path) -> None:
    """What the scorer says of one program's text."""
    judged = [scan for scan in scans if scan.with_suffix(".txt").exists()]
    pairs = [str(f) for scan in judged for f in (scan.with_suffix(".txt"), text_of(folder, side, scan))]
    if pairs:
        print(f"{side.name}:", flush=True)
        subprocess.run([sys.executable, str(scorer), *pairs], check=True)


def page_count(pdf: Path) -> int:
    """Pages of a file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def has_text(pdf: Path) -> bool:
    """Whether the first page has a text layer."""
    with pypdfium2.PdfDocument(pdf) as document:
        return int(document[0].get_textpage().count_chars()) > 0


if __name__ == "__main__":
    sys.exit(main())
