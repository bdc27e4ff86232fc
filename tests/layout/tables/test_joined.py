"""Whole tables from the grids of single pages."""

from __future__ import annotations

import pytest

from layouts import laid_out, rulebook, transcript
from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Word
from vanthu.document.plan import Plan
from vanthu.layout.roles import Roles
from vanthu.layout.tables.joined import whole_table
from vanthu.layout.tables.seams import continues

HEAD = "STT\tNội dung\tĐơn vị chủ trì\tThời gian\n"


def rows(plan: Plan, number: int = 0) -> list[list[str]]:
    table = (plan.tables or ())[number]
    text = plan.need_text()
    return [[text[c.span] for c in table.cells if c.row == row] for row in range(table.rows)]


def test_a_table_over_two_pages_is_one_and_its_head_is_not_repeated() -> None:
    plan = laid_out(
        transcript(f"{HEAD}1\tTrồng cây\tĐoàn xã\tTháng 2\n\f{HEAD}2\tTưới cây\tCác thôn\tTháng 3\n")
    )
    assert len(plan.tables or ()) == 1
    assert rows(plan) == [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Trồng cây", "Đoàn xã", "Tháng 2"],
        ["2", "Tưới cây", "Các thôn", "Tháng 3"],
    ]
    assert (plan.tables or ())[0].head_rows == 1
    assert (plan.tables or ())[0].pages == (1, 2)


def test_a_head_alone_at_the_end_of_a_page_is_the_head_of_what_follows() -> None:
    plan = laid_out(transcript(f"{HEAD}\f1\tTrồng cây\tĐoàn xã\tTháng 2\n2\tTưới cây\tCác thôn\tTháng 3\n"))
    assert (plan.tables or ())[0].head_rows == 1
    assert [row[0] for row in rows(plan)] == ["STT", "1", "2"]


def test_a_row_cut_by_the_page_is_mended() -> None:
    plan = laid_out(
        transcript(
            f"{HEAD}1\tTrồng cây\tĐoàn xã\tTháng 2\n2\tTưới cây tại\tCác thôn\tTháng 3\n\f\ttrường học\t\t\n3\tCắt cỏ\tHội\tTháng 4\n"
        )
    )
    assert rows(plan)[2] == ["2", "Tưới cây tại trường học", "Các thôn", "Tháng 3"]
    assert rows(plan)[3][0] == "3"


def test_tables_with_text_between_them_stay_two() -> None:
    plan = laid_out(
        transcript(
            f"{HEAD}1\tTrồng cây\tĐoàn xã\tTháng 2\n\fBảng thứ hai như sau:\n{HEAD}1\tCắt cỏ\tHội\tMai\n"
        )
    )
    assert len(plan.tables or ()) == 2


def test_an_empty_cell_has_an_empty_span_and_no_paragraph() -> None:
    plan = laid_out(transcript(f"{HEAD}1\tTrồng cây\t\tTháng 2\n"))
    cell = next(c for c in (plan.tables or ())[0].cells if (c.row, c.column) == (1, 2))
    assert cell.span.start == cell.span.end
    assert all((p.row, p.column) != (1, 2) for p in plan.paragraphs or ())


def test_a_frame_around_a_letterhead_is_no_table() -> None:
    plan = laid_out(
        transcript(
            "UBND XÃ TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/KH-UBND\tTân Lập, ngày 02 tháng 5 năm 2025\n\nKẾ HOẠCH\nRa quân"
        )
    )
    assert plan.tables == ()
    assert [p.kind.value for p in plan.paragraphs or ()] == ["issuer"] * 2 + ["motto"] * 2 + ["title"] * 2


def test_a_head_misread_on_the_next_page_is_still_a_repeated_head() -> None:
    again = HEAD.replace("Nội dung", "Nội đung")
    plan = laid_out(
        transcript(f"{HEAD}1\tTrồng cây\tĐoàn xã\tTháng 2\n\f{again}2\tTưới cây\tCác thôn\tTháng 3\n")
    )
    assert [row[0] for row in rows(plan)] == ["STT", "1", "2"]


def test_a_cut_row_is_mended_where_a_number_above_was_not_read() -> None:
    body = "".join(f"{n or ''}\tTrồng cây\tĐoàn xã\tTháng 2\n" for n in (1, 2, None, 4, 5, 6))
    plan = laid_out(transcript(f"{HEAD}{body}\f\ttại trường học\t\t\n7\tCắt cỏ\tHội\tTháng 4\n"))
    assert rows(plan)[6] == ["6", "Trồng cây tại trường học", "Đoàn xã", "Tháng 2"]
    assert len(rows(plan)) == 8


def test_a_sum_at_the_top_of_a_page_is_a_row_of_its_own() -> None:
    plan = laid_out(transcript(f"{HEAD}1\tTrồng cây\tĐoàn xã\tTháng 2\n\f\tTổng cộng\t\t12\n"))
    assert rows(plan)[-1] == ["", "Tổng cộng", "", "12"]


