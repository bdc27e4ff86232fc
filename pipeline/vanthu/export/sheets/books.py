"""Writing a workbook: to a place that may refuse it, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from vanthu.export.places import refused

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - never the clock's time: the same plan must give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@contextmanager
def written_book(path: Path, *, title: str) -> Iterator[Workbook]:
    """A workbook that is written when the block ends; its rows must be filled from the top. Raises `OutputError`."""
    try:
        path.touch()  # a place that takes no file is told before any row is made
        with (
            TemporaryDirectory(prefix=".vanthu-", dir=path.parent) as scratch,
            Workbook(str(path), _OPTIONS | {"tmpdir": scratch}) as book,
        ):
            book.set_properties({"title": title, "created": _CREATED})
            yield book
    except OSError as error:
        raise refused(error, path) from error
    except FileCreateError as error:
        raise refused(_cause(error), path) from error


def _cause(error: FileCreateError) -> OSError:
    return next((e for e in error.args if isinstance(e, OSError)), OSError(0, str(error)))
