"""`vanthu cache`: what is kept of earlier readings."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from vanthu.cli.terminal.streams import give

_MEGABYTE = 2**20


def command(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Xóa tất cả kết quả nhận dạng đã lưu.")] = False,
) -> None:
    """Xem bộ nhớ đệm kết quả nhận dạng: nằm ở đâu, bao nhiêu, dùng lần cuối khi nào; hoặc xóa hết."""
    from vanthu import api

    kept = api.kept_readings()
    if clear:
        give(f"đã xóa {kept.clear()} kết quả nhận dạng trong {kept.folder}")
        return
    entries = kept.entries()
    for entry in entries:
        used = datetime.fromtimestamp(entry.used).astimezone()
        give(f"{used:%d/%m/%Y %H:%M}\t{entry.size / _MEGABYTE:.2f} MB\t{entry.path.name}")
    size = sum(entry.size for entry in entries)
    give(
        f"{len(entries)} kết quả nhận dạng, {size / _MEGABYTE:.1f} MB trên tối đa {kept.limit / _MEGABYTE:.0f} MB, trong {kept.folder}"
    )
