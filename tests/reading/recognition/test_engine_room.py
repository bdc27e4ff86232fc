"""The process in which Tesseract's library waits for images."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest

from sheets import LINES, pixels, sheet
from vanthu.errors import SetupError
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition import ocr, tesseract_process
from vanthu.reading.recognition.engine_room import (
    EngineRoom,
    NoLanguageError,
    NoLibraryError,
    TooSlowError,
    UnreadableError,
    Word,
    engine_room,
)
from vanthu.settings import EngineSettings

pytestmark = pytest.mark.ocr

PAGE = pixels(sheet(LINES))
HOLDER = """
import numpy as np
from vanthu.reading.recognition.engine_room import engine_room
room = engine_room()
room.hold_for_good()
room.read(np.full((40, 40), 255, np.uint8), language="vie", mode=3, dpi=150, seconds=60.0)
print(room._process.pid)
"""


@pytest.fixture
def room() -> EngineRoom:
    made = EngineRoom()
    try:
        read(made, PAGE[:40, :40])
    except NoLibraryError:
        pytest.skip("no library of Tesseract here")
    return made


def read(
    room: EngineRoom, pixels: Pixels = PAGE, *, language: str = "vie", seconds: float = 60.0
) -> list[Word]:
    return room.read(pixels, language=language, mode=3, dpi=150, seconds=seconds)


def pid_of(room: EngineRoom) -> int:
    assert room._process is not None
    return room._process.pid


@pytest.mark.usefixtures("room")
def test_library_and_program_read_the_same() -> None:
    engine = EngineSettings()
    by_library = ocr._by_library((PAGE, PAGE[:300]), dpi=150, mode=3, engine=engine)
    by_program = ocr._by_program((PAGE, PAGE[:300]), dpi=150, mode=3, engine=engine)
    assert len(by_library[0]) > len(by_library[1]) > 0
    for mine, theirs in zip(by_library, by_program, strict=True):
        assert [t._replace(confidence=0) for t in mine] == [t._replace(confidence=0) for t in theirs]
        assert [t.confidence for t in mine] == pytest.approx([t.confidence for t in theirs], abs=1e-4)


def test_one_process_serves_many_images_and_ends_with_the_block(room: EngineRoom) -> None:
    with room.held():
        first = read(room)
        pid = pid_of(room)
        assert read(room) == first
        assert pid_of(room) == pid
    assert room._process is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_room_that_rests_gives_its_memory_back_and_reads_on(room: EngineRoom) -> None:
    with room.held():
        first = read(room)
        pid = pid_of(room)
        room.rest()
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
        assert read(room) == first


def test_an_image_that_breaks_the_process_costs_no_other(room: EngineRoom) -> None:
    with room.held():
        first = read(room)
        os.kill(pid_of(room), signal.SIGKILL)
        try:
            again = read(room)
        except UnreadableError:
            again = read(room)
    assert again == first


def test_a_process_that_is_gone_leaves_no_pipe_open(room: EngineRoom) -> None:
    with room.held():
        read(room)
        gone = room._process
        assert gone is not None
        gone.kill()
        gone.wait()
        read(room)
    assert gone.stdin is not None
    assert gone.stdout is not None
    assert gone.stdin.closed
    assert gone.stdout.closed


def test_too_slow_an_image_is_given_up_and_the_next_is_read(room: EngineRoom) -> None:
    with room.held():
        with pytest.raises(TooSlowError):
            read(room, np.vstack([PAGE] * 3), seconds=0.05)
        assert read(room)


def test_no_image_is_given_up_because_others_had_the_processor(
    room: EngineRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanthu.reading.waiting.Waiting.seconds", lambda _: 60.0)
    assert read(room, np.vstack([PAGE] * 3), seconds=0.05)


def test_missing_language_is_told_and_harms_no_other(room: EngineRoom) -> None:
    with room.held():
        with pytest.raises(NoLanguageError):
            read(room, language="khongco")
        assert read(room)


def test_without_library_the_program_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: object, *__: object, **___: object) -> None:
        raise NoLibraryError

    monkeypatch.setattr(EngineRoom, "read", none)
    assert ocr.read_image(PAGE, dpi=150, mode=3, engine=EngineSettings())
    with pytest.raises(SetupError, match="tesseract-ocr-vie"):
        ocr.read_image(PAGE, dpi=150, mode=3, engine=EngineSettings(language="khongco"))


def test_process_tells_that_there_is_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract_process, "LIBRARIES", ("libkhongco.so.0",))
    asked = {"language": "vie", "mode": 3, "dpi": 150, "width": 2, "height": 1}
    answers = io.BytesIO()
    tesseract_process.serve(io.BytesIO(json.dumps(asked).encode() + b"\n\xff\xff"), answers)
    assert json.loads(answers.getvalue()) == {"error": "library"}


def test_a_room_without_library_says_so_from_then_on(monkeypatch: pytest.MonkeyPatch) -> None:
    room = EngineRoom()
    monkeypatch.setattr("sys.executable", "/khong/co")
    with pytest.raises(NoLibraryError):
        read(room)


@pytest.mark.usefixtures("room")
def test_a_process_that_holds_it_for_good_takes_it_along() -> None:
    with engine_room().held():
        read(engine_room())
        own = pid_of(engine_room())
        other = int(subprocess.run([sys.executable, "-c", HOLDER], capture_output=True, check=True).stdout)
        os.kill(own, 0)
    assert own != other
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)
