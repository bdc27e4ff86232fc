#!/usr/bin/env python3
"""Pages a minute, and errors, against OCRmyPDF with `--deskew --rotate-pages --clean` on the same scans and cores.

All programs run in turn as people start them, nothing kept from earlier runs but the compiled
rules, as from the second start on; ours once under each profile. Needs `ocrmypdf` and
`unpaper` on the path (Debian packages of these names). On a machine that does other work the processor time tells more than the
time that passes. A truth beside a scan (`NAME.txt`, a form feed between pages) is handed to `--scorer`, a script called with
TRUTH FOUND TRUTH FOUND ..., once for each program; what it prints is shown as it is.
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

PROFILES = ("nhanh", "thường")
THEIRS = "ocrmypdf"


@dataclass
class Side:
    """One of the programs: how it is called, and what was seen of it."""

    name: str
    command: Callable[[Path, Path], list[str]]  # from scan and file for the text
    seen: dict[Path, list[Watched]] = field(default_factory=dict)

    def read(self, scan: Path, text: Path) -> None:
        """Run the program on a scan; its text goes to a file."""
        seen = run(self.command(scan, text))
        if seen.code:
            sys.exit(f"{self.name} ended with {seen.code} on {scan}")
        self.seen.setdefault(scan, []).append(seen)

    def total(self, what: Callable[[Watched], float]) -> float:
        """A figure over all scans, of each the median of the rounds."""
        return sum(statistics.median(what(seen) for seen in rounds) for rounds in self.seen.values())


def main() -> int:
    """Measure the scanned samples, or the PDFs given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pdfs", nargs="*", type=Path, help="scanned PDFs; without: the scanned samples")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--profile", action="append", help="only these; may be repeated; without: nhanh, thường"
    )
    parser.add_argument("--language", default="vie")
    parser.add_argument("--scorer", type=Path)
    args = parser.parse_args()
    if missing := [name for name in (THEIRS, "unpaper") if which(name) is None]:
        sys.exit(f"not installed: {', '.join(missing)}")
    one_thread()
    scans = args.pdfs or [path for path in samples(".pdf") if not has_text(path)]
    sides = [Side(name, ours(name)) for name in args.profile or PROFILES]
    sides.append(Side(THEIRS, theirs(args.language)))
    with tempfile.TemporaryDirectory() as folder:
        # compiles the rules where they changed
        run(sides[0].command(samples(".txt")[0], Path(folder) / "warm.txt"))
        for number in range(args.rounds):
            for scan in scans:
                # neither is always the one that finds a warm machine
                for side in sides[:: -1 if number % 2 else 1]:
                    side.read(scan, text_of(Path(folder), side, scan))
        tell(sides, sum(page_count(scan) for scan in scans))
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


def tell(sides: list[Side], pages: int) -> None:
    """The table of speed."""
    peer = sides[-1]
    rows = []
    for side in sides:
        seconds, work = side.total(wall), side.total(cpu)
        faster, cheaper = peer.total(wall) / seconds, peer.total(cpu) / work
        rows.append(
            (
                side.name,
                f"{60 * pages / seconds:.1f}",
                f"×{faster:.2f}",
                f"{work / pages:.2f}",
                f"×{cheaper:.2f}",
                f"{work / seconds / cores():.0%}",
            )
        )
    heads = ("program", "pages a minute", "times the peer", "CPU s/page", "less than the peer", "cores busy")
    show(f"{pages} pages on {cores()} cores", heads, rows)


def wall(seen: Watched) -> float:
    """Seconds from start to end."""
    return seen.wall


def cpu(seen: Watched) -> float:
    """Seconds of processor time, with children."""
    return seen.cpu


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
