"""Empty lines behind every line of a page, and empty lines between paragraphs."""

from __future__ import annotations

import pytest

from vanthu.reading.digital.plain.double_spaced import closed_up

SENTENCES = (
    "- Trạm Thủy nông kiểm tra các cống dưới đê, lập danh sách gửi về",
    "Phòng Kinh tế trước ngày 15/3/2031; các thôn cử người trông coi",
    "cống, ghi sổ theo dõi mực nước hằng ngày, báo ngay khi thấy cửa",
    "cống hở hoặc có người tự ý mở; Tổ bảo vệ đê canh gác ban đêm và",
    "thay phiên nhau cho đến khi nước rút.",
)


def test_a_line_behind_every_line_is_left_out() -> None:
    pages = [[line for said in SENTENCES for line in (said, " ")], ["2", "", "", "- Các thôn nạo vét mương."]]
    assert closed_up(pages) == [list(SENTENCES), ["2", "", "- Các thôn nạo vét mương."]]


@pytest.mark.parametrize(
    "lines",
    [
        [line for said in SENTENCES for line in (f"{said}.", "")],  # each a sentence of its own
        [*SENTENCES, "", "- Các thôn nạo vét mương."],  # lines of a paragraph stand together
        [line for said in SENTENCES for line in (said * 3, "")],  # paragraphs, broken here and there
        [line for said in SENTENCES[:3] for line in (said, "")],  # too few to tell
    ],
)
def test_lines_between_paragraphs_stay(lines: list[str]) -> None:
    assert closed_up([lines]) == [lines]
