"""`vanthu show`: one document of the register with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vanthu.cli.register.people import Document
from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give
from vanthu.cli.terminal.values import DECISIONS, STATES, field_name

if TYPE_CHECKING:
    from vanthu.planning import clock
    from vanthu.planning.followed import Followed
    from vanthu.register.states import State
    from vanthu.register.views.document import Looked

_LONGEST = 200


def command(
    document: Document,
    on: options.On = None,
    register: options.Register = None,
    *,
    history: Annotated[bool, typer.Option("--history", help="Thêm mọi việc đã xảy ra với văn bản.")] = False,
    as_json: options.AsJson = False,
    share: options.Share = False,
) -> None:
    """Xem một văn bản trong sổ: phần đầu, nhiệm vụ với tiến độ và thời hạn, phát hiện, các bản đọc, văn bản có thể trùng."""
    from vanthu import api

    day = on or options.today()
    with options.opened(register) as opened:
        found = api.show(opened, document, on=day)
    if share and not as_json:
        raise typer.BadParameter("--share chỉ dùng cùng --json")
    if as_json:
        whole = found.as_json()
        give(json.dumps(_passed_on(whole) if share else whole, ensure_ascii=False, indent=1))
        options.tell_shared(share=share)
        return
    give("\n".join((*_head(found), *_tasks(found), *_rest(found))))
    if history:
        from vanthu.cli.register.entries import event_line

        give("\n".join(["Lịch sử:", *(f"  {event_line(event)}" for event in found.history)]))


def _passed_on(whole: dict[str, Any]) -> dict[str, Any]:
    """Covered, and without the place on this machine."""
    from vanthu import api

    covered: dict[str, Any] = api.shared_json(whole | {"file": whole["file"] | {"location": None}})
    return covered


def _head(found: Looked) -> Iterator[str]:
    from vanthu.export.wording import document_name

    plan = found.paper.followed.plan
    facts = plan.document
    yield f"Văn bản {found.paper.document}: {document_name(plan)}"
    told = {
        "Trích yếu": facts.title,
        "Cơ quan": next(iter(facts.issuer), None),
        "Người ký": facts.signer.name,
        "Trạng thái": STATES[found.paper.state],
        "Đã sửa": "; ".join(field_name(name) for name in found.paper.header if name != "state"),
        "Tệp": found.file.get("location") or found.file.get("name"),
    }
    yield from (f"  {name}: {value}" for name, value in told.items() if value)
    for version in found.versions:
        rules = f", quy tắc {version.rules[:12]}" if version.rules else ""
        yield f"  Bản đọc {version.version}: {_moment(version.made_at)}{rules}, {version.program or '(không rõ)'}"


def _moment(at: str) -> str:
    from datetime import datetime

    return f"{datetime.fromisoformat(at).astimezone():%d/%m/%Y %H:%M}"


def _tasks(found: Looked) -> Iterator[str]:
    yield f"Nhiệm vụ, tính đến ngày {found.on:%d/%m/%Y}:"
    for task, state, standing in found.tasks():
        yield from _task(task, state, standing)


def _task(followed: Followed, state: State, standing: clock.State) -> Iterator[str]:
    from vanthu.export.timing import phrases
    from vanthu.export.wording import shorten

    task, report = followed.task, followed.report
    lost = ", không còn thấy trong văn bản" if followed.lost else ""
    yield f"  {task.id}  [{followed.key}]  {STATES[state]}{lost}"
    yield f"    {shorten(task.text, _LONGEST)}"
    done = f" ({report.done_on:%d/%m/%Y})" if report.done_on else ""
    told = {
        "chủ trì": "; ".join(task.lead),
        "phối hợp": "; ".join(task.coordinate),
        "thời hạn": phrases(task.deadlines),
        "tình trạng": standing,
        "tiến độ": f"{report.progress or ''}{done}",
        "ghi chú": followed.note,
    }
    yield from (f"    {name}: {value}" for name, value in told.items() if value)


def _rest(found: Looked) -> Iterator[str]:
    for raised in found.findings:
        page = f", trang {raised.page}" if raised.page else ""
        yield f"Phát hiện ({raised.where or 'văn bản'}{page}): {raised.note}"
    for pair in found.twins:
        other = pair.other if pair.newer == found.paper.document else pair.newer
        decided = f", đã quyết định: {DECISIONS[pair.decision]}" if pair.decision else ", chờ quyết định"
        yield f"Có thể trùng với văn bản {other} (giống {pair.likeness:.0%}{decided})"
