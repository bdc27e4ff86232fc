"""Findings as text: a table on the screen, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from vanthu.audit.places import place
from vanthu.export.findings.shown import Said, Shown, Side
from vanthu.export.listed import SEVERITY_NAMES


def lines(findings: Iterable[Shown]) -> Iterator[str]:
    """One line a finding, fields apart by tabs, for `cut` and `sort` too.

    They are gravity, documents, page, places, code, sentence; then what was said of it, and last its key, where it has them.
    """
    for finding in findings:
        fields = (
            SEVERITY_NAMES[finding.severity].upper(),
            "; ".join(dict.fromkeys(side.document for side in finding.sides)),
            next((f"trang {side.page}" for side in finding.sides if side.page), ""),
            "; ".join(dict.fromkeys(side.where for side in finding.sides)),
            finding.code,
            finding.note,
            *((_said(finding.said),) if finding.said else ()),
            *((finding.key,) if finding.key else ()),
        )
        yield "\t".join(" ".join(field.split()) for field in fields)


def _said(said: Said) -> str:
    return f"{said.verdict}: {said.reason}" if said.reason else said.verdict


def json_text(findings: Iterable[Shown]) -> str:
    """A JSON list; a line feed at its end."""
    records = [asdict(finding) | {"kind": finding.kind} for finding in findings]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def place_of(side: Side) -> str:
    """A place as one says it: *mục II.3, trang 4*."""
    named = place(side.where) if side.where else ""
    page = f"trang {side.page}" if side.page else ""
    return ", ".join(part for part in (named, page) if part)
