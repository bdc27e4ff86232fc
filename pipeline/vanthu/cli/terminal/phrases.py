"""How an outcome is told to a person."""

from __future__ import annotations

from vanthu.engine.outcome import Outcome, Status

STATUS = {
    Status.DONE: "xong",
    Status.PARTIAL: "xong, thiếu một phần",
    Status.FAILED: "không có kết quả",
    Status.KNOWN: "đã có trong sổ, không đọc lại",
    Status.SECRET: "có hoặc nghi có dấu mật, không giữ lại gì",
}


def status(outcome: Outcome) -> str:
    """How it ended, in a few words; where the register had the document, by which number."""
    words = STATUS[outcome.status]
    return words.replace("sổ", f"sổ (văn bản {outcome.registered})") if outcome.registered else words


def ending(outcome: Outcome) -> str:
    """How the work on a document ended: figures, or why there are none."""
    words, found = status(outcome), outcome.summary
    if found is None:
        return outcome.failure.message if outcome.failure else words
    figures = (
        f"{found.pages} trang, {found.tasks} nhiệm vụ, {found.deadlines} thời hạn, {found.findings} phát hiện"
    )
    return f"{words} ({figures}, {seconds(outcome.seconds)})"


def problems(outcome: Outcome) -> list[str]:
    """One line for each thing that went wrong without ending the work, with file and page in front."""
    where = outcome.job.shown
    return [
        f"{where}{f', trang {problem.page}' if problem.page else ''}: {problem.message}"
        for problem in outcome.problems
    ]


def seconds(value: float) -> str:
    """A length of time: '0,4 giây', '3 phút 20 giây'."""
    if value < 60:
        return f"{value:.1f} giây".replace(".", ",")
    minutes, rest = divmod(round(value), 60)
    return f"{minutes} phút {rest} giây"


def day(iso: str | None) -> str:
    """An ISO date, or a part of one, as it is written in Vietnam; an ellipsis where it is unknown."""
    return "/".join(reversed(iso.split("-"))) if iso else "…"
