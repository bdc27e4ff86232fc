from __future__ import annotations

import errno
import os
import pickle

import pytest

from vanthu.errors import ExitCode, InputError, SecretError, VanthuError, why_unreadable


def test_an_error_is_one_line_with_its_place() -> None:
    assert str(InputError("tệp rỗng", where="a.pdf, trang 2")) == "a.pdf, trang 2: tệp rỗng"
    assert str(InputError("tệp rỗng")) == "tệp rỗng"


@pytest.mark.parametrize("error", [InputError("tệp rỗng", where="a.pdf"), SecretError("có dấu độ mật")])
def test_errors_come_back_whole_from_workers(error: VanthuError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert (again.message, again.where) == (error.message, error.where)


def test_exit_codes_are_told_apart() -> None:
    assert len({int(c) for c in ExitCode}) == len(ExitCode)


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.EIO])
def test_why_a_file_is_unreadable_is_told_without_the_system_s_english(number: int) -> None:
    told = why_unreadable(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in told
    assert "; hãy " in told
