"""The office's register: a book of all documents, in a file or on a server.

    from vanthu import api

    with api.open_register("so-van-thu.db", create=True) as register:
        for added in api.register_plans(register, ["out/"]):
            print(added.document, added.result, [twin.other for twin in added.twins])

A twin may be the same document: a person decides (`decide_twin`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vanthu.engine.registering import arrivals_in
from vanthu.errors import InputError
from vanthu.register import Register, open_register
from vanthu.register.history import Event, happened
from vanthu.register.intake import Added, Pair, add_checked, bulk, decide, pairs
from vanthu.register.states import Decision

__all__ = ["decide_twin", "history", "open_register", "register_plans", "twins"]
_AT_ONCE = 10  # plans a transaction: others can write in between


def register_plans(register: Register, paths: Sequence[Path | str]) -> Iterator[Added]:
    """Take in `plan.json` files, and those in folders, with what people said of them beside them, each held against all that are there; what is given back is in.

    Raises `InputError` where there is none, or one can't be read; `RegisterError`, `OutputError`.
    """
    found = arrivals_in([Path(path) for path in paths])
    return bulk(register, found, at_once=_AT_ONCE, take=add_checked)


def twins(register: Register, document: int | None = None, *, undecided: bool = True) -> tuple[Pair, ...]:
    """Documents that may be the same: those that wait for a decision, or all; of one document, or of all."""
    return register.look(lambda connection: pairs(connection, undecided=undecided, document=document))


def decide_twin(
    register: Register, document: int, decision: Decision, *, who: str, other: int | None = None
) -> Pair:
    """Carry out a person's decision about a document that came in and another one (`None`: the only one in question, or else
    the only one that was decided).

    Raises `InputError` where there is no such pair, or several, or one of the two is linked to a third document.
    """
    every = twins(register, document, undecided=False)
    waiting = [pair for pair in every if pair.decision is None]
    found = (
        [pair for pair in every if other in {pair.newer, pair.other}]
        if other is not None
        else waiting or every
    )
    if len(found) != 1:
        known = ", ".join(str(pair.other if pair.newer == document else pair.newer) for pair in found)
        reason = (
            f"có thể trùng với nhiều văn bản ({known}); hãy nói rõ bằng --other"
            if found
            else "không thuộc cặp nào có thể trùng"
        )
        raise InputError(f"văn bản {document} {reason}", where=str(register.address))
    register.work(lambda connection: decide(connection, found[0], decision, who=who))
    return found[0]


def history(register: Register, document: int | None = None, *, limit: int = 100) -> tuple[Event, ...]:
    """The last things that happened to a document, or to all, in their order."""
    return register.look(lambda connection: happened(connection, document, limit=limit))
