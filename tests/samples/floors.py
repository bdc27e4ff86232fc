"""What the samples must reach, in one place: the least F1 of each kind, pooled over the documents of a route.

`text` are the sources as plain text, so that every document is checked without recognition; `files` the documents that
need none (PDF with text layer, Word, plain text); `scans` those that tesseract reads. Ids of tasks are low on scans because
the engine reads the heading `III.` as `II.`: one such slip changes the ids of a whole section.
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
        "tasks": 0.95,
        "task_id": 0.95,
        "task_kind": 0.95,
        "parent": 0.95,
        "lead": 0.92,
        "coordinate": 0.90,
        "deadlines": 0.95,
        "deadline_raw": 0.90,
        "document_deadlines": 0.95,
        "schedule": 1.0,
        "findings": 0.85,
    },
    "files": {
        "header": 0.97,
        "recipients": 1.0,
        "legal_basis": 0.97,
        "citations": 0.97,
        "tasks": 0.95,
        "task_id": 0.95,
        "task_kind": 0.95,
        "parent": 0.95,
        "lead": 0.93,
        "coordinate": 0.93,
        "deadlines": 0.95,
        "deadline_raw": 0.90,
        "document_deadlines": 0.95,
        "findings": 0.80,
    },
    "scans": {
        "header": 0.90,
        "recipients": 0.85,
        "addressees": 0.80,
        "legal_basis": 0.95,
        "citations": 0.95,
        "tasks": 0.90,
        "task_id": 0.35,
        "task_kind": 0.90,
        "parent": 0.90,
        "lead": 0.88,
        "coordinate": 0.88,
        "deadlines": 0.88,
        "document_deadlines": 0.90,
        "schedule": 0.90,
        "findings": 0.70,
    },
}
