"""How values on the command line are read."""

from __future__ import annotations

from datetime import date

import pytest
import typer

from vanthu.cli.terminal.options import day


@pytest.mark.parametrize("value", ["2024-06-18", "18/6/2024", "18-06-2024", " 18.6.2024 "])
def test_a_day_may_be_written_in_several_ways(value: str) -> None:
    assert day(value) == date(2024, 6, 18)


@pytest.mark.parametrize("value", ["", "31/2/2023", "18/7", "9999-12-31", "0001-01-01", "hôm nay"])
def test_what_is_no_day_that_a_plan_could_be_of_is_refused(value: str) -> None:
    with pytest.raises(typer.BadParameter, match="không phải ngày"):
        day(value)
