#!/usr/bin/env python3
"""Make test scans out of transcripts or of the samples' sources: `python bench/scans.py --out DIR FILE [FILE ...]`.

Every FILE (`.txt` transcript or `.yaml` source) becomes `DIR/LOOK/NAME.pdf`, images only, and beside it `NAME.txt`: every
printed line in order, a form feed between pages; what is stamped or written by hand is not in it. Looks are those of
`samples/maker/looks.py`. Other seeds give other scans; `--font` takes another family for some files, by turns.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))

from maker import stamps, style
from maker.looks import LOOKS, Look, image_pdf, scanned
from maker.pages import Place, compose
from maker.plain import read_plain
from maker.source import Form, Source, load

TURNS = (0, 90, 180, 270)
GAPS = (re.compile(r"Số:?(\s+)[/-]"), re.compile(r"ngày(\s+)tháng"))
GAP = 14.0  # points: less is no place to write in


def main() -> int:
    """Scan every file in every look asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--look", action="append", choices=sorted(LOOKS), help="all without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--font", action="append", choices=sorted(style.FAMILIES), help="families by turns; the first without"
    )
    args = parser.parse_args()
    for number, file in enumerate(args.files):
        source, fonts = source_of(file), args.font or [style.FAMILY]
        pdf, places = compose(source, fonts[number % len(fonts)])
        for name in args.look or LOOKS:
            scan, truth = scan_of(source, pdf, places, name, seed=args.seed * 1000 + number)
            folder = args.out / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{source.name}.pdf").write_bytes(scan)
            (folder / f"{source.name}.txt").write_text("\f".join(truth), encoding="utf-8")
            print(f"{folder / source.name}.pdf  {len(truth)} pages")
    return 0


def source_of(file: Path) -> Source:
    """The document in a transcript or a YAML source."""
    if file.suffix == ".yaml":
        return load(file)
    arrival = {"office": "VĂN PHÒNG HĐND VÀ UBND", "number": "1387", "day": "24/02"}
    made = read_plain(file.stem, file.read_text(encoding="utf-8"), Form("pdf"))
    return Source(**{**vars(made), "arrival": arrival})


def scan_of(
    source: Source, pdf: bytes, places: dict[str, Place], name: str, *, seed: int
) -> tuple[bytes, list[str]]:
    """The scan as a PDF, and the printed text of each of its pages."""
    look, rng = LOOKS[name], random.Random(f"{name}{seed}")
    document = pypdfium2.PdfDocument(pdf)
    truth = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    papers = [page.render(scale=look.dpi / 72).to_pil().convert("RGB") for page in document]
    _by_hand(document, papers, look, rng)
    if source.arrival.get("number") and (name == "stamped" or rng.random() < 0.3):
        _stamped(source, papers, places, look, rng, everything=name == "stamped")
    pages = list(_scanned(papers, look, rng))
    if name == "rotated":
        pages.append(scanned(Image.new("RGB", papers[-1].size, "white"), papers[-1], look, rng))
        truth.append("")
        first = rng.randrange(4)
        pages = [page.rotate(TURNS[(first + n) % 4], expand=True) for n, page in enumerate(pages)]
    return image_pdf(pages, look.dpi, look.quality), truth


def _scanned(papers: list[Image.Image], look: Look, rng: random.Random) -> Iterator[Image.Image]:
    for number, paper in enumerate(papers):
        back = papers[number + 1] if number + 1 < len(papers) else None
        yield scanned(paper, back if number % 2 == 0 else papers[number - 1], look, rng)


def _by_hand(
    document: pypdfium2.PdfDocument, papers: list[Image.Image], look: Look, rng: random.Random
) -> None:
    """A number and a day written into the gaps that were left for them on the first page."""
    text = document[0].get_textpage()
    for pattern in GAPS:
        gap = pattern.search(text.get_text_range())
        if gap is None:
            continue
        _, low, left, _ = text.get_charbox(gap.start(1) - 1, loose=True)
        right = text.get_charbox(gap.end(1), loose=True)[0]
        if right - left > GAP:
            at = (left * look.dpi / 72, papers[0].height - low * look.dpi / 72)
            papers[0] = _written(papers[0], str(rng.randrange(3, 29)), at, look)


def _written(paper: Image.Image, text: str, at: tuple[float, float], look: Look) -> Image.Image:
    pixels = np.asarray(paper).copy()
    place, size, width = (int(at[0]) + 2, int(at[1]) - 2), look.dpi / 250, max(1, look.dpi // 90)
    cv2.putText(pixels, text, place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, size, stamps.PEN, width, cv2.LINE_AA)
    return Image.fromarray(pixels)


def _stamped(
    source: Source, papers: list[Image.Image], places: dict[str, Place], look: Look, rng: random.Random,
    *, everything: bool,
) -> None:  # fmt: skip
    """Signature and seal; on colour scans also the arrival box, and a seal over the ends of the lines of each page."""
    dpi, place, head = look.dpi, places["signature"], places["head"]
    paper = papers[place.page - 1]
    x, y = place.x * dpi / 72, paper.height - place.y * dpi / 72
    around, middle = " ".join(source.issuer), source.place.upper()
    stamps.signature(paper, (x, y), dpi, rng)
    stamps.seal(paper, (x - rng.uniform(0.4, 0.8) * dpi, y), around, middle, dpi, rng)
    if not everything:
        return
    x, y = head.x * dpi / 72, papers[0].height - head.y * dpi / 72
    low = y + rng.uniform(1.0, 1.25) * dpi
    stamps.arrival(papers[0], (x - rng.uniform(1.7, 2.0) * dpi, low), source.arrival, dpi, rng)
    for paper in papers[1:]:
        high = rng.uniform(0.2, 0.75) * paper.height
        stamps.seal(paper, (paper.width - rng.uniform(0.1, 0.7) * dpi, high), around, middle, dpi, rng)


if __name__ == "__main__":
    sys.exit(main())
