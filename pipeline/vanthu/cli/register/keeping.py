"""`vanthu backup`, `vanthu restore`, `vanthu verify`: keeping the register safe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode


def backup(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Thư mục nhận bản sao lưu, mỗi lần một thư mục con mới.")
    ],
    register: options.Register = None,
) -> None:
    """Sao lưu sổ, kể cả khi đang có người ghi; bản sao lưu trọn vẹn hoặc không có.

    Sổ trên PostgreSQL cũng được sao lưu thành một tệp SQLite, khôi phục được vào cả hai loại cơ sở dữ liệu.
    """
    from vanthu import api

    with options.opened(register) as opened:
        give(str(api.backup(opened, folder)))


def restore(
    folder: Annotated[Path, typer.Argument(metavar="BACKUP", help="Thư mục do 'vanthu backup' ghi.")],
    register: options.Register = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Thay toàn bộ sổ đang có dữ liệu.")] = False,
) -> None:
    """Khôi phục sổ từ bản sao lưu: tất cả hoặc không gì cả; không ghi đè sổ đang có dữ liệu.

    Bản sao lưu bị thay đổi hoặc hỏng thì không được dùng. Sổ hỏng không mở được thì được đổi tên để riêng (cần --force).
    """
    from vanthu import api

    address = options.needed(register)
    manifest = api.restore(folder, address, force=force)
    papers, tasks = (manifest.tables[name].rows for name in ("document", "task"))
    made = datetime.fromisoformat(manifest.made_at).astimezone()
    give(f"đã khôi phục {papers} văn bản, {tasks} nhiệm vụ, sao lưu lúc {made:%d/%m/%Y %H:%M}")


def verify(register: options.Register = None) -> None:
    """Kiểm tra sổ: tệp, liên kết, mã băm, cấu trúc kế hoạch, bảng nhiệm vụ và thời hạn, chỉ mục tìm kiếm; mỗi lỗi một dòng.

    Có lỗi thì kết thúc với mã 9. Tệp gốc còn ở chỗ cũ cũng được so mã băm.
    """
    from vanthu import api

    faults = 0
    with options.opened(register) as opened:
        for faults, fault in enumerate(api.verify(opened), start=1):  # noqa: B007 - the last number is told below
            give(str(fault))
    say(f"{faults} lỗi" if faults else "sổ không có lỗi")
    if faults:
        raise typer.Exit(ExitCode.REGISTER)
