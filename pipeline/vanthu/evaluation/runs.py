"""A run over gold: what was right and what was not, kept so that the next run can be held against it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from vanthu.errors import InputError, why_unreadable
from vanthu.evaluation.tally import Comparison, Difference, Tally

_VERSION = 1


class Miss(NamedTuple):
    """A difference in one document."""

    document: str
    difference: Difference


@dataclass(frozen=True)
class EvaluationRun:
    """Counts by kind over all documents, and every difference; documents in the order they were compared."""

    documents: tuple[str, ...] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()

    @classmethod
    def of(cls, comparisons: Mapping[str, Comparison]) -> EvaluationRun:
        """A run from the comparisons of documents by their names."""
        total = Comparison()
        for comparison in comparisons.values():
            total.pool(comparison)
        misses = tuple(
            Miss(name, difference)
            for name, comparison in comparisons.items()
            for difference in comparison.differences
        )
        return cls(tuple(comparisons), dict(total.tallies), misses)


class Change(NamedTuple):
    """What a change of rules brought: misses that are gone, and new ones."""

    gained: tuple[Miss, ...]
    lost: tuple[Miss, ...]


def changes(before: EvaluationRun, after: EvaluationRun) -> Change:
    """How a run differs from an earlier one, in the documents that both have."""
    both = {*before.documents} & {*after.documents}
    old, new = (Counter(m for m in run.misses if m.document in both) for run in (before, after))
    return Change(tuple((old - new).elements()), tuple((new - old).elements()))


def dumps(run: EvaluationRun) -> str:
    """The text of a saved run: the same for the same run."""
    data = {
        "version": _VERSION,
        "documents": run.documents,
        "tallies": {kind: tally._asdict() for kind, tally in run.tallies.items()},
        "misses": [{"document": m.document, **m.difference._asdict()} for m in run.misses],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> EvaluationRun:
    """A saved run. Raises `InputError` where the file can't be read or is none."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return _loaded(data)
    except OSError as error:
        raise InputError(why_unreadable(error), where=str(path)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "không phải lần đánh giá đã lưu; hãy tạo lại bằng 'vanthu evaluate ... --save'", where=str(path)
        ) from error


def _loaded(data: dict[str, Any]) -> EvaluationRun:
    """Raises `KeyError`, `ValueError` or `TypeError` for data of another shape."""
    if data["version"] != _VERSION:
        raise ValueError(data["version"])
    return EvaluationRun(
        tuple(data["documents"]),
        {kind: Tally(**tally) for kind, tally in data["tallies"].items()},
        tuple(
            Miss(m["document"], Difference(m["kind"], m["where"], m["expected"], m["found"]))
            for m in data["misses"]
        ),
    )
