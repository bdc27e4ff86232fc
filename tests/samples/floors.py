"""What the samples must reach, in one place: the least F1 of each kind, pooled over the documents of a route.

`text` are the sources as plain text, so that every document is checked without recognition; `files` the documents that
need none (PDF with text layer, Word, plain text); `scans` those that tesseract reads, whose versions differ a little.
"""

from __future__ import annotations

NEAR = {"text": 1.0, "files": 1.0, "scans": 0.9}  # least likeness of texts and names

FLOORS: dict[str, dict[str, float]] = {
    "text": {
        "header": 0.97,
        "recipients": 1.0,
        "addressees": 1.0,
        "legal_basis": 0.97,
        "citations": 0.97,
        "tasks": 0.97,
        "task_id": 0.97,
        "task_kind": 0.97,
        "parent": 0.97,
        "lead": 0.97,
        "coordinate": 0.97,
        "deadlines": 0.95,
        "deadline_raw": 0.90,
        "document_deadlines": 0.95,
        "schedule": 1.0,
        "findings": 0.95,
    },
    "files": {
        "header": 0.97,
        "recipients": 1.0,
        "legal_basis": 0.97,
        "citations": 0.97,
        "tasks": 0.97,
        "task_id": 0.97,
        "task_kind": 0.97,
        "parent": 0.97,
        "lead": 0.97,
        "coordinate": 0.97,
        "deadlines": 0.95,
        "deadline_raw": 0.90,
        "document_deadlines": 0.95,
        "findings": 0.95,
    },
    "scans": {
        "header": 0.95,
        "recipients": 0.90,
        "addressees": 0.80,
        "legal_basis": 0.95,
        "citations": 0.95,
        "tasks": 0.97,
        "task_id": 0.90,
        "task_kind": 0.95,
        "parent": 0.95,
        "lead": 0.95,
        "coordinate": 0.95,
        "deadlines": 0.95,
        "document_deadlines": 0.90,
        "schedule": 0.90,
        "findings": 0.85,
    },
}
