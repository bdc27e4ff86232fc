"""Rows and paragraphs of pages with geometry."""

from __future__ import annotations

from layouts import (
    LEFT,
    PRINTED_BODY,
    PRINTED_HEAD,
    RIGHT,
    Printed,
    centred,
    full,
    laid_out,
    printed,
    printed_page,
    texts,
)
from vanthu.document.layout import BlockKind
from vanthu.layout import pages_text


def test_paragraphs_begin_at_their_indent_and_end_with_a_short_line() -> None:
    plan = laid_out(printed(printed_page()))
    assert [p.split()[0] for p in texts(plan, BlockKind.BODY)] == ["Thực", "-", "-"]
    indents = [p.indent for p in plan.paragraphs or () if p.kind is BlockKind.BODY]
    assert all(indent is not None and 30 < indent < 34 for indent in indents)


def test_a_sentence_goes_on_though_the_last_word_of_its_line_faded_or_the_next_line_is_set_in() -> None:
    faded = Printed("- Rà soát các hộ nuôi cá lồng ở vùng trũng, hỗ trợ giống sau", 117)
    lines = [
        faded,
        Printed("rút nước trước ngày 30/6/2025."),
        Printed("- Nạo vét kênh", 117),
        Printed("cấp II.", 117),
    ]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.BODY)[3:] == [
        "- Rà soát các hộ nuôi cá lồng ở vùng trũng, hỗ trợ giống sau rút nước trước ngày 30/6/2025.",
        "- Nạo vét kênh cấp II.",
    ]


def test_what_begins_low_below_an_ended_sentence_is_no_part_of_it() -> None:
    lines = [Printed("- Nạo vét kênh mương;", 117), Printed("phát quang bờ bụi quanh nhà.", 117)]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.BODY)[3:] == ["- Nạo vét kênh mương;", "phát quang bờ bụi quanh nhà."]


def test_a_stain_before_a_line_moves_no_edge() -> None:
    stained = Printed("„a" + PRINTED_BODY[1].text, LEFT - 11, x1=RIGHT)
    plan = laid_out(
        printed(
            [
                *PRINTED_HEAD,
                centred("Kính gửi: Các thôn.", below=30),
                PRINTED_BODY[0],
                stained,
                *PRINTED_BODY[2:],
            ]
        )
    )
    assert [p.split()[0] for p in texts(plan, BlockKind.BODY)] == ["Thực", "-", "-"]


def test_a_paragraph_goes_on_over_a_page() -> None:
    first = printed_page(
        full("- Bố trí kinh phí, nhân lực để phun hóa chất diệt muỗi tại các khu dân cư", 117)
    )
    second = [centred("2"), Printed("trước ngày 30/6/2025.", below=30), *PRINTED_BODY]
    plan = laid_out(printed(first, second))
    assert any(t.endswith("khu dân cư trước ngày 30/6/2025.") for t in texts(plan, BlockKind.BODY))
    assert next(b.kind for b in plan.blocks or () if b.page == 2) is BlockKind.PAGE_NUMBER


def test_small_type_at_the_foot_is_a_note_and_stands_behind_the_paragraph_it_interrupts() -> None:
    note = [
        Printed(
            "1 Kế hoạch số 93/KH-UBND ngày 14/5/2025 về phòng bệnh trên địa bàn xã và các",
            LEFT,
            40,
            0.75,
            x1=RIGHT,
        ),
        Printed("thôn.", LEFT, 12, 0.75),
    ]
    first = printed_page(
        full("- Bố trí kinh phí, nhân lực để phun hóa chất diệt muỗi tại các khu dân cư", 117), *note
    )
    plan = laid_out(printed(first, [Printed("trước ngày 30/6/2025.", below=30), *PRINTED_BODY]))
    kinds = [p.kind for p in plan.paragraphs or ()]
    assert kinds.count(BlockKind.FOOTNOTE) == 1
    text = plan.need_text().value
    assert text.index("trước ngày 30/6/2025.") < text.index("Kế hoạch số 93")


def test_a_dash_at_a_line_s_start_inside_a_sentence_is_no_bullet() -> None:
    lines = [
        full("- Các tổ chức chính trị, đoàn thể nhân dân phối hợp phát triển kinh tế", 117),
        full("- xã hội trên địa bàn xã, tổ chức cho nhân dân ra quân làm vệ sinh môi trường trong"),
        Printed("ngày Chủ nhật."),
    ]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith("ngày Chủ nhật.")
    assert "kinh tế - xã hội" in texts(plan, BlockKind.BODY)[-1]


