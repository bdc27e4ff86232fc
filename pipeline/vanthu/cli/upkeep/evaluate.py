"""`vanthu evaluate`: how good the program is on documents whose right result is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal.failures import end_with
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.evaluation.runs import Change, EvaluationRun, Miss

_Folder = Annotated[
    Path,
    typer.Argument(metavar="GOLD_DIR", help="Thư mục kết quả mong đợi (*.json, cấu trúc của plan.json)."),
]
_Documents = Annotated[
    Path | None,
    typer.Option("--documents", metavar="DIR", help="Tài liệu, hoặc kết quả đã có; mặc định: cạnh GOLD_DIR."),
]
_Near = Annotated[
    float,
    typer.Option("--near", min=0.0, max=1.0, help="Độ giống tối thiểu của chữ; với bản quét nên dùng 0.9."),
]
_Against = Annotated[
    Path | None, typer.Option("--against", metavar="FILE", help="Lần đánh giá trước, để so được và mất.")
]
_Save = Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Lưu lần đánh giá này.")]
_Misses = Annotated[bool, typer.Option("--misses", help="Liệt kê từng chỗ sai: thiếu (-), thừa (+).")]


_KINDS = {
    "header": "phần đầu",
    "recipients": "nơi nhận",
    "addressees": "kính gửi",
    "legal_basis": "căn cứ",
    "citations": "văn bản nêu",
    "tasks": "nhiệm vụ",
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "task_id": "vị trí nhiệm vụ",
    "task_kind": "loại nhiệm vụ",
    "parent": "nhiệm vụ cha",
    "deadlines": "thời hạn",
    "deadline_raw": "chữ của thời hạn",
    "document_deadlines": "thời hạn chung",
    "schedule": "lịch",
    "findings": "phát hiện",
}


def command(
    folder: _Folder,
    *,
    documents: _Documents = None,
    near: _Near = 1.0,
    against: _Against = None,
    save: _Save = None,
    misses: _Misses = False,
) -> None:
    """Đo độ chính xác: độ đúng, độ đủ và F1 theo từng loại, so với lần đánh giá trước nếu có."""
    from vanthu import api
    from vanthu.evaluation import runs
    from vanthu.export.places import whole_file

    before = runs.load(against) if against else None
    found = api.evaluate(folder, documents=documents, near=near)
    give(_table(found.run, before))
    if misses:
        give("\n".join(_line(miss) for miss in found.run.misses))
    if before is not None:
        give(_changes(runs.changes(before, found.run)))
    for name in found.alone:
        say(f"vanthu: {folder}: không có tài liệu nào tên '{name}'; đã bỏ qua")
    if save is not None:
        with whole_file(save) as place:
            place.write_text(runs.dumps(found.run), encoding="utf-8")
    end_with(found.failures)
    if found.alone:
        raise typer.Exit(ExitCode.INPUT)


def _table(run: EvaluationRun, before: EvaluationRun | None) -> str:
    """Columns separated by tabs would not line up: the kinds' names differ too much in length."""
    head = f"{'':20}{'đúng':>7}{'mong đợi':>10}{'tìm thấy':>10}{'độ đúng':>10}{'độ đủ':>8}{'F1':>8}"
    lines = [head + (f"{'trước':>8}" if before else "")]
    for kind, tally in run.tallies.items():
        figures = f"{tally.hits:7}{tally.expected:10}{tally.found:10}"
        shares = f"{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}"
        old = f"{before.tallies[kind].f1:8.3f}" if before and kind in before.tallies else ""
        lines.append(f"{_KINDS.get(kind, kind):20}{figures}{shares}{old}")
    lines.append(f"{len(run.documents)} tài liệu, {len(run.misses)} chỗ sai")
    return "\n".join(lines)


def _changes(change: Change) -> str:
    gained = [f"được  {_line(miss)}" for miss in change.gained]
    lost = [f"mất   {_line(miss)}" for miss in change.lost]
    return "\n".join([*gained, *lost, f"được {len(gained)}, mất {len(lost)}"])


def _line(miss: Miss) -> str:
    kind, where, expected, found = miss.difference
    sides = [f"- {expected}"] * bool(expected) + [f"+ {found}"] * bool(found)
    return "\t".join((miss.document, _KINDS.get(kind, kind), where, *sides))
