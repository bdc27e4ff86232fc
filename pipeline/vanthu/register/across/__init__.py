"""The audit between the plans of a register: what contradicts what, and what people said of it."""

from __future__ import annotations

from vanthu.register.across.check import check
from vanthu.register.across.filing import forget, is_filed_otherwise, remember
from vanthu.register.across.full import audit_all
from vanthu.register.across.verdicts import Verdict, judge
from vanthu.register.across.view import shown

__all__ = ["Verdict", "audit_all", "check", "forget", "is_filed_otherwise", "judge", "remember", "shown"]
