"""`vanthu process`: documents in, a folder for each out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode

_Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Tệp hoặc thư mục (đọc cả thư mục con).")
]
_Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Thư mục nhận kết quả, mỗi tài liệu một thư mục.")
]
_Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", parser=options.count, help="Số tài liệu đọc cùng lúc; mặc định: mỗi nhân một."
    ),
]
_Limit = Annotated[
    int | None,
    typer.Option(
        "--time-limit", metavar="PHÚT", parser=options.count, help="Số phút tối đa cho một tài liệu."
    ),
]

_Searchable = Annotated[
    bool,
    typer.Option(
        "--searchable", help="Thêm bản sao tìm kiếm được (searchable.pdf) vào kết quả mỗi bản quét."
    ),
]


def command(  # noqa: PLR0913  # one parameter an option
    paths: _Paths,
    out: _Out,
    jobs: _Jobs = None,
    time_limit: _Limit = None,
    profile: options.Profile = None,
    register: options.Register = None,
    *,
    searchable: _Searchable = False,
    no_cache: options.NoCache = False,
    not_secret: options.NotSecret = None,
    by: options.Responsible = None,
) -> None:
    """Đọc tài liệu, viết kế hoạch có cấu trúc, bảng theo dõi, lịch, sơ đồ và báo cáo.

    Có --register thì mỗi tài liệu đọc xong được ghi ngay vào sổ; tệp đã có trong sổ không đọc lại.
    Một tài liệu hỏng không làm dừng các tài liệu khác. Kết thúc bằng bảng tóm tắt những gì đã tìm thấy.
    """
    from vanthu import api
    from vanthu.cli.terminal.progress import progress_on_stderr
    from vanthu.cli.terminal.table import summary_table, untaken
    from vanthu.engine.batch import InterruptedRun

    limit = time_limit * 60 if time_limit else None
    try:
        how = api.How(
            profile=profile,
            keep=not no_cache,
            searchable=searchable,
            register=register,
            cleared=options.cleared(not_secret, by),
        )
        run = api.process_all(paths, out, jobs=jobs, limit=limit, how=how, progress=progress_on_stderr())
    except InterruptedRun as stop:
        say(
            f"vanthu: đã dừng theo yêu cầu; {len(stop.outcomes)}/{stop.total} tài liệu đã xong, nằm trọn trong {out}"
        )
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    give(summary_table(run))
    if run.failure:
        say(f"vanthu: {run.failure}")
    for line in untaken(run):
        say(f"vanthu: {line}")
    raise typer.Exit(run.exit_code)
