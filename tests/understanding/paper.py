"""Plans written as plain lines, for tests: a paragraph a line, table rows between bars, headers given by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from vanthu.document.content import Deadline, Header, Task
from vanthu.document.evidence import Mention, Sourced
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph, Table, TableCell
from vanthu.document.plan import Plan
from vanthu.document.text import Text
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.outline import outline
from vanthu.understanding.tasks import Extraction, extract

FOLDER = Path(__file__).parent / "papers"


def plan_of(text: str, rulebook: Rulebook, **header: str) -> Plan:
    """A plan with text, paragraphs, tables, mentions and outline. A line `|a|b|` is a table row, the first of them its head."""
    body: list[str] = []
    paragraphs: list[Paragraph] = []
    tables: list[list[list[Span]]] = []
    at, open_table = 0, False
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            if not open_table:
                tables.append([])
            cells = line.strip("|").split("|") if line.count("|") < 3 else line[1:-1].split("|")
            spans = []
            for cell in cells:
                spans.append(Span(at, at + len(cell)))
                body.append(cell)
                at += len(cell) + 1
            tables[-1].append(spans)
            paragraphs += _cells(spans, len(tables) - 1, len(tables[-1]) - 1)
        else:
            paragraphs.append(Paragraph(kind=BlockKind.BODY, span=Span(at, at + len(line)), page=1))
            body.append(line)
            at += len(line) + 1
        open_table = line.startswith("|")
    value = "\n".join(body)
    plan = Plan(
        text=Text.build(value),
        paragraphs=tuple(paragraphs),
        tables=tuple(map(_table, tables)),
        mentions=_mentions(value, paragraphs, rulebook),
        header=Header(**{k: Sourced(value=v) for k, v in header.items()}),
    )
    return plan.with_layers(outline=outline(plan, rulebook))


def _cells(spans: list[Span], table: int, row: int) -> list[Paragraph]:
    return [
        Paragraph(kind=BlockKind.TABLE, span=s, page=1, table=table, row=row, column=c)
        for c, s in enumerate(spans)
        if s.end > s.start
    ]


def _table(rows: list[list[Span]]) -> Table:
    cells = tuple(
        TableCell(row=r, column=c, span=s) for r, spans in enumerate(rows) for c, s in enumerate(spans)
    )
    return Table(pages=(1,), rows=len(rows), columns=len(rows[0]), head_rows=1, cells=cells)


def _mentions(text: str, paragraphs: list[Paragraph], rulebook: Rulebook) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            label="DEADLINE",
            rule=m.rule.id,
            span=Span(m.span.start + p.span.start, m.span.end + p.span.start),
            groups=m.groups,
        )
        for p in paragraphs
        for m in rulebook["DEADLINE"].find(text[p.span.start : p.span.end])
    )


def tasks_of(text: str, rulebook: Rulebook, **header: str) -> tuple[Task, ...]:
    """The tasks of a plan given as lines."""
    return extract(plan_of(text, rulebook, **header), rulebook).tasks


def said(text: str, rulebook: Rulebook) -> list[tuple[str, list[str]]]:
    """Of each task of a commune's plan its path and who leads."""
    tasks = tasks_of(text, rulebook, issuer="Ủy ban nhân dân xã Mường Bú", issued_on="2031-01-05")
    return [(t.id, [u.name for u in t.lead]) for t in tasks]


def time_of(deadline: Deadline) -> str:
    """A deadline in one short line, to compare with what is expected."""
    d = deadline
    match d.kind.value:
        case "due":
            return f"due {d.date}" + (f"T{d.time}" if d.time else "")
        case "window":
            return f"window {d.start or ''}..{d.end or ''}"
        case "recurring":
            return f"recurring {d.rrule}" + (f" T{d.time}" if d.time else "")
        case "relative":
            return f"relative {d.duration}"
    return d.kind.value


def row_of(task: Task) -> dict[str, Any]:
    """What is compared of a task; its first twelve words stand for the text."""
    return {
        "id": task.id,
        "lead": [u.name for u in task.lead],
        "coordinate": [u.name for u in task.coordinate],
        "kind": task.kind.value,
        "parent": task.parent,
        "times": sorted(time_of(d) for d in task.deadlines),
    }


def expected(name: str) -> dict[str, Any]:
    """What a paper under papers/ should give."""
    loaded = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    rows = [
        {
            "id": str(t["id"]),
            "lead": t.get("lead", []),
            "coordinate": t.get("coordinate", []),
            "kind": t.get("kind", "action"),
            "parent": t.get("parent"),
            "times": sorted(t.get("times", [])),
        }
        for t in loaded["tasks"]
    ]
    return {"header": loaded["header"], "tasks": rows, "document_times": loaded.get("document_times", [])}


def read_paper(name: str, rulebook: Rulebook) -> Extraction:
    """What the program makes of a paper under papers/."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return extract(plan_of(text, rulebook, **expected(name)["header"]), rulebook)
