"""What a database complains of, in one line that a clerk can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sqlalchemy.exc import DBAPIError

from vanthu.errors import OutputError, RegisterError, VanthuError
from vanthu.register.address import Address

_Trouble = tuple[type[VanthuError], str]
_FILE_TROUBLES: Mapping[int, _Trouble] = {
    sqlite3.SQLITE_FULL: (
        OutputError,
        "đĩa đã đầy, sổ giữ nguyên như trước; hãy giải phóng dung lượng rồi chạy lại",
    ),
    sqlite3.SQLITE_READONLY: (OutputError, "không có quyền ghi vào sổ; hãy xin quyền ghi cả tệp và thư mục"),
    sqlite3.SQLITE_CANTOPEN: (OutputError, "không mở được sổ; hãy kiểm tra đường dẫn và quyền ghi thư mục"),
    sqlite3.SQLITE_IOERR: (
        OutputError,
        "đọc, ghi sổ bị lỗi đĩa, sổ giữ nguyên như trước; hãy kiểm tra đĩa còn chỗ rồi chạy lại",
    ),
    sqlite3.SQLITE_NOTADB: (RegisterError, "tệp này không phải sổ của vanthu; hãy chọn tệp khác"),
    sqlite3.SQLITE_CORRUPT: (RegisterError, "sổ đã hỏng; hãy khôi phục từ bản sao lưu (vanthu restore)"),
    sqlite3.SQLITE_BUSY: (RegisterError, "sổ đang bận vì chương trình khác đang ghi; hãy chạy lại sau"),
    sqlite3.SQLITE_LOCKED: (RegisterError, "sổ đang bận vì chương trình khác đang ghi; hãy chạy lại sau"),
}
_SERVER_TROUBLES: Mapping[str, _Trouble] = {
    "28": (RegisterError, "máy chủ không nhận tên hoặc mật khẩu; hãy kiểm tra địa chỉ sổ"),
    "3D": (
        RegisterError,
        "máy chủ không có cơ sở dữ liệu này; hãy tạo trước (createdb) hoặc kiểm tra địa chỉ sổ",
    ),
    "42501": (OutputError, "tài khoản không có quyền ghi vào sổ; hãy xin quyền"),
    "53100": (
        OutputError,
        "đĩa của máy chủ đã đầy, sổ giữ nguyên như trước; hãy giải phóng dung lượng rồi chạy lại",
    ),
    "53": (RegisterError, "máy chủ cơ sở dữ liệu quá tải; hãy chạy lại sau"),
}
_AWAY = (
    RegisterError,
    "không kết nối được máy chủ cơ sở dữ liệu; hãy kiểm tra máy chủ, mạng, tên cơ sở dữ liệu và mật khẩu rồi chạy lại",
)
_WAITING = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_ONE_OF_TWO = ("40", "55P03", "57P", "08", "53300")  # undone for another's sake, shut down, cut off, too many


def passes(error: DBAPIError) -> bool:
    """Whether the same may go well a little later: another one is writing, or the server is away."""
    if isinstance(error.orig, sqlite3.Error):
        return _file_code(error.orig) in _WAITING
    code = _server_code(error)
    return error.connection_invalidated or (not code and _cut_off(error)) or code.startswith(_ONE_OF_TWO)


def told(error: DBAPIError, address: Address) -> VanthuError | None:
    """The error that tells a person why the register can't be used; `None` for a defect of the program."""
    if isinstance(error.orig, sqlite3.Error):
        meant = _FILE_TROUBLES.get(_file_code(error.orig))
    else:
        code = _server_code(error)
        known = next((code[:n] for n in (5, 2) if code[:n] in _SERVER_TROUBLES), None)
        meant = _SERVER_TROUBLES[known] if known else _AWAY if passes(error) else None
    return meant[0](meant[1], where=str(address)) if meant else None


def _file_code(error: sqlite3.Error) -> int:
    """The main code; the rest of the number says more than we need. 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _server_code(error: DBAPIError) -> str:
    """The five letters of SQLSTATE; empty where the server did not get to say."""
    return getattr(error.orig, "sqlstate", None) or ""


def _cut_off(error: DBAPIError) -> bool:
    """The server did not answer: neither the drivers nor SQLAlchemy have a code for that."""
    return type(error.orig).__name__ == "OperationalError"
