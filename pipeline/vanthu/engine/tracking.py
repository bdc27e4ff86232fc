"""What people say of finished plans: read from their sheets, kept beside each `plan.json`, and laid on top of it."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from vanthu.contract.model import Document, PublicPlan
from vanthu.contract.plan_file import load_contract
from vanthu.engine.discovery import BUNDLE_MARK
from vanthu.errors import InputError
from vanthu.export.places import whole_file
from vanthu.export.tracker.changes import Added, Change, Review, review
from vanthu.export.tracker.returned import read_tracker
from vanthu.export.tracker.rows import Paper
from vanthu.export.wording import document_code
from vanthu.planning.followed import Followed, follow
from vanthu.planning.identity import squeezed
from vanthu.planning.journal import JOURNAL_FILE, Entry, Journal, OwnTask, dumps, load_journal

NO_PLAN = PublicPlan(document=Document())
Home = TypeVar("Home", bound=Hashable)


@dataclass(frozen=True)
class Shelf:
    """Finished plans where they lie, and the folder that keeps tasks that belong to none of them."""

    files: tuple[Path, ...]
    office: Path

    def papers(self, out: Path | None = None) -> Iterator[Paper]:
        """Every plan with what people said of it, then people's own tasks. Links lead from the folder `out`."""
        for file in self.files:
            yield Paper(load_contract(file), load_journal(file.parent), _report(file, out))
        if self.office not in {file.parent for file in self.files}:
            yield Paper(NO_PLAN, load_journal(self.office), bare=True)


def _report(file: Path, out: Path | None) -> str | None:
    report = file.parent / "report.html"
    return Path(os.path.relpath(report, out)).as_posix() if out and report.is_file() else None


def shelf(paths: Sequence[Path]) -> Shelf:
    """The `plan.json` files named, and those in folders. Raises `InputError` where there are none."""
    found: dict[str, Path] = {}
    for path in paths:
        for file in sorted(path.rglob(BUNDLE_MARK)) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(file), file)
    if not found:
        where = ", ".join(map(str, paths))
        raise InputError("không có tệp plan.json nào; hãy chạy 'vanthu process' trước", where=where)
    files = tuple(found.values())
    return Shelf(files, _office(paths, files))


def _office(paths: Sequence[Path], files: Sequence[Path]) -> Path:
    """The one folder that was named, else the one that all plans' folders lie in."""
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([os.path.abspath(file.parent.parent) for file in files]))  # noqa: PTH100 - links stay


@dataclass(frozen=True)
class Import(Generic[Home]):
    """A workbook that came back, not taken yet; `homes` says by key where the words on each task are kept."""

    file: Path
    review: Review
    homes: Mapping[str, Home]


def look_into(file: Path, found: Shelf) -> Import[Path]:
    """What a workbook says anew of the plans. Raises `InputError` where one of them can't be read."""
    returned = read_tracker(file)
    tasks: dict[str, Followed] = {}
    homes: dict[str, Path] = {}
    codes: dict[str, Path] = {}
    for folder, plan in _kept(found):
        codes.setdefault(squeezed(document_code(plan)), folder)
        for followed in follow(plan, load_journal(folder)).tasks:
            tasks.setdefault(followed.key, followed)
            homes.setdefault(followed.key, folder)
    seen = review(returned, tasks)
    only = found.files[0].parent if len(found.files) == 1 else found.office
    for added in seen.added:
        homes[added.key] = codes.get(squeezed(added.source), found.office) if added.source else only
    return Import(file, seen, homes)


def _kept(found: Shelf) -> Iterator[tuple[Path, PublicPlan]]:
    folders = [(file.parent, load_contract(file)) for file in found.files]
    yield from folders
    if found.office not in {folder for folder, _ in folders}:
        yield found.office, NO_PLAN


def take(found: Import[Path], *, by: str, at: datetime) -> tuple[Path, ...]:
    """Write what the workbook says into the journals; their paths. Raises `OutputError`, `InputError`."""
    said = journals(found, by=by, at=at.isoformat(timespec="seconds"))
    return tuple(_write(folder, journal) for folder, journal in said.items())


def journals(found: Import[Home], *, by: str, at: str) -> dict[Home, Journal]:
    """What the workbook says, as the words of a person, by where they are kept."""
    said: dict[Home, Journal] = {}
    for change in found.review.changes:
        home = found.homes[change.key]
        entry = _entry(change, found.file, by, at)
        said[home] = said.get(home, Journal()).with_more([entry])
    for added in found.review.added:
        home = found.homes[added.key]
        task = OwnTask(task=added.key, text=added.text, source=added.source, by=by, at=at)
        said[home] = said.get(home, Journal()).with_more(_entries(added, found.file, by, at), [task])
    return said


def _entry(change: Change, file: Path, by: str, at: str) -> Entry:
    return Entry(
        task=change.key,
        id=change.id,
        text=change.text,
        field=change.field,
        was=change.was,
        value=change.value,
        by=by,
        at=at,
        where=f"{file.name}, {change.place}",
    )


def _entries(added: Added, file: Path, by: str, at: str) -> Iterator[Entry]:
    for name, value in added.values.items():
        where = f"{file.name}, {added.place}"
        yield Entry(task=added.key, text=added.text, field=name, value=value, by=by, at=at, where=where)


def _write(folder: Path, said: Journal) -> Path:
    path = folder / JOURNAL_FILE
    journal = load_journal(folder).with_more(said.entries, said.own)
    with whole_file(path) as new:
        new.write_text(dumps(journal), encoding="utf-8")
    return path
