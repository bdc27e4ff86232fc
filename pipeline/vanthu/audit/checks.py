"""The one list of checks over a single plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanthu.audit import (
    citations,
    clauses,
    collecting,
    covered,
    dates,
    drafts,
    duties,
    formal,
    founding,
    order,
    periods,
    phases,
    weekdays,
    within,
)
from vanthu.audit.facts import Facts
from vanthu.document.content import Finding

Check = Callable[[Facts], Iterator[Finding]]

_ONCE_A_PLACE = ("deadline-conflict",)  # whatever check sees it, and whatever it quotes
CHECKS: tuple[Check, ...] = (
    formal.number_missing,
    formal.date_incomplete,
    dates.deadline_before_issue,
    dates.start_before_issue,
    dates.ends_before_it_begins,
    order.report_before_completion,
    order.report_before_its_subject,
    covered.report_before_its_period,
    phases.report_before_its_phase,
    order.step_after_its_successor,
    order.child_after_parent,
    order.closing_before_its_work,
    order.gathered_before_handed_in,
    order.approved_before_drawn_up,
    collecting.collected_before_handed_in,
    drafts.opinions_before_the_draft,
    founding.work_before_founding,
    within.steps_of_one_task,
    periods.event_outside_window,
    duties.repeated_duties,
    clauses.one_thing_two_days,
    clauses.one_report_two_days,
    dates.deadline_on_day_off,
    dates.invalid_date,
    weekdays.weekday_mismatch,
    citations.citation_incomplete,
    citations.citation_conflict,
)


def audit(facts: Facts) -> tuple[Finding, ...]:
    """All findings of one plan, in the order of the checks; two checks that raise one thing raise it once."""
    once: dict[tuple[object, ...], Finding] = {}
    for finding in (f for check in CHECKS for f in check(facts)):
        once.setdefault(_thing(finding), finding)
    return tuple(once.values())


def _thing(finding: Finding) -> tuple[object, ...]:
    """What is raised: a fault of a place, told from others there by what it quotes first, or by its words where it quotes nothing."""
    if finding.code in _ONCE_A_PLACE:
        return finding.code, finding.where
    return finding.code, finding.where, finding.evidence[:1] or finding.note
