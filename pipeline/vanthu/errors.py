"""Every error that the program raises on purpose, and the exit code each one ends a command with."""

from __future__ import annotations

import errno
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a command's exit status means; documented in README.md and never renumbered."""

    OK = 0
    FAULT = 1  # a defect of the program itself
    USAGE = 2  # wrong options; typer uses the same number
    INPUT = 3  # at least one document could not be read; the rest was done
    SETUP = 4  # a program, a language file or a folder of data is missing
    OUTPUT = 5  # the output can't be written: permission, full disk
    RULES = 6  # a file under rules/ or models/ is not valid
    SECRET = 7  # a document bears a mark of state secrecy, or seems to; nothing of it was kept
    FINDINGS = 8  # `audit` found something and `--strict` was given
    REGISTER = 9  # the register can't be reached, is busy, damaged, or no register
    INTERRUPTED = 130  # Ctrl-C


class VanthuError(Exception):
    """Base of all expected errors.

    `message` is one Vietnamese line that says what happened and what to do next; `where` names the file
    (and page) and is put in front of it when shown.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.FAULT
    code: ClassVar[str] = "fault"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message, where)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword arguments would be lost on the way back from a worker process."""
        return (_rebuild, (type(self), self.message, self.where))


def _rebuild(kind: type[VanthuError], message: str, where: str | None) -> VanthuError:
    return kind(message, where=where)


class InputError(VanthuError):
    """A document can't be read: missing, empty, damaged, encrypted, of an unknown kind, too large."""

    exit_code = ExitCode.INPUT
    code = "input"


_UNREADABLE = {
    errno.ENOENT: "không có tệp này; hãy kiểm tra lại đường dẫn",
    errno.EACCES: "không có quyền đọc tệp; hãy xin quyền đọc",
    errno.EPERM: "không có quyền đọc tệp; hãy xin quyền đọc",
    errno.EISDIR: "đây là thư mục, không phải tệp; hãy chỉ ra từng tệp trong đó",
}


def why_unreadable(error: OSError) -> str:
    """Why the system does not let a file be read, as a clerk is told."""
    unknown = f"không đọc được tệp (lỗi hệ thống số {error.errno}); hãy kiểm tra đường dẫn và quyền đọc"
    return _UNREADABLE.get(error.errno or 0, unknown)


class PageError(InputError):
    """One page can't be read; the rest of its document goes on."""

    code = "page"


class SecretError(VanthuError):
    """A mark of state secrecy was seen (MẬT, TỐI MẬT, TUYỆT MẬT), or something like one. Carries no text of the document but the mark."""

    exit_code = ExitCode.SECRET
    code = "secret"


class SetupError(VanthuError):
    """A program or file that the program needs is missing from this machine."""

    exit_code = ExitCode.SETUP
    code = "setup"


class OutputError(VanthuError):
    """Results can't be written."""

    exit_code = ExitCode.OUTPUT
    code = "output"


class RegisterError(VanthuError):
    """The register can't be reached, is busy for too long, damaged, or no register; `where` says which."""

    exit_code = ExitCode.REGISTER
    code = "register"


class RulesError(VanthuError):
    """A file under rules/ or models/ is not valid; `where` names the file and the rule."""

    exit_code = ExitCode.RULES
    code = "rules"


class PipelineError(VanthuError):
    """Stages were put together in an order that can't work. A defect of the program, not of a document."""

    code = "pipeline"
