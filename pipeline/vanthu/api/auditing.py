"""The audit of a register: everything held against everything, and what people say of it."""

from __future__ import annotations

from functools import partial

from vanthu.engine import register_audit
from vanthu.engine.register_audit import Watch
from vanthu.export.findings.shown import Shown
from vanthu.register import Register
from vanthu.register.across import Verdict, judge, shown

__all__ = ["audit_register", "findings", "judge_finding"]


def audit_register(
    register: Register, *, everything: bool = False, jobs: int | None = None, watch: Watch | None = None
) -> tuple[Shown, ...]:
    """Audit a register anew, in `jobs` processes (`None`: one a core), and give the findings: see `findings`.

    Raises `RegisterError`, `OutputError`.
    """
    register_audit.audit_register(register, jobs=jobs, watch=watch)
    return findings(register, everything=everything)


def findings(register: Register, *, everything: bool = False) -> tuple[Shown, ...]:
    """The findings that stand in a register, the gravest first; dismissed ones only where `everything` is wanted."""
    return register.look(partial(shown, everything=everything))


def judge_finding(
    register: Register, key: str, verdict: Verdict, *, who: str, reason: str | None = None
) -> str:
    """Write down what somebody says of a finding, named by its key or the beginning of it; the whole key.

    Raises `InputError` where there is no such finding, and where a dismissal or an answer has no reason.
    """
    return register.work(partial(judge, key=key, verdict=verdict, reason=reason, who=who))
