from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.cli.terminal.border import guarded
from vanthu.errors import ExitCode, InputError, OutputError, SecretError, SetupError, VanthuError


def raising(error: BaseException) -> int:
    def run() -> int | None:
        raise error

    return guarded(run, debug=False)


@pytest.mark.parametrize("kind", [InputError, OutputError, SecretError, SetupError])
def test_an_expected_error_is_one_line_and_its_code(
    kind: type[VanthuError], capsys: pytest.CaptureFixture[str]
) -> None:
    assert raising(kind("hỏng;\nhãy thử lại", where="a.pdf")) == kind.exit_code
    assert capsys.readouterr().err == "vanthu: a.pdf: hỏng; hãy thử lại\n"


def test_a_defect_is_one_line_and_a_log_that_quotes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert raising(ZeroDivisionError("lời trong văn bản")) == ExitCode.FAULT
    shown = capsys.readouterr().err
    (log,) = tmp_path.iterdir()
    assert shown.count("\n") == 1
    assert str(log) in shown
    assert "test_border.py" in log.read_text(encoding="utf-8")
    assert "lời trong văn bản" not in log.read_text(encoding="utf-8") + shown


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> int | None:
        raise ZeroDivisionError("x")

    assert guarded(run, debug=True) == ExitCode.FAULT
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(KeyboardInterrupt()) == ExitCode.INTERRUPTED
    assert capsys.readouterr().err.count("\n") == 1


def test_what_the_command_returns_is_the_exit_code() -> None:
    assert guarded(lambda: ExitCode.FINDINGS, debug=False) == ExitCode.FINDINGS
    assert guarded(lambda: None, debug=False) == ExitCode.OK
