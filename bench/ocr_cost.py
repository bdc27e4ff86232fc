#!/usr/bin/env python3
"""CPU time of reading scans, as a multiple of the bare tesseract program on the same page images.

Both run in turn, one thread each, in one run of this script; tesseract gets uncompressed images at the scan's own
resolution, so that it pays for recognition only. Ours is everything up to the text: opening, rendering, turning,
cleaning, recognition, layout. Starting Python and loading rules is paid once and left out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from measure import cpu_seconds, one_thread, samples, show
from vanthu import api


def main() -> None:
    """Measure the scanned samples, or the PDFs given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pdfs", nargs="*", type=Path, help="scanned PDFs; without: the scanned samples")
    parser.add_argument("--dpi", type=int, default=200, help="resolution of the scans")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--language", default="vie")
    args = parser.parse_args()
    one_thread()
    pdfs = args.pdfs or [path for path in samples(".pdf") if is_scan(path)]
    api.process(samples(".txt")[0])
    rows = [measure(pdf, args.dpi, args.rounds, args.language) for pdf in pdfs]
    ours, bare = (sum(row[n] for row in rows) for n in (1, 2))
    lines = [(pdf.stem[:40], *format_row(*row)) for pdf, row in zip(pdfs, rows, strict=True)]
    lines.append(("all", *format_row(sum(row[0] for row in rows), ours, bare)))
    show("CPU seconds of reading", ("document", "pages", "ours", "tesseract", "ratio", "ours/page"), lines)


def measure(pdf: Path, dpi: int, rounds: int, language: str) -> tuple[int, float, float]:
    """Pages, and the median CPU seconds of our reading and of tesseract's."""
    with tempfile.TemporaryDirectory() as folder:
        images = render(pdf, Path(folder), dpi)
        times = [
            (timed(lambda: api.read_text(pdf)), timed(lambda: bare(images, language))) for _ in range(rounds)
        ]
    return len(images), statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def timed(work: Callable[[], object]) -> float:
    """CPU seconds that a piece of work takes."""
    before = cpu_seconds()
    work()
    return cpu_seconds() - before


def bare(images: list[Path], language: str) -> None:
    """The tesseract program on each page, whole-page mode."""
    for image in images:
        command = ["tesseract", str(image), "-", "-l", language, "--psm", "3"]
        subprocess.run(command, check=True, capture_output=True)


def render(pdf: Path, folder: Path, dpi: int) -> list[Path]:
    """The pages as uncompressed images."""
    images = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            images.append(folder / f"{number:03}.ppm")
            page.render(scale=dpi / 72).to_pil().convert("L").save(images[-1])
    return images


def is_scan(pdf: Path) -> bool:
    """Whether the first page has no text layer."""
    with pypdfium2.PdfDocument(pdf) as document:
        return int(document[0].get_textpage().count_chars()) == 0


def format_row(pages: int, ours: float, theirs: float) -> tuple[str, ...]:
    """Numbers as they are shown."""
    return str(pages), f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}", f"{ours / pages:.2f}"


if __name__ == "__main__":
    main()
