"""Calendars in the hands of real programs: khal, a CalDAV server (radicale), and a reader that did not write them (vobject)."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given

from contracts import DUE, MONTHLY, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.calendar.components import Kind
from vanthu.export.calendar.entries import entries
from vanthu.export.calendar.files import Wish, one_calendar, write_calendars
from vanthu.export.calendar.ical import Manner, calendar_bytes

NOW = datetime(2024, 6, 1, 8, tzinfo=UTC)
WEEKLY = {
    "raw": "15 giờ thứ Sáu hằng tuần",
    "kind": "recurring",
    "rrule": "FREQ=WEEKLY;BYDAY=FR",
    "until": "2024-05-31",
    "time": "15:00",
}


def plan(**changes: Any) -> PublicPlan:
    """One of everything that a calendar can hold."""
    due = DUE | {"date": changes.get("due", "2024-07-31")}
    return contract(
        task("1", text="Lập danh sách; gửi Văn phòng, kèm số liệu", lead=["Công an xã"], deadlines=[due]),
        task("2", deadlines=[DUE | {"raw": "17 giờ 31/7", "time": "17:00"}], kind="report"),
        task("3", deadlines=[DUE | {"raw": "24 giờ 31/12", "date": "2024-12-31", "time": "24:00"}]),
        task("4", deadlines=[WINDOW, MONTHLY]),
        task("5", deadlines=[WEEKLY]),
        document_deadlines=[WINDOW | {"raw": "năm 2024", "start": "2024-02-29", "end": "2024-12-31"}],
        schedule=[{"when": "2024-08-05T07:30", "what": "Thôn Đông"}],
    )


EXPECTED = {
    "2024-07-31",
    "2024-07-31 17:00",
    "2025-01-01 00:00",
    "2024-08-01",
    "2024-03-30",
    "2024-03-08 15:00",
    "2024-02-29",
    "2024-08-05 07:30",
}


def components(text: str) -> list[Any]:
    """What an independent reader finds; it also checks how often each property may stand."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return [c for c in calendar.components() if c.name in {"VEVENT", "VTODO"}]


