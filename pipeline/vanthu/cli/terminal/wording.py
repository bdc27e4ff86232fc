"""Help pages and complaints about usage, in Vietnamese; typer speaks English only."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

HELP_TEXT = "Hiện hướng dẫn này rồi thoát."
OPTIONS_METAVAR = "[TÙY CHỌN]"


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """A help page: usage, what it does, arguments, options, and the commands of a group."""
    parameters = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    after = [*map(_usage, arguments), getattr(command, "subcommand_metavar", "")]
    formatter.write_usage(
        ctx.command_path, " ".join([OPTIONS_METAVAR, *after]).rstrip(), prefix="Cách dùng: "
    )
    if command.help:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.help)
    _section(formatter, "Đối số", arguments)
    _section(formatter, "Tùy chọn", [p for p in parameters if p.param_type_name == "option"])


def _section(formatter: Any, title: str, parameters: Iterable[Any]) -> None:
    if rows := [(_label(p), p.help or "") for p in parameters]:
        with formatter.section(title):
            formatter.write_dl(rows)


def _usage(argument: Any) -> str:
    return _label(argument) if argument.required else f"[{_label(argument)}]"


def _label(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    return " ".join((", ".join(parameter.opts), parameter.metavar or "")).rstrip()


class Command(TyperCommand):
    """A command whose help page is Vietnamese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        write_help(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, explained in Vietnamese."""
        return _vietnamese(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group of commands whose help page is Vietnamese; called with nothing, it shows that page."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Show the help page where no command is named."""
        return super().parse_args(ctx, args or ["--help"])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page, then one line for each command."""
        write_help(self, ctx, formatter)
        rows = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, text.split("\n\n")[0]) for name, text in rows])

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, explained in Vietnamese."""
        return _vietnamese(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant. Raises `typer.BadParameter` with the nearest name where there is none."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, 1)
            hint = f"; có phải ý bạn là '{near[0]}'?" if near else f"; hãy xem '{ctx.command_path} --help'"
            raise typer.BadParameter(f"không có lệnh '{args[0]}'{hint}", ctx=ctx)
        return super().resolve_command(ctx, args)


def _vietnamese(option: Any) -> Any:
    if option is not None:
        option.help = HELP_TEXT
    return option


def complaint(error: typer.TyperException) -> str:
    """One Vietnamese line for a wrong use of the command line."""
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    name = _shown_name(parameter)
    if kind == "NoSuchOption":
        return f"không có tùy chọn '{getattr(error, 'option_name', '')}'; hãy thêm --help để xem cách dùng"
    if kind == "MissingParameter":
        return f"còn thiếu {name}; hãy thêm --help để xem cách dùng"
    if kind == "BadParameter":
        return f"{name}: {error.message}" if parameter else error.message
    if kind == "BadOptionUsage":
        return (
            f"tùy chọn '{getattr(error, 'option_name', '')}' dùng chưa đúng; hãy thêm --help để xem cách dùng"
        )
    return "lệnh dùng chưa đúng; hãy thêm --help để xem cách dùng"


def _shown_name(parameter: Any) -> str:
    if parameter is None:
        return "đối số"
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)
