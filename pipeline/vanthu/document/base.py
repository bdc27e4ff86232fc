from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Base of all models: never changed after it was made, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
