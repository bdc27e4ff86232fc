"""`vanthu text`: what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.streams import give, say
from vanthu.document.page import Problem
from vanthu.errors import ExitCode

PAGE_BREAK = "\f"


def command(file: Annotated[Path, typer.Argument(metavar="FILE", help="Tài liệu cần đọc.")]) -> None:
    """In chữ đọc được từ một tài liệu; các trang cách nhau bằng dấu ngắt trang (form feed)."""
    from vanthu import api

    problems: list[Problem] = []
    give(PAGE_BREAK.join(api.read_text(file, tell=problems.append)))
    for problem in problems:
        say(f"vanthu: {file}, trang {problem.page}: {problem.message}")
    if problems:
        raise typer.Exit(ExitCode.INPUT)