def test_a_dash_within_brackets_is_no_bullet() -> None:
    lines = [
        full("- Các trường nộp bản cam kết về Ủy ban nhân dân xã (qua Ban Văn hóa - Gia đình", 117),
        Printed("- Thể thao) trước ngày 05/6/2025."),
    ]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith(
        "(qua Ban Văn hóa - Gia đình - Thể thao) trước ngày 05/6/2025."
    )


def test_a_figure_that_a_sentence_lacks_at_the_foot_of_a_page_is_no_page_number() -> None:
    last = full("- Các thôn kiểm tra, thay bóng đèn hỏng trên các trục đường, làm xong trong tháng", 117)
    plan = laid_out(printed(printed_page(last, Printed("11"))))
    assert texts(plan, BlockKind.BODY)[-1].endswith("xong trong tháng 11")
    plan = laid_out(
        printed(printed_page(last), [Printed("11", 300), Printed("11, rồi báo cáo kết quả.", below=24)])
    )
    assert texts(plan, BlockKind.BODY)[-1].endswith("xong trong tháng 11, rồi báo cáo kết quả.")
    numbered = laid_out(printed(printed_page(last, centred("11", below=40))))
    assert [b.kind for b in numbered.blocks or ()][-1] is BlockKind.PAGE_NUMBER


def test_punched_holes_beside_the_text_are_no_letters_of_it() -> None:
    end = [
        Printed("6", 28, 30, x1=36),
        Printed("Nơi nhận:", LEFT, 0),
        Printed("TM. ỦY BAN NHÂN DÂN", 350, 0),
        Printed("- Lưu: VT.", LEFT, 14, 0.85),
        Printed("CHỦ TỊCH", 390, 0),
        Printed("C", 28, 24, x1=36),
        Printed("Phạm Thị Lan", 380, 36),
    ]
    plan = laid_out(printed(printed_page(*end)))
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- Lưu: VT."]
    assert texts(plan, BlockKind.SIGNER) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Thị Lan"]
    assert texts(plan, BlockKind.BODY)[-1].endswith("theo quy định.")


def test_a_hole_beside_a_table_or_an_empty_page_is_no_text() -> None:
    plan = laid_out(printed(printed_page(), [centred("2"), Printed("C", 28, 200, x1=36)]))
    assert [b.kind for b in plan.blocks or () if b.page == 2] == [BlockKind.PAGE_NUMBER, BlockKind.NOISE]


def test_page_text_has_the_number_first_and_one_line_for_a_line() -> None:
    text = pages_text(laid_out(printed(printed_page(), [*PRINTED_BODY, centred("2", below=300)])))
    assert text[0].split("\n")[:3] == ["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "Số: 15/UBND-VX"]
    assert text[1].split("\n")[0] == "2"


def test_a_full_heading_ends_where_a_capital_stands_at_its_own_indent_and_items_return_to_the_edge() -> None:
    heading = "4. Đề nghị Mặt trận Tổ quốc xã, Hội Liên hiệp Phụ nữ, Hội Nông dân và Đoàn xã"
    plan = laid_out(
        printed(printed_page(full(heading, 117), Printed("Tuyên truyền, vận động nhân dân.", 117)))
    )
    assert texts(plan, BlockKind.BODY)[-2:] == [heading, "Tuyên truyền, vận động nhân dân."]


def test_a_line_broken_by_hand_behind_a_word_that_ends_nothing_goes_on() -> None:
    lines = [
        Printed("- Lập danh sách hộ cần giúp đỡ, hoàn thành trước ngày", 117),
        Printed("15/4/2025.", 117),
    ]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith("trước ngày 15/4/2025.")


def test_a_note_behind_the_closing_sign_is_no_text_whatever_its_size() -> None:
    note = "! Gồm các thôn: Bản Pò, Nà Lốc, Khe Vai (theo báo cáo của Trạm Y tế xã)."
    lines = [Printed("Yêu cầu các thôn nghiêm túc thực hiện./.", 117), Printed(note, 117)]
    plan = laid_out(printed(printed_page(*lines)))
    assert texts(plan, BlockKind.FOOTNOTE) == [note]
    assert texts(plan, BlockKind.BODY)[-1].endswith("./.")
