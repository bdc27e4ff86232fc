"""Findings as a page to read and to print: both quotes side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vanthu.document.content import Severity
from vanthu.export.findings.shown import Shown
from vanthu.export.findings.written import place_of
from vanthu.export.listed import SEVERITY_NAMES
from vanthu.export.templating import templates


def page(findings: Sequence[Shown]) -> str:
    """One HTML page that needs no other file."""
    counted = Counter(finding.severity for finding in findings)
    return (
        templates()
        .get_template("findings.html")
        .render(
            findings=findings,
            kinds=sorted(Counter(f.kind for f in findings).items(), key=lambda kind: (-kind[1], kind[0])),
            counts=[(SEVERITY_NAMES[s], s.value, counted[s]) for s in Severity],
            severities=SEVERITY_NAMES,
            place_of=place_of,
        )
    )
