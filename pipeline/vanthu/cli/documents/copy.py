"""`vanthu copy`: a searchable copy of a scan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import say
from vanthu.errors import ExitCode


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Bản quét cần sao.")],
    out: Annotated[Path, typer.Option("--out", metavar="F.pdf", help="Tệp PDF nhận bản sao.")],
    *,
    profile: options.Profile = None,
    no_cache: options.NoCache = False,
    not_secret: options.NotSecret = None,
    by: options.Responsible = None,
) -> None:
    """Tạo bản sao tìm kiếm được (PDF/A): hình giữ nguyên, chữ đọc được nằm ẩn đúng chỗ trên hình.

    Bản gốc không bị đụng đến. PDF đã ký số, hoặc vốn đã có chữ, được chép nguyên từng byte.
    """
    from vanthu import api
    from vanthu.engine.batch import cores
    from vanthu.export.copying import CopyKind

    cleared = options.cleared(not_secret, by)
    plan = api.read(file, profile=profile, keep=not no_cache, jobs=cores(), cleared=cleared)
    told = {
        CopyKind.MADE: "đã tạo bản sao tìm kiếm được (PDF/A)",
        CopyKind.SIGNED: "tệp có chữ ký số nên chỉ chép nguyên văn",
        CopyKind.DIGITAL: "tệp vốn đã tìm kiếm được nên chỉ chép nguyên văn",
    }
    say(f"{file}: {told[api.copy(plan, out)]}: {out}")
    for problem in plan.problems:
        say(f"vanthu: {file}, trang {problem.page}: {problem.message}")
    if plan.problems:
        raise typer.Exit(ExitCode.INPUT)
