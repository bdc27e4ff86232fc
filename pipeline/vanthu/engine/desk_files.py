"""Files that an office works with, made from finished plans: trackers, registers, assignment notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vanthu.engine.tracking import Shelf
from vanthu.errors import InputError
from vanthu.export.notes.note import notes, write_notes
from vanthu.export.office import NOTE_TEMPLATE, load_office
from vanthu.export.places import refused, whole_file
from vanthu.export.registers import registers_page, write_registers
from vanthu.export.tracker.rows import Day, Paper
from vanthu.export.tracker.table import csv_text
from vanthu.export.tracker.workbook import write_tracker
from vanthu.planning.followed import follow
from vanthu.resources import rules_folder

REGISTERS = ("registers.xlsx", "registers.html")


def write_sheet(found: Shelf, out: Path, day: Day, *, unit: str | None = None) -> Path:
    """One tracker over plans (a table, where `out` ends with `.csv`). Raises `InputError`, `OutputError`."""
    if unit is not None:
        _check_unit(found, unit)
    with whole_file(out) as new:
        if out.suffix.lower() == ".csv":
            new.write_text(csv_text(_papers(found, out.parent, unit), day), encoding="utf-8", newline="")
        else:
            subtitle = f"Đơn vị: {unit}" if unit else "Tổng hợp từ các văn bản đã xử lý"
            write_tracker(_papers(found, out.parent, unit), new, day=day, subtitle=subtitle)
    return out


def _papers(found: Shelf, folder: Path, unit: str | None) -> Iterator[Paper]:
    return (replace(paper, unit=unit) for paper in found.papers(folder))


def _check_unit(found: Shelf, unit: str) -> None:
    papers = _papers(found, found.office, unit)
    if not any(p.wants(f.task) for p in papers for f in follow(p.plan, p.journal).tasks):
        raise InputError(f"không có nhiệm vụ nào của đơn vị '{unit}'; hãy kiểm tra tên đơn vị")


def write_books(found: Shelf, out: Path, office_file: Path | None = None) -> tuple[Path, ...]:
    """The register of incoming documents and the follow-up register, as sheets and as a page to print.

    `office_file` says which columns they have (`None`: the program's own). Raises `RulesError`, `OutputError`.
    """
    office = load_office(office_file)
    sheets, page = (out / name for name in REGISTERS)
    with whole_file(sheets) as new:
        write_registers(found.papers(), new, office)
    with whole_file(page) as new:
        new.write_text(registers_page(found.papers(), office), encoding="utf-8")
    return sheets, page


def write_assignments(
    found: Shelf, out: Path, *, unit: str | None = None, template: Path | None = None
) -> tuple[Path, ...]:
    """An assignment note for each unit. Raises `InputError` for a template that does not fit, and `OutputError`."""
    made = notes(found.papers(), unit=unit)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(error, out) from error
    return write_notes(made, out, template or rules_folder() / NOTE_TEMPLATE)
