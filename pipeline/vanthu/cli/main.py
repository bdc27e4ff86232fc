"""The program `vanthu`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from vanthu import __version__
from vanthu.cli.documents import copy, deadlines, process, text
from vanthu.cli.outputs import calendar, due, graph, tracker
from vanthu.cli.register import audit, entries, find, keeping, people, reprocess, show, stats
from vanthu.cli.terminal import streams
from vanthu.cli.terminal.border import guarded
from vanthu.cli.terminal.wording import Command, Group
from vanthu.cli.upkeep import cache, doctor, evaluate, rules, schema

# New objects between two looks for what can be thrown away: while libraries load there is nothing of that kind.
_COLLECT = 20_000

_COMMANDS: dict[str, Callable[..., None]] = {
    "process": process.command,
    "text": text.command,
    "copy": copy.command,
    "deadlines": deadlines.command,
    "audit": audit.command,
    "verdict": audit.verdict,
    "due": due.command,
    "find": find.command,
    "show": show.command,
    "stats": stats.command,
    "correct": people.correct,
    "mark": people.mark,
    "reprocess": reprocess.command,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "verify": keeping.verify,
    "calendar": calendar.command,
    "graph": graph.command,
    "evaluate": evaluate.command,
    "schema": schema.command,
    "cache": cache.command,
    "doctor": doctor.command,
}


_REGISTER: dict[str, Callable[..., None]] = {
    "init": entries.init,
    "add": entries.add,
    "twins": entries.twins,
    "decide": entries.decide,
    "history": entries.history,
    "expunge": entries.expunge,
}


def application() -> typer.Typer:
    """The command line with all its commands."""
    app = _group("Đọc kế hoạch, công văn hành chính và biến giấy tờ thành việc theo dõi được.", "LỆNH ...")
    app.callback()(_options)
    for name, function in _COMMANDS.items():
        app.command(name, cls=Command)(function)
    book = _group("Kiểm tra và giải thích bộ quy tắc trong thư mục rules/.", "check|explain ...")
    book.command("check", cls=Command)(rules.check)
    book.command("explain", cls=Command)(rules.explain)
    app.add_typer(book, name="rules")
    desk = _group("Bảng theo dõi nhiệm vụ, sổ văn bản, phiếu giao việc.", "export|import|registers|notes ...")
    desk.command("export", cls=Command)(tracker.export)
    desk.command("import", cls=Command)(tracker.take_in)
    desk.command("registers", cls=Command)(tracker.registers)
    desk.command("notes", cls=Command)(tracker.notes)
    app.add_typer(desk, name="tracker")
    book = _group(
        "Sổ văn bản của cơ quan: ghi, tìm bản trùng, xem việc đã xảy ra.",
        "init|add|twins|decide|history|expunge ...",
    )
    for name, function in _REGISTER.items():
        book.command(name, cls=Command)(function)
    app.add_typer(book, name="register")
    return app


def _group(help_text: str, commands_metavar: str) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=help_text,
        subcommand_metavar=commands_metavar,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _show_version(value: bool) -> None:  # noqa: FBT001  # typer's callbacks take the value alone
    if value:
        streams.give(f"vanthu {__version__}")
        raise typer.Exit


def _options(
    *,
    debug: Annotated[
        bool, typer.Option("--debug", help="Hiện chi tiết kỹ thuật khi chương trình có lỗi.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", help="Hiện phiên bản rồi thoát.", is_eager=True, callback=_show_version),
    ] = False,
) -> None:
    """Options of the whole program; `main` reads `--debug` itself, wherever it stands."""


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    gc.set_threshold(_COLLECT)
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    debug = len(arguments) < len(sys.argv) - 1
    streams.prepare(debug=debug)
    command = typer.main.get_command(application())
    code = guarded(lambda: command.main(arguments, "vanthu", standalone_mode=False), debug=debug)
    gc.freeze()  # what ends with the process need not be looked through once more
    sys.exit(code)
