"""Where errors end: a line in Vietnamese, an exit code, never a traceback unless `--debug` asks for it."""

from __future__ import annotations

import errno
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from types import FrameType

import typer

from vanthu.cli.terminal.streams import hang_up, say
from vanthu.cli.terminal.wording import complaint
from vanthu.errors import ExitCode, VanthuError


def guarded(run: Callable[[], int | None], *, debug: bool) -> int:
    """The exit code of `run`, whatever it raises."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = run()
        sys.stdout.flush()
    except OSError as error:
        return _lost_stream(error, debug=debug)
    except VanthuError as error:
        say(f"vanthu: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        say("vanthu: đã dừng theo yêu cầu")
        return ExitCode.INTERRUPTED
    except typer.TyperException as error:
        say(f"vanthu: {complaint(error)}")
        return ExitCode.USAGE
    except Exception as error:  # noqa: BLE001  # the outermost border of the program
        _tell_fault(error, debug=debug)
        return ExitCode.FAULT
    return int(code or 0)


def _lost_stream(error: OSError, *, debug: bool) -> ExitCode:
    """The reader of stdout has gone, or the disk that it goes to is full; anything else is a defect."""
    if isinstance(error, BrokenPipeError):
        hang_up()
        return ExitCode.OK
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        hang_up()
        say("vanthu: không ghi được kết quả ra: đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại")
        return ExitCode.OUTPUT
    _tell_fault(error, debug=debug)
    return ExitCode.FAULT


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Asked to end by another program: the same as Ctrl-C."""
    raise KeyboardInterrupt


def _tell_fault(error: Exception, *, debug: bool) -> None:
    """A defect: its traceback goes to a file (or the screen), without the message, which may quote a document."""
    if debug:
        traceback.print_exception(error)
        return
    frames = "".join(traceback.format_tb(error.__traceback__))
    with tempfile.NamedTemporaryFile(
        "w", prefix="vanthu-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(f"{frames}{type(error).__name__}\n")
    say(
        f"vanthu: lỗi của chương trình ({type(error).__name__}); chi tiết ở {log.name}, hoặc chạy lại với --debug"
    )
