"""The files over many plans, made in one pass over their `plan.json`: one plan in memory at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import quote

from vanthu.contract.model import Document, Finding, PublicPlan
from vanthu.contract.plan_file import load_contract
from vanthu.export.calendar.components import Kind
from vanthu.export.calendar.entries import entries
from vanthu.export.calendar.history import beside
from vanthu.export.calendar.ical import CalendarWriter, Manner, scope_of
from vanthu.export.listed import GRAVITY, SEVERITY_NAMES, Listed, document_names, listed
from vanthu.export.places import whole_file
from vanthu.export.templating import templates
from vanthu.export.timing import nearest_day, show_day
from vanthu.export.tracker.rows import Paper
from vanthu.export.tracker.workbook import write_tracker
from vanthu.export.wording import document_name
from vanthu.planning.followed import follow
from vanthu.planning.journal import load_journal

NAMES = ("tasks.xlsx", "calendar.ics", "findings.json", "index.html")
_NO_PLAN = PublicPlan(document=Document())


@dataclass(frozen=True)
class _Line:
    """A plan in the index."""

    name: str
    title: str
    issuer: str
    source: str  # its file, as it is told from others here
    folder: str
    tasks: int
    due: int
    findings: tuple[Finding, ...]
    review: int
    first: str
    last: str
    partial: bool
    report: str | None  # relative link


def write_all(files: Iterable[Path], out: Path, between: Iterable[Listed]) -> tuple[Path, ...]:
    """See `bundle.write_combined`."""
    lines: list[_Line] = []
    paths = tuple(out / name for name in NAMES)
    with ExitStack() as stack:
        sheet, calendar_file, findings_file, index = (stack.enter_context(whole_file(path)) for path in paths)
        events = stack.enter_context(calendar_file.open("wb"))
        earlier = beside(out / "calendar.ics", scope=scope_of(Kind.EVENTS))
        calendar = CalendarWriter(events, name="Nhiệm vụ và thời hạn", manner=Manner(history=earlier))

        def passing() -> Iterator[Paper]:
            for file in files:
                paper = _paper(file, out)
                followed = follow(paper.plan, paper.journal)
                shown = followed.plan
                calendar.add(shown, entries(followed))
                lines.append(_line(shown, file, out))
                yield paper
            yield Paper(_NO_PLAN, load_journal(out), bare=True)

        across = list(between)
        write_tracker(passing(), sheet, between=across)
        calendar.close()
        events.flush()
        names = document_names((line.source, line.folder) for line in lines)
        lines = [replace(line, source=name) for line, name in zip(lines, names, strict=True)]
        own = (finding for line in lines for finding in listed(line.source, line.findings))
        findings = sorted((*own, *across), key=lambda f: GRAVITY[f.severity])
        findings_file.write_text(_findings_json(findings), encoding="utf-8")
        index.write_text(_index(lines, findings), encoding="utf-8")
    return paths


def _paper(file: Path, out: Path) -> Paper:
    return Paper(load_contract(file), load_journal(file.parent), _report(file, out))


def _report(file: Path, out: Path) -> str | None:
    report = file.parent / "report.html"
    return os.path.relpath(report, out) if report.is_file() else None


def _findings_json(findings: Iterable[Listed]) -> str:
    return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1) + "\n"


def _line(contract: PublicPlan, file: Path, out: Path) -> _Line:
    report = _report(file, out)
    days = sorted(day for t in contract.tasks if (day := nearest_day(t.deadlines)))
    return _Line(
        name=document_name(contract),
        title=contract.document.title or "",
        issuer=contract.document.issuer[0] if contract.document.issuer else "",
        source=contract.source or file.parent.name,
        folder=file.parent.name,
        tasks=len(contract.tasks),
        due=sum(1 for t in contract.tasks if t.deadlines),
        findings=contract.findings,
        review=len(contract.review),
        first=show_day(days[0]) if days else "",
        last=show_day(days[-1]) if days else "",
        partial=contract.status == "partial",
        report=quote(report) if report else None,
    )


def _index(lines: list[_Line], findings: list[Listed]) -> str:
    links = {line.source: line.report for line in lines}
    template = templates().get_template("index.html")
    return template.render(lines=lines, findings=findings, severities=SEVERITY_NAMES, links=links)
