"""`vanthu due`: what falls due in the coming days."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import partial
from typing import Annotated

import typer

from vanthu.cli.outputs.calendar_options import span
from vanthu.cli.terminal import options
from vanthu.cli.terminal.failures import end_with
from vanthu.cli.terminal.streams import give
from vanthu.errors import VanthuError

_FORTNIGHT = timedelta(days=14)


def command(  # noqa: PLR0913  # one parameter an option
    paths: options.Plans = None,
    on: Annotated[
        date | None,
        typer.Option("--on", metavar="NGÀY", parser=options.day, help="Tính từ ngày này; mặc định: hôm nay."),
    ] = None,
    within: Annotated[
        timedelta | None,
        typer.Option(
            "--within",
            metavar="KHOẢNG",
            parser=span,
            help="Trong bao lâu: 14d (ngày), 2w (tuần); mặc định: 14d.",
        ),
    ] = None,
    unit: options.Unit = None,
    profile: options.Profile = None,
    register: options.Register = None,
    *,
    as_json: options.AsJson = False,
    no_cache: options.NoCache = False,
) -> None:
    """Liệt kê việc đến hạn, báo cáo phải nộp, việc đã qua hạn tính đến một ngày.

    Việc định kỳ được tính ra từng kỳ; ngày nghỉ được ghi rõ cùng ngày làm việc liền trước.
    """
    from vanthu import api
    from vanthu.engine.batch import cores
    from vanthu.export.calendar.due_text import due_json, due_text

    failures: tuple[VanthuError, ...] = ()
    when = partial(api.due, on=on or options.today(), within=within or _FORTNIGHT, unit=unit)
    with options.source(paths, register) as source:
        if isinstance(source, list):
            gathered = api.gather(source, profile=profile, keep=not no_cache, jobs=cores())
            failures = gathered.failures
            if not gathered.followed:
                end_with(failures)
            found = when(plan for _, plan in gathered.followed)
        else:
            found = when(source)
    give(due_json(found) if as_json else due_text(found, width=shutil.get_terminal_size((100, 24)).columns))
    end_with(failures)
