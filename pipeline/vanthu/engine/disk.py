"""The output folder: whether it can be written to."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from vanthu.export.places import refused


def ready(out: Path) -> None:
    """Make the folder `out` where it is not there, and try whether it takes files. Raises `OutputError`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".vanthu-", dir=out):
            pass
    except OSError as error:
        raise refused(error, out) from error
