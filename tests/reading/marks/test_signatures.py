from __future__ import annotations

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind
from vanthu.reading.marks.signatures import whole

SIGNATURE, STROKES, SEAL = MarkKind.SIGNATURE, MarkKind.HANDWRITING, MarkKind.SEAL


def mark(
    kind: MarkKind, x0: float, x1: float, *, y0: float = 470, y1: float = 510, colour: str = "blue"
) -> Mark:
    return Mark(kind=kind, page=1, box=Box(x0, y0, x1, y1), colour=colour)


def told(*marks: Mark) -> list[tuple[MarkKind, float, float]]:
    return [(m.kind, m.box.x0, m.box.x1) for m in whole(marks)]


def test_strokes_beside_a_signature_and_beside_each_other_are_part_of_it() -> None:
    parts = mark(STROKES, 490, 500, y0=480, y1=495), mark(STROKES, 455, 481, y0=476, y1=493)
    assert told(mark(SIGNATURE, 378, 448), *parts) == [(SIGNATURE, 378, 500)]


def test_what_lies_apart_stays_itself() -> None:
    signature, seal = mark(SIGNATURE, 378, 448), mark(SEAL, 330, 430, colour="red")
    far, red = mark(STROKES, 480, 500), mark(STROKES, 450, 470, colour="red")
    number = mark(STROKES, 380, 440, y0=90, y1=105)
    name_below = mark(STROKES, 380, 440, y0=508, y1=525)
    marks = (seal, signature, far, red, number, name_below)
    assert whole(marks) == list(marks)


def test_two_people_sign_each_for_themselves() -> None:
    assert told(mark(SIGNATURE, 100, 180), mark(STROKES, 190, 200), mark(SIGNATURE, 205, 280)) == [
        (SIGNATURE, 100, 200),
        (SIGNATURE, 205, 280),
    ]
