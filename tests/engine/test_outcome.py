from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.engine.outcome import Failure, Job, Outcome, Status, exit_code
from vanthu.errors import ExitCode, InputError

JOB = Job(Path("a.pdf"), Path("out/a"))


def failed(code: ExitCode) -> Outcome:
    return Outcome(JOB, Status.FAILED, 1, failure=Failure("x", "hỏng", code))


DONE = Outcome(JOB, Status.DONE, 1)


def test_a_batch_without_trouble_ends_well() -> None:
    assert exit_code([DONE, DONE]) == exit_code([]) == ExitCode.OK


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([ExitCode.INPUT], ExitCode.INPUT),
        ([ExitCode.INPUT, ExitCode.SECRET], ExitCode.SECRET),
        ([ExitCode.SECRET, ExitCode.FAULT], ExitCode.FAULT),
        ([ExitCode.FAULT, ExitCode.SETUP, ExitCode.INPUT], ExitCode.SETUP),
        ([ExitCode.SETUP, ExitCode.OUTPUT], ExitCode.OUTPUT),
    ],
)
def test_a_batch_ends_with_its_gravest_trouble(codes: list[ExitCode], expected: ExitCode) -> None:
    outcomes = [DONE, *map(failed, codes)]
    assert exit_code(outcomes) == exit_code(outcomes[::-1]) == expected


def test_a_partial_result_counts_as_not_read() -> None:
    assert exit_code([DONE, Outcome(JOB, Status.PARTIAL, 1)]) == ExitCode.INPUT


def test_a_failure_keeps_what_the_error_said_but_not_where() -> None:
    failure = Failure.of(InputError("tệp rỗng", where="/home/ai-do/a.pdf"))
    assert failure == Failure("input", "tệp rỗng", ExitCode.INPUT)
