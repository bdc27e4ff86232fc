"""Which lines of a transcript are one paragraph."""

from __future__ import annotations

import pytest

from layouts import TRANSCRIBED_HEAD, TRANSCRIBED_TAIL, body_of, laid_out, texts, transcript
from vanthu.document.layout import BlockKind


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ("- Các đơn vị có liên\n\nquan;\n", ["- Các đơn vị có liên quan;"]),
        ("- Rà soát.\n- Báo cáo.\n", ["- Rà soát.", "- Báo cáo."]),
        (
            "II. PHẠM VI, ĐỐI TƯỢNG,\nTHỜI GIAN\n\nToàn xã.\n",
            ["II. PHẠM VI, ĐỐI TƯỢNG, THỜI GIAN", "Toàn xã."],
        ),
        ("1. Công an xã:\n\nTuần tra.\n", ["1. Công an xã:", "Tuần tra."]),
        ("Trong đó:\n\nmột phần do xã cấp.\n", ["Trong đó:", "một phần do xã cấp."]),
        (
            "Công an xã chủ trì, phối hợp với\n\nĐoàn xã tuần tra.\n",
            ["Công an xã chủ trì, phối hợp với Đoàn xã tuần tra."],
        ),
        ("Kế hoạch số 12/KH-\nUBND của huyện.\n", ["Kế hoạch số 12/KH-UBND của huyện."]),
    ],
)
def test_paragraphs_of_a_transcript(lines: str, paragraphs: list[str]) -> None:
    assert body_of(lines) == paragraphs


def test_where_no_blank_lines_part_paragraphs_a_footnote_ends_with_its_sentence() -> None:
    text = (
        TRANSCRIBED_HEAD
        + "Đề nghị các thôn¹ và\n¹ Gồm sáu thôn của xã,\ntrừ thôn Bãi.\ncác hộ dân:\n1. Quét đường.\n2. Treo cờ.\n"
    )
    plan = laid_out(transcript((text + TRANSCRIBED_TAIL).replace("\n\n", "\n")))
    assert texts(plan, BlockKind.FOOTNOTE) == ["¹ Gồm sáu thôn của xã, trừ thôn Bãi."]
    assert texts(plan, BlockKind.BODY)[-2:] == ["1. Quét đường.", "2. Treo cờ."]


def test_a_count_of_days_ends_an_item_that_has_no_stop() -> None:
    text = "1. Lấy ý kiến của dân ít nhất 10 ngày\n\n2. Họp vào ngày 20 tháng\n7 năm 2025\n"
    assert body_of(text) == ["1. Lấy ý kiến của dân ít nhất 10 ngày", "2. Họp vào ngày 20 tháng 7 năm 2025"]


def test_a_paragraph_goes_on_over_a_footnote_and_a_page_number() -> None:
    plan = laid_out(
        transcript(
            TRANSCRIBED_HEAD
            + "Đề nghị các thôn¹ và\n\n¹ Gồm sáu thôn.\n\f2\n\ncác hộ dân thực hiện.\n"
            + TRANSCRIBED_TAIL
        )
    )
    assert texts(plan, BlockKind.BODY) == ["Đề nghị các thôn¹ và các hộ dân thực hiện."]
    assert texts(plan, BlockKind.FOOTNOTE) == ["¹ Gồm sáu thôn."]


def test_lines_broken_by_the_margin_are_joined_in_a_transcript_that_kept_them() -> None:
    sentence = "Các phòng, ban, đơn vị thuộc huyện và Ủy ban nhân dân các xã, thị trấn tổ chức tuyên truyền"
    text = body_of(
        "\n".join([f"- {sentence}", "cho người dân."] * 6)
        + "\n"
        + "\n".join([f"- {sentence}", "Kế hoạch."] * 6)
    )
    assert text == [f"- {sentence} cho người dân."] * 6 + [f"- {sentence} Kế hoạch."] * 6


def test_lines_of_nearly_one_length_that_all_end_a_sentence_are_paragraphs() -> None:
    lines = [f"Tổ {name}: rà soát, lập danh sách hộ nghèo trong thôn, gửi về xã." for name in "ABCDEGHIKL"]
    assert body_of("\n".join(lines)) == lines


