"""What comes in, and what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from vanthu.contract.model import PublicPlan, SourceFile
from vanthu.contract.plan_file import dumps
from vanthu.planning.journal import Journal
from vanthu.register.history import MACHINE

_PLAN_TYPE = "application/json"


@dataclass(frozen=True)
class Arrival:
    """A finished plan.

    `location` is where its file lies, `None` where nobody told; `part` which of the file's documents it is, `documents` how many
    there are, `None` where nobody saw the whole file; `journal` what people said of it elsewhere.
    """

    plan: PublicPlan
    location: Path | None = None
    part: int = 1
    documents: int | None = None
    journal: Journal = field(default_factory=Journal)
    who: str = MACHINE
    program: str | None = MACHINE  # that read it; None: not known

    @cached_property
    def file(self) -> SourceFile:
        """The untouched original; for a plan that names none, the plan itself."""
        if self.plan.file is not None:
            return self.plan.file
        text = dumps(self.plan).encode()
        name = self.plan.source or "plan.json"
        return SourceFile(
            name=name, sha256=hashlib.sha256(text).hexdigest(), media_type=_PLAN_TYPE, size=len(text)
        )


class Result(StrEnum):
    """What became of a plan that came in."""

    NEW = "new"
    READ_AGAIN = "read again"  # the file was there, the plan says something else: a new version
    KNOWN = "known"  # the file was there, and the plan says the same


@dataclass(frozen=True)
class Twin:
    """Another document that may be the same one.

    `likeness` is that of the texts (0..1); `differs` has what the other and the newer one say, by field.
    """

    other: int
    likeness: float
    differs: Mapping[str, tuple[object, object]]


@dataclass(frozen=True)
class Added:
    """A plan that is in the register; `twins` wait for a person's decision. `heard`: people's words came in with it."""

    document: int
    result: Result
    twins: tuple[Twin, ...] = ()
    heard: bool = False
