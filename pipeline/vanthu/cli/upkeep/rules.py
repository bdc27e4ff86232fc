"""`vanthu rules`: whether the rules hold, and what each made of a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.rulebook.match import Trace

OUTCOMES = {"won": "KHỚP", "lost": "THUA", "taken out": "LOẠI RA", "no match": "không khớp"}

_Folder = Annotated[
    Path | None,
    typer.Option("--rules", metavar="DIR", help="Thư mục quy tắc khác với thư mục rules/ của chương trình."),
]


def check(rules: _Folder = None) -> None:
    """Kiểm tra mọi tệp quy tắc: đúng cấu trúc, ví dụ đều khớp, phản ví dụ không khớp, không có mục 'needs' thừa."""
    from vanthu.rulebook.check import failures
    from vanthu.rulebook.load import load_rulebook

    rulebook = load_rulebook(rules)
    wrong = failures(rulebook)
    for line in wrong:
        say(f"vanthu: {line}")
    if wrong:
        say(f"vanthu: {len(wrong)} chỗ không đúng; hãy sửa các quy tắc trên")
        raise typer.Exit(ExitCode.RULES)
    count = sum(len(ruleset.compiled) for ruleset in rulebook.sets.values())
    give(
        f"{count} quy tắc, {len(rulebook.sets)} nhóm, mọi ví dụ đều đúng (dấu vân tay {rulebook.fingerprint})"
    )


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Câu cần xem.")],
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Kể cả những quy tắc không khớp chỗ nào.")
    ] = False,
    rules: _Folder = None,
) -> None:
    """Cho biết quy tắc nào đã xét một câu, khớp ở đâu, thắng hay thua quy tắc nào."""
    from vanthu.rulebook.load import load_rulebook

    for label, ruleset in load_rulebook(rules).sets.items():
        traces = [t for t in ruleset.explain(text) if everything or t.match is not None]
        if traces:
            give(f"{label}: {len(ruleset.compiled)} quy tắc đã xét")
        for trace in traces:
            give(f"  {_line(trace, text)}")


def _line(trace: Trace, text: str) -> str:
    outcome = OUTCOMES[trace.outcome]
    if trace.winner is not None:
        outcome += f" {trace.winner.id}"
    if trace.match is None:
        return f"{outcome}  {trace.rule.id}"
    span = trace.match.span
    values = [f"{name}={value}" for name, value in trace.match.groups.items()]
    if trace.rule.value is not None:
        values.insert(0, f"giá trị {trace.rule.value}")
    shown = f"  [{', '.join(values)}]" if values else ""
    return f"{outcome}  {trace.rule.id} ({trace.rule.why}): «{text[span.start : span.end]}»{shown}"
