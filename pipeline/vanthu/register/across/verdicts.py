"""What people say of findings. Nothing is ever taken back: the last word holds, at every later audit."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from vanthu.errors import InputError
from vanthu.register.batches import batches
from vanthu.register.history import Event, moment, record
from vanthu.register.tables import FINDING, FINDING_PLACE, VERDICT
from vanthu.register.tables.base import AnyRow

JUDGED = "judged"
_FEW = 6  # characters of a key that name it, where no other begins so


class Verdict(StrEnum):
    """What a person says of a finding."""

    ACCEPTED = "accepted"  # it is right; something will be done
    DISMISSED = "dismissed"  # it is none, for the reason given
    ANSWERED = "answered"  # whoever drafted the plan answered
    REOPENED = "reopened"  # look again


def judge(connection: Connection, key: str, verdict: Verdict, *, reason: str | None, who: str) -> str:
    """Write down what somebody says of a finding; its whole key.

    Raises `InputError` where no finding or several have that key, and where a dismissal or an answer says nothing.
    """
    if verdict in {Verdict.DISMISSED, Verdict.ANSWERED} and not (reason or "").strip():
        raise InputError("bỏ qua hay trả lời một phát hiện thì cần nói lý do; hãy thêm --reason")
    whole = _whole(connection, key)
    before = last(connection, [whole]).get(whole)
    row = {"finding_key": whole, "verdict": verdict.value, "reason": reason, "who": who, "at": moment()}
    connection.execute(insert(VERDICT), row)
    document = connection.scalar(
        select(FINDING_PLACE.c.document_id)
        .join(FINDING, FINDING.c.id == FINDING_PLACE.c.finding_id)
        .where(FINDING.c.key == whole, FINDING_PLACE.c.place == 0)
    )
    was = before.verdict if before else None
    record(connection, [Event(who, row["at"] or "", JUDGED, document, whole, "verdict", was, verdict.value)])
    return whole


def _whole(connection: Connection, key: str) -> str:
    asked = key.strip().lower()
    wanted = select(FINDING.c.key).where(func.substr(FINDING.c.key, 1, len(asked)) == asked).limit(2)
    found = connection.scalars(wanted).all() if len(asked) >= _FEW else []
    if len(found) != 1:
        several = "có nhiều phát hiện" if found else "không có phát hiện"
        raise InputError(f"{several} mang mã '{key}'; hãy xem mã ở cột cuối của 'vanthu audit'")
    return str(found[0])


def last(connection: Connection, keys: Iterable[str]) -> dict[str, AnyRow]:
    """The last word on each of some findings."""
    found: dict[str, AnyRow] = {}
    for some in batches(sorted(keys)):
        rows = connection.execute(
            select(VERDICT).where(VERDICT.c.finding_key.in_(some)).order_by(VERDICT.c.id)
        )
        found |= {row.finding_key: row for row in rows}
    return found