def shown(moment: date | datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else moment.isoformat()


# --- khal -------------------------------------------------------------------------------------------------------------


class Khal:
    """A user's calendar program with one empty calendar."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.calendar = home / "office"
        self.calendar.mkdir()
        zone, day = "Asia/Ho_Chi_Minh", "%Y-%m-%d"
        (home / "config").write_text(
            f"[calendars]\n[[office]]\npath = {self.calendar}\n[default]\ndefault_calendar = office\n"
            f"[sqlite]\npath = {home / 'khal.db'}\n[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
            f"timeformat = %H:%M\ndateformat = {day}\nlongdateformat = {day}\n"
            f"datetimeformat = {day} %H:%M\nlongdatetimeformat = {day} %H:%M\n"
        )

    def run(self, *arguments: str) -> str:
        environment = os.environ | {"HOME": str(self._home), "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "khal", "-c", str(self._home / "config"), *arguments]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def take(self, calendar: bytes) -> None:
        path = self._home / "new.ics"
        path.write_bytes(calendar)
        self.run("import", "--batch", "-a", "office", str(path))

    def listed(self, first: str, last: str) -> list[tuple[str, str]]:
        """Every occurrence between two days: its start and its title."""
        form = "{start}\t{title}"
        lines = self.run(
            "list", "--day-format", "", "--notstarted", "--format", form, first, last
        ).splitlines()
        return [
            (start.strip(), title) for start, _, title in (line.partition("\t") for line in lines if line)
        ]


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def test_khal_takes_a_calendar_whole(khal: Khal) -> None:
    khal.take(calendar_bytes(plan()))
    stored = [components(path.read_text(encoding="utf-8")) for path in khal.calendar.glob("*.ics")]
    assert len(stored) == len(EXPECTED)
    assert {shown(one.dtstart.value) for (one,) in stored} == EXPECTED


def test_khal_sees_the_days_that_the_plan_names(khal: Khal) -> None:
    khal.take(calendar_bytes(plan()))
    july = khal.listed("2024-07-28", "2024-08-01")
    assert [day for day, title in july if title.startswith("Hạn")] == ["2024-07-31", "2024-07-31 17:00"]


def test_khal_finds_the_end_of_february(khal: Khal) -> None:
    khal.take(calendar_bytes(contract(task("4", deadlines=[MONTHLY]))))
    found = khal.listed("2025-01-01", "2025-04-30")
    assert [day for day, _ in found] == ["2025-01-30", "2025-02-28", "2025-03-30", "2025-04-30"]


def test_a_second_import_into_khal_updates_and_doubles_nothing(khal: Khal, tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    write_calendars([plan()], path, Wish(), NOW)
    khal.take(path.read_bytes())
    write_calendars([plan(due="2024-08-15")], path, Wish(), NOW)
    khal.take(path.read_bytes())
    assert len(list(khal.calendar.glob("*.ics"))) == len(EXPECTED)
    moved = [day for day, title in khal.listed("2024-07-01", "2024-08-31") if "Lập danh sách" in title]
    assert moved == ["2024-08-15"]


# --- a CalDAV server ----------------------------------------------------------------------------------------------------


class Server:
    """A CalDAV server on this machine's own loopback address."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            user = b64encode(b"vp:").decode()
            headers = {
                "Content-Type": "text/calendar; charset=utf-8",
                "Depth": "0",
                "Authorization": f"Basic {user}",
            }
            connection.request(method, path, body.encode(), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def up(self) -> bool:
        try:
            return self.ask("GET", "/")[0] < 500
        except OSError:
            return False

    def put_each(self, folder: str, calendar: bytes) -> None:
        """Every entry as a resource of its own, as clients send them."""
        text = calendar.decode()
        found = list(re.finditer(r"BEGIN:(VEVENT|VTODO)\r\n.*?END:\1\r\n", text, re.DOTALL))
        head = text[: found[0].start()]
        for entry in found:
            uid = re.search(r"UID:(\S+)@", entry[0])
            assert uid
            status, said = self.ask("PUT", f"{folder}{uid[1]}.ics", f"{head}{entry[0]}END:VCALENDAR\r\n")
            assert status in {201, 204}, said


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("radicale")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (home / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[rights]\ntype = owner_write\n"
        f"[storage]\nfilesystem_folder = {home / 'data'}\n[logging]\nlevel = error\n"
    )
    command = [sys.executable, "-m", "radicale", "--config", str(home / "config")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            serving = Server(port)
            until = time.monotonic() + 30
            while not serving.up():
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.1)
            assert serving.ask("PROPFIND", "/vp/")[0] == 207  # the first word of a user makes a place for him
            yield serving
        finally:
            process.terminate()


@pytest.mark.parametrize("kind", list(Kind))
def test_a_caldav_server_keeps_a_calendar_whole(server: Server, kind: Kind) -> None:
    sent = calendar_bytes(plan(), Manner(kind, (timedelta(days=7), timedelta(days=1))))
    status, said = server.ask("PUT", f"/vp/{kind}-whole/", sent.decode())
    assert status == 201, said
    status, kept = server.ask("GET", f"/vp/{kind}-whole/")
    assert status == 200
    assert sorted(_facts(kept)) == sorted(_facts(sent.decode()))


@pytest.mark.parametrize("kind", list(Kind))
def test_entries_sent_again_to_a_caldav_server_are_updated_and_not_doubled(
    server: Server, kind: Kind, tmp_path: Path
) -> None:
    folder, path, wish = f"/vp/{kind}-each/", tmp_path / "lich.ics", Wish(kind)
    assert server.ask("MKCALENDAR", folder)[0] == 201
    write_calendars([plan()], path, wish, NOW)
    server.put_each(folder, path.read_bytes())
    write_calendars([plan(due="2024-08-15")], path, wish, NOW)
    server.put_each(folder, path.read_bytes())
    kept = server.ask("GET", folder)[1]
    assert sorted(_facts(kept)) == sorted(_facts(path.read_bytes().decode()))
    assert sorted(int(c.sequence.value) for c in components(kept)) == [0] * 7 + [1]


def _facts(calendar: str) -> list[str]:
    """All that entries say, as an independent reader sees it."""
    return [
        json.dumps(
            [c.name, *sorted(f"{line.name} {line.params} {line.value}" for line in c.lines())],
            ensure_ascii=False,
        )
        for c in components(calendar)
    ]


# --- another reader ---------------------------------------------------------------------------------------------------


@unhurried
@given(contracts())
def test_every_date_is_the_one_of_the_plan_for_another_reader_too(public: PublicPlan) -> None:
    expected = {f"{e.uid}@vanthu": e for e in entries(public)}
    if not expected:
        return
    found = components(calendar_bytes(public).decode())
    assert {c.uid.value for c in found} == set(expected)
    for event in found:
        entry = expected[event.uid.value]
        assert _naive(event.dtstart.value) == entry.start
        if entry.end is not None:
            assert _naive(event.dtend.value) == entry.end
        assert event.summary.value == entry.summary


@unhurried
@given(contracts())
def test_to_dos_are_due_on_the_last_day_for_another_reader_too(public: PublicPlan) -> None:
    expected = {f"{e.uid}-todo@vanthu": e for e in entries(public)}
    text = one_calendar([public], Wish(Kind.TODOS, alarms=(timedelta(days=1),))).decode()
    assert "BEGIN:VEVENT" not in text
    found = components(text) if expected else []
    for todo in found:
        entry = expected.pop(todo.uid.value)
        if entry.begins:
            assert not hasattr(todo, "due")
        else:
            assert _naive(todo.due.value) == (entry.last if entry.is_span else entry.start)
        assert len(list(todo.components())) == 1
    assert not expected


def _naive(moment: date | datetime) -> date | datetime:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment
