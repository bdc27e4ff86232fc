#!/usr/bin/env python3
"""CPU time of reading scans, as a multiple of the bare tesseract program on the same page images.

Both run in turn, one thread each, in one run of this script; tesseract gets uncompressed images at the scan's own
resolution, so that it pays for recognition only. Ours is everything up to the text: opening, rendering, turning,
cleaning, recognition, layout, with the start of the engine, which is paid once a document. Starting Python and loading
rules is paid once and left out. Each round runs all in turn, every second one backwards, and a ratio is the median of
those of the rounds: other work on the machine then troubles both alike.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import pypdfium2
from PIL import Image, ImageSequence

from measure import cpu_seconds, one_thread, samples, show
from vanthu import api

PROFILES = ("nhanh", "thường", "kỹ")


def main() -> None:
    """Measure the scanned samples, or the files given, under each profile."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "files", nargs="*", type=Path, help="scanned PDFs or TIFFs; without: the scanned samples"
    )
    parser.add_argument("--profile", action="append", help="only these; may be repeated; without: all three")
    parser.add_argument("--dpi", type=int, default=200, help="resolution of the scans")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--language", default="vie", help="of the bare engine")
    args = parser.parse_args()
    one_thread()
    profiles = args.profile or list(PROFILES)
    files = args.files or [path for path in samples(".pdf", ".tif") if is_scan(path)]
    for profile in profiles:
        read(samples(".txt")[0], profile)
        read(files[0], profile)  # so that models are in memory
    measured = [measure(file, profiles, args) for file in files]
    lines = [format_row(file.stem[:32], *row) for file, row in zip(files, measured, strict=True)]
    pages = sum(count for count, _ in measured)
    together = [
        [sum(costs) for costs in zip(*works, strict=True)]
        for works in zip(*(r for _, r in measured), strict=True)
    ]
    lines.append(format_row("all", pages, together))
    heads = ("document", "pages", "tesseract", *profiles)
    show("CPU seconds a page, and times the bare engine", heads, lines)


def measure(file: Path, profiles: Sequence[str], args: argparse.Namespace) -> tuple[int, list[list[float]]]:
    """Pages, and for each round the CPU seconds of tesseract and of our reading under each profile."""
    with tempfile.TemporaryDirectory() as folder:
        images = render(file, Path(folder), args.dpi)
        work: list[Callable[[], None]] = [partial(bare, images, args.language)]
        work += [partial(read, file, profile) for profile in profiles]
        rounds = [one_round(work, backwards=number % 2 == 1) for number in range(args.rounds)]
    return len(images), rounds


def one_round(work: Sequence[Callable[[], None]], *, backwards: bool) -> list[float]:
    """CPU seconds of each piece of work, done in order or from the last to the first."""
    if backwards:
        return one_round(work[::-1], backwards=False)[::-1]
    return [timed(item) for item in work]


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


def render(file: Path, folder: Path, dpi: int) -> list[Path]:
    """The pages as uncompressed gray images."""
    images = []
    for number, page in enumerate(pages_of(file, dpi)):
        images.append(folder / f"{number:03}.ppm")
        page.convert("L").save(images[-1])
    return images


def pages_of(file: Path, dpi: int) -> Iterator[Image.Image]:
    """Pictures of the pages."""
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as document:
            yield from (page.render(scale=dpi / 72).to_pil() for page in document)
    else:
        with Image.open(file) as picture:
            yield from ImageSequence.Iterator(picture)


def is_scan(file: Path) -> bool:
    """Whether a file is a picture, or its first page has no text layer."""
    if file.suffix != ".pdf":
        return True
    with pypdfium2.PdfDocument(file) as document:
        return int(document[0].get_textpage().count_chars()) == 0


def format_row(name: str, pages: int, rounds: Sequence[Sequence[float]]) -> tuple[str, ...]:
    """Medians as they are shown."""
    costs = [median(work) / pages for work in zip(*rounds, strict=True)]
    ratios = [median(work) for work in zip(*([c / costs[0] for c in costs] for costs in rounds), strict=True)]
    ours = (f"{cost:.2f}  ×{ratio:.2f}" for cost, ratio in zip(costs[1:], ratios[1:], strict=True))
    return name, str(pages), f"{costs[0]:.2f}", *ours


if __name__ == "__main__":
    main()
