"""Documents and tasks by what people call them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from vanthu.errors import InputError
from vanthu.planning.followed import Followed
from vanthu.planning.identity import squeezed
from vanthu.register.plans import Kept, kept
from vanthu.register.tables import DOCUMENT


def document_named(connection: Connection, name: str) -> int:
    """The document of a number in the register (`12`), or of a number and symbol (`176/KH-UBND`) that one document alone has.

    Raises `InputError` where there is none, or several.
    """
    if name.isascii() and name.isdigit():
        return _number(connection, int(name))
    wanted = select(DOCUMENT.c.id).where(DOCUMENT.c.code == squeezed(name)).order_by(DOCUMENT.c.id)
    found = connection.scalars(wanted).all()
    if len(found) > 1:
        raise InputError(f"có nhiều văn bản số {name}; hãy chọn theo mã: {', '.join(map(str, found))}")
    if not found:
        raise InputError(f"sổ không có văn bản '{name}'; hãy tìm mã của nó bằng 'vanthu find'")
    return int(found[0])


def _number(connection: Connection, number: int) -> int:
    if connection.scalar(select(DOCUMENT.c.id).where(DOCUMENT.c.id == number)) is None:
        raise InputError(f"sổ không có văn bản mang mã {number}; hãy tìm mã của nó bằng 'vanthu find'")
    return number


def one(connection: Connection, document: int) -> Kept:
    """A document with its plan. Raises `InputError` where another one stands for it."""
    found = next(kept(connection, [_number(connection, document)]), None)
    if found is None:
        other = connection.scalar(select(DOCUMENT.c.same_as).where(DOCUMENT.c.id == document))
        raise InputError(f"văn bản {document} đã được nối vào văn bản {other}; hãy dùng văn bản {other}")
    return found


def task_named(paper: Kept, name: str) -> Followed:
    """The task of a key, or of a place in the document (`II.1.b2`) that one task alone has.

    Raises `InputError` where there is none, or several.
    """
    tasks = paper.followed.tasks
    found = [t for t in tasks if t.key == name] or [t for t in tasks if t.task.id == name]
    if len(found) > 1:
        keys = ", ".join(task.key for task in found)
        raise InputError(f"văn bản {paper.document} có nhiều nhiệm vụ ở '{name}'; hãy chọn theo mã: {keys}")
    if not found:
        raise InputError(f"văn bản {paper.document} không có nhiệm vụ '{name}'; hãy xem 'vanthu show'")
    return found[0]
