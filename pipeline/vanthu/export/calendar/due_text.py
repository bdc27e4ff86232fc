"""What falls due, as lines for a terminal and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from textwrap import wrap
from typing import Any

from vanthu.audit.places import place
from vanthu.contract.model import DayOff
from vanthu.document.content import TaskKind
from vanthu.export.calendar.files import undated_in
from vanthu.export.timing import phrase, show_day
from vanthu.export.wording import document_code, document_name, shorten
from vanthu.planning.agenda import Agenda, Item, Matter, closed
from vanthu.planning.clock import Progress
from vanthu.planning.occurrences import Role
from vanthu.times.working_days import weekday_name

WIDTH = 100
_INDENT = "    "
_LONGEST = 260


def kind_name(matter: Matter) -> str:
    """*Báo cáo*, *Nhiệm vụ*, *Lịch*, or *Cả kế hoạch*."""
    if matter.row:
        return "Lịch"
    if matter.task is None:
        return "Cả kế hoạch"
    return "Báo cáo" if matter.task.kind is TaskKind.REPORT else "Nhiệm vụ"


def what(matter: Matter) -> str:
    """What is to be done, in the document's words."""
    if matter.row:
        return matter.row.what
    return matter.task.text if matter.task else matter.plan.document.title or document_name(matter.plan)


def place_of(matter: Matter) -> str:
    """Where it stands: *12/KH-UBND, gạch đầu dòng thứ 1, mục II.1*."""
    code = document_code(matter.plan)
    return f"{code}, {place(matter.task.id)}" if matter.task else code


def limit_words(item: Item) -> str:
    """What the day means: *trước ngày này*, *17:00*, *bắt đầu*, *kết thúc*, *định kỳ*."""
    at = item.at
    words = {Role.BEGIN: "bắt đầu", Role.END: "kết thúc", Role.REPEAT: "định kỳ"}.get(at.role, "")
    return ", ".join(part for part in (at.clock or "", words, _early(item)) if part)


def _early(item: Item) -> str:
    """*trước ngày X*: the day before, and the working day before that where offices are closed on it."""
    if not item.at.before:
        return ""
    last = item.at.last_day
    off = closed(last)
    work = f" (làm việc: {show_day(off.working_day_before)})" if off else ""
    return f"trước ngày này, xong trong {show_day(last)}{work}"


def day_off_words(off: DayOff | None) -> str:
    """*ngày nghỉ (thứ Bảy), làm việc liền trước: 28/07/2023*; empty for a working day."""
    if off is None:
        return ""
    before = f", làm việc liền trước: {show_day(off.working_day_before)}" if off.working_day_before else ""
    return f"ngày nghỉ ({off.reason}){before}"


def day_name(day: date) -> str:
    """*thứ Hai 10/06/2024*."""
    return f"{weekday_name(day)} {show_day(day)}"


def due_text(found: Agenda, *, width: int = WIDTH) -> str:
    """The lines for a terminal."""
    lines = [f"Thời hạn từ {day_name(found.first)} đến {day_name(found.last)}", ""]
    lines += _section(f"ĐÃ QUA HẠN TRƯỚC {show_day(found.first)}", found.overdue, width)
    lines += _section("ĐẾN HẠN", found.due, width, empty="không có thời hạn nào")
    lines += _running(found, width)
    lines += _section("ĐÃ BÁO HOÀN THÀNH HOẶC DỪNG THỰC HIỆN", found.over, width)
    lost = undated_in(found.undated)
    if lost:
        lines += [f"CHƯA TÍNH ĐƯỢC NGÀY ({len(lost)})"]
        for one in lost:
            where = "cả kế hoạch" if one.where == "document" else place(one.where)
            lines += _wrapped(f"“{shorten(one.raw)}” – {one.reason} ({one.plan}, {where})", width, "  ")
    return "\n".join(lines).rstrip() + "\n"


def _section(title: str, items: tuple[Item, ...], width: int, *, empty: str = "") -> list[str]:
    if not items:
        return [title, f"  {empty}", ""] if empty else []
    lines = [f"{title} ({len(items)})"]
    for day, some in groupby(items, key=lambda item: item.at.day):
        group = list(some)
        note = day_off_words(next((off for item in group if (off := item.day_off)), None))
        lines.append(f"  {day_name(day)}" + (f"  ! {note}" if note else ""))
        for item in group:
            lines += _item(item, width)
    return [*lines, ""]


def _item(item: Item, width: int) -> Iterator[str]:
    matter = item.matter
    words = limit_words(item)
    units = ", ".join(matter.units)
    parts = (kind_name(matter), words, done_words(matter), units, place_of(matter))
    head = " · ".join(part for part in parts if part)
    yield from _wrapped(head, width, _INDENT)
    yield from _wrapped(shorten(what(matter), _LONGEST), width, _INDENT + "  ", _INDENT + "  ")


def done_words(matter: Matter) -> str:
    """*Hoàn thành 05/08/2024*, as people reported; empty where they said nothing of an end."""
    said = matter.report
    if said.done_on:
        return f"{Progress.DONE} {show_day(said.done_on.isoformat())}"
    return said.progress if said.progress in {Progress.DONE, Progress.STOPPED} else ""


def _running(found: Agenda, width: int) -> list[str]:
    if not found.running:
        return []
    lines = [f"ĐANG TRONG THỜI GIAN THỰC HIỆN NGÀY {show_day(found.first)} ({len(found.running)})"]
    for matter in found.running:
        words = phrase(matter.deadline) if matter.deadline else ""
        units = ", ".join(matter.units)
        head = " · ".join(part for part in (words, units, place_of(matter), shorten(what(matter))) if part)
        lines += _wrapped(head, width, "  ")
    return [*lines, ""]


def _wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest if rest is not None else first + "  ",
        break_on_hyphens=False,
    )


def due_json(found: Agenda) -> str:
    """The same for programs: `overdue`, `due`, `running`, `over`, `undated`."""
    data = {
        "on": found.first.isoformat(),
        "until": found.last.isoformat(),
        "overdue": _listed(found.overdue),
        "due": _listed(found.due),
        "running": [_matter(matter) for matter in found.running],
        "over": [_day(item) | _said(item.matter) | _matter(item.matter) for item in found.over],
        "undated": [_matter(m) | {"reason": lost.reason} for m, lost in _undated(found)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _said(matter: Matter) -> dict[str, Any]:
    done = matter.report.done_on
    return {"progress": matter.report.progress, "done_on": done.isoformat() if done else None}


def _undated(found: Agenda) -> Iterator[tuple[Matter, Any]]:
    return zip(found.undated, undated_in(found.undated), strict=True)


def _listed(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [_day(item) | _matter(item.matter) for item in items]


def _day(item: Item) -> dict[str, Any]:
    off = item.day_off
    return {
        "date": item.at.day.isoformat(),
        "time": item.at.clock,
        "weekday": weekday_name(item.at.day),
        "role": item.at.role.value,
        "last_day": item.at.last_day.isoformat(),
        "day_off": off.model_dump(mode="json") if off else None,
    }


def _matter(matter: Matter) -> dict[str, Any]:
    task, plan = matter.task, matter.plan
    return {
        "plan": document_code(plan),
        "source": plan.source,
        "task": task.id if task else None,
        "uid": task.uid if task else None,
        "kind": "schedule" if matter.row else task.kind.value if task else "plan",
        "lead": list(matter.units),
        "coordinate": list(matter.helpers),
        "text": what(matter),
        "raw": matter.deadline.raw if matter.deadline else None,
        "page": task.page if task else None,
    }
