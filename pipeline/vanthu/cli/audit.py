"""`vanthu audit`: what an auditor would raise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli import options
from vanthu.cli.streams import give, say
from vanthu.errors import ExitCode

if TYPE_CHECKING:
    from vanthu.export.listed import Listed


def command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Tài liệu, thư mục, hoặc tệp plan.json đã có.")
    ],
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Có phát hiện thì kết thúc với mã 8.")] = False,
    profile: options.Profile = None,
    no_cache: options.NoCache = False,
) -> None:
    """Rà soát từng kế hoạch và giữa các kế hoạch với nhau; mỗi phát hiện một dòng."""
    from vanthu import api
    from vanthu.engine.batch import cores

    report = api.audit(paths, profile=profile, keep=not no_cache, jobs=cores())
    for finding in report.findings:
        give(_line(finding))
    for failure in report.failures:
        say(f"vanthu: {failure}")
    say(f"{len(report.plans)} kế hoạch, {len(report.findings)} phát hiện")
    if report.failures:
        raise typer.Exit(report.failures[0].exit_code)
    if strict and report.findings:
        raise typer.Exit(ExitCode.FINDINGS)


def _line(finding: Listed) -> str:
    """severity, documents, page, code, sentence: separated by tabs, for `cut` and `sort` too."""
    from vanthu.export.listed import SEVERITY_NAMES

    page = f"trang {finding.page}" if finding.page else ""
    where = "; ".join(place.rpartition("#")[2] for place in finding.where)
    fields = (
        SEVERITY_NAMES[finding.severity].upper(),
        "; ".join(finding.documents),
        page,
        where,
        finding.code,
        finding.note,
    )
    return "\t".join(" ".join(field.split()) for field in fields)
