"""Options that the commands about days share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

import typer

from vanthu.cli.terminal import options

_Choice = TypeVar("_Choice", bound=StrEnum)


def span(value: str) -> timedelta:
    """`14d`, `2w`; a number alone counts days. Raises `typer.BadParameter`."""
    from vanthu.export.calendar.alarms import lead_time

    try:
        return lead_time(f"{value}d" if value.strip().isdecimal() else value)
    except ValueError:
        raise typer.BadParameter(
            f"'{value}' không phải khoảng thời gian; hãy viết như 14d (ngày), 2w (tuần)"
        ) from None


@dataclass(frozen=True)
class Leads:
    """How long before, several times."""

    times: tuple[timedelta, ...] = ()


def leads(value: str) -> Leads:
    """`7d,1d`: several of them. Raises `typer.BadParameter`."""
    return Leads(tuple(dict.fromkeys(span(part) for part in value.split(","))))


def chosen(kinds: type[_Choice]) -> Callable[[str], _Choice]:
    """A parser for one of several words. It raises `typer.BadParameter`."""
    parse = options.one_of(tuple(kinds), "lựa chọn")
    return lambda value: kinds(parse(value))
