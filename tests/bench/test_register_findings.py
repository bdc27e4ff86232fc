"""From a register's findings to what the score takes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert, select

from registers.findings import findings, texts
from registers.maker import made
from registers.score import Found
from vanthu.register import open_register
from vanthu.register.intake import Arrival, bulk
from vanthu.register.tables import DOCUMENT, FINDING, FINDING_PLACE

_STANDING = {
    "key": "a",
    "code": "plan-repeats",
    "severity": "note",
    "note": "trùng",
    "made_at": "2026-01-05T08:00:00Z",
}
_GONE = _STANDING | {"key": "b", "gone_at": "2026-01-06T08:00:00Z"}


def _found(connection: Connection, row: dict[str, str]) -> None:
    finding = connection.scalars(insert(FINDING).returning(FINDING.c.id), row).one()
    documents = connection.scalars(select(DOCUMENT.c.id).order_by(DOCUMENT.c.id)).all()[:2]
    wheres = ("II.1.b1", None)
    connection.execute(
        insert(FINDING_PLACE),
        [
            {"finding_id": finding, "place": n, "document_id": d, "where": w}
            for n, (d, w) in enumerate(zip(documents, wheres, strict=True))
        ],
    )


def test_findings_that_stand_name_plans_by_their_files(tmp_path: Path) -> None:
    plans = [one.plan for one in made(3, seed=2)]
    first, second = plans[0].source, plans[1].source
    with open_register(str(tmp_path / "so.db"), create=True) as register:
        assert len(list(bulk(register, map(Arrival, plans)))) == 3
        for row in (_STANDING, _GONE):
            register.work(partial(_found, row=row))
        assert register.look(findings) == [
            Found("plan-repeats", frozenset({f"{first}#II.1.b1", str(second)}))
        ]
        said = register.look(lambda connection: texts(connection, [f"{first}#II.1.b1", str(second)]))
    assert said == {f"{first}#II.1.b1": next(t.text for t in plans[0].tasks if t.id == "II.1.b1")}
