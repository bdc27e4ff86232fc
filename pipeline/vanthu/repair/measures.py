"""The limits that repairs and flags keep to, and what flags say: rules/tables/mending.yaml."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from vanthu.document.base import Frozen
from vanthu.errors import RulesError
from vanthu.resources import rules_folder, yaml_in

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
    path = path or rules_folder() / MENDING_FILE
    try:
        return MendingFile.model_validate(yaml_in(path))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RulesError(f"không đọc được bảng sửa lỗi: {error}", where=path.name) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RulesError(f"bảng sửa lỗi không hợp lệ tại {place}: {first['msg']}", where=path.name) from error
