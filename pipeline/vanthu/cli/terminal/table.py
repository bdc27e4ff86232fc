"""The table that ends a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vanthu.api import Run
from vanthu.cli.terminal.phrases import day, seconds, status
from vanthu.cli.terminal.streams import on_screen
from vanthu.engine.outcome import Outcome, Status, printable
from vanthu.engine.registering import Registering
from vanthu.export.listed import document_names
from vanthu.register.intake import Result

_WIDE = 140  # where nobody looks at the width: a file, a pipe
_NAMED = 5  # files told by name; of more only how many
_STYLES = {
    Status.DONE: "green",
    Status.PARTIAL: "yellow",
    Status.FAILED: "red",
    Status.SECRET: "red",
    Status.KNOWN: "cyan",
}


def summary_table(run: Run) -> str:
    """What was found in each document, and where the files are; coloured on a terminal."""
    terminal = on_screen()
    width = get_terminal_size().columns if terminal else _WIDE
    console = Console(width=width, force_terminal=terminal, highlight=False)
    with console.capture() as captured:
        console.print(_table(run))
    return captured.get() + _closing(run)


def _table(run: Run) -> Table:
    table = Table(title="Đã tìm thấy", title_justify="left", show_lines=False)
    table.add_column("Tài liệu", overflow="fold")
    table.add_column("Loại")
    table.add_column("Số, ký hiệu", overflow="fold")
    table.add_column("Ngày", no_wrap=True)
    for heading in ("Trang", "Nhiệm vụ", "Thời hạn", "Phát hiện"):
        table.add_column(heading, justify="right")
    table.add_column("Kết quả")
    for outcome, name in zip(run.outcomes, _names(run), strict=True):
        table.add_row(*_row(outcome, name))
    return table


def _names(run: Run) -> tuple[str, ...]:
    """What a line calls its document: the file, or the folder of results where several files have one name."""
    jobs = [outcome.job for outcome in run.outcomes]
    return document_names((replace(job, path=Path(job.path.name)).shown, job.folder.name) for job in jobs)


def _row(outcome: Outcome, name: str) -> tuple[Text, ...]:
    found = outcome.summary
    ended = Text(status(outcome), style=_STYLES[outcome.status])
    if found is None:
        return (Text(name), *(Text("") for _ in range(7)), ended)
    figures = (found.pages, found.tasks, found.deadlines, found.findings)
    words = (found.type or "…", found.number or "…", day(found.issued_on))
    return (Text(name), *map(Text, words), *(Text(str(n)) for n in figures), ended)


def _closing(run: Run) -> str:
    written = [o for o in run.outcomes if o.summary is not None]
    lines = [f"{len(written)}/{len(run.outcomes)} tài liệu có kết quả, {seconds(run.seconds)}."]
    if written:
        lines.append(
            f"Mỗi tài liệu một thư mục trong {run.out}, ví dụ {written[0].job.folder / 'report.html'}"
        )
    if run.unreadable:
        lines.append(_passed_over(run.unreadable))
    if run.registering:
        lines.append(_taken_in(run.registering))
    if run.between:
        lines.append(f"{len(run.between)} phát hiện giữa các tài liệu với nhau.")
    if run.combined:
        names = ", ".join(path.name for path in run.combined)
        lines.append(f"Gộp mọi tài liệu, cũng trong {run.out}: {names}")
    return "\n".join(lines)


def _passed_over(paths: tuple[Path, ...]) -> str:
    """What lay in the folders and was not read, so that nobody takes it for read."""
    named = ", ".join(printable(str(path)) for path in paths[:_NAMED])
    more = f" và {len(paths) - _NAMED} mục khác" if len(paths) > _NAMED else ""
    return (
        f"Bỏ qua {len(paths)} tệp hoặc thư mục không đọc được: {named}{more}; "
        "tệp thì hãy lưu sang PDF hoặc DOCX, thư mục thì hãy xin quyền đọc, rồi chạy lại."
    )


def untaken(run: Run) -> list[str]:
    """Why documents are not in the register, a line each; empty where all are."""
    found = run.registering
    if found is None:
        return []
    lines = [str(error) for error in found.lost]
    if found.trouble:
        lines.append(
            f"{found.trouble}; {len(found.waiting)} tài liệu đã đọc xong chưa vào sổ, chạy lại lệnh này là được"
        )
    return lines


def _taken_in(registering: Registering) -> str:
    """What the register has now that it had not before."""
    new = sum(added.result is Result.NEW for added in registering.added)
    again = sum(added.result is Result.READ_AGAIN for added in registering.added)
    twins = sum(bool(added.twins) for added in registering.added)
    parts = [f"thêm {new} văn bản"]
    parts += [f"{again} văn bản có bản đọc mới"] if again else []
    parts += [f"{registering.known} tệp đã có"] if registering.known else []
    parts += [f"{twins} văn bản có thể trùng, hãy xem 'vanthu register twins'"] if twins else []
    return f"Sổ {registering.register.address}: {'; '.join(parts)}."
