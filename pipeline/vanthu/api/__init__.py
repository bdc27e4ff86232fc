"""The library: what the command line does, as functions.

    from vanthu import api

    plan = api.process("ke-hoach.pdf")
    for task in plan.tasks or ():
        print(task.id, task.text, [deadline.raw for deadline in task.deadlines])
    api.write(plan, "out/ke-hoach")

All functions raise subclasses of `vanthu.errors.VanthuError` for what a person can mend, with one Vietnamese line
that says what happened and what to do next.
"""

from __future__ import annotations

from vanthu.api.auditing import audit_register, findings, judge_finding
from vanthu.api.finished import (
    Audit,
    Gathered,
    audit,
    calendar_page,
    calendar_text,
    due,
    evaluate,
    gather,
    network,
    write_calendars,
)
from vanthu.api.followup import (
    read_tracker,
    read_tracker_of,
    take_tracker,
    take_tracker_of,
    write_notes,
    write_registers,
    write_tracker,
)
from vanthu.api.keeping import backup, reprocess, restore, verify
from vanthu.api.looking import find, show, stats
from vanthu.api.people import correct, mark
from vanthu.api.reading import (
    copy,
    documents,
    draw,
    kept_readings,
    process,
    read,
    read_text,
    schema,
    text_of,
    write,
)
from vanthu.api.register import decide_twin, history, open_register, register_plans, twins
from vanthu.api.runs import How, Run, process_all
from vanthu.api.sentences import deadlines, explain
from vanthu.api.sharing import shared, shared_json, shared_record

__all__ = [
    "Audit",
    "Gathered",
    "How",
    "Run",
    "audit",
    "audit_register",
    "backup",
    "calendar_page",
    "calendar_text",
    "copy",
    "correct",
    "deadlines",
    "decide_twin",
    "documents",
    "draw",
    "due",
    "evaluate",
    "explain",
    "find",
    "findings",
    "gather",
    "history",
    "judge_finding",
    "kept_readings",
    "mark",
    "network",
    "open_register",
    "process",
    "process_all",
    "read",
    "read_text",
    "read_tracker",
    "read_tracker_of",
    "register_plans",
    "reprocess",
    "restore",
    "schema",
    "shared",
    "shared_json",
    "shared_record",
    "show",
    "stats",
    "take_tracker",
    "take_tracker_of",
    "text_of",
    "twins",
    "verify",
    "write",
    "write_calendars",
    "write_notes",
    "write_registers",
    "write_tracker",
]
