"""Where the data of the program lies (inside the installed package, or beside the source root in a checkout), and how files are read and put."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from vanthu.errors import RulesError, SetupError, why_unreadable

HALF_MADE = ".half"  # how names of files end that are not written to their end yet
_PACKAGE = Path(__file__).resolve().parent
_Model = TypeVar("_Model", bound=BaseModel)
_FAULTS = {
    "missing": "thiếu mục này",
    "extra_forbidden": "không có mục nào tên như vậy",
    "string_type": "phải là chữ",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "float_type": "phải là số",
    "float_parsing": "phải là số",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "date_from_datetime_parsing": "phải là ngày, như 2025-06-30",
    "tuple_type": "phải là một danh sách",
    "list_type": "phải là một danh sách",
    "dict_type": "phải gồm những mục có tên",
    "model_type": "phải gồm những mục có tên",
    "string_too_short": "ngắn quá",
    "too_short": "ít mục quá",
    "string_pattern_mismatch": "viết không đúng mẫu {pattern}",
    "literal_error": "phải là một trong {expected}",
    "enum": "phải là một trong {expected}",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than": "phải nhỏ hơn {lt}",
    "less_than_equal": "không được quá {le}",
    "value_error": "{error}",
}


def _folder(name: str) -> Path:
    inside = _PACKAGE / "_data" / name
    beside = _PACKAGE.parent.parent / name
    for candidate in (inside, beside):
        if candidate.is_dir():
            return candidate
    raise SetupError(f"thiếu thư mục dữ liệu '{name}'; hãy cài đặt lại chương trình", where=str(beside))


def rules_folder() -> Path:
    """The folder of rule files. Raises `SetupError` where it is missing."""
    return _folder("rules")


def models_folder() -> Path:
    """The folder of engine settings and language configuration. Raises `SetupError` where it is missing."""
    return _folder("models")


def digest_of(files: Iterable[tuple[str, Path]]) -> str:
    """A mark of files and of the names that they go by: another one where any of them is another."""
    digest = hashlib.sha256()
    for name, path in files:
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def put_whole(path: Path, data: bytes) -> None:
    """Write a file of the user's own, whole or not at all. Raises `OSError` where the disk refuses."""
    handle, name = tempfile.mkstemp(suffix=HALF_MADE, dir=path.parent)  # mode 0600
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def checked(path: Path, model: type[_Model]) -> _Model:
    """What a YAML file says, as a model. Raises `RulesError` that says where it is wrong."""
    return fitted(parsed(path), model, where=path.name)


def parsed(path: Path) -> Any:
    """What a YAML file says, by the quick reader where there is one. Raises `RulesError` where it can't be read."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    except OSError as error:
        raise RulesError(why_unreadable(error), where=path.name) from error
    except UnicodeDecodeError as error:
        raise RulesError(
            "không đọc được tệp: chữ không phải UTF-8; hãy lưu lại bằng UTF-8", where=path.name
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" ở dòng {mark.line + 1}" if mark else ""
        raise RulesError(
            f"không đọc được tệp: sai cách viết YAML{line}; hãy sửa lại", where=path.name
        ) from error


def fitted(data: Any, model: type[_Model], *, where: str) -> _Model:
    """Data as a model. Raises `RulesError` with the first thing that is wrong; `where` names the file."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        told = _FAULTS.get(first["type"], "giá trị không dùng được").format(**first.get("ctx", {}))
        place = ".".join(map(str, first["loc"]))
        at = f" tại '{place}'" if place else ""
        raise RulesError(
            f"không hợp lệ{at}: {told.replace(' or ', ' hoặc ')}; hãy sửa lại", where=where
        ) from error
