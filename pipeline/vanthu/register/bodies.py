"""Plans as a register keeps them: the text of `plan.json` without blanks, compressed, and its hash."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from pydantic import ValidationError

from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import compact
from vanthu.errors import RegisterError


@dataclass(frozen=True)
class Body:
    """A plan that is packed: `sha256` is that of its text."""

    packed: bytes
    sha256: str


def pack(plan: PublicPlan) -> Body:
    """The same plan always gives the same body."""
    text = compact(plan).encode()
    return Body(zlib.compress(text), hashlib.sha256(text).hexdigest())


def text_of(packed: bytes) -> bytes:
    """The text in a body. Raises `RegisterError` where it is damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise RegisterError("một kế hoạch trong sổ đã hỏng; hãy chạy 'vanthu verify'") from error


def unpack(packed: bytes) -> PublicPlan:
    """The plan in a body. Raises `RegisterError` where it is damaged or of another shape."""
    try:
        return PublicPlan.model_validate_json(text_of(packed))
    except ValidationError as error:
        raise RegisterError("một kế hoạch trong sổ không đúng cấu trúc; hãy chạy 'vanthu verify'") from error