def test_letters_before_a_slash_begin_paragraphs_of_their_own() -> None:
    lines = [
        "1/ Mục đích",
        "a/ Phát hiện vi phạm",
        "b/ Nâng cao ý thức, gửi báo cáo cho huyện và",
        "b/c Thường trực Huyện ủy.",
    ]
    assert body_of("\n".join(lines)) == [*lines[:2], f"{lines[2]} {lines[3]}"]


SET_APART = """1. Các đơn vị rà soát hồ sơ, báo cáo Ủy ban nhân dân xã và Sở
Nội vụ theo quy định trước ngày giao ban; hồ sơ nào còn thiếu thì bổ
sung ngay cho đủ.

2. Phòng Kinh tế lập danh sách các hộ, gửi về Văn phòng trước
ngày 15/12; Văn phòng tổng hợp, trình ký duyệt;
Phòng Kinh tế lưu hồ sơ.

Các thôn niêm yết danh sách tại nhà văn hóa để người dân trong
thôn được biết và góp ý.

3. Công an xã giữ trật tự tại các điểm niêm yết, hướng dẫn người
dân đến xem danh sách.

4. Đoàn xã phát loa hằng ngày vào buổi sáng và buổi chiều tại các
thôn xa.

5. Trạm Y tế xã bố trí người trực."""


def test_lines_without_a_gap_go_on_where_every_paragraph_has_one_above_it() -> None:
    found = body_of(SET_APART)
    assert [p.split()[0] for p in found] == ["1.", "2.", "Các", "3.", "4.", "5."]
    assert "và Sở Nội vụ" in found[0]
    assert found[1].endswith("Phòng Kinh tế lưu hồ sơ.")


def test_in_a_text_with_gaps_between_paragraphs_a_broken_sentence_goes_on_behind_one() -> None:
    found = body_of(
        SET_APART + "\n\n6. Trạm Thú y xã tiêm phòng\n\ncho đàn trâu của các hộ.\n\nCác hộ lập sổ.\n"
    )
    assert found[-2:] == ["6. Trạm Thú y xã tiêm phòng cho đàn trâu của các hộ.", "Các hộ lập sổ."]


def test_without_gaps_a_capital_below_a_short_line_begins_a_paragraph() -> None:
    assert "Phòng Kinh tế lưu hồ sơ." in body_of(SET_APART.replace("\n\n", "\n"))


def test_in_a_text_with_gaps_between_paragraphs_a_bullet_below_a_short_line_is_its_own() -> None:
    item = "- Hạt kiểm lâm rà soát các điểm nóng trên từng tiểu khu, lập sổ ghi\nchép, báo cáo Ủy ban nhân dân xã.\n\n"
    found = body_of("I. NHIỆM VỤ\n\n" + item * 6 + "2. Các trạm kiểm lâm\n" + item)
    assert found[-2] == "2. Các trạm kiểm lâm"
    assert found[-1].startswith("- Hạt kiểm lâm rà soát")


def test_in_a_text_with_gaps_between_paragraphs_a_short_item_is_a_heading_over_the_capital_below_it() -> None:
    found = body_of(SET_APART + "\n\n6. Trạm Thú y xã\nTiêm phòng cho đàn trâu của các hộ.\n")
    assert found[-2:] == ["6. Trạm Thú y xã", "Tiêm phòng cho đàn trâu của các hộ."]


@pytest.mark.parametrize(
    "marks", ["a- |b- ", "a - |b - ", "a, |b, ", "a/- |b/- ", "1.a |1.b ", "1a) |1b) ", "1, |2, ", "I, |II, "]
)
def test_an_item_begins_a_paragraph_however_its_number_is_closed(marks: str) -> None:
    one, other = marks.split("|")
    lines = [f"{one}Trồng cây dọc đường liên xã", f"{other}Dọn rác ở chợ"]
    assert body_of("Việc phải làm\n" + "\n".join(lines)) == ["Việc phải làm", *lines]


def test_letters_and_counts_within_a_broken_sentence_begin_no_paragraph() -> None:
    sentence = "Mời các hộ thuộc nhóm a, b và c, các hộ ở khu\na, b và ở số\n5a Trần Phú họp"
    assert body_of(sentence) == [sentence.replace("\n", " ")]
