#!/usr/bin/env python3
"""CPU time of reading scans, as a multiple of the bare tesseract program on the same page images.

Both run in turn, one thread each, in one run of this script; tesseract gets uncompressed images at the scan's own
resolution, so that it pays for recognition only. Ours is everything up to the text: opening, rendering, turning,
cleaning, recognition, layout. Starting Python and loading rules is paid once and left out.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pypdfium2

from measure import cpu_seconds, one_thread, samples, show
from vanthu import api

PROFILES = ("nhanh", "thường", "kỹ")


def main() -> None:
    """Measure the scanned samples, or the PDFs given, under each profile."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pdfs", nargs="*", type=Path, help="scanned PDFs; without: the scanned samples")
    parser.add_argument("--profile", action="append", help="only these; may be repeated; without: all three")
    parser.add_argument("--dpi", type=int, default=200, help="resolution of the scans")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--language", default="vie", help="of the bare engine")
    args = parser.parse_args()
    one_thread()
    profiles = args.profile or list(PROFILES)
    pdfs = args.pdfs or [path for path in samples(".pdf") if is_scan(path)]
    for profile in profiles:
        read(samples(".txt")[0], profile)
        read(pdfs[0], profile)  # so that models are in memory
    rows = [measure(pdf, profiles, args) for pdf in pdfs]
    lines = [format_row(pdf.stem[:32], *row) for pdf, row in zip(pdfs, rows, strict=True)]
    pages = sum(count for count, _ in rows)
    lines.append(format_row("all", pages, [sum(costs) for costs in zip(*(c for _, c in rows), strict=True)]))
    heads = ("document", "pages", "tesseract", *profiles)
    show("CPU seconds a page, and times the bare engine", heads, lines)


def measure(pdf: Path, profiles: Sequence[str], args: argparse.Namespace) -> tuple[int, list[float]]:
    """Pages, and the least CPU seconds of tesseract and of our reading under each profile: load only adds to them."""
    with tempfile.TemporaryDirectory() as folder:
        images = render(pdf, Path(folder), args.dpi)
        work = [lambda: bare(images, args.language), *(partial(read, pdf, profile) for profile in profiles)]
        rounds = [[timed(item) for item in work] for _ in range(args.rounds)]
    return len(images), [min(costs) for costs in zip(*rounds, strict=True)]


def read(path: Path, profile: str) -> None:
    """Our reading, up to the text, anew and in this process."""
    api.text_of(api.read(path, profile=profile, keep=False))


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


def format_row(name: str, pages: int, costs: Sequence[float]) -> tuple[str, ...]:
    """Numbers as they are shown."""
    theirs, *ours = costs
    return name, str(pages), f"{theirs / pages:.2f}", *(f"{c / pages:.2f}  ×{c / theirs:.2f}" for c in ours)


if __name__ == "__main__":
    main()
