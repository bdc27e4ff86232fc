from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from vanthu.cli.main import main


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def vanthu(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Runs the program in this process."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr("sys.argv", ["vanthu", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        shown = capsys.readouterr()
        return Ended(int(stop.value.code or 0), shown.out, shown.err)

    return run
