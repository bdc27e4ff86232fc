"""How an outcome is told to a person."""

from __future__ import annotations

from vanthu.engine.outcome import Outcome, Status

STATUS = {
    Status.DONE: "xong",
    Status.PARTIAL: "xong, thiếu một phần",
    Status.FAILED: "không đọc được",
    Status.SECRET: "tài liệu mật, không giữ lại gì",
}


def ending(outcome: Outcome) -> str:
    """How the work on a document ended, with figures."""
    words, found = STATUS[outcome.status], outcome.summary
    if found is None:
        return words
    figures = (
        f"{found.pages} trang, {found.tasks} nhiệm vụ, {found.deadlines} thời hạn, {found.findings} phát hiện"
    )
    return f"{words} ({figures}, {seconds(outcome.seconds)})"


def troubles(outcome: Outcome) -> list[str]:
    """One line for the failure of a document, and for each problem in it, with file and page in front."""
    where = outcome.job.path
    lines = [f"{where}: {outcome.failure.message}"] if outcome.failure else []
    for problem in outcome.problems:
        page = f", trang {problem.page}" if problem.page else ""
        lines.append(f"{where}{page}: {problem.message}")
    return lines


def seconds(value: float) -> str:
    """A length of time: '0,4 giây', '3 phút 20 giây'."""
    if value < 60:
        return f"{value:.1f} giây".replace(".", ",")
    minutes, rest = divmod(round(value), 60)
    return f"{minutes} phút {rest} giây"


def day(iso: str | None) -> str:
    """An ISO date, or a part of one, as it is written in Vietnam; an ellipsis where it is unknown."""
    return "/".join(reversed(iso.split("-"))) if iso else "…"
