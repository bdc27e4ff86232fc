"""Golden files: the samples, read by the program, against the plans that were written by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from samples.floors import FLOORS, NEAR
from vanthu.evaluation.compare import compare
from vanthu.evaluation.tally import Comparison

DOCUMENTS = sorted((Path(__file__).parents[2] / "samples" / "documents").iterdir())
SCANNED = [path for path in DOCUMENTS if path.stem[:2] in ("01", "02", "03", "06", "08")]
PLAIN = [path for path in DOCUMENTS if path not in SCANNED]

Reader = Callable[[Path], dict[str, Any]]
Expected = Callable[[str], dict[str, Any]]


def pooled(paths: Sequence[Path], made: Reader, expected: Expected, near: float) -> Comparison:
    total = Comparison()
    for path in paths:
        total.pool(compare(expected(path.stem), made(path), near=near))
    return total


def check(total: Comparison, route: str, kind: str) -> None:
    reached = total.tallies[kind].f1
    differences = "\n".join(total.of(kind))
    assert reached >= FLOORS[route][kind], f"F1 {reached:.3f}\n{differences}"


@pytest.fixture(scope="module")
def from_text(
    maker: ModuleType, made: Reader, expected: Expected, tmp_path_factory: pytest.TempPathFactory
) -> Comparison:
    folder = tmp_path_factory.mktemp("transcripts")
    paths = []
    for source in maker.source.load_all():
        paths.append(folder / f"{source.name}.txt")
        paths[-1].write_text(maker.transcript.transcript(source), encoding="utf-8")
    return pooled(paths, made, expected, NEAR["text"])


@pytest.fixture(scope="module")
def from_files(made: Reader, expected: Expected) -> Comparison:
    return pooled(PLAIN, made, expected, NEAR["files"])


@pytest.fixture(scope="module")
def from_scans(made: Reader, expected: Expected) -> Comparison:
    return pooled(SCANNED, made, expected, NEAR["scans"])


@pytest.mark.parametrize("kind", FLOORS["text"])
def test_transcripts(from_text: Comparison, kind: str) -> None:
    check(from_text, "text", kind)


@pytest.mark.parametrize("kind", FLOORS["files"])
def test_files_with_text(from_files: Comparison, kind: str) -> None:
    check(from_files, "files", kind)


@pytest.mark.ocr
@pytest.mark.parametrize("kind", FLOORS["scans"])
def test_scans(from_scans: Comparison, kind: str) -> None:
    check(from_scans, "scans", kind)
