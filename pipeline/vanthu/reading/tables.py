"""The tables of rules that reading looks things up in: all of them are part of what a reading is kept under, see `keeping`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from vanthu.resources import parsed, rules_folder


class Table(StrEnum):
    """The tables by their names in `rules/tables`."""

    LEGACY_ENCODINGS = "legacy_encodings"
    LETTER_SLIPS = "letter_slips"
    LETTER_WIDTHS = "letter_widths"

    @property
    def path(self) -> Path:
        """Where it lies. Raises `SetupError` where the rules are missing."""
        return rules_folder() / "tables" / f"{self}.yaml"

    def load(self) -> Any:
        """What it says, as YAML gives it."""
        return parsed(self.path)
