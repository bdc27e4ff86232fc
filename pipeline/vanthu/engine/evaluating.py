"""The program against gold: every document read, or its finished plan taken, and compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vanthu.contract import plan_file
from vanthu.document.plan import Plan
from vanthu.engine.discovery import find_plans
from vanthu.errors import InputError, SecretError, SetupError, VanthuError
from vanthu.evaluation.compare import Json, compare
from vanthu.evaluation.gold import Gold, pair_up
from vanthu.evaluation.runs import EvaluationRun
from vanthu.evaluation.tally import Comparison

_BESIDE = "documents"


@dataclass(frozen=True)
class Evaluation:
    """A run, the gold files without a document, and what could not be read."""

    run: EvaluationRun
    alone: tuple[str, ...]
    failures: tuple[VanthuError, ...]


def evaluate(
    folder: Path, documents: Path | None, read: Callable[[Path], Plan], *, near: float
) -> Evaluation:
    """Compare what the program makes of documents with the gold of a folder.

    `documents` is a folder of documents or of results (`plan.json`); `None` looks beside the gold, then in a folder
    `documents` next to it. Raises `InputError` where there is no gold, or no document for any.
    """
    paired = pair_up(folder, _documents(folder, documents))
    if not paired.pairs:
        raise InputError(
            "không tìm thấy tài liệu nào ứng với kết quả mong đợi; hãy thêm --documents", where=str(folder)
        )
    comparisons: dict[str, Comparison] = {}
    failures = []
    for gold in paired.pairs:
        try:
            comparisons[gold.name] = compare(gold.plan, _made(gold, read), near=near)
        except (InputError, SecretError, SetupError) as error:
            failures.append(error)
    return Evaluation(EvaluationRun.of(comparisons), paired.alone, tuple(failures))


def _documents(folder: Path, documents: Path | None) -> Sequence[Path]:
    places = (documents,) if documents else (folder, folder.parent / _BESIDE)
    return find_plans([place for place in places if place.is_dir()])


def _made(gold: Gold, read: Callable[[Path], Plan]) -> Json:
    if gold.document.suffix == ".json":
        return plan_file.contract_json(plan_file.load_contract(gold.document))
    return plan_file.plan_json(read(gold.document))
