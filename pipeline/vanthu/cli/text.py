"""`vanthu text`: what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.streams import give

PAGE_BREAK = "\f"


def command(file: Annotated[Path, typer.Argument(metavar="FILE", help="Tài liệu cần đọc.")]) -> None:
    """In chữ đọc được từ một tài liệu; các trang cách nhau bằng dấu ngắt trang (form feed)."""
    from vanthu import api

    give(PAGE_BREAK.join(api.read_text(file)))
