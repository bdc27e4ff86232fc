from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from vanthu.cli.terminal.failures import end_with
from vanthu.errors import ExitCode, InputError, SecretError


def test_the_gravest_of_several_failures_ends_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    end_with(())
    with pytest.raises(typer.Exit) as ended:
        end_with([InputError("tệp rỗng", where="a.pdf"), SecretError("có dấu chỉ độ mật", where="b.pdf")])
    assert ended.value.exit_code == ExitCode.SECRET
    assert capsys.readouterr().err.splitlines() == [
        "vanthu: a.pdf: tệp rỗng",
        "vanthu: b.pdf: có dấu chỉ độ mật",
    ]


@pytest.mark.parametrize(
    "command", [("due",), ("audit", "--format", "html", "--out"), ("calendar", "--out"), ("graph", "--out")]
)
def test_nothing_is_made_of_nothing(vanthu: Callable, tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    (tmp_path / "empty").mkdir()
    made = [str(tmp_path / "made.ics")] if options else []
    for place in ("empty", "gone.json"):
        ended = vanthu(name, tmp_path / place, *options, *made)
        assert ended.code == ExitCode.INPUT
        assert not ended.out
        assert len(ended.err.splitlines()) == 1
    assert not (tmp_path / "made.ics").exists()
