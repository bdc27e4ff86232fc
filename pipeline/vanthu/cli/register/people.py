"""`vanthu correct`, `vanthu mark`: what people say of documents and tasks of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options, values
from vanthu.cli.terminal.streams import give, say

if TYPE_CHECKING:
    from vanthu.register.people import Change

Document = Annotated[
    str, typer.Argument(metavar="ID", help="Văn bản: mã trong sổ (12), hoặc số, ký hiệu (176/KH-UBND).")
]
_STATES = ("confirmed", "discarded", "pending")


def correct(
    document: Document,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="[TASK] MỤC=GIÁ-TRỊ...",
            help="Nhiệm vụ (mã, hoặc vị trí như II.1.b2), không có thì là phần đầu văn bản; rồi những gì cần sửa. "
            "Phần đầu: type, number, symbol, issuer, place, issued_on, title, signer. "
            "Nhiệm vụ: progress, done_on, due, lead, coordinate, products, note, text.",
        ),
    ],
    by: options.By = None,
    register: options.Register = None,
) -> None:
    """Sửa văn bản hoặc nhiệm vụ trong sổ; ghi tiến độ. Lời của người được giữ qua mọi lần đọc lại.

    Để trống giá trị (due=) là xóa; nhiều đơn vị cách nhau bằng dấu chấm phẩy. Bản máy đọc vẫn còn nguyên trong sổ.
    """
    from vanthu import api

    task = values[0] if values and "=" not in values[0] else None
    pairs = dict(_pair(value) for value in values[1 if task else 0 :])
    if not pairs:
        raise typer.BadParameter("chưa có gì để sửa; hãy viết như number=176 hoặc II.1 due=31/7/2024")
    with options.opened(register) as opened:
        changes = api.correct(opened, document, pairs, by=by or options.login(), task=task)
    _tell(changes)


def _pair(value: str) -> tuple[str, str]:
    name, sign, text = value.partition("=")
    if not sign:
        raise typer.BadParameter(f"'{value}' thiếu dấu bằng; hãy viết như due=31/7/2024")
    return name.strip(), text


def mark(
    state: Annotated[
        str,
        typer.Argument(
            metavar="confirmed|discarded|pending",
            parser=options.one_of(_STATES, "trạng thái"),
            help="confirmed: máy đọc đúng; discarded: không phải văn bản, nhiệm vụ; pending: chờ xem lại.",
        ),
    ],
    document: Document,
    tasks: Annotated[
        list[str] | None,
        typer.Argument(metavar="TASK...", help="Nhiệm vụ: mã hoặc vị trí; không có thì là cả văn bản."),
    ] = None,
    by: options.By = None,
    register: options.Register = None,
    *,
    waiting: Annotated[bool, typer.Option("--all", help="Cả mọi nhiệm vụ của văn bản còn chờ xem.")] = False,
) -> None:
    """Xác nhận hoặc loại những gì máy đọc ra; đổi lại được, mọi lần đều ghi vào lịch sử.

    Văn bản, nhiệm vụ đã loại vẫn còn trong sổ nhưng không còn đến hạn, không vào lịch và bảng theo dõi.
    """
    from vanthu import api
    from vanthu.register.states import State

    who = by or options.login()
    with options.opened(register) as opened:
        changes = api.mark(opened, document, State(state), by=who, tasks=tasks or (), waiting=waiting)
    _tell(changes)


def _tell(changes: tuple[Change, ...]) -> None:
    for change in changes:
        where = f"văn bản {change.document}" + (f", nhiệm vụ {change.path}" if change.task else "")
        give(f"{where}: {values.field_name(change.field)}: {values.change(change.was, change.value)}")
    if not changes:
        say("không có gì đổi")
