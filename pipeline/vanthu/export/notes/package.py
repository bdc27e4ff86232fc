"""Writing a Word file so that the same content gives the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from vanthu.export.places import whole_file

_LONG_AGO = (2000, 1, 1, 0, 0, 0)


def write_package(document: Any, path: Path) -> None:
    """Write a document of python-docx. Raises `OutputError`."""
    made = io.BytesIO()
    document.save(made)
    with whole_file(path) as new, ZipFile(made) as parts, ZipFile(new, "w", ZIP_DEFLATED) as package:
        for info in parts.infolist():
            package.writestr(ZipInfo(info.filename, _LONG_AGO), parts.read(info), ZIP_DEFLATED)
