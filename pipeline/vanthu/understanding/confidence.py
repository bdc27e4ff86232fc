"""Confidence that means what it says, and why a person should look at what is less sure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import regex

from vanthu.document.base import Frozen
from vanthu.document.content import Citation, Deadline, DeadlineKind, Qualifier, Task
from vanthu.document.evidence import Evidence, Sourced
from vanthu.resources import checked, rules_folder

# between sentences, and clauses like them; *ThS., TP.* end none
_BREAK = regex.compile(r"(?:(?<!\m\p{Lu}\p{L}{0,2})\.|;)\s+\p{L}")
_UNCLEAR = "chữ nhận dạng không rõ"
_WEAK = "cách ghi không đủ rõ để chắc chắn"


class Crowded(Frozen):
    """From how much on a task is told in so much that its parts are easily taken for each other."""

    words: int
    sentences: int
    times: int
    most: float

    def limits(self, task: Task) -> bool:
        """Whether a task has so many words or sentences."""
        return len(task.text.split()) >= self.words or len(_BREAK.findall(task.text)) + 1 >= self.sentences


class Calibration(Frozen):
    """rules/tables/confidence.yaml: by kind of value, pairs of what is said and what proves right."""

    version: int
    about: str
    review_below: float
    flagged: float
    unplaced: float
    hung: tuple[float, float]
    crowded: Crowded
    ownerless: float
    knots: Mapping[str, tuple[tuple[float, float], ...]]

    def right(self, kind: str, said: float) -> float:
        """The share that proves right of values of a kind said with this confidence; both 0..1."""
        knots = self.knots[kind]
        for (low, first), (high, last) in pairwise(knots):
            if low <= said <= high:
                return round(first + (last - first) * (said - low) / (high - low), 3)
        return knots[-1][1] if said > knots[-1][0] else knots[0][1]


@cache
def calibration() -> Calibration:
    """The table. Raises `RulesError` where it is not valid."""
    return checked(rules_folder() / "tables" / "confidence.yaml", Calibration)


def of_field(field: Sourced[str]) -> float | None:
    """The confidence of a field of the header; `None` where it has no value."""
    return calibration().right("header", field.confidence) if field.confidence is not None else None


def of_citation(citation: Citation) -> float | None:
    """The confidence of a citation; `None` where nothing was said of it."""
    return calibration().right("citations", citation.confidence) if citation.confidence is not None else None


def of_task(task: Task) -> float | None:
    """The confidence of a task's text and units; `None` where nothing was said of it."""
    if task.confidence is None:
        return None
    crowded = calibration().crowded
    sure = calibration().right("tasks", task.confidence)
    return min(sure, crowded.most) if crowded.limits(task) else sure


def of_deadline(deadline: Deadline) -> float | None:
    """The confidence of a time, that of its words on the page included; `None` where nothing was said of it."""
    if deadline.confidence is None:
        return None
    table = calibration()
    said = min(deadline.confidence, _read(deadline.evidence))
    if deadline.kind is DeadlineKind.DUE and deadline.date is None:
        said = min(said, table.unplaced)
    return table.right("deadlines", said)


def of_time_of(task: Task, sure: float | None) -> float | None:
    """The confidence of a time as the task has it: no surer than the work it hangs on, and the times beside it, allow."""
    below, most = calibration().hung
    crowded, work = calibration().crowded, of_task(task)
    if sure is None:
        return None
    if work is not None and work < below:
        return min(sure, most)
    several = len(task.deadlines) >= crowded.times or crowded.limits(task)
    return min(sure, crowded.most) if several else sure


def of_time_of_plan(deadline: Deadline, sure: float | None) -> float | None:
    """The confidence of a time as that of the whole plan: a mere limit is more often that of work that was not seen."""
    return min(sure, calibration().ownerless) if sure is not None and _is_limit(deadline) else sure


def _is_limit(deadline: Deadline) -> bool:
    return deadline.qualifier in (Qualifier.BEFORE, Qualifier.BY)


def _read(evidence: Evidence | None) -> float:
    """How well the words were read; 1 where they were not recognised but written."""
    if evidence is None:
        return 1.0
    measured = 1.0 if evidence.confidence is None else evidence.confidence
    return min(measured, calibration().flagged) if evidence.review else measured


def doubt_of_field(field: Sourced[str]) -> str | None:
    """Why a person should look at a field of the header; `None` where nobody need."""
    if field.review or not _is_low(of_field(field)):
        return field.review
    if field.candidates:
        return f"có thể đọc cách khác: {'; '.join(field.candidates)}"
    return _reading_doubt(field.evidence)


def doubt_of_citation(citation: Citation) -> str | None:
    """Why a person should look at a citation; `None` where nobody need."""
    if not _is_low(of_citation(citation)):
        return None
    reason = _reading_doubt(next(iter(citation.evidence), None))
    return f"{_named(citation)}: {reason}"


def _named(citation: Citation) -> str:
    return citation.title or " ".join(filter(None, (citation.type, citation.number)))


def doubt_of_deadline(deadline: Deadline) -> str | None:
    """Why a person should look at a time; `None` where nobody need."""
    if not _is_low(of_deadline(deadline)):
        return None
    reason = "; ".join(deadline.assumptions) or _reading_doubt(deadline.evidence)
    return f"thời hạn “{' '.join(deadline.raw.split())}”: {reason}"


def doubt_of_time_of_plan(deadline: Deadline) -> str | None:
    """Why a person should look at a time of the whole plan; `None` where nobody need."""
    if not _is_limit(deadline) or not _is_low(of_time_of_plan(deadline, of_deadline(deadline))):
        return doubt_of_deadline(deadline)
    return f"thời hạn “{' '.join(deadline.raw.split())}”: chưa rõ của việc nào"


def doubts_of_task(task: Task) -> tuple[str, ...]:
    """Why a person should look at a task: its own reasons, and one where it is unsure without any."""
    return task.review or ((_reading_doubt(task.evidence),) if _is_low(of_task(task)) else ())


def _is_low(confidence: float | None) -> bool:
    return confidence is not None and confidence < calibration().review_below


def _reading_doubt(evidence: Evidence | None) -> str:
    if evidence and evidence.review:
        return evidence.review
    return _UNCLEAR if _is_low(_read(evidence)) else _WEAK
