"""A document's header as columns."""

from __future__ import annotations

from datetime import date
from typing import Any

from vanthu.contract.model import Document
from vanthu.document.numbers import whole_number
from vanthu.orthography import fold, nfc
from vanthu.planning.identity import squeezed

_WHOLE_DAY = len("2025-03-14")


def columns(document: Document) -> dict[str, Any]:
    """What the table of documents says of a header; what is not known is null."""
    issuer = next(iter(document.issuer), None)
    day = document.issued_on or ""
    return {
        "type": clean(document.type),
        "number": clean(document.number),
        "symbol": clean(document.symbol),
        "code": code_of(document.number, document.symbol),
        "issuer": clean(issuer),
        "issuer_key": issuer_key(issuer),
        "place": clean(document.place),
        "issued_on": document.issued_on,
        "issued_day": date.fromisoformat(day) if len(day) == _WHOLE_DAY else None,
        "title": clean(document.title),
    }


def code_of(number: str | None, symbol: str | None) -> str | None:
    """Number and symbol as they are compared; `None` where one is not known."""
    code = whole_number(number, symbol)
    return clean(squeezed(code)) if code else None


def issuer_key(name: str | None) -> str | None:
    """An issuer's name as it is compared; `None` where it is not known."""
    return clean(" ".join(fold(nfc(name)).split())) if name else None


def clean(text: str | None) -> str | None:
    """What every database takes: PostgreSQL has no character 0."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}") if text else None
