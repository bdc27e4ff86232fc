"""Pictures of what was read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vanthu.document.geometry import Box
from vanthu.document.layout import Block, BlockKind, Line
from vanthu.document.page import (
    Flag,
    Grade,
    Grid,
    GridCell,
    Mark,
    MarkKind,
    Page,
    Reading,
    Repair,
    Source,
    Word,
)
from vanthu.document.plan import Plan
from vanthu.export import page_names
from vanthu.export.drawing import legend
from vanthu.export.drawing.pages import DPI, draw_page, draw_pages

SIZE = (300.0, 200.0)  # points
FIRST, SECOND = Box(100, 50, 140, 62), Box(150, 50, 180, 62)
PAGE = Page(
    number=1, width=SIZE[0], height=SIZE[1], dpi=72, reading=Reading.OCR, reason="ảnh", grade=Grade.FAIR
)
WORDS = (Word("KẾ", 1, FIRST, 0.99, 0, "tesseract"), Word("HOACH", 1, SECOND, 0.3, 0, "tesseract"))
BLOCK = Block(
    kind=BlockKind.TITLE,
    page=1,
    lines=(Line(page=1, words=(0, 1), box=Box(100, 50, 180, 62)),),
    box=Box(95, 45, 185, 70),
)


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place in points."""
    return image.getpixel((round(x * DPI / 72), round(y * DPI / 72)))


def drawn(**layers: object) -> Image.Image:
    plan = Plan(pages=(PAGE,), words=WORDS, blocks=(BLOCK,)).with_layers(**layers)
    blank = Image.new("RGB", tuple(round(side * DPI / 72) for side in SIZE), "white")
    return draw_page(plan, PAGE, blank)


def test_words_are_coloured_by_confidence() -> None:
    picture = drawn()
    sure, doubtful = at(picture, *FIRST.centre), at(picture, *SECOND.centre)
    assert sure[1] > sure[0]  # green
    assert doubtful[0] > doubtful[1]  # red
    assert at(picture, 20, 150) == (255, 255, 255)


@pytest.mark.parametrize(
    ("layer", "value", "place"),
    [
        ("flags", (Flag(page=1, box=Box(20, 20, 60, 40), text="x", code="c", reason="lý do"),), (20, 30)),
        ("marks", (Mark(kind=MarkKind.SEAL, page=1, box=Box(20, 100, 60, 140)),), (22, 100)),
        ("repairs", (Repair(word=1, original="HOACH", replacement="HOẠCH", rule="r"),), (160, 62.5)),
    ],
)
def test_what_is_known_of_a_page_is_drawn_where_it_stands(layer: str, value: object, place: tuple) -> None:
    colours = {"flags": legend.FLAG, "marks": legend.MARK, "repairs": legend.REPAIR}
    assert at(drawn(**{layer: value}), *place) == colours[layer]
    assert at(drawn(), *place) != colours[layer]


def test_what_stands_on_another_page_is_not_drawn() -> None:
    other = Flag(page=2, box=Box(20, 20, 60, 40), text="x", code="c", reason="lý do")
    assert np.array_equal(np.asarray(drawn(flags=(other,))), np.asarray(drawn(flags=())))


def test_cells_are_ruled_and_areas_off_the_page_do_no_harm() -> None:
    cell = GridCell(row=0, column=0, words=(), box=Box(20, 100, 60, 140))
    far = GridCell(row=0, column=1, words=(), box=Box(290, -40, 900, 20))
    grids = (Grid(page=1, rows=1, columns=2, cells=(cell, far)),)
    off = Mark(kind=MarkKind.OTHER, page=1, box=Box(-50, -50, 400, 400))
    assert at(drawn(grids=grids, marks=(off,)), 20, 120) == legend.CELL


def test_the_colours_run_from_red_to_green() -> None:
    reds = [legend.word_colour(c)[0] for c in (0.0, 0.5, 0.95, 1.0)]
    assert reds[0] == reds[1] > reds[2] == reds[3]
    assert legend.word_colour(None) not in {legend.word_colour(c / 20) for c in range(21)}


def test_everything_has_a_name_and_a_colour() -> None:
    from vanthu.document.page import Grade as Grades

    assert set(page_names.BLOCKS) == set(legend.BLOCK_COLOURS) == set(BlockKind)
    assert set(page_names.MARKS) == set(MarkKind)
    assert set(page_names.READINGS) == set(Reading)
    assert set(page_names.GRADES) == set(Grades)


def test_a_picture_a_page_is_written_and_the_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "in" / "quet.png"
    path.parent.mkdir()
    Image.new("L", (595, 842), 255).save(path, dpi=(72, 72))
    before = path.read_bytes()
    source = Source(path=str(path), name=path.name, sha256="0" * 64, media_type="image/png", size=1)
    blank = Page(number=2, width=None, height=None, reading=Reading.FAILED)
    plan = Plan(source=source, pages=(PAGE, blank), words=WORDS, blocks=(BLOCK,))
    (written,) = draw_pages(plan, tmp_path / "out")
    assert written.name == "quet-trang-001.png"
    assert [p.name for p in (tmp_path / "out").iterdir()] == [written.name]
    with Image.open(written) as picture:
        assert abs(picture.height - 842 * DPI / 72) < 2
    assert path.read_bytes() == before


def test_a_text_has_no_pages_to_draw(tmp_path: Path) -> None:
    source = Source(path="a.txt", name="a.txt", sha256="0" * 64, media_type="text/plain", size=1)
    page = Page(number=1, width=None, height=None, reading=Reading.TRANSCRIPT)
    assert draw_pages(Plan(source=source, pages=(page,), words=(), blocks=()), tmp_path / "out") == ()
    assert not (tmp_path / "out").exists()
