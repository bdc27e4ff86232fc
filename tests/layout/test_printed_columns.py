"""Head and tail of pages with geometry: columns, titles, who signs and who receives."""

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


def test_the_columns_of_a_letterhead_are_read_one_after_the_other() -> None:
    plan = laid_out(printed(printed_page()))
    assert texts(plan, BlockKind.ISSUER) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ TÂN LẬP",
        "Số: 15/UBND-VX",
        "V/v phòng, chống dịch bệnh mùa mưa năm 2025",
    ]
    assert len(texts(plan, BlockKind.MOTTO)) == 3
    assert texts(plan, BlockKind.ADDRESSEES) == ["Kính gửi: Các thôn."]


def test_receivers_and_signer_are_two_columns() -> None:
    end = [
        Printed("Nơi nhận:", LEFT, 30),
        Printed("TM. ỦY BAN NHÂN DÂN", 350, 0),
        Printed("- Như trên;", LEFT, 14, 0.85),
        Printed("CHỦ TỊCH", 390, 0),
        Printed("- Lưu: VT.", LEFT, 12, 0.85),
        Printed("Phạm Thị Lan", 380, 60),
    ]
    plan = laid_out(printed(printed_page(*end)))
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
    plan = laid_out(printed(printed_page(*end)))
    receivers = " ".join(texts(plan, BlockKind.RECIPIENTS))
    assert receivers == "Nơi nhận: - Các đơn vị: Phòng KH, TCKT, CNTT, VP (để thực hiện); - Lưu: VT."
    assert " ".join(texts(plan, BlockKind.SIGNER)).endswith(
        "GIÁM ĐỐC TRUNG TÂM TIN HỌC VÀ THỐNG KÊ Phạm Thị Lan"
    )


def test_a_title_whose_type_was_not_read_ends_before_the_text() -> None:
    title = centred("Triển khai nhiệm vụ năm 2025", below=30)
    lost = [PRINTED_HEAD[0], PRINTED_HEAD[2], PRINTED_HEAD[4], Printed("Tân Lập, 02 tháng 5 2025", 330, 0)]
    plan = laid_out(
        printed(
            [
                *lost,
                title,
                full(
                    "20 hằng tháng, các đơn vị gửi kết quả về bộ phận tổng",
                    117,
                ),
                *PRINTED_BODY,
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
    plan = laid_out(printed(printed_page(*end)))
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
    plan = laid_out(printed(printed_page(*end)))
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
    decision = [
        *PRINTED_HEAD[:6],
        centred("QUYẾT ĐỊNH", below=40),
        centred("Về việc ban hành Kế hoạch"),
        *PRINTED_BODY,
        *end,
    ]
    attached = [
        *PRINTED_HEAD[:4],
        centred("KẾ HOẠCH", below=40),
        centred("Phòng, chống dịch bệnh"),
        *PRINTED_BODY,
    ]
    plan = laid_out(printed(decision, attached))
    kinds = [p.kind for p in plan.paragraphs or () if p.page == 2 and p.appendix == 1]
    assert kinds[:6] == [BlockKind.ISSUER] * 2 + [BlockKind.MOTTO] * 2 + [BlockKind.TITLE] * 2
    assert not any(p.appendix for p in plan.paragraphs or () if p.page == 1)


def test_a_title_keeps_its_centred_lines_together_and_no_dirt() -> None:
    head = [*PRINTED_HEAD[:6], Printed("xs..", 70, 40, confidence=0.2), Printed("KẾ HOẠCH", 285, 0)]
    title = [
        centred("Thực hiện Nghị quyết số 5/NQ-HĐND của Hội đồng"),
        centred("nhân dân xã về trồng cây xanh"),
    ]
    plan = laid_out(printed([*head, *title, *PRINTED_BODY]))
    assert texts(plan, BlockKind.TITLE) == [
        "KẾ HOẠCH",
        "Thực hiện Nghị quyết số 5/NQ-HĐND của Hội đồng nhân dân xã về trồng cây xanh",
    ]


def test_a_centred_line_below_a_gap_that_opens_the_text_is_no_title() -> None:
    title = [Printed("KẾ HOẠCH", 285, 30), centred("Trồng cây xanh năm 2025")]
    opening = centred("Thực hiện chỉ đạo của Ủy ban nhân dân huyện về trồng cây xanh;", below=36)
    plan = laid_out(printed([*PRINTED_HEAD[:6], *title, opening, *PRINTED_BODY]))
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH", "Trồng cây xanh năm 2025"]


def test_a_line_of_a_title_in_capitals_is_one_though_a_stamp_left_its_edge_before_it() -> None:
    title = [
        Printed("KẾ HOẠCH", 285, 30),
        centred("DIỄN TẬP CHỮA CHÁY VÀ CỨU NẠN TẠI CÁC CHỢ, TRƯỜNG HỌC, TRẠM"),
        Printed(
            "'>s«Y TẾ, KHO HÀNG, XƯỞNG CƯA VÀ NHÀ TRỌ TRÊN ĐỊA BÀN XÃ TÂN LẬP NĂM 2025", LEFT + 5, x1=RIGHT
        ),
    ]
    plan = laid_out(
        printed([*PRINTED_HEAD[:6], *title, Printed("Ủy ban nhân dân xã giao:", 117, 30), *PRINTED_BODY])
    )
    assert texts(plan, BlockKind.TITLE)[-1].endswith("TÂN LẬP NĂM 2025")
