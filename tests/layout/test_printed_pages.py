"""Rows, columns and paragraphs of pages with geometry."""

from __future__ import annotations

from layouts import LEFT, RIGHT, Printed, centred, full, laid_out, printed, texts
from vanthu.document.layout import BlockKind
from vanthu.layout import pages_text

HEAD = [
    Printed("ỦY BAN NHÂN DÂN", 110),
    Printed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 310, 0),
    Printed("XÃ TÂN LẬP", 125, 15),
    Printed("Độc lập - Tự do - Hạnh phúc", 335, 0),
    Printed("Số: 15/UBND-VX", 112, 27),
    Printed("Tân Lập, ngày 02 tháng 5 năm 2025", 315, 0),
    Printed("V/v phòng, chống dịch bệnh", 88, 15),
    Printed("mùa mưa năm 2025", 110, 14),
]
BODY = [
    full("Thực hiện Công văn số 12/UBND-YT của huyện về phòng, chống dịch bệnh mùa", 117),
    full("mưa, Ủy ban nhân dân xã yêu cầu các thôn, các cơ quan, đơn vị trên địa bàn tổ"),
    Printed("chức thực hiện như sau:"),
    full("- Tuyên truyền cho nhân dân về các biện pháp phòng bệnh, vệ sinh nhà cửa, vườn", 117),
    Printed("tược và nguồn nước."),
    full("- Báo cáo kết quả về Trạm Y tế xã để tổng hợp, báo cáo Ủy ban nhân dân huyện theo", 117),
    Printed("quy định."),
]


def page(*extra: Printed) -> list[Printed]:
    return [*HEAD, centred("Kính gửi: Các thôn.", below=30), *BODY, *extra]


def test_the_columns_of_a_letterhead_are_read_one_after_the_other() -> None:
    plan = laid_out(printed(page()))
    assert texts(plan, BlockKind.ISSUER) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ TÂN LẬP",
        "Số: 15/UBND-VX",
        "V/v phòng, chống dịch bệnh mùa mưa năm 2025",
    ]
    assert len(texts(plan, BlockKind.MOTTO)) == 3
    assert texts(plan, BlockKind.ADDRESSEES) == ["Kính gửi: Các thôn."]


def test_paragraphs_begin_at_their_indent_and_end_with_a_short_line() -> None:
    plan = laid_out(printed(page()))
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
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.BODY)[3:] == [
        "- Rà soát các hộ nuôi cá lồng ở vùng trũng, hỗ trợ giống sau rút nước trước ngày 30/6/2025.",
        "- Nạo vét kênh cấp II.",
    ]


def test_what_begins_low_below_an_ended_sentence_is_no_part_of_it() -> None:
    lines = [Printed("- Nạo vét kênh mương;", 117), Printed("phát quang bờ bụi quanh nhà.", 117)]
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.BODY)[3:] == ["- Nạo vét kênh mương;", "phát quang bờ bụi quanh nhà."]


def test_a_stain_before_a_line_moves_no_edge() -> None:
    stained = Printed("„a" + BODY[1].text, LEFT - 11, x1=RIGHT)
    plan = laid_out(printed([*HEAD, centred("Kính gửi: Các thôn.", below=30), BODY[0], stained, *BODY[2:]]))
    assert [p.split()[0] for p in texts(plan, BlockKind.BODY)] == ["Thực", "-", "-"]


def test_a_paragraph_goes_on_over_a_page() -> None:
    first = page(full("- Bố trí kinh phí, nhân lực để phun hóa chất diệt muỗi tại các khu dân cư", 117))
    second = [centred("2"), Printed("trước ngày 30/6/2025.", below=30), *BODY]
    plan = laid_out(printed(first, second))
    assert any(t.endswith("khu dân cư trước ngày 30/6/2025.") for t in texts(plan, BlockKind.BODY))
    assert next(b.kind for b in plan.blocks or () if b.page == 2) is BlockKind.PAGE_NUMBER


