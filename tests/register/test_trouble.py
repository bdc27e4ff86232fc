"""A register that is busy, full, away or killed over: nothing is lost, nothing is half there, one clear line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from contracts import DUE, contract, task
from postgres import Server
from vanthu.contract.model import PublicPlan
from vanthu.errors import OutputError, RegisterError
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add
from vanthu.register.tables import DEADLINE, DOCUMENT, FILE, HISTORY, PLAN, TASK

_TASKS = 3


def plan(number: int) -> PublicPlan:
    """One of many plans, each with the same number of tasks and deadlines."""
    tasks = [task(f"I.{n}", text=f"Việc {n} của văn bản {number}", deadlines=[DUE]) for n in range(_TASKS)]
    file = {"name": f"{number}.pdf", "sha256": f"{number:064x}", "media_type": "application/pdf", "size": 1}
    return contract(*tasks, file=file, document={"number": str(number)})


def taken(register: Register, number: int) -> None:
    register.work(lambda connection: add(connection, Arrival(plan(number), documents=1)))


def whole(register: Register) -> int:
    """How many documents there are; each must have all that belongs to it."""
    return register.look(_whole)


def _whole(connection: Connection) -> int:
    documents = connection.scalars(select(DOCUMENT.c.id)).all()
    for table, each in ((PLAN, 1), (TASK, _TASKS), (DEADLINE, _TASKS)):
        have = Counter(connection.scalars(select(table.c.document_id)))
        assert have == dict.fromkeys(documents, each), table.name
    assert len(connection.scalars(select(FILE.c.id)).all()) == len(documents)
    added = select(HISTORY.c.document_id).where(HISTORY.c.action == "added")
    assert sorted(connection.scalars(added)) == sorted(documents)
    return len(documents)


_ADDING = """
import sys
sys.path[:0] = {paths!r}
from test_trouble import open_register, taken
with open_register({address!r}, create=True) as register:
    taken(register, {first})
    print("begun", flush=True)
    for number in range({first} + 1, {last}):
        taken(register, number)
"""


def adding(address: str, first: int, last: int) -> subprocess.Popen[bytes]:
    """A process that takes plans in, one after the other; it says so when the first is in."""
    here = Path(__file__)
    paths = [str(here.parent), str(here.parents[1])]
    code = _ADDING.format(paths=paths, address=address, first=first, last=last)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    return process


def test_a_kill_leaves_no_document_half_there(nowhere: str) -> None:
    done = 0
    for round_, patience in enumerate((0.0, 0.1, 0.4)):
        process = adding(nowhere, 1000 * round_, 1000 * round_ + 900)
        time.sleep(patience)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with open_register(nowhere, create=True) as register:
            there = whole(register)
            assert there > done, "the first is in before the kill"
            done = there
            taken(register, 1000 * round_ + 999)
            assert whole(register) == (done := done + 1), "the register goes on"


def test_two_processes_write_at_once(address: str) -> None:
    both = [adding(address, 0, 10), adding(address, 5, 15)]
    assert [process.wait() for process in both] == [0, 0]
    with open_register(address) as register:
        assert whole(register) == 15, "what both had is there once"


def test_one_that_writes_waits_for_another(register: Register) -> None:
    began = threading.Event()

    def writes() -> None:
        with register.writing() as connection:
            connection.execute(insert(HISTORY).values(at="x", who="x", action="x"))
            began.set()
            time.sleep(0.3)

    other = threading.Thread(target=writes)
    other.start()
    began.wait()
    taken(register, 1)
    other.join()
    assert whole(register) == 1


def test_a_register_that_stays_busy_is_told_in_one_line(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanthu.register.connection.BUSY_SECONDS", 0.1)
    with (
        open_register(register.address, patience=0.2) as second,
        register.writing(),
        pytest.raises(RegisterError, match=r"^[^\n]*(bận|máy chủ)[^\n]*$"),
    ):
        taken(second, 1)


def test_a_server_that_goes_away_and_comes_back_loses_nothing(server: Server, empty_database: str) -> None:
    name = server.database(template=empty_database)
    with open_register(server.url(name), patience=60) as register:
        taken(register, 1)
        back = threading.Timer(0.5, server.start)
        server.stop()
        back.start()
        taken(register, 2)
        back.join()
        assert whole(register) == 2
    server.drop(name)


def test_a_server_that_goes_away_in_the_middle_of_a_document_loses_nothing(
    server: Server, empty_database: str
) -> None:
    name = server.database(template=empty_database)
    tries = []

    def once_cut_off(connection: Connection) -> None:
        add(connection, Arrival(plan(1), documents=1))
        tries.append(1)
        if len(tries) == 1:
            server.stop()
            server.start()

    with open_register(server.url(name), patience=60) as register:
        register.work(once_cut_off)
        assert whole(register) == 1
        assert len(tries) == 2
    server.drop(name)


def test_a_server_that_stays_away_is_told_in_one_line(server: Server, empty_database: str) -> None:
    url = server.url(server.database(template=empty_database))
    with open_register(url, patience=0.2) as register:
        server.stop()
        try:
            with pytest.raises(RegisterError, match=r"^[^\n]*không kết nối được máy chủ[^\n]*$"):
                taken(register, 1)
            with pytest.raises(RegisterError, match="không kết nối được"):
                open_register(url)
        finally:
            server.start()
        taken(register, 1)
        assert whole(register) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 1 MB; only an administrator may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _until_full(register: Register) -> int:
    """How many documents were taken in before the disk was full."""
    for number in range(2000):
        try:
            taken(register, number)
        except OutputError:
            return number
    raise AssertionError


def test_a_full_disk_leaves_the_register_as_it_was(small_disk: Path) -> None:
    with open_register(str(small_disk / "so.db"), create=True, patience=1) as register:
        number = _until_full(register)
        assert whole(register) == number
        with pytest.raises(OutputError, match="đĩa"):
            taken(register, number)
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        taken(register, number)
        assert whole(register) == number + 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="không mở được sổ"):
        open_register(str(tmp_path / "khong-co-thu-muc" / "so.db"), create=True)
