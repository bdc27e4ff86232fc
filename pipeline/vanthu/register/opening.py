"""Opening a register: made where it is wanted, and brought to the newest form."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, inspect

from vanthu.errors import RegisterError
from vanthu.register.address import Address
from vanthu.register.connection import engines
from vanthu.register.migrations.upgrade import known, newest, upgrade, version
from vanthu.register.register import PATIENCE, Register

_NEWER = "sổ do bản vanthu mới hơn ghi; hãy nâng cấp chương trình"
_NONE = "chưa có sổ ở đó; hãy tạo bằng 'vanthu register init'"
_FOREIGN = "đó là cơ sở dữ liệu của chương trình khác; hãy chọn tệp hoặc cơ sở dữ liệu trống"


def open_register(place: str | Address, *, create: bool = False, patience: float = PATIENCE) -> Register:
    """The register at an address; with `create` a new one where there is none.

    An older form is brought to the newest. `patience` is for how many seconds a unit of work is tried (see `Register.work`);
    a server that can't be reached now is not waited for. Raises `InputError` for an address that names no place,
    `RegisterError` where there is no register or one of a newer program, `SetupError` where a driver is missing, `OutputError`.
    """
    address = place if isinstance(place, Address) else Address.parse(place)
    if address.file and not create and not address.file.is_file():
        raise RegisterError(_NONE, where=str(address))
    register = Register(address, engines(address), patience)
    try:
        at_once = replace(register, patience=0)
        if at_once.look(lambda connection: _outdated(connection, address, create=create)):
            _bring_up(register)
    except BaseException:
        register.close()
        raise
    return register


def _outdated(connection: Connection, address: Address, *, create: bool) -> bool:
    """Whether the form has to be made or changed. Raises `RegisterError` where it may not."""
    have = version(connection)
    if have is None:
        if inspect(connection).get_table_names():
            raise RegisterError(_FOREIGN, where=str(address))
        if not create:
            raise RegisterError(_NONE, where=str(address))
    elif have not in known():
        raise RegisterError(_NEWER, where=str(address))
    return have != newest()


def _bring_up(register: Register) -> None:
    """All steps in one transaction: a register is of one form or of another, never between."""
    if register.address.file:
        register.outside("PRAGMA journal_mode=WAL")
    register.work(upgrade)