def grid(page: int, cells: tuple[tuple[int, int, int, str], ...], words: list[Word]) -> Grid:
    """Cells as row, column, rows spanned and text; every column 100 points wide, every row 20 points high."""
    made = []
    for row, column, span, text in cells:
        own = tuple(range(len(words), len(words) + len(text.split())))
        words += [Word(t, page, None, None, 0, "transcript") for t in text.split()]
        box = Box(100.0 * column, 20.0 * row, 100.0 * column + 100, 20.0 * (row + span))
        made.append(GridCell(row=row, column=column, row_span=span, words=own, box=box))
    columns, count = 1 + max(c.column for c in made), max(c.row + c.row_span for c in made)
    box = Box(0.0, 0.0, 100.0 * columns, 20.0 * count)
    return Grid(page=page, rows=count, columns=columns, cells=tuple(made), box=box)


def test_a_cell_over_several_rows_goes_on_over_the_page() -> None:
    words: list[Word] = []
    one = grid(1, ((0, 0, 1, "1"), (0, 1, 2, "Đoàn xã"), (1, 0, 1, "2")), words)
    two = grid(2, ((0, 0, 1, "3"), (0, 1, 2, ""), (1, 0, 1, "4")), words)
    whole = whole_table((one, two), words, Roles.of(rulebook()))
    spans = {(c.row, c.column): c.row_span for c in whole.cells}
    assert spans == {(0, 0): 1, (0, 1): 4, (1, 0): 1, (2, 0): 1, (3, 0): 1}


def test_words_of_a_cut_row_are_never_lost() -> None:
    words: list[Word] = []
    one = grid(1, ((0, 0, 1, "1"), (0, 1, 2, "Trồng"), (1, 0, 1, "2")), words)
    two = grid(2, ((0, 0, 1, ""), (0, 1, 1, "cây"), (1, 0, 1, "3"), (1, 1, 1, "Cỏ")), words)
    whole = whole_table((one, two), words, Roles.of(rulebook()))
    assert sorted(w for c in whole.cells for w in c.words) == list(range(len(words)))
    assert next(c for c in whole.cells if (c.row, c.column) == (0, 1)).words == (1, 3)


def test_grids_go_on_where_their_borders_agree() -> None:
    words: list[Word] = []
    one, two = (grid(n, ((0, 0, 1, "1"), (0, 1, 1, "a"), (0, 2, 1, "b")), words) for n in (1, 2))
    moved = [
        c.model_copy(update={"box": c.box._replace(x0=c.box.x0 + 60)}) if c.box and c.column == 1 else c
        for c in two.cells
    ]
    assert continues(one, two)
    assert not continues(two, one)
    assert not continues(one, two.model_copy(update={"cells": tuple(moved)}))


@pytest.mark.parametrize(
    "head",
    ["Việc\tAi làm\tBao giờ xong", "Phần việc\tNgười lo\tHạn", "Ai làm\tLàm gì\tKhi nào"],
)
def test_a_head_in_everyday_words_is_a_head_without_numbers(head: str) -> None:
    plan = laid_out(transcript(f"{head}\nMua quà cho các cháu\tHội Phụ nữ\t15/9\nDựng rạp\tĐoàn xã\t20/9\n"))
    assert (plan.tables or ())[0].head_rows == 1


def test_months_beside_named_columns_leave_a_head_a_head() -> None:
    months = "\t".join(f"Tháng {n}" for n in range(4, 10))
    marks = "\t".join("x" * 6)
    head = f"STT\tNội dung\tĐơn vị\t{months}\n"
    plan = laid_out(transcript(f"{head}1\tTỉa cành\tTổ 1\t{marks}\n2\tQuét vôi\tTổ 2\t{marks}\n"))
    assert (plan.tables or ())[0].head_rows == 1


@pytest.mark.parametrize("front", ["1\tNgày 05/4", "Ngày 05/4/2031\tSáng"])
def test_a_row_with_a_number_or_a_day_in_front_is_no_head(front: str) -> None:
    head = "STT\tThời gian\tĐịa điểm\n"
    plan = laid_out(transcript(f"{head}{front}\tThôn Đông\n2\tNgày 06/4/2031\tThôn Đoài\n"))
    assert (plan.tables or ())[0].head_rows == 1


def test_a_row_that_tells_months_is_no_head() -> None:
    head = "Nội dung\tBắt đầu\tKết thúc\tSố lượng\n"
    plan = laid_out(transcript(f"{head}Tỉa cành\tTháng 2\tTháng 4\t12\nQuét vôi\tTháng 3\tTháng 5\t6\n"))
    assert (plan.tables or ())[0].head_rows == 1


def test_a_first_row_of_names_of_places_is_no_head() -> None:
    plan = laid_out(
        transcript("Thôn Đoài\tTrường Tiểu học\tSáng\nThôn Đông\tNhà văn hóa\tChiều\nThôn Bắc\tChợ\tTối\n")
    )
    assert (plan.tables or ())[0].head_rows == 0
