"""`vanthu doctor`: what is there and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.terminal.streams import give
from vanthu.errors import ExitCode


def command(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Thư mục sẽ nhận kết quả; thử xem có ghi được không.")
    ] = Path("out"),
) -> None:
    """Kiểm tra máy: chương trình, dữ liệu tiếng Việt, phông chữ, thư viện, quyền ghi; thiếu gì thì chỉ cách cài."""
    from vanthu.engine.health import examine

    checks = examine(out)
    for check in checks:
        state = "ĐỦ" if check.holds else "THIẾU" if check.needed else "NÊN CÓ"
        give(f"{state:6}  {check.what}: {check.detail}")
        if check.remedy and not check.holds:
            give(f"        → {check.remedy}")
    if any(check.needed and not check.holds for check in checks):
        raise typer.Exit(ExitCode.SETUP)
