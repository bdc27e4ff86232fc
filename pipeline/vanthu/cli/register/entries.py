"""`vanthu register`: the office's book of documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import agreed, give, say
from vanthu.cli.terminal.values import DECISIONS, change, field_name, place_name, shown

if TYPE_CHECKING:
    from vanthu.register.history import Event
    from vanthu.register.intake import Pair


def init(
    address: Annotated[
        str | None,
        typer.Argument(
            metavar="SỔ", help="Tệp (so-van-thu.db) hoặc postgresql://...; mặc định: VANTHU_REGISTER."
        ),
    ] = None,
    register: options.Register = None,
) -> None:
    """Tạo sổ mới, hoặc đưa sổ cũ lên dạng mới nhất; sổ đã có giữ nguyên mọi thứ."""
    from vanthu import api

    with api.open_register(options.needed(address or register), create=True) as opened:
        give(f"sổ {opened.address} đã sẵn sàng")


def add(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="PLAN...", help="Tệp plan.json, hoặc thư mục kết quả của 'vanthu process'."),
    ],
    register: options.Register = None,
) -> None:
    """Ghi các kế hoạch đã đọc xong vào sổ, cùng những gì người dùng đã sửa; ghi lại lần nữa không trùng.

    Văn bản đã có bản khác trong sổ vẫn được ghi, rồi chờ người quyết định: xem 'vanthu register twins'.
    """
    from vanthu import api
    from vanthu.register.intake import Result

    with api.open_register(options.needed(register), create=True) as opened:
        results: Counter[Result] = Counter()
        for added in api.register_plans(opened, plans):
            results[added.result] += 1
            for twin in added.twins:
                say(
                    f"văn bản {added.document} có thể trùng với văn bản {twin.other} (giống {twin.likeness:.0%})"
                )
        give(
            f"thêm {results[Result.NEW]} văn bản, {results[Result.READ_AGAIN]} bản đọc mới, {results[Result.KNOWN]} đã có"
        )


def twins(
    register: options.Register = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Cả những cặp đã quyết định.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Liệt kê các văn bản có thể là một (cùng số, ký hiệu, cơ quan, ngày; hoặc gần như cùng lời văn), kèm chỗ khác nhau."""
    from vanthu import api

    with options.opened(register) as opened:
        found = api.twins(opened, undecided=not every)
    if as_json:
        give(json.dumps([vars(pair) for pair in found], ensure_ascii=False, indent=1))
        return
    for pair in found:
        give("\n".join(_pair_lines(pair)))
    if not found:
        say("không có cặp nào chờ quyết định")


def decide(
    document: Annotated[int, typer.Argument(metavar="ID", help="Số của văn bản trong sổ.")],
    decision: Annotated[
        str,
        typer.Argument(
            metavar="link|replace|both",
            parser=options.one_of(DECISIONS, "quyết định"),
            help="link: là một, giữ bản có trước; replace: là một, dùng bản đến sau; both: hai văn bản khác nhau.",
        ),
    ],
    other: Annotated[
        int | None, typer.Option("--other", metavar="ID", help="Văn bản kia, khi có nhiều cặp.")
    ] = None,
    by: options.By = None,
    register: options.Register = None,
) -> None:
    """Quyết định hai văn bản có phải là một; không xóa gì, có thể quyết định lại."""
    from vanthu import api
    from vanthu.register.states import Decision

    with options.opened(register) as opened:
        pair = api.decide_twin(opened, document, Decision(decision), who=by or options.login(), other=other)
    give(f"văn bản {pair.newer} và {pair.other}: {DECISIONS[decision]}")


def history(
    document: Annotated[
        int | None, typer.Argument(metavar="ID", help="Số của văn bản; mặc định: cả sổ.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", parser=options.count, help="Số việc gần nhất; mặc định: 100."),
    ] = None,
    register: options.Register = None,
    *,
    as_json: options.AsJson = False,
) -> None:
    """Xem những gì đã xảy ra: ai hay máy làm, lúc nào, từ gì thành gì."""
    from vanthu import api

    with options.opened(register) as opened:
        events = api.history(opened, document, limit=limit or 100)
    if as_json:
        give(json.dumps([vars(event) for event in events], ensure_ascii=False, indent=1))
        return
    for event in events:
        give(event_line(event))


def expunge(
    document: Annotated[str, typer.Argument(metavar="ID", help="Văn bản: mã trong sổ, hoặc số và ký hiệu.")],
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="LÝ DO", help="Vì sao gỡ; đây là điều duy nhất còn lại trong sổ."),
    ],
    by: options.By = None,
    register: options.Register = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Gỡ luôn, không hỏi lại.")] = False,
) -> None:
    """Gỡ hẳn một văn bản khỏi sổ (thấy có dấu mật sau khi đã ghi, ghi nhầm), với mọi bản đọc, nhiệm vụ, ý kiến, phát hiện.

    Không lấy lại được. Tệp gốc, thư mục kết quả và các bản sao lưu đã có thì không đụng tới.
    """
    from vanthu import api

    with options.opened(register) as opened:
        if not yes and not agreed(f"Gỡ hẳn văn bản {document} khỏi sổ, không lấy lại được?"):
            say("chưa gỡ gì; thêm --yes để gỡ")
            return
        gone = api.expunge(opened, document, reason=reason, who=by or options.login())
    give(f"đã gỡ văn bản {', '.join(map(str, gone.documents))} khỏi sổ")
    for _, place in gone.files:
        if place:
            say(f"tệp gốc không bị đụng tới: {place}")
    say("hãy tự xử lý thư mục kết quả và các bản sao lưu đã có, nếu văn bản này có trong đó")


_ACTIONS = {
    "added": "ghi vào sổ",
    "read again": "đọc lại",
    "twin found": "thấy có thể trùng với văn bản",
    "twin decided": "quyết định với văn bản",
    "said": "ghi",
    "task added": "thêm nhiệm vụ",
    "found": "thấy phát hiện",
    "gone": "không còn phát hiện",
    "judged": "kết luận về phát hiện",
    "cleared": "nói tệp này không phải văn bản mật",
    "expunged": "gỡ khỏi sổ văn bản",
}


def _pair_lines(pair: Pair) -> Iterator[str]:
    decided = f", {DECISIONS[pair.decision]} ({pair.who})" if pair.decision else ""
    yield f"văn bản {pair.newer} (đến sau) và văn bản {pair.other}: lời văn giống {pair.likeness:.0%}{decided}"
    for name, (other, newer) in pair.differs.items():
        yield f"  {place_name(name)}"
        yield f"    văn bản {pair.other}: {shown(other)}"
        yield f"    văn bản {pair.newer}: {shown(newer)}"
    if not pair.differs:
        yield "  không thấy chỗ nào khác nhau"


def event_line(event: Event) -> str:
    """What happened, in fields parted by tabs."""
    from datetime import datetime

    when = datetime.fromisoformat(event.at).astimezone()
    what = _ACTIONS.get(event.action, event.action)
    parts = [f"{when:%d/%m/%Y %H:%M}", event.who, f"văn bản {event.document}" if event.document else "", what]
    parts += [f"nhiệm vụ {event.path}" if event.path else event.subject or "", field_name(event.field or "")]
    if event.was is not None:
        parts.append(change(event.was, event.value))
    elif event.value is not None:
        parts.append(f"mã băm tệp {event.value}" if event.action == "added" else shown(event.value))
    return "\t".join(part for part in parts if part)
