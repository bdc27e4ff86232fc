"""How a command ends that could not read all it was given."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from vanthu.cli.terminal.streams import say
from vanthu.errors import VanthuError


def end_with(failures: Sequence[VanthuError]) -> None:
    """Tell what could not be read, a line each, and end with the gravest code; where all was read the command goes on."""
    from vanthu.engine.outcome import gravest

    for failure in failures:
        say(f"vanthu: {failure}")
    if failures:
        raise typer.Exit(gravest(failure.exit_code for failure in failures))
