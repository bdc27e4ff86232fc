"""`vanthu`, with a byte in a file (the first argument) that says at every moment what its register is doing."""

from __future__ import annotations

import mmap
import sys
from enum import IntEnum
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Pool, event

from vanthu.cli import main as vanthu


class Mark(IntEnum):
    """What the parent process is doing with the register."""

    NOTHING = 0
    WRITING = 1  # from the beginning of a transaction that writes
    COMMITTING = 2  # from the word to keep it until the database has said that it is kept


def mark_in(file: Path) -> Mark:
    """What the file said last."""
    return Mark(file.read_bytes()[0])


def _keep(marks: mmap.mmap) -> None:
    def put(mark: Mark, *_: object) -> None:
        marks[0] = mark

    def began(connection: Connection) -> None:
        if connection.get_execution_options().get("vanthu_mode") == "writes":
            put(Mark.WRITING)

    def kept(_: Connection) -> None:
        if marks[0] == Mark.WRITING:
            put(Mark.COMMITTING)

    event.listen(Engine, "begin", began)
    event.listen(Engine, "commit", kept)
    event.listen(Pool, "checkin", partial(put, Mark.NOTHING))


def main() -> None:
    """Go on as the program does."""
    file = Path(sys.argv.pop(1))
    with file.open("r+b") as opened:
        _keep(mmap.mmap(opened.fileno(), 1))
    vanthu.main()


if __name__ == "__main__":
    main()
