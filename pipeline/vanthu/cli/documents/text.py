"""`vanthu text`: what was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.document.page import Flag
    from vanthu.document.plan import Plan

PAGE_BREAK = "\f"

_File = Annotated[Path, typer.Argument(metavar="FILE", help="Tài liệu cần đọc.")]
_Raw = Annotated[bool, typer.Option("--raw", help="In chữ đúng như máy đọc, chưa sửa lỗi nhận dạng.")]
_Flags = Annotated[
    bool,
    typer.Option(
        "--flags",
        help="Chỉ in các chỗ cần xem lại, mỗi chỗ một dòng: trang, vị trí, chữ, lý do, cách đọc khác.",
    ),
]
_Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", parser=options.count, help="Số trang đọc cùng lúc; mặc định: mỗi nhân một."
    ),
]
_Draw = Annotated[
    Path | None,
    typer.Option(
        "--draw", metavar="DIR", help="Vẽ những gì đọc được lên hình từng trang, thành tệp PNG trong DIR."
    ),
]


def command(  # noqa: PLR0913  # one parameter an option
    file: _File,
    *,
    profile: options.Profile = None,
    raw: _Raw = False,
    flags: _Flags = False,
    draw: _Draw = None,
    jobs: _Jobs = None,
    no_cache: options.NoCache = False,
    not_secret: options.NotSecret = None,
    by: options.Responsible = None,
) -> None:
    """In chữ đọc được từ một tài liệu; các trang cách nhau bằng dấu ngắt trang (form feed)."""
    from vanthu import api
    from vanthu.engine.batch import cores

    cleared = options.cleared(not_secret, by)
    plan = api.read(file, profile=profile, keep=not no_cache, jobs=jobs or cores(), cleared=cleared)
    if draw is not None:
        _draw(plan, draw, file)
    _give(plan, raw=raw, flags=flags)
    for problem in plan.problems:
        say(f"vanthu: {file}, trang {problem.page}: {problem.message}")
    if plan.problems:
        raise typer.Exit(ExitCode.INPUT)


def _give(plan: Plan, *, raw: bool, flags: bool) -> None:
    from vanthu import api

    if not flags:
        give(PAGE_BREAK.join(api.text_of(plan, raw=raw)))
        return
    for flag in plan.flags or ():
        give(_line(flag))


def _draw(plan: Plan, folder: Path, file: Path) -> None:
    from vanthu import api

    drawn = api.draw(plan, folder)
    say(f"{file}: đã vẽ {len(drawn)} trang vào {folder}" if drawn else f"{file}: không có hình trang để vẽ")


def _line(flag: Flag) -> str:
    """page, box in points, text, reason, other readings: separated by tabs, for `cut` and `sort` too."""
    box = ",".join(f"{side:.1f}" for side in flag.box) if flag.box else ""
    fields = (str(flag.page), box, flag.text, flag.reason, "; ".join(flag.candidates))
    return "\t".join(" ".join(field.split()) for field in fields)
