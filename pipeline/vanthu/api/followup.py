"""Following work up: trackers out and back in, registers, assignment notes; all from finished plans in their folders, or in a register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from vanthu.engine import desk_files, returning, sharing, tracking
from vanthu.engine.registered import register_shelf
from vanthu.export.tracker.rows import Day
from vanthu.register import Register
from vanthu.register.people import Speaker


def write_tracker(
    plans: Sequence[Path | str] | Register,
    out: Path | str,
    *,
    unit: str | None = None,
    on: date | None = None,
    share: bool = False,
) -> Path:
    """One tracker over the plans in some folders and `plan.json` files, with what people said; a table for a `.csv`.

    `unit` is a name or part of one, marks and case apart; states are reckoned for the day `on`, without it for the day that
    the sheet is opened. With `share` numbers of people are covered, and nothing links to clippings. Raises `InputError` where there is no plan or no such unit, and `OutputError`.
    """
    return desk_files.write_sheet(_shelf(plans, share=share), Path(out), Day(on), unit=unit)


def read_tracker(file: Path | str, paths: Sequence[Path | str]) -> tracking.Import[Path]:
    """What people have changed in a tracker of these plans, and what can't be taken; nothing is written yet.

    Raises `InputError` where the file is no tracker or a plan can't be read.
    """
    return tracking.look_into(Path(file), tracking.shelf([Path(path) for path in paths]))


def take_tracker(found: tracking.Import[Path], *, by: str, at: datetime | None = None) -> tuple[Path, ...]:
    """Keep what was read as the words of a person; the journals that were written. `at` is now unless given.

    Raises `OutputError`.
    """
    return tracking.take(found, by=by, at=at or datetime.now().astimezone())


def read_tracker_of(register: Register, file: Path | str) -> tracking.Import[int | None]:
    """As `read_tracker`, for the tasks of a register. Raises `InputError`, `RegisterError`."""
    return returning.look_into_register(Path(file), register)


def take_tracker_of(
    register: Register, found: tracking.Import[int | None], *, by: str, at: datetime | None = None
) -> tuple[int | None, ...]:
    """Keep it there; the documents it spoke of, `None` for tasks that no document gives. Raises `RegisterError`, `OutputError`."""
    return returning.take_into_register(found, register, Speaker(by, at))


def write_registers(
    plans: Sequence[Path | str] | Register,
    out: Path | str,
    *,
    office: Path | str | None = None,
    share: bool = False,
) -> tuple[Path, ...]:
    """The registers of the secretariat as a workbook and a page, in the columns of the `office` file.

    Raises `InputError`, `RulesError` where the file of the office is wrong, and `OutputError`.
    """
    return desk_files.write_books(_shelf(plans, share=share), Path(out), Path(office) if office else None)


def write_notes(
    plans: Sequence[Path | str] | Register,
    out: Path | str,
    *,
    unit: str | None = None,
    template: Path | str | None = None,
    share: bool = False,
) -> tuple[Path, ...]:
    """An assignment note in Word for each unit, or for those that `unit` names. Raises `InputError`, `OutputError`."""
    where = Path(template) if template else None
    return desk_files.write_assignments(_shelf(plans, share=share), Path(out), unit=unit, template=where)


def _shelf(plans: Sequence[Path | str] | Register, *, share: bool) -> tracking.Shelf:
    if isinstance(plans, Register):
        found: tracking.Shelf = register_shelf(plans)
    else:
        found = tracking.shelf([Path(path) for path in plans])
    return sharing.shared_shelf(found) if share else found
