"""`plan.json`, the public contract: its text, its JSON Schema, and the way back."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from vanthu.contract.model import PublicPlan
from vanthu.contract.publish import composed, publish
from vanthu.document.plan import Plan
from vanthu.errors import InputError, why_unreadable

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_json(plan: Plan) -> dict[str, Any]:
    """What `plan.json` says of a finished plan. Raises `ValueError` where a layer is missing."""
    return contract_json(publish(plan))


def contract_json(contract: PublicPlan) -> dict[str, Any]:
    """The public form as plain JSON values, in Unicode NFC."""
    data: dict[str, Any] = composed(contract.model_dump(mode="json"))
    return data


def dumps(contract: PublicPlan) -> str:
    """The text of `plan.json`: the same for the same plan, one line feed at its end."""
    return _text(contract, indent=1) + "\n"


def compact(contract: PublicPlan) -> str:
    """The same on one line, without blanks."""
    return _text(contract, separators=(",", ":"))


def _text(contract: PublicPlan, **shape: Any) -> str:
    """Texts are nearly always composed already: told from all of them at once, far quicker than one by one."""
    data = contract.model_dump(mode="json")
    text = json.dumps(data, ensure_ascii=False, **shape)
    if unicodedata.is_normalized("NFC", text):
        return text
    return json.dumps(composed(data), ensure_ascii=False, **shape)


def load_contract(path: Path) -> PublicPlan:
    """The plan in a `plan.json`. Raises `InputError` where the file can't be read or has another shape."""
    try:
        return PublicPlan.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(why_unreadable(error), where=str(path)) from error
    except ValidationError as error:
        raise InputError(_misfit(error), where=str(path)) from error


def _misfit(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"])) or "cả tệp"
    return f"không đúng cấu trúc plan.json ở '{place}'; hãy xử lý lại văn bản gốc hoặc xem 'vanthu schema'"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `plan.json`."""
    body = PublicPlan.model_json_schema(mode="validation")
    about = "A Vietnamese administrative plan as structured data. Texts are copied as written; dates are ISO 8601."
    return {"$schema": _DIALECT, **body, "title": "plan.json", "description": about}
