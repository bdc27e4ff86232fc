from __future__ import annotations

import cv2
import numpy as np
import pytest

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.frames import find_frames
from vanthu.reading.marks.rings import find_rings
from vanthu.reading.marks.shapes import DPI, MM, Form, find_shapes


def paper() -> Pixels:
    return np.zeros((1170, 827), np.uint8)


def seal(mask: Pixels, x: int, y: int, mm: float = 36) -> None:
    for part in (1.0, 0.93, 0.55):
        cv2.circle(mask, (x, y), round(mm / 2 * MM * part), (1,), 2)


def box(mask: Pixels, middle: tuple[float, float], size: tuple[float, float], angle: float) -> None:
    corners = cv2.boxPoints((middle, size, angle)).astype(np.int32)
    cv2.polylines(mask, [corners], True, (1,), 2)


def lines(mask: Pixels, top: int, count: int) -> None:
    """Rows of spots as large as letters."""
    for row in range(count):
        for x in range(120, 700, 11):
            mask[top + row * 26 : top + row * 26 + 11, x : x + 6] = 1


def test_nothing_is_found_on_blank_paper() -> None:
    assert find_shapes(paper()) == []
    assert find_frames(paper(), paper()) == []


def test_print_holds_no_seal() -> None:
    mask = paper()
    lines(mask, 100, 38)
    assert find_rings(mask, DPI) == []


@pytest.mark.parametrize("place", [(300, 300), (90, 600), (800, 500)])
def test_seal_is_found_also_over_the_edge(place: tuple[int, int]) -> None:
    mask = paper()
    seal(mask, *place)
    (ring,) = find_rings(mask, DPI)
    assert np.hypot(ring.x - place[0], ring.y - place[1]) < 2 * MM
    assert abs(ring.radius - 18 * MM) < 1.5 * MM


def test_two_seals_are_two() -> None:
    mask = paper()
    seal(mask, 250, 900)
    seal(mask, 420, 900)
    assert len(find_rings(mask, DPI)) == 2


def test_a_small_circle_is_no_seal() -> None:
    mask = paper()
    seal(mask, 250, 900, mm=16)
    assert find_rings(mask, DPI) == []


def test_a_ring_is_found_where_print_was_taken_out() -> None:
    mask = paper()
    seal(mask, 400, 400)
    hidden = paper()
    hidden[380:420, :] = 1
    assert len(find_rings(mask * (1 - hidden), DPI, hidden)) == 1


@pytest.mark.parametrize("mm", [28, 33, 36, 42])
def test_a_worn_seal_is_found_among_specks_whatever_its_size(mm: float) -> None:
    mask = paper()
    seal(mask, 400, 501, mm)
    chance = np.random.default_rng(3)
    mask &= (chance.random(mask.shape) > 0.5).astype(np.uint8)
    mask |= (chance.random(mask.shape) < 0.002).astype(np.uint8)
    (ring,) = find_rings(mask, DPI, paper())
    assert np.hypot(ring.x - 400, ring.y - 501) < 2 * MM


def test_specks_are_no_shape_but_a_ring_of_them_is_a_seal() -> None:
    mask = paper()
    for turn in np.arange(0, 2 * np.pi, 0.05):
        x, y = (round(400 + 18 * MM * side) for side in (np.cos(turn), np.sin(turn)))
        mask[y, x : x + 2] = 1
    mask[600:700:4, 100:200:4] = 1
    assert find_shapes(mask, paper()) == []
    (ring,) = find_shapes(mask, paper(), is_bilevel=True)
    assert ring.form is Form.RING
    assert np.hypot(ring.middle[0] - 400, ring.middle[1] - 400) < MM


@pytest.mark.parametrize("angle", [-18.0, -5.0, 0.0, 6.0, 18.0])
def test_frame_is_found_as_it_lies(angle: float) -> None:
    mask = paper()
    box(mask, (300, 300), (50 * MM, 26 * MM), angle)
    cv2.putText(mask, "DEN", (230, 310), cv2.FONT_HERSHEY_DUPLEX, 1.6, (1,), 3)
    (shape,) = find_shapes(mask)
    assert shape.form is Form.FRAME
    assert abs(shape.angle - angle) < 2


@pytest.mark.parametrize("angle", [-6.0, 0.0, 6.0])
def test_frame_among_print_is_found_by_its_lines(angle: float) -> None:
    mask = paper()
    box(mask, (300, 300), (50 * MM, 26 * MM), angle)
    hidden = paper()
    hidden[290:310, 230:370] = 1
    mask[295:305, 230:370:3] = 1
    (found,) = find_frames(mask, hidden)
    assert abs(found.angle - angle) < 1.5
    assert abs(found.size[0] - 50 * MM) < 2 * MM


def test_a_worn_frame_is_a_frame() -> None:
    mask = paper()
    box(mask, (300, 300), (50 * MM, 26 * MM), 2.0)
    mask[:, 260:267] = 0
    mask[300:307, :] = 0
    assert [s.form for s in find_shapes(mask)] == [Form.FRAME]


def test_text_and_rules_are_no_frames() -> None:
    mask = paper()
    lines(mask, 200, 6)
    mask[180:182, 200:420] = 1
    assert find_frames(mask, paper()) == []


def test_handwriting_beside_a_frame_is_apart() -> None:
    mask = paper()
    box(mask, (300, 300), (50 * MM, 26 * MM), 0.0)
    cv2.putText(mask, "18", (420, 215), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 0.9, (1,), 2)
    forms = sorted(s.form.value for s in find_shapes(mask))
    assert forms == ["frame", "loose"]
