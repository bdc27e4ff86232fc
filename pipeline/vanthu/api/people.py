"""What people say of the documents of a register; what is named may be a number in the register or a document's own (`176/KH-UBND`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from sqlalchemy import Connection

from vanthu.register import Register
from vanthu.register import people as words
from vanthu.register.people import Change, Speaker
from vanthu.register.states import State


def correct(
    register: Register, document: int | str, values: Mapping[str, str], *, by: str, task: str | None = None
) -> tuple[Change, ...]:
    """Put fields of a document right, or with `task` (its key, or place) those of a task; values are as a person types them.

    What changed is given back; what stands there already is left. It is laid on top of every reading, and never overwritten.
    Raises `InputError` for what is not there or can't be understood, `RegisterError`, `OutputError`.
    """
    understood = {
        name: words.understood_word(name, text, of_task=task is not None) for name, text in values.items()
    }

    def unit(connection: Connection) -> tuple[Change, ...]:
        home = words.document_named(connection, str(document))
        return words.correct(connection, home, understood, Speaker(by), task=task)

    return register.work(unit)


def mark(
    register: Register,
    document: int | str,
    state: State,
    *,
    by: str,
    tasks: Sequence[str] = (),
    waiting: bool = False,
) -> tuple[Change, ...]:
    """Say that tasks, or where none are named the document, are right, are nothing, or are yet to be looked at.

    With `waiting` the document's pending tasks too. Raises as `correct` does.
    """

    def unit(connection: Connection) -> tuple[Change, ...]:
        home = words.document_named(connection, str(document))
        return words.mark(connection, home, state, Speaker(by), tasks=tasks, waiting=waiting)

    return register.work(unit)


def document_named(register: Register, name: int | str) -> int:
    """The number in the register of a document. Raises `InputError` where there is none, or several."""
    return register.look(partial(words.document_named, name=str(name)))
