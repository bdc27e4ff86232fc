"""Writing so that a reader finds a whole result or none, whatever happens in between."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vanthu.errors import OutputError

_NEW, _OLD = ".new", ".old"
_ADVICE = {
    errno.ENOSPC: "đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại",
    errno.EDQUOT: "đã hết hạn mức đĩa; hãy giải phóng dung lượng rồi chạy lại",
    errno.EACCES: "không có quyền ghi; hãy chọn thư mục khác hoặc xin quyền ghi",
    errno.EPERM: "không có quyền ghi; hãy chọn thư mục khác hoặc xin quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc; hãy chọn thư mục khác",
    errno.ENOTDIR: "đường dẫn đi qua một tệp; hãy chọn thư mục khác",
    errno.EEXIST: "đã có một tệp trùng tên với thư mục kết quả; hãy chọn tên khác",
    errno.ENOENT: "không tạo được thư mục ở đó; hãy chọn thư mục khác",
    errno.ENAMETOOLONG: "tên quá dài; hãy đặt tên tệp ngắn hơn",
}


def refused(error: OSError, place: Path) -> OutputError:
    """The error that tells a clerk why a place can't be written to."""
    unknown = f"không ghi được (lỗi hệ thống số {error.errno}); hãy kiểm tra thư mục đích"
    return OutputError(_ADVICE.get(error.errno or 0, unknown), where=str(place))


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder` that takes its place when the block ends well; else nothing has changed.

    What stood in `folder` before is replaced as a whole. Raises `OutputError` where the disk refuses.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists() and not folder.is_dir():
            raise FileExistsError(errno.EEXIST, "exists", str(folder))
        clean_up(folder)
        new = Path(tempfile.mkdtemp(prefix=_prefix(folder), suffix=_NEW, dir=folder.parent))
    except OSError as error:
        raise refused(error, folder) from error
    try:
        yield new
        new.chmod(0o755 & ~_umask())
        _take_place(new, folder)
    except OSError as error:
        raise refused(error, folder) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _prefix(place: Path) -> str:
    """Of hidden names for work on a place: short, since the name itself may be as long as a name can be."""
    return f".vanthu-{hashlib.sha256(os.fsencode(place.name)).hexdigest()[:12]}-"


def clean_up(folder: Path) -> None:
    """What a killed run left: an old result that had stepped aside comes back, unfinished new ones go."""
    for left in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        if left.suffix == _OLD and not folder.exists():
            left.rename(folder)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _take_place(new: Path, folder: Path) -> None:
    """A folder that is not empty can't be replaced in one step: the old one steps aside first, and back on failure."""
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_suffix(_OLD)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A new file beside `path` that takes its place when the block ends well; else nothing has changed.

    Raises `OutputError` where the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_prefix(path), dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise refused(error, path) from error
    new = Path(name)
    try:
        yield new
        new.chmod(0o644 & ~_umask())
        new.replace(path)
    except OSError as error:
        raise refused(error, path) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _umask() -> int:
    """The process's mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
