"""`vanthu audit`, `vanthu verdict`: what an auditor would raise, and what people say of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.failures import end_with
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode, VanthuError

if TYPE_CHECKING:
    from vanthu.export.findings.shown import Shown

_FORMS = ("table", "json", "xlsx", "html")
_VERDICTS = ("accepted", "dismissed", "answered", "reopened")


def command(  # noqa: PLR0913  # one parameter an option
    paths: options.Plans = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="DẠNG",
            parser=options.one_of(_FORMS, "dạng"),
            help="table, json, xlsx hoặc html; mặc định: table.",
        ),
    ] = "table",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="TỆP", help="Ghi vào tệp này; xlsx thì luôn cần.")
    ] = None,
    profile: options.Profile = None,
    register: options.Register = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Kể cả phát hiện đã bỏ qua.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Có phát hiện thì kết thúc với mã 8.")] = False,
    share: options.Share = False,
    no_cache: options.NoCache = False,
) -> None:
    """Rà soát từng kế hoạch và giữa các kế hoạch với nhau; không nêu kế hoạch nào thì rà soát cả sổ.

    Mỗi phát hiện có hai nơi đặt cạnh nhau, trang, mức độ và một câu nêu rõ. Phát hiện trong sổ có mã để trả lời bằng
    'vanthu verdict'; điều đã bỏ qua không hiện lại ở lần rà soát sau.
    """
    from vanthu import api
    from vanthu.cli.terminal.progress import audit_on_stderr
    from vanthu.engine.batch import cores

    if form == "xlsx" and out is None:
        raise typer.BadParameter("dạng xlsx cần --out TỆP")
    failures: tuple[VanthuError, ...] = ()
    with options.source(paths, register) as source:
        if isinstance(source, list):
            report = api.audit(source, profile=profile, keep=not no_cache, jobs=cores())
            findings, failures = report.findings, report.failures
            if not report.plans:
                end_with(failures)
            told = f"{len(report.plans)} kế hoạch, {len(findings)} phát hiện"
        else:
            findings = api.audit_register(source, everything=everything, watch=audit_on_stderr())
            told = f"{len(findings)} phát hiện trong sổ"
    if share:
        findings = tuple(map(api.shared_record, findings))
        options.tell_shared(share=share)
    _write(findings, form, out)
    say(told)
    end_with(failures)
    if strict and findings:
        raise typer.Exit(ExitCode.FINDINGS)


def _write(findings: tuple[Shown, ...], form: str, out: Path | None) -> None:
    from vanthu.export.findings import page, sheet, written
    from vanthu.export.places import whole_file

    if form == "xlsx" and out is not None:
        with whole_file(out) as file:
            sheet.write_sheet(findings, file)
        return
    text = {
        "table": lambda: "".join(f"{line}\n" for line in written.lines(findings)),
        "json": lambda: written.json_text(findings),
        "html": lambda: page.page(findings),
    }[form]()
    if out is None:
        if text:
            give(text.rstrip("\n"))
        return
    with whole_file(out) as file:
        file.write_text(text, encoding="utf-8")


def verdict(
    key: Annotated[str, typer.Argument(metavar="MÃ", help="Mã của phát hiện, hoặc những chữ đầu của nó.")],
    said: Annotated[
        str,
        typer.Argument(
            metavar="KẾT-LUẬN",
            parser=options.one_of(_VERDICTS, "kết luận"),
            help="accepted: đúng; dismissed: bỏ qua; answered: đã trả lời; reopened: xem lại.",
        ),
    ],
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="LÝ-DO", help="Lý do bỏ qua, hoặc lời trả lời."),
    ] = None,
    by: options.By = None,
    register: options.Register = None,
) -> None:
    """Ghi ý kiến của người về một phát hiện trong sổ; ý kiến sau cùng có hiệu lực, ý kiến trước vẫn còn trong lịch sử."""
    from vanthu import api
    from vanthu.register.across import Verdict

    with options.opened(register) as opened:
        whole = api.judge_finding(opened, key, Verdict(said), who=by or options.login(), reason=reason)
    say(f"đã ghi cho phát hiện {whole}")
