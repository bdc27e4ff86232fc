"""The output folder: can it be written to, and what to say where not."""

from __future__ import annotations

import errno
from pathlib import Path
from tempfile import TemporaryDirectory

from vanthu.errors import OutputError

_REASONS = {
    errno.ENOSPC: "đĩa đã đầy; hãy giải phóng chỗ trống rồi chạy lại",
    errno.EDQUOT: "đã dùng hết hạn mức đĩa; hãy giải phóng chỗ trống rồi chạy lại",
    errno.EACCES: "không có quyền ghi; hãy chọn thư mục khác",
    errno.EPERM: "không có quyền ghi; hãy chọn thư mục khác",
    errno.EROFS: "ổ đĩa chỉ cho phép đọc; hãy chọn thư mục khác",
    errno.ENAMETOOLONG: "tên tệp quá dài; hãy đặt tên ngắn hơn",
    errno.EEXIST: "đã có một tệp mang tên này; hãy chọn thư mục khác",
    errno.ENOTDIR: "đường dẫn đi qua một tệp; hãy chọn thư mục khác",
}


def unwritable(error: OSError, where: Path) -> OutputError:
    """What to tell a clerk where `error` kept results from being written."""
    reason = _REASONS.get(error.errno or 0, f"lỗi hệ thống số {error.errno}; hãy chọn thư mục khác")
    return OutputError(f"không ghi được kết quả: {reason}", where=str(where))


def ready(out: Path) -> None:
    """Make the folder `out` where it is not there, and try whether it takes files. Raises `OutputError`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".vanthu-", dir=out):
            pass
    except OSError as error:
        raise unwritable(error, out) from error
