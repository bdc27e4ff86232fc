#!/usr/bin/env python3
"""Cell-for-cell F1 of tables: documents of every kind are made, read in several qualities, and compared with the truth.

A cell counts where its row, column, spans and text are right, counted over the whole table (joined over its pages).
Texts are compared without regard to case, white space, kinds of dashes and quotes; five wrong characters in a hundred
are forgiven, so that a short text must be exact. Empty cells count like others. A table that is found where none is
counts with all its cells against precision. `--places` compares rows, columns and spans alone, without texts.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))

from measure import cpu_seconds, one_thread, show
from tables_maker.files import DIGITAL, write
from tables_maker.kinds import papers
from tables_maker.scanner import QUALITIES
from vanthu import api
from vanthu.document.plan import Plan
from vanthu.errors import VanthuError

FORGIVEN = 0.05
_FOLDED = str.maketrans(
    {**dict.fromkeys("–—−‐‑~", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’`´", "'"), "Ð": "Đ"}
)

Place = tuple[int, int, int, int]
Cells = dict[Place, str]


class Score(NamedTuple):
    """Counts of one document or of many."""

    right: int = 0
    found: int = 0
    true: int = 0
    tables_right: int = 0
    tables_found: int = 0
    tables_true: int = 0

    def __add__(self, other: tuple[Any, ...]) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """Of cells; 1 where there are none and none were found."""
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 1.0


def main() -> int:
    """Make, read, score, print a line for each kind and a column for each quality."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the documents are made; those that are there stay")
    parser.add_argument("--quality", nargs="*", default=[DIGITAL, *QUALITIES], help="without: all")
    parser.add_argument("--kind", default="", help="only kinds that begin so")
    parser.add_argument(
        "--held", action="store_true", help="the half kept apart instead of the one to work with"
    )
    parser.add_argument("--places", action="store_true", help="compare rows, columns and spans alone")
    parser.add_argument("--misses", action="store_true", help="print cells that are missing or wrong")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--profile", default=None, help="profile of reading")
    args = parser.parse_args()
    one_thread()
    chosen = [p for p in papers(held=args.held) if p.kind.startswith(args.kind)]
    write(chosen, args.folder, args.quality)
    work = [
        (args.folder / q / f"{p.name}.pdf", args.folder / f"{p.name}.json", args)
        for p in chosen
        for q in args.quality
    ]
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    with get_context("spawn").Pool(args.jobs) as pool:
        for (pdf, truth, _), (score, lines) in zip(work, pool.imap(measured, work), strict=True):
            kind = json.loads(truth.read_text())["kind"]
            scores[kind, pdf.parent.name] += score
            for line in lines if args.misses else ():
                print(f"{pdf.parent.name}/{pdf.stem}: {line}")
    report(scores, args.quality)
    print(f"{cpu_seconds():.0f} CPU seconds")
    return 0


def measured(work: tuple[Path, Path, argparse.Namespace]) -> tuple[Score, list[str]]:
    """The score of one document, and what is wrong with it."""
    pdf, truth, args = work
    true = [
        {(r, c, h, w): text for r, c, h, w, text in cells}
        for cells in json.loads(truth.read_text())["tables"]
    ]
    try:
        found = tables_of(api.process(pdf, profile=args.profile))
    except VanthuError as error:  # a suspicion of secrecy: a document that is stopped has no tables
        score, lines = compare(true, [], places=args.places)
        return score, [str(error), *lines]
    return compare(true, found, places=args.places)


def tables_of(plan: Plan) -> list[Cells]:
    """The cells of each table of a plan."""
    text = plan.need_text()
    return [
        {(c.row, c.column, c.row_span, c.column_span): text[c.span] for c in t.cells}
        for t in plan.tables or ()
    ]


def compare(true: Sequence[Cells], found: Sequence[Cells], *, places: bool) -> tuple[Score, list[str]]:
    """Each true table is matched with the found one that shares most cells with it."""
    left, right, lines, matched = list(found), 0, [], 0
    for number, table in enumerate(true):
        best = max(left, key=lambda f: len(shared(table, f, places=places)), default=None)
        same = shared(table, best, places=places) if best is not None else set()
        if best is not None and len(same) * 5 >= len(table):
            left.remove(best)
            matched += 1
        else:
            best, same = {}, set()
        right += len(same)
        lines += differences(number, table, best, same)
    lines += [f"no table: {len(f)} cells, {list(f.values())[:4]}" for f in left]
    cells = sum(map(len, found)), sum(map(len, true))
    return Score(right, *cells, matched, len(found), len(true)), lines


def shared(true: Cells, found: Cells, *, places: bool) -> set[Place]:
    """The places of cells that are right."""
    return {p for p, text in true.items() if p in found and (places or alike(text, found[p]))}


def alike(true: str, found: str) -> bool:
    """Whether a text was read, as far as it is judged here."""
    one, other = folded(true), folded(found)
    return Levenshtein.distance(one, other) <= FORGIVEN * len(one)


def folded(text: str) -> str:
    """A text without what is not judged."""
    return "".join(unicodedata.normalize("NFC", text).translate(_FOLDED).casefold().split())


def differences(number: int, true: Cells, found: Cells, same: Iterable[Place]) -> list[str]:
    """Lines that name each true cell that is not right."""
    return [
        f"table {number} {place}: {true[place]!r} read {found.get(place)!r}"
        for place in true
        if place not in same
    ]


def report(scores: dict[tuple[str, str], Score], qualities: Sequence[str]) -> None:
    """F1 by kind and quality, and how many tables were found."""
    kinds = list(dict.fromkeys(kind for kind, _ in scores))
    rows = [(kind, *(f"{scores[kind, q].f1:.3f}" for q in qualities)) for kind in kinds]
    sums = [sum((scores[k, q] for k in kinds), Score()) for q in qualities]
    rows.append(("all cells", *(f"{s.f1:.3f}" for s in sums)))
    rows.append(("tables found", *(f"{s.tables_right}/{s.tables_true}" for s in sums)))
    rows.append(("tables invented", *(str(s.tables_found - s.tables_right) for s in sums)))
    show("F1 of cells", ("kind", *qualities), rows)


if __name__ == "__main__":
    sys.exit(main())
