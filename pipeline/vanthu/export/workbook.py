"""`tasks.xlsx`: the tracker of a secretariat. Rows are written as they come, so that memory does not grow with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from vanthu.contract.model import PublicPlan
from vanthu.export.listed import Listed
from vanthu.export.places import refused
from vanthu.export.sheet import Sheet, Styles
from vanthu.export.sheet_rows import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    FINDING_COLUMNS,
    SCHEDULE_COLUMNS,
    TASK_COLUMNS,
    document_row,
    fact_rows,
    finding_rows,
    listed_row,
    schedule_rows,
    task_rows,
)

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - never the clock's time: the same plan must give the same bytes
_PRINTED_TASK_COLUMNS = 8  # what a secretariat prints; quote, confidence and ids are for the screen


def write_workbook(contract: PublicPlan, path: Path) -> None:
    """The tracker of one plan. Raises `OutputError` where the file can't be written."""
    _write([contract], path, title="Bảng theo dõi nhiệm vụ", facts=True, between=())


def write_tracker(contracts: Iterable[PublicPlan], path: Path, *, between: Iterable[Listed] = ()) -> int:
    """One tracker over many plans, read one after the other. Returns the number of plans.

    `between` are findings that concern several of them; they stand below the others.
    Raises `OutputError` where the file can't be written.
    """
    return _write(contracts, path, title="Bảng theo dõi nhiệm vụ tổng hợp", facts=False, between=between)


def _write(
    contracts: Iterable[PublicPlan], path: Path, *, title: str, facts: bool, between: Iterable[Listed]
) -> int:
    try:
        path.touch()  # a place that takes no file is told before any row is made
        with TemporaryDirectory(prefix=".vanthu-", dir=path.parent) as scratch:
            return _write_book(contracts, between, path, scratch, title=title, facts=facts)
    except OSError as error:
        raise refused(error, path) from error
    except FileCreateError as error:
        raise refused(_cause(error), path) from error


def _cause(error: FileCreateError) -> OSError:
    return next((e for e in error.args if isinstance(e, OSError)), OSError(0, str(error)))


def _write_book(
    contracts: Iterable[PublicPlan],
    between: Iterable[Listed],
    path: Path,
    scratch: str,
    *,
    title: str,
    facts: bool,
) -> int:
    options = {
        "constant_memory": True,
        "tmpdir": scratch,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with Workbook(str(path), options) as book:
        book.set_properties({"title": title, "created": _CREATED})
        return _fill(book, contracts, between, title=title, facts=facts)


def _fill(
    book: Workbook, contracts: Iterable[PublicPlan], between: Iterable[Listed], *, title: str, facts: bool
) -> int:
    styles = Styles(book)
    tasks = Sheet(book, styles, "Nhiệm vụ", TASK_COLUMNS, title=title, printed=_PRINTED_TASK_COLUMNS)
    findings = Sheet(book, styles, "Phát hiện", FINDING_COLUMNS, title="Những điểm cần rà soát")
    documents = Sheet(book, styles, "Văn bản", FACT_COLUMNS if facts else DOCUMENT_COLUMNS, title="Văn bản")
    schedule = Sheet(book, styles, "Lịch", SCHEDULE_COLUMNS, title="Thời gian chung và lịch")
    count = 0
    for contract in contracts:
        count += 1
        tasks.add(task_rows(contract))
        findings.add(finding_rows(contract))
        documents.add(fact_rows(contract) if facts else [document_row(contract)])
        schedule.add(schedule_rows(contract))
    findings.add(map(listed_row, between))
    for sheet in (tasks, findings, documents, schedule):
        sheet.finish()
    return count
