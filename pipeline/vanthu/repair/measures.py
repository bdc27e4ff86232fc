"""The limits that repairs and flags keep to, and what flags say: rules/tables/mending.yaml."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from vanthu.document.base import Frozen
from vanthu.resources import checked, rules_folder

MENDING_FILE = Path("tables", "mending.yaml")


class Measures(Frozen):
    """Limits; confidences and shares are 0..1."""

    doubtful: float = Field(ge=0, le=1)
    unsure: float = Field(ge=0, le=1)
    hooked: float = Field(ge=0, le=1)
    hard: float = Field(ge=0, le=1)
    slippery_share: float = Field(ge=0, le=1)
    blurred_share: float = Field(ge=0, le=1)
    flag_word: float = Field(ge=0, le=1)
    flag_number: float = Field(ge=0, le=1)
    first_year: int = Field(ge=1900)
    years_ahead: int = Field(ge=1)


class MendingFile(Frozen):
    """The file."""

    version: int = Field(ge=1, le=1)
    about: str = ""
    limits: Measures
    reasons: dict[str, str]


def load_mending(path: Path | None = None) -> MendingFile:
    """Limits and reasons of a file, the program's own where none is given. Raises `RulesError`."""
    return checked(path or rules_folder() / MENDING_FILE, MendingFile)
