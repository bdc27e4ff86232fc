"""The table that ends a run."""

from __future__ import annotations

from pathlib import Path

from vanthu.api import Run
from vanthu.cli.terminal.table import summary_table
from vanthu.engine.outcome import Failure, Job, Outcome, Status
from vanthu.errors import ExitCode

NOT_READ = Failure("input", "tệp rỗng", ExitCode.INPUT)


def table_of(*jobs: Job) -> str:
    outcomes = tuple(Outcome(job, Status.FAILED, 1.0, failure=NOT_READ) for job in jobs)
    return summary_table(Run(Path("out"), outcomes, (), (), None, 1.0))


def test_what_was_passed_over_in_folders_is_told() -> None:
    files = tuple(Path(f"a/{number}.doc") for number in range(7))
    told = summary_table(Run(Path("out"), (), (), (), None, 1.0, unreadable=files))
    assert "Bỏ qua 7 tệp" in told
    assert "a/4.doc và 2 mục khác" in told
    assert "Bỏ qua" not in table_of()


def test_a_document_goes_by_its_file() -> None:
    assert "kh.pdf" in table_of(Job(Path("a/kh.pdf"), Path("out/kh")))


def test_files_of_one_name_go_by_their_folders() -> None:
    told = table_of(
        Job(Path("a/kh.pdf"), Path("out/kh.pdf-1234")), Job(Path("b/kh.pdf"), Path("out/kh.pdf-5678"))
    )
    assert "kh.pdf-1234" in told
    assert "kh.pdf-5678" in told


def test_documents_of_one_file_are_counted() -> None:
    told = table_of(Job(Path("kh.pdf"), Path("out/kh")), Job(Path("kh.pdf"), Path("out/kh--2"), 2))
    assert "kh.pdf (2)" in told
