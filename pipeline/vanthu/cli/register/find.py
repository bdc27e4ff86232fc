"""`vanthu find`: what is in the register about something."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.cli.terminal.values import STATES

if TYPE_CHECKING:
    from vanthu.register.search import Hit

_LONGEST = 110
_KINDS = ("document", "task")


def command(  # noqa: PLR0913  # one parameter an option
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT",
            help='Lời cần tìm, có dấu hay không dấu; số, ký hiệu (176/KH-UBND); cụm từ trong ngoặc kép. Để trống ("") khi chỉ lọc.',
        ),
    ],
    *,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="TÊN", help="Cơ quan ban hành.")] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="TÊN", help="Việc của đơn vị này chủ trì hoặc phối hợp.")
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", metavar="NGÀY", parser=options.day, help="Ban hành từ ngày này."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", metavar="NGÀY", parser=options.day, help="Ban hành đến hết ngày này."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="document|task",
            parser=options.one_of(_KINDS, "loại kết quả"),
            help="Chỉ văn bản, hoặc chỉ nhiệm vụ.",
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", parser=options.count, help="Số kết quả mỗi loại; mặc định: 20."),
    ] = None,
    register: options.Register = None,
    as_json: options.AsJson = False,
) -> None:
    """Tìm văn bản và nhiệm vụ trong sổ: theo lời, số, cơ quan, đơn vị, thời gian; mới nhất trước.

    Gõ không dấu thì tìm mọi cách bỏ dấu; gõ có dấu thì tìm đúng dấu. Dùng mã ở đầu dòng cho 'vanthu show'.
    """
    from vanthu import api
    from vanthu.register.search import Wanted

    kinds: dict[str | None, Literal["document", "task"]] = {"document": "document", "task": "task"}
    wanted = Wanted(text, issuer, unit, first, last, kinds.get(kind), limit or 20)
    with options.opened(register) as opened:
        hits = api.find(opened, wanted)
    if as_json:
        give(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
        return
    for hit in hits:
        give(_line(hit))
    say(f"{len(hits)} kết quả")


def _line(hit: Hit) -> str:
    """Number in the register, place of the task, what it is, words: parted by tabs, for `cut` and `sort` too."""
    from vanthu.cli.terminal.phrases import day
    from vanthu.export.wording import shorten

    paper = " ".join(part for part in (hit.type, hit.code) if part)
    facts = (paper, day(hit.issued_on), hit.issuer or "", f"trang {hit.page}" if hit.page else "")
    state = STATES[hit.state] if hit.state != "pending" else ""
    fields = (str(hit.document), hit.path or "", *facts, state, shorten(hit.text or "", _LONGEST))
    return "\t".join(fields)
