from .auditing import audit_register, findings, judge_finding
from .clearing import not_secret
from .finished import (
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
from .followup import (
    read_tracker,
    read_tracker_of,
    take_tracker,
    take_tracker_of,
    write_notes,
    write_registers,
    write_tracker,
)
from .keeping import backup, expunge, reprocess, restore, verify
from .looking import find, show, stats
from .people import correct, mark
from .reading import (
    documents,
    kept_readings,
    process,
    read,
    read_text,
    text_of,
)
from .register import decide_twin, history, open_register, register_plans, twins
from .runs import How, Run, process_all
from .sentences import deadlines, explain
from .sharing import shared, shared_json, shared_record
from .writing import copy, draw, schema, write

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
    "expunge",
    "find",
    "findings",
    "gather",
    "history",
    "judge_finding",
    "kept_readings",
    "mark",
    "network",
    "not_secret",
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
