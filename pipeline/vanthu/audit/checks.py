"""The one list of checks over a single plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanthu.audit import (
    citations,
    clauses,
    covered,
    dates,
    drafts,
    duties,
    formal,
    order,
    periods,
    weekdays,
    within,
)
from vanthu.audit.facts import Facts
from vanthu.document.content import Finding

Check = Callable[[Facts], Iterator[Finding]]

_ONCE_A_PAIR = ("deadline-conflict",)  # whatever shows it
CHECKS: tuple[Check, ...] = (
    formal.number_missing,
    formal.date_incomplete,
    dates.deadline_before_issue,
    dates.start_before_issue,
    order.report_before_completion,
    order.report_before_its_subject,
    covered.report_before_its_period,
    order.step_after_its_successor,
    order.child_after_parent,
    drafts.opinions_before_the_draft,
    within.steps_of_one_task,
    periods.event_outside_window,
    duties.repeated_duties,
    clauses.one_thing_two_days,
    dates.deadline_on_day_off,
    dates.invalid_date,
    weekdays.weekday_mismatch,
    citations.citation_incomplete,
    citations.citation_conflict,
)


def audit(facts: Facts) -> tuple[Finding, ...]:
    """All findings of one plan, in the order of the checks; two checks that raise one thing raise it once."""
    found = (finding for check in CHECKS for finding in check(facts))
    once: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        raised = finding.note if finding.code not in _ONCE_A_PAIR else ""
        once.setdefault((finding.code, finding.where, raised and (finding.evidence[:1] or raised)), finding)
    return tuple(once.values())