def test_small_type_at_the_foot_is_a_note_and_stands_behind_the_paragraph_it_interrupts() -> None:
    note = [
        Printed(
            "1 Kế hoạch số 68/KH-UBND ngày 06/4/2025 về phòng bệnh trên địa bàn xã và các",
            LEFT,
            40,
            0.75,
            x1=RIGHT,
        ),
        Printed("thôn.", LEFT, 12, 0.75),
    ]
    first = page(
        full("- Bố trí kinh phí, nhân lực để phun hóa chất diệt muỗi tại các khu dân cư", 117), *note
    )
    plan = laid_out(printed(first, [Printed("trước ngày 30/6/2025.", below=30), *BODY]))
    kinds = [p.kind for p in plan.paragraphs or ()]
    assert kinds.count(BlockKind.FOOTNOTE) == 1
    text = plan.need_text().value
    assert text.index("trước ngày 30/6/2025.") < text.index("Kế hoạch số 68")


def test_receivers_and_signer_are_two_columns() -> None:
    end = [
        Printed("Nơi nhận:", LEFT, 30),
        Printed("TM. ỦY BAN NHÂN DÂN", 350, 0),
        Printed("- Như trên;", LEFT, 14, 0.85),
        Printed("CHỦ TỊCH", 390, 0),
        Printed("- Lưu: VT.", LEFT, 12, 0.85),
        Printed("Phạm Thị Lan", 380, 60),
    ]
    plan = laid_out(printed(page(*end)))
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert texts(plan, BlockKind.SIGNER) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Thị Lan"]


def test_a_long_office_all_but_touches_a_receiver() -> None:
    end = [
        Printed("Nơi nhận:", LEFT, 30, 0.85),
        Printed("TL. GIÁM ĐỐC", 390, 0),
        Printed("- Các đơn vị: Phòng KH, TCKT, CNTT, VP (để", LEFT, 14, 0.85, x1=293),
        Printed("GIÁM ĐỐC TRUNG TÂM TIN HỌC VÀ THỐNG KÊ", 303, 0),
        Printed("thực hiện);", LEFT, 12, 0.85),
        Printed("- Lưu: VT.", LEFT, 12, 0.85),
        Printed("Phạm Thị Lan", 380, 60),
    ]
    plan = laid_out(printed(page(*end)))
    receivers = " ".join(texts(plan, BlockKind.RECIPIENTS))
    assert receivers == "Nơi nhận: - Các đơn vị: Phòng KH, TCKT, CNTT, VP (để thực hiện); - Lưu: VT."
    assert " ".join(texts(plan, BlockKind.SIGNER)).endswith(
        "GIÁM ĐỐC TRUNG TÂM TIN HỌC VÀ THỐNG KÊ Phạm Thị Lan"
    )


def test_a_title_whose_type_was_not_read_ends_before_the_text() -> None:
    title = centred("Triển khai nhiệm vụ năm 2025", below=30)
    lost = [HEAD[0], HEAD[2], HEAD[4], Printed("Tân Lập, 02 tháng 5 2025", 330, 0)]
    plan = laid_out(
        printed(
            [
                *lost,
                title,
                full(
                    "20 hằng tháng, các đơn vị gửi kết quả về bộ phận tổng",
                    117,
                ),
                *BODY,
            ]
        )
    )
    assert texts(plan, BlockKind.TITLE) == ["Triển khai nhiệm vụ năm 2025"]
    assert texts(plan, BlockKind.BODY)[0].startswith("20 hằng tháng")


def test_receivers_in_two_columns_are_no_signers() -> None:
    end = [
        Printed("TM. ỦY BAN NHÂN DÂN", 350, 30),
        Printed("CHỦ TỊCH", 390, 15),
        Printed("Phạm Thị Lan", 380, 60),
        Printed("Nơi nhận:", LEFT, 30),
        Printed("- Thường trực Đảng ủy xã;", LEFT, 14, 0.85),
        Printed("- Các thôn;", 320, 0, 0.85),
        Printed("- Hội Nông dân xã;", LEFT, 14, 0.85),
        Printed("- Lưu: VT.", 320, 0, 0.85),
    ]
    plan = laid_out(printed(page(*end)))
    assert texts(plan, BlockKind.SIGNER) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Thị Lan"]
    assert texts(plan, BlockKind.RECIPIENTS)[1:] == [
        "- Thường trực Đảng ủy xã;",
        "- Hội Nông dân xã;",
        "- Các thôn;",
        "- Lưu: VT.",
    ]


