"""How values on the command line are read; what is wrong with one is told in Vietnamese."""

from __future__ import annotations

from datetime import date, datetime

import typer

DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


def day(value: str) -> date:
    """A date as ISO or as it is written in Vietnam. Raises `typer.BadParameter`."""
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(value.strip(), form).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    raise typer.BadParameter(f"'{value}' không phải ngày; hãy viết như 2023-07-18 hoặc 18/7/2023")


def count(value: str) -> int:
    """A whole number from 1. Raises `typer.BadParameter`."""
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise typer.BadParameter(f"'{value}' không phải số nguyên từ 1 trở lên")
    return int(value)
