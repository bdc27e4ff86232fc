"""Whole tables from the grids of single pages."""

from __future__ import annotations

from layouts import laid_out, transcript
from vanthu.document.plan import Plan

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
