from __future__ import annotations

from vanthu.document.geometry import Box, Span, union


def test_union_ignores_what_has_no_place() -> None:
    assert union([None, Box(1, 2, 3, 4), Box(0, 3, 2, 9)]) == Box(0, 2, 3, 9)
    assert union([None]) is None


def test_boxes_apart_share_nothing() -> None:
    assert Box(0, 0, 1, 1).overlap(Box(2, 2, 3, 3)) == 0
    assert Box(0, 0, 2, 2).overlap(Box(1, 1, 3, 3)) == 1


def test_edges_belong_to_one_of_two_neighbours() -> None:
    left, right = Box(0, 0, 1, 1), Box(1, 0, 2, 1)
    assert not left.contains((1, 0.5))
    assert right.contains((1, 0.5))


def test_half_open_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(3, 5))
