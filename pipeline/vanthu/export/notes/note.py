"""What an assignment note says to a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from vanthu.audit.places import place
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.export.notes.filling import fill
from vanthu.export.notes.package import write_package
from vanthu.export.timing import nearest_day, show_day
from vanthu.export.tracker.rows import Paper, time_words
from vanthu.export.tracker.unit_sheet import partners_of
from vanthu.export.unit_names import unit_names
from vanthu.export.wording import document_code, document_name, units_of
from vanthu.orthography import fold, strip_accents
from vanthu.planning.called import plain
from vanthu.planning.followed import Followed, follow
from vanthu.planning.identity import home_of

_LONGEST_NAME = 60
_LEAD, _HELP = "Chủ trì", "Phối hợp"


@dataclass(frozen=True)
class Share:
    """A unit's part in a task."""

    plan: PublicPlan
    followed: Followed
    role: str
    source: str


@dataclass
class Note:
    """All work of one unit."""

    unit: str
    shares: list[Share] = field(default_factory=list)


def notes(papers: Iterable[Paper], *, unit: str | None = None) -> tuple[Note, ...]:
    """A note for each unit, by name; with `unit` for those whose name holds it. Raises `InputError` where there is none."""
    every = [(name, share) for paper in papers for name, share in _shares(paper)]
    shown = unit_names((name, home_of(share.plan)) for name, share in every)
    found: dict[str, Note] = {}
    for name, share in every:
        label = shown[name, home_of(share.plan)]
        found.setdefault(" ".join(fold(label).split()), Note(label)).shares.append(share)
    wanted = [n for n in found.values() if unit is None or f" {plain(unit)} " in f" {plain(n.unit)} "]
    if not wanted:
        raise InputError(
            f"không có đơn vị nào tên '{unit}'" if unit else "không có nhiệm vụ nào nêu đơn vị thực hiện"
        )
    return tuple(sorted(wanted, key=lambda n: (strip_accents(fold(n.unit)), n.unit)))


def _shares(paper: Paper) -> Iterator[tuple[str, Share]]:
    code = "" if paper.bare else document_code(paper.plan)
    for followed in follow(paper.plan, paper.journal).tasks:
        for name, role in _roles(followed):
            yield " ".join(name.split()), Share(paper.plan, followed, role, followed.own_source or code)


def _roles(followed: Followed) -> list[tuple[str, str]]:
    task = followed.task
    return [(name, _LEAD) for name in units_of(task)] + [(name, _HELP) for name in partners_of(task)]


def write_notes(found: Iterable[Note], out: Path, template: Path) -> tuple[Path, ...]:
    """A Word file for each note; their paths. Raises `InputError` for a template that does not fit, and `OutputError`."""
    paths: dict[str, Path] = {}
    for note in found:
        name = file_name(note.unit)
        stem = next(
            n for k in range(1, len(paths) + 2) if (n := name if k == 1 else f"{name}-{k}") not in paths
        )
        document = _opened(template)
        try:
            fill(document, fields_of(note), records_of(note))
        except InputError as error:
            raise InputError(error.message, where=str(template)) from error
        paths[stem] = out / f"{stem}.docx"
        write_package(document, paths[stem])
    return tuple(paths.values())


def _opened(template: Path) -> Any:
    try:
        return Document(str(template))
    except (PackageNotFoundError, OSError, KeyError, ValueError) as error:
        raise InputError("không mở được mẫu Word (.docx); hãy kiểm tra tệp", where=str(template)) from error


def file_name(unit: str) -> str:
    """A name that every file system takes."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in strip_accents(fold(unit)))
    return "-".join(part for part in letters.split("-") if part)[:_LONGEST_NAME].strip("-") or "don-vi"


def fields_of(note: Note) -> dict[str, str]:
    """The fields of a note as a whole."""
    plans = list({id(s.plan): s.plan for s in note.shares}.values())
    days = [day for s in note.shares if (day := nearest_day(s.followed.task.deadlines))]
    own = [s.source for s in note.shares if s.followed.own_source]
    return {
        "don_vi": note.unit,
        "can_cu": "; ".join(dict.fromkeys([*(_cited(p) for p in plans if _known(p)), *filter(None, own)])),
        "so_viec": str(len(note.shares)),
        "so_chu_tri": str(sum(s.role == _LEAD for s in note.shares)),
        "so_phoi_hop": str(sum(s.role == _HELP for s in note.shares)),
        "han_gan_nhat": show_day(min(days)) if days else "không nêu",
    }


def _known(plan: PublicPlan) -> bool:
    return plan.source is not None or plan.document.symbol is not None


def _cited(plan: PublicPlan) -> str:
    issuer, title = plan.document.issuer, plan.document.title
    by = f" của {issuer[0]}" if issuer else ""
    return f"{document_name(plan)}{by}" + (f" về {_lowered(title)}" if title else "")


def _lowered(title: str) -> str:
    """Inside a sentence; a title that opens with capitals as a whole stays."""
    first, rest = title[:1], title[1:2]
    return title if rest.isupper() else first.lower() + title[1:]


def records_of(note: Note) -> list[dict[str, str]]:
    """The fields of each task, in the order of days: first what the unit leads."""
    ordered = sorted(
        note.shares, key=lambda s: (s.role != _LEAD, nearest_day(s.followed.task.deadlines) or date.max)
    )
    return [_record(n, share) for n, share in enumerate(ordered, start=1)]


def _record(number: int, share: Share) -> dict[str, str]:
    task = share.followed.task
    others = units_of(task) if share.role == _HELP else partners_of(task)
    page = f", tr. {task.page}" if task.page else ""
    return {
        "stt": str(number),
        "noi_dung": " ".join(task.text.split()),
        "vai_tro": share.role,
        "thoi_han": time_words(task) or "không nêu",
        "don_vi_khac": "; ".join(others),
        "san_pham": "; ".join(task.products),
        "nguon": f"{share.source}{page}, {place(task.id)}".lstrip(", "),
        "ghi_chu": share.followed.note,
        "ma": share.followed.key,
    }
