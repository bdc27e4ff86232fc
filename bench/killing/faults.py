"""What is wrong in a register that somebody was killed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, func, select

from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import load_contract
from vanthu.errors import RegisterError
from vanthu.register import Register, open_register
from vanthu.register.keeping import verify
from vanthu.register.plans import kept
from vanthu.register.tables import DOCUMENT, FILE, FILED, HISTORY, PLAN


def opened(url: str) -> Register | None:
    """The register, where there is one yet."""
    try:
        return open_register(url)
    except RegisterError as error:
        if "chưa có sổ" not in error.message:
            raise
        return None


def there(url: str) -> int:
    """How many documents are in it."""
    register = opened(url)
    return register.look(lambda c: c.scalar(select(func.count(DOCUMENT.c.id))) or 0) if register else 0


def looked_through(url: str) -> list[str]:
    """Parts of a document without the others."""
    register = opened(url)
    if register is None:
        return []
    return register.look(lambda connection: [*_half(connection), *map(str, verify(connection))])


def _half(connection: Connection) -> Iterator[str]:
    files = {row.id: row.documents for row in connection.execute(select(FILE))}
    plans = Counter(connection.scalars(select(PLAN.c.file_id).where(PLAN.c.current)))
    if files != plans:
        yield f"files {files} hold other documents than {dict(plans)}"
    added = connection.scalars(select(HISTORY.c.document_id).where(HISTORY.c.action == "added")).all()
    if sorted(added) != sorted(connection.scalars(select(DOCUMENT.c.id))):
        yield f"history tells of other documents: {added}"
    unchecked = connection.scalars(select(FILED.c.document_id).where(~FILED.c.checked)).all()
    if unchecked:
        yield f"documents {unchecked} were not held against the others"


def all_there(url: str, outs: Sequence[Path], total: int) -> list[str]:
    """Documents that are missing when all is done, twice there, or say something else than their results."""
    register = opened(url)
    if register is None:
        return ["no register"]
    with register.reading() as connection:
        plans = [kept_one.plan for kept_one in kept(connection)]
    written = [load_contract(file) for out in outs for file in out.glob("*/plan.json")]
    if len(plans) != total or sorted(plans, key=_hash) != sorted(written, key=_hash):
        return [f"{len(plans)} documents of {total} in the register, {len(written)} in the folders"]
    return []


def _hash(plan: PublicPlan) -> str:
    return plan.file.sha256 if plan.file else ""
