from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lettered import pressed
from sheets import DPI, pixels, sheet
from vanthu.document.page import MarkKind, Page, Reading
from vanthu.errors import SecretError
from vanthu.reading.imaging import ink
from vanthu.reading.marks.lettering import SURE, Piece, pieces
from vanthu.reading.marks.shapes import MM, Form, Shape, find_shapes
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.watch import Watch
from vanthu.reading.marks.wording import Marking, Spoken
from vanthu.reading.secrecy import LABEL, Guard
from vanthu.rulebook import load_rulebook
from vanthu.settings import Settings

SCALE = DPI / 72


@pytest.fixture(scope="module")
def watch() -> Watch:
    settings, rulebook, flat = Settings(), load_rulebook(), pixels(sheet())
    page = Page(number=1, width=flat.shape[1] / SCALE, height=flat.shape[0] / SCALE, reading=Reading.OCR)
    whole = Sheet(flat, ink.separate(flat, settings.ink), page, SCALE, settings.ink)
    return Watch(
        whole,
        Guard(rulebook[LABEL], "a.pdf", settings.ink.mark_zone),
        Marking.of(rulebook),
        settings.engine,
    )


def lettered(text: str) -> Piece:
    dark = pressed(text)
    (piece, *_) = pieces(dark, 160, np.zeros_like(dark), find_shapes((dark > 60).astype(np.uint8)))
    return piece


def test_letters_of_a_mark_stop_the_work_and_what_may_be_such_letters_goes_to_a_person(watch: Watch) -> None:
    piece = lettered("MẬT")
    with pytest.raises(SecretError):
        list(watch.over_letters([piece]))
    (mark,) = watch.over_letters([piece._replace(sure=0.94)])
    assert (mark.kind, mark.text) == (MarkKind.POSSIBLE_SECRECY, "")
    assert not list(watch.over_letters([lettered("SAO LỤC")]))


@pytest.mark.parametrize(
    ("likely", "form", "signed", "outcome"),
    [
        (0.87, Form.LOOSE, False, "stopped"),
        (0.87, Form.LOOSE, True, "asked"),
        (0.87, Form.FRAME, True, "stopped"),
        (0.8, Form.LOOSE, False, "asked"),
        (0.8, Form.LOOSE, True, "passed"),
        (0.91, Form.LOOSE, True, "stopped"),
    ],
)
def test_black_strokes_where_somebody_signs_must_be_as_sure_as_in_a_seal(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, likely: float, form: Form, outcome: str, *, signed: bool
) -> None:
    place = framed(form=form)
    piece = lettered("MẬT")._replace(shape=place)
    monkeypatch.setattr("vanthu.reading.marks.watch.secrecy", lambda _: [(likely, piece, place)])
    monkeypatch.setattr(Watch, "_read", lambda *_, **__: [()])
    here = replace(watch, signers=(watch.sheet.points(place.box),) if signed else ())
    if outcome == "stopped":
        with pytest.raises(SecretError):
            list(here.over_letters([piece], rereads=True))
    else:
        asked = [m.kind for m in here.over_letters([piece], rereads=True)]
        assert asked == [MarkKind.POSSIBLE_SECRECY] * (outcome == "asked")


def framed(*, top: float = 50.0, wide: float = 34.0, high: float = 10.0, form: Form = Form.FRAME) -> Shape:
    """A frame on a page; all in mm."""
    box = 30 * MM, top * MM, (30 + wide) * MM, (top + high) * MM
    return Shape(form, box, (47 * MM, (top + high / 2) * MM), (wide * MM, high * MM), 0.0, 4)


@pytest.mark.parametrize(
    ("top", "likely", "stops"), [(50.0, 0.87, True), (200.0, 0.87, False), (200.0, 0.91, True)]
)
def test_letters_below_the_head_of_a_page_must_be_surer(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, top: float, likely: float, *, stops: bool
) -> None:
    piece, place = lettered("MẬT"), framed(top=top, form=Form.LOOSE)
    monkeypatch.setattr("vanthu.reading.marks.watch.secrecy", lambda _: [(likely, piece, place)])
    if stops:
        with pytest.raises(SecretError):
            list(watch.over_letters([piece]))
    else:
        assert [m.kind for m in watch.over_letters([piece])] == [MarkKind.POSSIBLE_SECRECY]


