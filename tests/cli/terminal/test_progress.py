from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from vanthu.api import Run
from vanthu.cli.terminal.phrases import day, seconds
from vanthu.cli.terminal.progress import AuditBar, AuditLines, Bar, Lines
from vanthu.cli.terminal.table import summary_table
from vanthu.document.page import Problem
from vanthu.engine.outcome import Failure, Job, Outcome, Status, Summary
from vanthu.engine.progress import Progress
from vanthu.engine.register_audit import Watch
from vanthu.errors import ExitCode, OutputError
from vanthu.register.across.full import Audited, Stage

FOUND = Summary(
    pages=3, type="Kế hoạch", number="36/KH-UBND", issued_on="2024-03-12", tasks=5, deadlines=4, findings=1
)
PROBLEM = Problem(code="page", message="trang hỏng; hãy quét lại", page=2)


def outcome(name: str, status: Status) -> Outcome:
    job = Job(Path(f"in/{name}"), Path(f"out/{name}"))
    if status in {Status.DONE, Status.PARTIAL}:
        return Outcome(job, status, 1.23, summary=FOUND, problems=(PROBLEM,) * (status is Status.PARTIAL))
    return Outcome(job, status, 0.1, failure=Failure("input", "tệp rỗng [/x]; hãy lấy lại", ExitCode.INPUT))


OUTCOMES = (outcome("a.pdf", Status.DONE), outcome("b.pdf", Status.PARTIAL), outcome("c.pdf", Status.FAILED))


def shown(kind: type[Lines | Bar], *, terminal: bool) -> str:
    stream = io.StringIO()
    progress: Progress = kind(Console(file=stream, width=200, force_terminal=terminal, highlight=False))
    progress.begin(len(OUTCOMES))
    for one in OUTCOMES:
        progress.advance(one)
    progress.end()
    return stream.getvalue()


def test_every_document_is_one_line_where_nobody_watches() -> None:
    assert shown(Lines, terminal=False).splitlines() == [
        "[1/3] in/a.pdf: xong (3 trang, 5 nhiệm vụ, 4 thời hạn, 1 phát hiện, 1,2 giây)",
        "[2/3] in/b.pdf: xong, thiếu một phần (3 trang, 5 nhiệm vụ, 4 thời hạn, 1 phát hiện, 1,2 giây)",
        "in/b.pdf, trang 2: trang hỏng; hãy quét lại",
        "[3/3] in/c.pdf: tệp rỗng [/x]; hãy lấy lại",
    ]


def test_a_terminal_gets_lines_for_trouble_only_and_an_estimate() -> None:
    text = shown(Bar, terminal=True)
    assert "in/b.pdf, trang 2: trang hỏng" in text
    assert "in/c.pdf: tệp rỗng [/x]" in text
    assert "in/a.pdf" not in text
    assert "tài liệu, còn khoảng" in text


def test_the_table_tells_what_was_found_and_where_it_is() -> None:
    table = summary_table(Run(Path("out"), OUTCOMES, (), (Path("out/tasks.xlsx"),), None, 75))
    assert "36/KH-UBND" in table
    assert "12/03/2024" in table
    assert "không có kết quả" in table
    assert "2/3 tài liệu có kết quả, 1 phút 15 giây." in table
    assert "out/a.pdf/report.html" in table
    assert "tasks.xlsx" in table


def test_a_run_without_files_over_all_ends_with_the_code_of_its_reason() -> None:
    run = Run(Path("out"), OUTCOMES, (), (), OutputError("đĩa đã đầy"), 1)
    assert run.exit_code == ExitCode.OUTPUT


def test_dates_and_times_are_written_as_in_vietnam() -> None:
    assert [day("2024-03-12"), day("2024-03"), day(None)] == ["12/03/2024", "03/2024", "…"]
    assert [seconds(0.44), seconds(59.9), seconds(200)] == ["0,4 giây", "59,9 giây", "3 phút 20 giây"]


def audited(kind: type[AuditLines | AuditBar], *, terminal: bool) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=200, force_terminal=terminal, highlight=False)
    watch: Watch = AuditBar(console) if kind is AuditBar else AuditLines(console, every=0)
    watch.advance(Stage.FILING, 2, 2)
    watch.advance(Stage.COMPARING, 1, 4)
    watch.end(Audited(standing=9, full=3))
    return stream.getvalue()


def test_an_audit_tells_how_far_it_is_and_what_it_could_not_compare() -> None:
    lines = audited(AuditLines, terminal=False).splitlines()
    assert lines[0].startswith("Đang xếp lại sổ: 100%, còn khoảng 0")
    assert lines[1].startswith("Đang rà soát: 25%, còn khoảng")
    assert lines[2].startswith("3 nhóm có hơn 200 việc")
    assert "Đang rà soát" in audited(AuditBar, terminal=True)
