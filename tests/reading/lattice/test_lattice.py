"""Rules and words, drawn as numbers, and the lattices that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from vanthu.reading.lattice.build import build, spots_of
from vanthu.reading.lattice.drawings import drawings
from vanthu.reading.lattice.model import Frame, Lattice, Rule, Rules, Scale
from vanthu.reading.lattice.unruled import unruled

SCALE = Scale(near=3, em=12, gap=3)
XS = (0.0, 40.0, 200.0, 320.0, 400.0)
TEXTS = {0: 8.0, 1: 120.0, 2: 90.0, 3: 50.0}  # width of the words by column


def line(x: float, y: float, width: float) -> Frame:
    return (x, y, x + width, y + 10)


def body(rows: int, *, pitch: float = 40, lines: int = 2, top: float = 0) -> list[Frame]:
    """Rows of words at the columns of XS; the second column has several lines a row."""
    frames = []
    for row in range(rows):
        y = top + row * pitch + 6
        frames += [line(XS[c] + 5, y, width) for c, width in TEXTS.items()]
        frames += [line(XS[1] + 5, y + 14 * n, 100) for n in range(1, lines)]
    return frames


def level(ys: Sequence[float], x0: float = 0, x1: float = 400) -> tuple[Rule, ...]:
    return tuple(Rule(y, x0, x1) for y in ys)


def upright(xs: Sequence[float], y0: float, y1: float) -> tuple[Rule, ...]:
    return tuple(Rule(x, y0, y1) for x in xs)


def shape(lattice: Lattice | None) -> tuple[int, int, int] | None:
    if lattice is None:
        return None
    return len(lattice.ys) - 1, len(lattice.xs) - 1, len(lattice.spots)


def test_rows_ruled_and_columns_by_white_space() -> None:
    made = build(Rules(level([40 * n for n in range(7)]), ()), body(6), SCALE)
    assert shape(made) == (6, 4, 24)


def test_only_a_frame_and_a_rule_under_the_head() -> None:
    rules = Rules(level((0, 40, 240)), upright((0, 400), 0, 240))
    assert shape(build(rules, body(6), SCALE)) == (6, 4, 24)


def test_columns_ruled_and_rows_by_white_space() -> None:
    rules = Rules(level((0, 40, 240)), upright(XS, 0, 240))
    assert shape(build(rules, body(6), SCALE)) == (6, 4, 24)


def test_one_row_of_long_cells_stays_one() -> None:
    frames = body(1, lines=1) + [line(x, 46 + 14 * n, 90) for n in range(8) for x in (45, 205)]
    frames.append(line(5, 46, 8))
    rules = Rules(level((0, 40, 170)), upright(XS, 0, 170))
    assert shape(build(rules, frames, SCALE)) == (2, 4, 8)


def test_no_outer_rules() -> None:
    rules = Rules(level((40, 80, 120), 2, 398), upright(XS[1:-1], 2, 158))
    assert shape(build(rules, (), SCALE)) == (4, 4, 16)


def test_text_over_two_columns_of_white_space_is_one_cell() -> None:
    frames = [*body(6), line(60, 246, 250)]
    made = build(Rules(level([40 * n for n in range(8)]), ()), frames, SCALE)
    assert made is not None
    assert (6, 1, 1, 2) in made.spots


def test_frame_around_text_is_no_table() -> None:
    text = [line(10, 10 + 16 * n, 380) for n in range(8)]
    assert build(Rules(level((0, 150)), upright((0, 400), 0, 150)), text, SCALE) is None
    assert build(Rules(level((0, 60, 150)), ()), text, SCALE) is None


def test_one_ruled_row_is_the_rest_of_a_table() -> None:
    rules = Rules(level((0, 40)), upright(XS, 0, 40))
    assert shape(build(rules, body(1), SCALE)) == (1, 4, 4)
    assert shape(build(rules, body(1)[:1], SCALE)) == (1, 4, 4)
    assert build(rules, (), SCALE) is None


def test_tables_under_each_other_are_two_drawings() -> None:
    both = drawings(
        (*level((0, 40, 80)), *level((200, 240, 280))),
        (*upright((0, 400), 0, 80), *upright((0, 400), 200, 280)),
        SCALE,
    )
    assert [len(d.level) for d in both] == [3, 3]


def test_a_broken_rule_is_one() -> None:
    (drawing,) = drawings((Rule(0, 0, 199), Rule(0.5, 201, 400)), upright((0, 400), 0, 80), SCALE)
    assert [(r.start, r.end) for r in drawing.level] == [(0, 400)]


def test_table_without_rules() -> None:
    above, below = line(0, 0, 400), [line(0, 260 + 16 * n, 400) for n in range(3)]
    (made,) = unruled([above, *body(6, top=16), *below], SCALE)
    assert shape(made) == (6, 4, 24)


def schedule(begin: float, lines: int) -> list[Frame]:
    """Five rows: a day, and what is done in many long lines that begin at `begin`, and where, in one."""
    rows = [120 * n for n in range(5)]
    long = [line(begin, top + 14 * n, 240) for top in rows for n in range(lines)]
    return [*long, *(line(x, top, 50) for top in rows for x in (0, 350))]


def test_a_wide_column_of_long_cells_is_no_text_but_lines_from_the_margin_are() -> None:
    (made,) = unruled(schedule(80, 7), SCALE)
    assert shape(made) == (5, 3, 15)
    paragraph = [line(0, 134 + 14 * n, 330) for n in range(3)]
    parted = [f for f in schedule(80, 7) if not 128 <= f[1] < 240]
    assert unruled([*parted, *paragraph], SCALE) == []


def test_letterhead_and_running_text_are_no_table() -> None:
    head = [line(x, 14 * n, 150) for n in range(5) for x in (0, 240)]
    text = [line(0, 100 + 16 * n, 400) for n in range(12)]
    assert unruled([*head, *text], SCALE) == []
    assert unruled([], SCALE) == []


@given(
    st.integers(1, 5),
    st.integers(1, 5),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))),
)
def test_cells_cover_the_grid_and_never_overlap(
    rows: int, columns: int, right: set[tuple[int, int]], below: set[tuple[int, int]]
) -> None:
    spots = spots_of(rows, columns, lambda r, c: (r, c) in right, lambda r, c: (r, c) in below)
    taken = Counter(
        (r, c)
        for s in spots
        for r in range(s.row, s.row + s.row_span)
        for c in range(s.column, s.column + s.column_span)
    )
    assert taken == Counter((r, c) for r in range(rows) for c in range(columns))


places = st.floats(0, 400, allow_nan=False)
rule = st.builds(lambda p, a, b: Rule(p, min(a, b), max(a, b)), places, places, places)
frame = st.builds(line, places, places, st.floats(2, 200))


@settings(max_examples=60, deadline=None)
@given(st.lists(rule, max_size=8), st.lists(rule, max_size=8), st.lists(frame, max_size=25))
def test_whatever_is_drawn_makes_orderly_tables_or_none(
    levels: list[Rule], uprights: list[Rule], words: list[Frame]
) -> None:
    found = [build(d, words, SCALE) for d in drawings(levels, uprights, SCALE)]
    for made in [f for f in found if f is not None] + unruled(words, SCALE):
        assert all(a < b for borders in (made.xs, made.ys) for a, b in pairwise(borders))
        area = sum(s.row_span * s.column_span for s in made.spots)
        assert area == (len(made.xs) - 1) * (len(made.ys) - 1)
