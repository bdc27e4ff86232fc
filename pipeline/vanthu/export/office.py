"""What an office has fitted to its own ways: `rules/office/office.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from vanthu.orthography import fold, strip_accents
from vanthu.planning.clock import Progress
from vanthu.resources import checked, rules_folder

OFFICE_FILE = Path("office") / "office.yaml"
NOTE_TEMPLATE = Path("office") / "phieu-giao-viec.docx"
Content = Literal[
    "",
    "number",
    "arrival_date",
    "arrival_number",
    "issuer",
    "code",
    "issued_on",
    "subject",
    "document",
    "forwarded_to",
    "units",
    "due",
    "progress",
    "task",
    "remark",
    "file",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RegisterColumn(_Strict):
    """A column of a register; an empty `holds` is for people to fill in."""

    head: Annotated[str, Field(min_length=1)]
    width: Annotated[float, Field(gt=0, le=120)]
    holds: Content = ""


class Register(_Strict):
    """A register of the secretariat."""

    sheet: Annotated[str, Field(min_length=1, max_length=31, pattern=r"^[^\[\]:*?/\\]+$")]
    title: str
    numbered: bool = True
    columns: Annotated[tuple[RegisterColumn, ...], Field(min_length=1)]


class Registers(_Strict):
    """Of incoming documents, and of what becomes of them."""

    incoming: Register
    followup: Register


class Office(_Strict):
    """The whole file."""

    progress: dict[Progress, tuple[str, ...]] = {}
    registers: Registers

    def progress_of(self, words: str) -> Progress | None:
        """What is meant by words in the column of progress; `None` where nobody knows."""
        meant = _plain(words)
        for progress in Progress:
            if meant in {_plain(progress), *map(_plain, self.progress.get(progress, ()))}:
                return progress
        return None


def _plain(words: str) -> str:
    return " ".join(strip_accents(fold(words)).split()).strip(" .,;")


@cache
def load_office(path: Path | None = None) -> Office:
    """The office's own ways; the program's where no file is given. Raises `RulesError`."""
    return checked(path or rules_folder() / OFFICE_FILE, Office)