def test_two_bodies_that_sign_side_by_side_are_two_columns() -> None:
    end = [
        Printed("TM. ỦY BAN NHÂN DÂN", LEFT, 30),
        Printed("TM. BAN THƯỜNG TRỰC", 350, 0),
        Printed("CHỦ TỊCH", 130, 15),
        Printed("CHỦ TỊCH", 390, 0),
        Printed("Phạm Thị Lan", 120, 60),
        Printed("Ngô Văn Tám", 380, 0),
        Printed("Nơi nhận:", LEFT, 30),
        Printed("- Lưu: VT.", LEFT, 14),
    ]
    plan = laid_out(printed(page(*end)))
    assert texts(plan, BlockKind.SIGNER) == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Phạm Thị Lan",
        "TM. BAN THƯỜNG TRỰC",
        "CHỦ TỊCH",
        "Ngô Văn Tám",
    ]
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- Lưu: VT."]


def test_a_plan_attached_to_a_decision_begins_with_its_own_letterhead() -> None:
    end = [
        Printed("Nơi nhận:", LEFT, 30),
        Printed("CHỦ TỊCH", 390, 0),
        Printed("- Lưu: VT.", LEFT, 14),
        Printed("Phạm Thị Lan", 380, 60),
    ]
    decision = [*HEAD[:6], centred("QUYẾT ĐỊNH", below=40), centred("Về việc ban hành Kế hoạch"), *BODY, *end]
    attached = [*HEAD[:4], centred("KẾ HOẠCH", below=40), centred("Phòng, chống dịch bệnh"), *BODY]
    plan = laid_out(printed(decision, attached))
    kinds = [p.kind for p in plan.paragraphs or () if p.page == 2 and p.appendix == 1]
    assert kinds[:6] == [BlockKind.ISSUER] * 2 + [BlockKind.MOTTO] * 2 + [BlockKind.TITLE] * 2
    assert not any(p.appendix for p in plan.paragraphs or () if p.page == 1)


def test_a_title_keeps_its_centred_lines_together_and_no_dirt() -> None:
    head = [*HEAD[:6], Printed("xs..", 70, 40, confidence=0.2), Printed("KẾ HOẠCH", 285, 0)]
    title = [
        centred("Thực hiện Nghị quyết số 5/NQ-HĐND của Hội đồng"),
        centred("nhân dân xã về trồng cây xanh"),
    ]
    plan = laid_out(printed([*head, *title, *BODY]))
    assert texts(plan, BlockKind.TITLE) == [
        "KẾ HOẠCH",
        "Thực hiện Nghị quyết số 5/NQ-HĐND của Hội đồng nhân dân xã về trồng cây xanh",
    ]


def test_a_dash_at_a_line_s_start_inside_a_sentence_is_no_bullet() -> None:
    lines = [
        full("- Các tổ chức chính trị, đoàn thể nhân dân phối hợp phát triển kinh tế", 117),
        full("- xã hội trên địa bàn xã, tổ chức cho nhân dân ra quân làm vệ sinh môi trường trong"),
        Printed("ngày Chủ nhật."),
    ]
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith("ngày Chủ nhật.")
    assert "kinh tế - xã hội" in texts(plan, BlockKind.BODY)[-1]


def test_a_dash_within_brackets_is_no_bullet() -> None:
    lines = [
        full("- Các trường nộp bản cam kết về Ủy ban nhân dân xã (qua Ban Văn hóa - Gia đình", 117),
        Printed("- Thể thao) trước ngày 05/6/2025."),
    ]
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith(
        "(qua Ban Văn hóa - Gia đình - Thể thao) trước ngày 05/6/2025."
    )


