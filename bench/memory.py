#!/usr/bin/env python3
"""Memory over a long run: flat means a ratio near 1.

`documents` reads documents over and over in one process, as a worker does, and compares resident memory within 10 and
within 100 documents. `pages` makes one scanned file of many pages, runs `vanthu text` on it, and shows the most that a worker
took (with the engine that it started) in each tenth of the run, and how busy the cores were.
"""

from __future__ import annotations

import argparse
import gc
import io
import sys
import tempfile
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pikepdf
import psutil
from PIL import Image, ImageDraw, ImageFont

from measure import TEXT_ENDINGS, one_thread, samples, show
from running import Watched, cores, run
from vanthu import api

A4 = (8.27, 11.69)  # inches
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
LINE = "Ủy ban nhân dân xã chỉ đạo các thôn thực hiện nghiêm túc, báo cáo trước ngày 30/6/2024."
GRAIN = 2.0  # gray levels: 500 pages stay below the size of file that is let in
DIFFERENT = 10  # pages that are drawn; the file repeats them, each with a picture of its own


def main() -> None:
    """Measure documents or pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    many = kinds.add_parser("documents")
    many.add_argument("documents", nargs="*", type=Path, help="without: the text and Word samples")
    many.add_argument("--count", type=int, default=100)
    many.add_argument("--first", type=int, default=10)
    many.add_argument("--scans", action="store_true", help="the scanned samples too, which is slow")
    long = kinds.add_parser("pages")
    long.add_argument("file", nargs="?", type=Path, help="without: a file is made")
    long.add_argument("--pages", type=int, default=500)
    long.add_argument("--dpi", type=int, default=300)
    long.add_argument("--lines", type=int, default=40, help="of print on a page; few are read quickly")
    long.add_argument("--colour", action="store_true")
    long.add_argument("--profile", default="nhanh", help="the most pages in the least time")
    args = parser.parse_args()
    one_thread()
    over_documents(args) if args.kind == "documents" else over_pages(args)


def over_documents(args: argparse.Namespace) -> None:
    """Resident memory early and late."""
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
    api.process(document, keep=False)
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def over_pages(args: argparse.Namespace) -> None:
    """The most that a worker took in each tenth of the run."""
    with tempfile.TemporaryDirectory() as folder:
        file = args.file or scanned(Path(folder) / "long.pdf", args)
        command = [sys.executable, "-m", "vanthu", "text", str(file), "--no-cache", "--profile", args.profile]
        seen = run(command, memory=True)
    tenths = peaks_of(seen)
    rows = [(f"tenth {n + 1}", *(f"{peak:.0f}" for peak in peaks)) for n, peaks in enumerate(tenths)]
    show("Most resident memory of a worker, MB", ("when", *(f"worker {n}" for n in (1, 2, 3))), rows)
    worst = [max(peaks) for peaks in tenths]
    print(
        f"exit code {seen.code}, {seen.wall:.0f} s, {seen.cpu:.0f} s of work, cores busy {seen.busy(cores()):.0%}"
    )
    print(f"most {max(worst):.0f} MB; last tenths against second: {max(worst[-3:-1]) / worst[1]:.3f}")


def peaks_of(seen: Watched, parts: int = 10) -> list[list[float]]:
    """Megabytes, by part of the run and worker, the largest worker first."""
    peaks: list[dict[int, float]] = [defaultdict(float) for _ in range(parts)]
    for at, process, size in seen.samples:
        part = peaks[min(parts - 1, int(at / seen.wall * parts))]
        part[process] = max(part[process], size / 1e6)
    return [[*sorted(part.values(), reverse=True), 0.0][:3] for part in peaks]


def scanned(path: Path, args: argparse.Namespace) -> Path:
    """A file of page pictures, some of which differ. Each page holds its own, so that none is decoded for another."""
    pictures = [packed(page(number, args)) for number in range(min(DIFFERENT, args.pages))]
    width, height = (72 * inches for inches in A4)
    with pikepdf.new() as pdf:
        for data, head in islice(cycle(pictures), args.pages):
            sheet = pdf.add_blank_page(page_size=(width, height))
            sheet.obj.Resources = pikepdf.Dictionary(XObject={"/I": pdf.make_stream(data, head)})
            sheet.obj.Contents = pdf.make_stream(f"{width} 0 0 {height} 0 0 cm /I Do".encode())
        pdf.save(path)
    return path


def packed(picture: Image.Image) -> tuple[bytes, pikepdf.Dictionary]:
    """A picture as scanners pack it, and what a PDF has to say of it."""
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=75)
    name = pikepdf.Name
    head = pikepdf.Dictionary(
        Type=name.XObject,
        Subtype=name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=name.DeviceGray if picture.mode == "L" else name.DeviceRGB,
        BitsPerComponent=8,
        Filter=name.DCTDecode,
    )
    return data.getvalue(), head


def page(number: int, args: argparse.Namespace) -> Image.Image:
    """Lines of print on paper that has some noise."""
    width, height = (round(inches * args.dpi) for inches in A4)
    dice = np.random.default_rng(number)
    paper = dice.normal(245, GRAIN, (height, width)).clip(0, 255).astype(np.uint8)
    picture = Image.fromarray(paper)
    pen, face = ImageDraw.Draw(picture), ImageFont.truetype(FONT, round(13 * args.dpi / 72))
    for line in range(args.lines):
        pen.text(
            (args.dpi, args.dpi + line * args.dpi * 0.23), f"{line + 1}. {LINE}"[:75], font=face, fill=30
        )
    return picture.convert("RGB") if args.colour else picture


if __name__ == "__main__":
    main()
