"""A document's folder of results, and the files over many documents. Whole or not there at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import dumps
from vanthu.contract.publish import publish
from vanthu.document.plan import Plan
from vanthu.export.calendar.history import beside
from vanthu.export.calendar.ical import Manner, calendar_bytes, plan_scope
from vanthu.export.combined import write_all
from vanthu.export.copying import has_images, write_copy
from vanthu.export.graphs.graphml import plan_graphml
from vanthu.export.listed import Listed
from vanthu.export.picture.picture import picture
from vanthu.export.places import whole_folder
from vanthu.export.report.clipping import Clip, clipper, page_images
from vanthu.export.report.page import report_html
from vanthu.export.tracker.workbook import write_workbook
from vanthu.planning.followed import follow
from vanthu.planning.journal import JOURNAL_FILE, load_journal

PLAN_FILE = "plan.json"
COPY_FILE = "searchable.pdf"


def write_bundle(
    plan: Plan, folder: Path, *, clip: Clip | None = None, searchable: bool = False
) -> PublicPlan:
    """Write `plan.json`, `tasks.xlsx`, `calendar.ics`, `graph.graphml`, `graph.svg` and `report.html` into a folder.

    The folder appears, or replaces an earlier one, in one step at the end. `clip` gives the cuttings of the report; without it
    they come from the plan's own file. With `searchable` a copy that can be searched goes with them, where there are page images.
    What people said of the plan's tasks (`corrections.json`) stays in the folder and is laid on top, but for `plan.json`.
    Returns what was written as `plan.json`. Raises `OutputError` where the
    disk refuses, `ValueError` where the plan is not finished.
    """
    contract = publish(plan)
    journal = load_journal(folder)
    followed = follow(contract, journal)
    shown = followed.plan
    with whole_folder(folder) as place:
        _keep_journal(folder, place)
        (place / PLAN_FILE).write_text(dumps(contract), encoding="utf-8")
        write_workbook(contract, place / "tasks.xlsx", journal=journal, report="report.html")
        earlier = beside(folder / "calendar.ics", scope=plan_scope(shown))
        (place / "calendar.ics").write_bytes(calendar_bytes(followed, Manner(history=earlier)))
        (place / "graph.graphml").write_bytes(plan_graphml(shown))
        (place / "graph.svg").write_text(picture(shown), encoding="utf-8")
        page = report_html(shown, clip=clip or clipper(page_images(plan)))
        (place / "report.html").write_text(page, encoding="utf-8")
        if searchable and has_images(plan):
            write_copy(plan, place / COPY_FILE)
    return contract


def _keep_journal(folder: Path, place: Path) -> None:
    """What people said stays as it is, to the byte."""
    if (folder / JOURNAL_FILE).exists():
        shutil.copyfile(folder / JOURNAL_FILE, place / JOURNAL_FILE)


def write_combined(places: Iterable[Path], out: Path, *, between: Iterable[Listed] = ()) -> tuple[Path, ...]:
    """Over all plans: `tasks.xlsx`, `calendar.ics`, `findings.json` and `index.html` in `out`; returns their paths.

    `places` are `plan.json` files or the folders that hold them, read one after the other. `between` are findings that
    concern several plans. Raises `InputError` for a file that is no plan, `OutputError` where the disk refuses.
    """
    files = (place / PLAN_FILE if place.is_dir() else place for place in places)
    return write_all(files, out, between)