def test_a_figure_that_a_sentence_lacks_at_the_foot_of_a_page_is_no_page_number() -> None:
    last = full("- Các thôn kiểm tra, thay bóng đèn hỏng trên các trục đường, làm xong trong tháng", 117)
    plan = laid_out(printed(page(last, Printed("11"))))
    assert texts(plan, BlockKind.BODY)[-1].endswith("xong trong tháng 11")
    plan = laid_out(printed(page(last), [Printed("11", 300), Printed("11, rồi báo cáo kết quả.", below=24)]))
    assert texts(plan, BlockKind.BODY)[-1].endswith("xong trong tháng 11, rồi báo cáo kết quả.")
    numbered = laid_out(printed(page(last, centred("11", below=40))))
    assert [b.kind for b in numbered.blocks or ()][-1] is BlockKind.PAGE_NUMBER


def test_a_centred_line_below_a_gap_that_opens_the_text_is_no_title() -> None:
    title = [Printed("KẾ HOẠCH", 285, 30), centred("Trồng cây xanh năm 2025")]
    opening = centred("Thực hiện chỉ đạo của Ủy ban nhân dân huyện về trồng cây xanh;", below=36)
    plan = laid_out(printed([*HEAD[:6], *title, opening, *BODY]))
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH", "Trồng cây xanh năm 2025"]


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
    plan = laid_out(printed(page(*end)))
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- Lưu: VT."]
    assert texts(plan, BlockKind.SIGNER) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Thị Lan"]
    assert texts(plan, BlockKind.BODY)[-1].endswith("theo quy định.")


def test_a_line_of_a_title_in_capitals_is_one_though_a_stamp_left_its_edge_before_it() -> None:
    title = [
        Printed("KẾ HOẠCH", 285, 30),
        centred("DIỄN TẬP CHỮA CHÁY VÀ CỨU NẠN TẠI CÁC CHỢ, TRƯỜNG HỌC, TRẠM"),
        Printed(
            "'>s«Y TẾ, KHO HÀNG, XƯỞNG CƯA VÀ NHÀ TRỌ TRÊN ĐỊA BÀN XÃ TÂN LẬP NĂM 2025", LEFT + 5, x1=RIGHT
        ),
    ]
    plan = laid_out(printed([*HEAD[:6], *title, Printed("Ủy ban nhân dân xã giao:", 117, 30), *BODY]))
    assert texts(plan, BlockKind.TITLE)[-1].endswith("TÂN LẬP NĂM 2025")


def test_a_hole_beside_a_table_or_an_empty_page_is_no_text() -> None:
    plan = laid_out(printed(page(), [centred("2"), Printed("C", 28, 200, x1=36)]))
    assert [b.kind for b in plan.blocks or () if b.page == 2] == [BlockKind.PAGE_NUMBER, BlockKind.NOISE]


def test_page_text_has_the_number_first_and_one_line_for_a_line() -> None:
    text = pages_text(laid_out(printed(page(), [*BODY, centred("2", below=300)])))
    assert text[0].split("\n")[:3] == ["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "Số: 15/UBND-VX"]
    assert text[1].split("\n")[0] == "2"


def test_a_full_heading_ends_where_a_capital_stands_at_its_own_indent_and_items_return_to_the_edge() -> None:
    heading = "4. Đề nghị Mặt trận Tổ quốc xã, Hội Liên hiệp Phụ nữ, Hội Nông dân và Đoàn xã"
    plan = laid_out(printed(page(full(heading, 117), Printed("Tuyên truyền, vận động nhân dân.", 117))))
    assert texts(plan, BlockKind.BODY)[-2:] == [heading, "Tuyên truyền, vận động nhân dân."]


def test_a_line_broken_by_hand_behind_a_word_that_ends_nothing_goes_on() -> None:
    lines = [
        Printed("- Lập danh sách hộ cần giúp đỡ, hoàn thành trước ngày", 117),
        Printed("15/4/2025.", 117),
    ]
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.BODY)[-1].endswith("trước ngày 15/4/2025.")


def test_a_note_behind_the_closing_sign_is_no_text_whatever_its_size() -> None:
    note = "! Gồm các thôn: Bản Pò, Nà Lốc, Khe Vai (theo báo cáo của Trạm Y tế xã)."
    lines = [Printed("Yêu cầu các thôn nghiêm túc thực hiện./.", 117), Printed(note, 117)]
    plan = laid_out(printed(page(*lines)))
    assert texts(plan, BlockKind.FOOTNOTE) == [note]
    assert texts(plan, BlockKind.BODY)[-1].endswith("./.")
