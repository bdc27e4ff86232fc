"""Made documents as files: `QUALITY/NAME.pdf`, and `NAME.json` with the cells that are the truth."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tables_maker.model import Paper, Sheet
from tables_maker.scanner import scan
from tables_maker.setting import set_paper

DIGITAL = "digital"


def write(papers: Iterable[Paper], folder: Path, qualities: Iterable[str]) -> None:
    """All documents in all qualities; what is there already stays."""
    for paper in papers:
        truth = folder / f"{paper.name}.json"
        truth.parent.mkdir(parents=True, exist_ok=True)
        truth.write_text(
            json.dumps(
                {"kind": paper.kind, "tables": [cells(t) for t in paper.tables]}, ensure_ascii=False, indent=1
            )
        )
        pdf = set_paper(paper)
        for quality in qualities:
            target = folder / quality / f"{paper.name}.pdf"
            target.parent.mkdir(exist_ok=True)
            if not target.exists():
                made = (
                    pdf
                    if quality == DIGITAL
                    else scan(pdf, quality, paper.seed, turn=paper.turn, skew=paper.skew)
                )
                target.write_bytes(made)


def cells(sheet: Sheet) -> list[list[Any]]:
    """Row, column, spans and text of each cell; places that no cell covers do not occur."""
    return [[c.row, c.column, c.row_span, c.column_span, c.text] for c in sheet.cells]
