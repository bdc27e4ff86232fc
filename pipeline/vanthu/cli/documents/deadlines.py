"""`vanthu deadlines`: the deadlines in single sentences."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated, Any

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give, say
from vanthu.errors import ExitCode, InputError


def command(
    sentence: Annotated[str | None, typer.Argument(metavar="SENTENCE", help="Câu cần đọc.")] = None,
    issued: Annotated[
        date | None,
        typer.Option(
            "--issued", metavar="NGÀY", parser=options.day, help="Ngày ban hành: 2024-06-18 hoặc 18/6/2024."
        ),
    ] = None,
    *,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Đọc từng dòng {"id","issued_on","sentence"} từ đầu vào chuẩn.'),
    ] = False,
) -> None:
    """Đọc thời hạn trong một câu (lời giải thích và JSON), hoặc trong từng dòng JSON."""
    if jsonl == (sentence is not None):
        raise typer.BadParameter("hãy cho một câu, hoặc dùng --jsonl để đọc từ đầu vào chuẩn")
    if sentence is None:
        _table()
        return
    from vanthu import api
    from vanthu.contract.publish import public_deadline

    for line in api.explain(sentence, issued_on=issued):
        say(line)
    for deadline in api.deadlines(sentence, issued_on=issued):
        give(json.dumps(public_deadline(deadline), ensure_ascii=False))


def _table() -> None:
    """All rows that can be read; the others are named, and the rest goes on."""
    from vanthu import api
    from vanthu.contract.publish import public_deadline

    all_read = True
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            identity, issued, sentence = _row(line, number)
        except InputError as error:
            say(f"vanthu: {error}")
            all_read = False
            continue
        found = api.deadlines(sentence, issued_on=issued)
        answer = {"id": identity, "deadlines": [public_deadline(d) for d in found]}
        give(json.dumps(answer, ensure_ascii=False))
    if not all_read:
        raise typer.Exit(ExitCode.INPUT)


def _row(line: str, number: int) -> tuple[Any, date | None, str]:
    try:
        row = json.loads(line)
        issued = date.fromisoformat(row["issued_on"]) if row.get("issued_on") else None
        return row["id"], issued, str(row["sentence"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        form = '{"id": ..., "issued_on": "2024-06-18", "sentence": "..."}'
        raise InputError(f"không đúng dạng {form}; hãy sửa dòng này", where=f"dòng {number}") from error
