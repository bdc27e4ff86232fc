"""How values on the command line are read; what is wrong with one is told in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal.streams import say

if TYPE_CHECKING:
    from vanthu.reading.secrecy import Cleared
    from vanthu.register import Register as Opened

DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
_YEARS = range(1900, 2200)  # others are slips; from days near the last one of all nothing can be counted on


def day(value: str) -> date:
    """A date as ISO or as it is written in Vietnam. Raises `typer.BadParameter`."""
    for form in DAY_FORMATS:
        try:
            found = datetime.strptime(value.strip(), form).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
        if found.year in _YEARS:
            return found
    raise typer.BadParameter(f"'{value}' không phải ngày; hãy viết như 2024-06-18 hoặc 18/6/2024")


def count(value: str) -> int:
    """A whole number from 1. Raises `typer.BadParameter`."""
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise typer.BadParameter(f"'{value}' không phải số nguyên từ 1 trở lên")
    return int(value)


def one_of(names: Collection[str], what: str) -> Callable[[str], str]:
    """A parser for one of a few words. It raises `typer.BadParameter`."""

    def parse(value: str) -> str:
        meant = value.casefold().strip()
        if meant not in names:
            raise typer.BadParameter(f"không có {what} '{value}'; hãy chọn: {', '.join(names)}")
        return meant

    return parse


def today() -> date:
    """The day that the clerk's own clock shows."""
    return date.today()  # noqa: DTZ011


def needed(register: str | None) -> str:
    """The register that was named. Raises `typer.BadParameter` where none was."""
    if not register:
        raise typer.BadParameter(
            "chưa nói sổ nào; hãy thêm --register hoặc đặt biến môi trường VANTHU_REGISTER"
        )
    return register


@contextmanager
def opened(register: str | None) -> Iterator[Opened]:
    """The register that was named, open. Raises `typer.BadParameter` where none was."""
    from vanthu.register import open_register

    with open_register(needed(register)) as found:
        yield found


@contextmanager
def source(paths: list[Path] | None, register: str | None) -> Iterator[list[Path] | Opened]:
    """The plans that were named; where none were, those of the register. Raises `typer.BadParameter` where there is neither."""
    if paths:
        yield paths
        return
    if not register:
        raise typer.BadParameter("còn thiếu PLAN... hoặc --register; hãy thêm --help để xem cách dùng")
    with opened(register) as found:
        yield found


def tell_shared(*, share: bool) -> None:
    """What `--share` did, in a line."""
    if share:
        say(
            "đã che số điện thoại, số định danh cá nhân; không kèm hình cắt từ bản quét vì không che được hình"
        )


def cleared(files: list[str] | None, by: str | None) -> frozenset[Cleared]:
    """What somebody says of files that would be stopped for secrecy. Raises `typer.BadParameter` where nobody says it."""
    from vanthu import api

    if not files:
        return frozenset()
    if not by:
        raise typer.BadParameter("--not-secret phải có người chịu trách nhiệm; hãy thêm --by TÊN")
    found = api.not_secret(files, who=by)
    say(f"theo {by}, {len(found)} tệp không phải văn bản mật: không xét dấu chỉ độ mật trên tệp đó")
    return found


def login() -> str:
    """The name of whoever works at this machine."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "không rõ"


def profile(value: str) -> str:
    """The name of a profile of recognition, with or without marks and capitals. Raises `typer.BadParameter`."""
    from vanthu.orthography import strip_accents
    from vanthu.settings import profile_names

    names = profile_names()
    meant = strip_accents(value).casefold().strip()
    for name in names:
        if strip_accents(name).casefold() == meant:
            return name
    raise typer.BadParameter(f"không có chế độ đọc '{value}'; hãy chọn: {', '.join(names)}")


Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="CHẾ-ĐỘ",
        parser=profile,
        help="Đọc ảnh quét nhanh, thường hay kỹ; càng kỹ càng đúng và càng lâu.",
    ),
]

By = Annotated[
    str | None,
    typer.Option("--by", metavar="TÊN", help="Người cập nhật; mặc định: tên đăng nhập trên máy này."),
]

Register = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="SỔ",
        envvar="VANTHU_REGISTER",
        help="Sổ văn bản: tệp (so-van-thu.db) hoặc postgresql://...; mặc định lấy từ biến môi trường VANTHU_REGISTER.",
    ),
]

Unit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="TÊN",
        help="Chỉ việc đơn vị này chủ trì hoặc phối hợp; một phần của tên cũng được, không cần dấu.",
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help="Kết quả dạng JSON.")]

Plans = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PLAN...", help="Tài liệu, thư mục, hoặc tệp plan.json đã có; không có thì lấy cả sổ."
    ),
]

On = Annotated[
    date | None,
    typer.Option("--on", metavar="NGÀY", parser=day, help="Xét thời hạn ở ngày này; mặc định: hôm nay."),
]

Share = Annotated[
    bool,
    typer.Option(
        "--share",
        help="Để gửi ra ngoài: che số điện thoại, số định danh cá nhân; không kèm hình cắt từ bản quét.",
    ),
]

NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache", help="Đọc lại từ đầu, không dùng và không lưu kết quả nhận dạng trong bộ nhớ đệm."
    ),
]

NotSecret = Annotated[
    list[str] | None,
    typer.Option(
        "--not-secret",
        metavar="TỆP",
        help="Vẫn đọc tệp này (đường dẫn hoặc SHA-256) dù thấy hay nghi có dấu mật; phải có --by; lặp lại cho nhiều tệp.",
    ),
]

Responsible = Annotated[
    str | None, typer.Option("--by", metavar="TÊN", help="Người chịu trách nhiệm về --not-secret.")
]
