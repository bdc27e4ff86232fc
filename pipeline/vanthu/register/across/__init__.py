"""The audit between the plans of a register: what contradicts what, and what people said of it."""

from __future__ import annotations

from vanthu.register.across.check import check
from vanthu.register.across.filing import forget, remember
from vanthu.register.across.full import audit_all

__all__ = ["audit_all", "check", "forget", "remember"]
