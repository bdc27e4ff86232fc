"""Something in a register that is not as it must be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Where it is, and what is wrong, in Vietnamese."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
