"""`vanthu calendar`: deadlines as calendars, and as pages for the wall."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.outputs.calendar_options import Leads, chosen, leads
from vanthu.cli.terminal import options
from vanthu.cli.terminal.failures import end_with
from vanthu.cli.terminal.streams import give, say

if TYPE_CHECKING:
    from vanthu.errors import VanthuError
    from vanthu.export.calendar.files import Wish
    from vanthu.planning.followed import FollowedPlan
    from vanthu.register import Register

    _Plans = tuple[FollowedPlan, ...] | Register


class _Kind(StrEnum):
    EVENTS = "events"
    TODOS = "todos"


class _By(StrEnum):
    ALL = "all"
    UNIT = "unit"
    PLAN = "plan"


class _View(StrEnum):
    YEAR = "year"
    MONTH = "month"


_Profile = Annotated[
    _Kind,
    typer.Option(
        "--profile",
        metavar="LOẠI",
        parser=chosen(_Kind),
        help="events: sự kiện, chương trình lịch nào cũng nhận; todos: việc cần làm, cho chương trình có danh sách việc.",
    ),
]
_SplitBy = Annotated[
    _By,
    typer.Option(
        "--by",
        metavar="CÁCH",
        parser=chosen(_By),
        help="all: một lịch chung; unit: mỗi đơn vị một lịch; plan: mỗi văn bản một lịch.",
    ),
]
_Alarm = Annotated[
    Leads | None,
    typer.Option(
        "--alarm",
        metavar="TRƯỚC",
        parser=leads,
        help="Nhắc trước bao lâu: 7d,1d (ngày), 2h (giờ); không có thì không nhắc.",
    ),
]
_Page = Annotated[
    _View | None,
    typer.Option(
        "--view", metavar="TRANG", parser=chosen(_View), help="Trang in A4 thay cho lịch: year hoặc month."
    ),
]
_On = Annotated[
    date | None,
    typer.Option(
        "--on",
        metavar="NGÀY",
        parser=options.day,
        help="Ngày nằm trong năm, tháng cần xem; mặc định: hôm nay.",
    ),
]
_Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR|FILE", help="Thư mục hoặc tệp nhận kết quả; không có thì in ra đầu ra chuẩn."
    ),
]


def command(  # noqa: PLR0913, PLR0917  # one parameter an option
    paths: options.Plans = None,
    out: _Out = None,
    by: _SplitBy = _By.ALL,
    unit: options.Unit = None,
    profile: _Profile = _Kind.EVENTS,
    alarm: _Alarm = None,
    view: _Page = None,
    on: _On = None,
    register: options.Register = None,
    *,
    share: options.Share = False,
    no_cache: options.NoCache = False,
) -> None:
    """Làm lịch thời hạn (iCalendar) để nhập vào Google, Outlook, Thunderbird; hoặc trang lịch năm, tháng để in.

    Nhập lại lần sau thì lịch được cập nhật, không nhân đôi. Thời hạn chưa tính được ngày nằm riêng trong undated.json.
    """
    from vanthu import api
    from vanthu.engine.batch import cores
    from vanthu.export.calendar.components import Kind
    from vanthu.export.calendar.files import Split, Wish

    if out is None and by is not _By.ALL:
        raise typer.BadParameter("nhiều lịch thì cần --out với một thư mục")
    failures: tuple[VanthuError, ...] = ()
    with options.source(paths, register) as source:
        plans: _Plans
        if isinstance(source, list):
            gathered = api.gather(source, keep=not no_cache, jobs=cores())
            plans, failures = tuple(plan for _, plan in gathered.followed), gathered.failures
            if not plans:
                end_with(failures)
        else:
            plans = source
        options.tell_shared(share=share)
        if view is not None:
            _show(plans, view, on or options.today(), unit, out, share=share)
        else:
            wish = Wish(Kind(profile.value), Split(by.value), unit, alarm.times if alarm else ())
            _write(plans, wish, out, share=share)
    end_with(failures)


def _write(plans: _Plans, wish: Wish, out: Path | None, *, share: bool) -> None:
    from vanthu import api

    if out is None:
        give(api.calendar_text(plans, wish, share=share))
        return
    written = api.write_calendars(plans, out, wish, share=share)
    calendars = len(written.paths) - 1
    say(f"{written.plans} kế hoạch, {calendars} lịch, {written.entries} mục; đã ghi vào {out}")
    if written.undated:
        say(f"{len(written.undated)} thời hạn chưa tính được ngày: xem {written.paths[-1]}")


def _show(plans: _Plans, view: _View, on: date, unit: str | None, out: Path | None, *, share: bool) -> None:
    from vanthu import api
    from vanthu.export.calendar.wall import write_page

    page = api.calendar_page(plans, view=view.value, on=on, unit=unit, share=share)
    if out is None:
        give(page)
        return
    name = f"{on:%Y}.html" if view is _View.YEAR else f"{on:%Y-%m}.html"
    place = out if out.suffix.lower() in {".html", ".htm"} else out / name
    write_page(page, place)
    say(f"đã ghi {place}")
