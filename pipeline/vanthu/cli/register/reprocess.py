"""`vanthu reprocess`: documents of the register read again after the rules changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.cli.terminal.values import place_name, shown
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.engine.rereading import Reread

_LONGEST = 90


def command(  # noqa: PLR0913  # one parameter an option
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            help="Văn bản: mã trong sổ hoặc số, ký hiệu; mặc định: mọi văn bản đọc bằng quy tắc cũ.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since-rules",
            metavar="DẤU",
            help="Mọi văn bản đọc bằng bộ quy tắc có dấu này (vài ký tự đầu) hoặc bộ sau nó.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="N", parser=options.count, help="Số tệp đọc cùng lúc; mặc định: mỗi nhân một."
        ),
    ] = None,
    profile: options.Profile = None,
    register: options.Register = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ đổi gì, không ghi vào sổ.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Kết quả dạng JSON, mỗi văn bản một dòng.")] = False,
) -> None:
    """Đọc lại văn bản trong sổ sau khi đổi quy tắc, từ kết quả nhận dạng đã lưu hoặc tệp gốc; hiện cũ, mới cạnh nhau.

    Mỗi lần đọc là một bản mới, bản cũ còn nguyên. Lời của người (sửa, xác nhận, loại, tiến độ) luôn được giữ.
    """
    from vanthu import api

    count, failures = 0, []
    with options.opened(register) as opened:
        for found in api.reprocess(
            opened, documents or (), since=since, profile=profile, jobs=jobs, dry_run=dry_run
        ):
            count += 1
            failures += [found.failure] if found.failure else []
            give(_json(found) if as_json else "\n".join(_lines(found)))
    say(f"{count} văn bản, {len(failures)} không đọc lại được" + ("; chưa ghi gì" if dry_run else ""))
    if failures:
        worst = next((f for f in failures if f.exit_code is ExitCode.SECRET), failures[0])
        raise typer.Exit(worst.exit_code)


def _json(found: Reread) -> str:
    failure = {"failure": str(found.failure) if found.failure else None}
    return json.dumps(asdict(found) | failure, ensure_ascii=False)


def _lines(found: Reread) -> Iterator[str]:
    name = f"văn bản {found.document or 'mới'} ({found.name})"
    if found.failure:
        yield f"{name}: {found.failure.message}"
        return
    versions = f"bản {found.was} → {found.now}" if found.was and found.now and found.now != found.was else ""
    if found.was is None:
        versions = "đã đọc lại; vẫn gộp vào bản trùng" if found.linked else "lần đầu thấy trong tệp"
    same = "" if found.differences or found.lost or found.was is None else "không có gì khác"
    yield f"{name}: " + (", ".join(part for part in (versions, same) if part) or "có khác")
    for difference in found.differences:
        kept = " (giữ lời của người)" if difference.pinned else ""
        yield f"  {place_name(difference.field)}: {_short(difference.was)} | {_short(difference.now)}{kept}"
    for text in found.lost:
        yield f"  không còn thấy nhiệm vụ mà người dùng đã ghi: {_short(text)}; lời của họ vẫn giữ"


def _short(value: object) -> str:
    from vanthu.export.wording import shorten

    return shorten(shown(value), _LONGEST)
