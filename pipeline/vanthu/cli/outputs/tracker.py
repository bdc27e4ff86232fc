"""`vanthu tracker`: trackers out and back in, registers, assignment notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import agreed, give, say
from vanthu.cli.terminal.values import shown
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.engine.tracking import Import
    from vanthu.export.tracker.changes import Added, Change

_LONGEST = 60
_Plans = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PLAN...",
        help="Tệp plan.json, hoặc thư mục kết quả của 'vanthu process'; không có thì lấy cả sổ.",
    ),
]


def export(  # noqa: PLR0913  # one parameter an option
    paths: _Plans = None,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Tệp nhận kết quả: .xlsx, hoặc .csv cho bảng CSV.")
    ],
    unit: options.Unit = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="NGÀY",
            parser=options.day,
            help="Xét tình trạng ở ngày này; mặc định: ngày mở bảng.",
        ),
    ] = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="Ghi thêm bảng CSV cùng tên, bên cạnh tệp .xlsx.")
    ] = False,
    register: options.Register = None,
    share: options.Share = False,
) -> None:
    """Xuất bảng theo dõi nhiệm vụ, với tiến độ và những gì mọi người đã sửa."""
    from vanthu import api

    places = dict.fromkeys([out, *([out.with_suffix(".csv")] if csv else [])])
    with options.source(paths, register) as source:
        for place in places:
            give(str(api.write_tracker(source, place, unit=unit, on=on, share=share)))
    options.tell_shared(share=share)


def take_in(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx", help="Bảng theo dõi mà mọi người đã cập nhật.")
    ],
    *,
    plans: Annotated[
        list[Path] | None,
        typer.Option(
            "--plans",
            metavar="PLAN",
            help="Thư mục kết quả hoặc tệp plan.json; lặp lại được. Mặc định: thư mục chứa bảng.",
        ),
    ] = None,
    by: options.By = None,
    register: options.Register = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ghi luôn, không hỏi lại.")] = False,
) -> None:
    """Đọc lại bảng theo dõi: hiện những gì đã đổi, rồi ghi vào corrections.json bên cạnh từng kế hoạch, hoặc vào sổ.

    Dòng có mã lạ hoặc ngày sai được nêu rõ trang tính và dòng; phần còn lại vẫn được ghi.
    """
    from vanthu import api

    who = by or options.login()
    if register and not plans:
        with options.opened(register) as opened:
            rows = api.read_tracker_of(opened, file)
            if _wanted(rows, yes=yes):
                papers = api.take_tracker_of(opened, rows, by=who)
                say(f"đã ghi vào sổ, {len(papers)} văn bản")
        return _end(rows)
    found = api.read_tracker(file, plans or [file.parent])
    if _wanted(found, yes=yes):
        for path in api.take_tracker(found, by=who):
            say(f"đã ghi {path}")
    return _end(found)


def _wanted(found: Import[Any], *, yes: bool) -> bool:
    """Whether what is new is to be written, after it was shown."""
    _show(found)
    count = len(found.review.changes) + len(found.review.added)
    return bool(count) and (yes or _agreed(count))


def _end(found: Import[Any]) -> None:
    if found.review.troubles:
        raise typer.Exit(ExitCode.INPUT)


def _show(found: Import[Any]) -> None:
    for change in found.review.changes:
        give(_change_line(change))
    for added in found.review.added:
        give(_added_line(added))
    for trouble in found.review.troubles:
        say(f"vanthu: {found.file.name}, {trouble}")
    review = found.review
    say(
        f"{len(review.changes)} thay đổi, {len(review.added)} nhiệm vụ thêm, {len(review.troubles)} chỗ không nhận"
    )


def _agreed(count: int) -> bool:
    if agreed(f"Ghi {count} thay đổi?"):
        return True
    say(f"chưa ghi {count} thay đổi; thêm --yes để ghi")
    return False


def _change_line(change: Change) -> str:
    from vanthu.export.tracker.columns import FIELD_HEADS

    text = _short(change.text)
    was, now = _short(shown(change.was)), _short(shown(change.value))
    return f"{change.place}: {FIELD_HEADS[change.field]}: {was} → {now} ({text})"


def _added_line(added: Added) -> str:
    from vanthu.export.tracker.columns import FIELD_HEADS

    values = "; ".join(f"{FIELD_HEADS[name]}: {_short(shown(value))}" for name, value in added.values.items())
    return f"{added.place}: nhiệm vụ thêm: {_short(added.text)}" + (f" ({values})" if values else "")


def _short(text: str) -> str:
    from vanthu.export.wording import shorten

    return shorten(text, _LONGEST)


def registers(
    paths: _Plans = None,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Thư mục nhận registers.xlsx và registers.html.")
    ],
    office: Annotated[
        Path | None,
        typer.Option(
            "--office", metavar="FILE", help="Tệp quy định cột của sổ; mặc định: rules/office/office.yaml."
        ),
    ] = None,
    register: options.Register = None,
    share: options.Share = False,
) -> None:
    """Lập sổ đăng ký văn bản đến và sổ theo dõi giải quyết theo mẫu Phụ lục IV; không tự cấp số đến."""
    from vanthu import api

    with options.source(paths, register) as source:
        for path in api.write_registers(source, out, office=office, share=share):
            give(str(path))
    options.tell_shared(share=share)


def notes(
    paths: _Plans = None,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Thư mục nhận phiếu, mỗi đơn vị một tệp Word.")
    ],
    unit: options.Unit = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Mẫu phiếu (.docx); mặc định: rules/office/phieu-giao-viec.docx.",
        ),
    ] = None,
    register: options.Register = None,
    share: options.Share = False,
) -> None:
    """Lập phiếu giao việc (Word) cho từng đơn vị theo mẫu sửa được."""
    from vanthu import api

    with options.source(paths, register) as source:
        for path in api.write_notes(source, out, unit=unit, template=template, share=share):
            give(str(path))
    options.tell_shared(share=share)
