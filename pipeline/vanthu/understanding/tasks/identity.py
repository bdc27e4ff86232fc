"""What names a task over runs."""

from __future__ import annotations

import hashlib

from vanthu.document.content import Header
from vanthu.orthography import fold
from vanthu.understanding.units.known_as import alike


def task_uid(header: Header | None, task_id: str, text: str) -> str:
    """16 hexadecimal digits from the document's identity, the task's id and its words; no page, no file name."""
    document = (
        (header.issuer.value, header.number.value, header.symbol.value, header.issued_on.value)
        if header
        else ()
    )
    parts = [*(fold(v or "") for v in document), task_id, alike(text)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
