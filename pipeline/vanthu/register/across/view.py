"""The findings of a register as auditors look at them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from vanthu.document.content import Severity
from vanthu.document.numbers import whole_number
from vanthu.export.findings.shown import Said, Shown, Side, gravest_first, paper_told
from vanthu.register.across.verdicts import Verdict, last
from vanthu.register.tables import DOCUMENT, FINDING, FINDING_PLACE
from vanthu.register.tables.base import AnyRow

_SAID = {
    Verdict.ACCEPTED: "Chấp nhận",
    Verdict.DISMISSED: "Bỏ qua",
    Verdict.ANSWERED: "Đã trả lời",
    Verdict.REOPENED: "Xem lại",
}


def shown(connection: Connection, *, everything: bool = False) -> tuple[Shown, ...]:
    """The findings that stand, the gravest first; those that were dismissed only where `everything` is wanted."""
    rows = connection.execute(select(FINDING).where(FINDING.c.gone_at.is_(None)).order_by(FINDING.c.id)).all()
    verdicts = last(connection, [row.key for row in rows])
    sides = _sides(connection)
    found = (_shown(row, sides[row.id], verdicts.get(row.key)) for row in rows)
    wanted = (f for f in found if everything or not (f.said and f.said.verdict == _SAID[Verdict.DISMISSED]))
    return gravest_first(wanted)


def _sides(connection: Connection) -> dict[int, list[Side]]:
    found: dict[int, list[Side]] = defaultdict(list)
    wanted = (
        select(FINDING_PLACE, DOCUMENT.c.number, DOCUMENT.c.symbol, DOCUMENT.c.title, DOCUMENT.c.issuer)
        .join(FINDING, FINDING.c.id == FINDING_PLACE.c.finding_id)
        .join(DOCUMENT, DOCUMENT.c.id == FINDING_PLACE.c.document_id)
        .where(FINDING.c.gone_at.is_(None))
        .order_by(FINDING_PLACE.c.finding_id, FINDING_PLACE.c.place)
    )
    for row in connection.execute(wanted):
        found[row.finding_id].append(Side(_name(row), row.where or "", row.page, row.quote))
    return found


def _name(row: AnyRow) -> str:
    """*12. Số 45/KH-UBND, Ủy ban nhân dân xã Hải An*: its number in the register first."""
    return f"{row.document_id}. {paper_told(whole_number(row.number, row.symbol), row.title, row.issuer)}"


def _shown(row: AnyRow, sides: list[Side], verdict: AnyRow | None) -> Shown:
    said = Said(_SAID[verdict.verdict], verdict.reason, verdict.who, verdict.at) if verdict else None
    return Shown(row.code, Severity(row.severity), row.note, tuple(sides), row.key, said)