@pytest.mark.parametrize(("likely", "asks"), [(0.84, False), (0.87, True)])
def test_in_a_seal_a_person_is_asked_where_elsewhere_the_work_would_stop(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, likely: float, *, asks: bool
) -> None:
    seal = framed(wide=36.0, high=36.0, form=Form.RING)
    piece = lettered("MẬT")._replace(shape=seal, sure=SURE)
    monkeypatch.setattr("vanthu.reading.marks.watch.secrecy", lambda _: [(likely, piece, seal)])
    assert [m.kind for m in watch.over_letters([piece])] == [MarkKind.POSSIBLE_SECRECY] * asks


UNREAD = ((Spoken("|M/", 0.2),), ())


def test_a_frame_in_the_head_of_which_nothing_was_read_may_be_a_mark(watch: Watch) -> None:
    (mark,) = watch.over_frames([(framed(), UNREAD)])
    assert mark.kind is MarkKind.POSSIBLE_SECRECY
    assert mark.box.x0 == pytest.approx(30 / 25.4 * 72, abs=0.2)


@pytest.mark.parametrize(
    ("shape", "readings"),
    [
        (framed(), ((Spoken("Nơi nhận", 0.9),),)),  # print that a frame seems to stand around
        (framed(), ()),  # nobody tried
        (framed(top=200.0), UNREAD),  # marks stand in the head
        (framed(wide=110.0), UNREAD),
        (framed(wide=13.0), UNREAD),
        (framed(form=Form.LOOSE), UNREAD),
        (framed()._replace(tallest=14.0), UNREAD),  # two lines of print
    ],
)
def test_other_frames_are_none(watch: Watch, shape: Shape, readings: tuple[tuple[Spoken, ...], ...]) -> None:
    assert not list(watch.over_frames([(shape, readings)]))


def stamp(*lines: str, sure: float) -> tuple[Shape, tuple[tuple[Spoken, ...], ...]]:
    return framed(), tuple((Spoken(line, sure),) for line in lines)


@pytest.mark.parametrize("text", ["MẤT", "MẶT", "MÁY"])
def test_a_sure_word_that_only_looks_like_a_mark_goes_to_a_person(watch: Watch, text: str) -> None:
    (mark,) = watch.over_readings([stamp(text, text, sure=0.92)])
    assert mark.kind is MarkKind.POSSIBLE_SECRECY
    with pytest.raises(SecretError):  # a worn mark may be read so
        watch.over_readings([stamp(text, text, sure=0.7)])
    with pytest.raises(SecretError):
        watch.over_readings([stamp(text, "MẬT", sure=0.92)])


@pytest.mark.parametrize("text", ["MẠI", "MÁT", "TUYÊT"])
def test_what_is_read_of_a_worn_mark_stops_the_work_however_sure_the_engine_is(
    watch: Watch, text: str
) -> None:
    with pytest.raises(SecretError):
        watch.over_readings([stamp(text, text, sure=0.95)])


@pytest.mark.parametrize(
    ("said", "marks"), [("MẶT TRẬN", [MarkKind.POSSIBLE_SECRECY]), ("Số:58/BC-VPTH", []), ("", None)]
)
def test_letters_that_the_engine_reads_as_others_do_not_stop_the_work(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, said: str, marks: list[MarkKind] | None
) -> None:
    piece, place = lettered("MẬT"), framed(form=Form.LOOSE)
    _, readings = stamp(*[said] * 3, sure=0.9 if said.isupper() else 0.65)
    monkeypatch.setattr("vanthu.reading.marks.watch.secrecy", lambda _: [(0.87, piece, place)])
    monkeypatch.setattr(Watch, "_read", lambda *_, **__: [readings])
    if marks is None:
        with pytest.raises(SecretError):
            list(watch.over_letters([piece], rereads=True))
    else:
        for rereads in (True, False) if marks else (True,):
            assert [m.kind for m in watch.over_letters([piece], rereads=rereads)] == marks
