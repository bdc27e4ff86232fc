"""Looking into a register: what is there about something, one document, figures over all."""

from __future__ import annotations

from datetime import date
from functools import partial

from sqlalchemy import Connection

from vanthu.register import Register, search
from vanthu.register.people import document_named
from vanthu.register.search import Hit, Wanted
from vanthu.register.views.document import Looked, look_at
from vanthu.register.views.figures import Figures, figures


def find(register: Register, wanted: Wanted) -> tuple[Hit, ...]:
    """Documents and tasks that fit, the newest first; typed with marks or without. Raises `RegisterError`."""
    return register.look(partial(search.find, wanted=wanted))


def show(register: Register, document: int | str, *, on: date) -> Looked:
    """A document (its number in the register, or its own) as it stands on a day. Raises `InputError`, `RegisterError`."""

    def unit(connection: Connection) -> Looked:
        return look_at(connection, document_named(connection, str(document)), on)

    return register.look(unit)


def stats(register: Register, *, on: date) -> Figures:
    """How much there is, and how it stands on a day. Raises `RegisterError`."""
    return register.look(partial(figures, on=on))
