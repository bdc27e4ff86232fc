"""Which part each line of a transcript plays."""

from __future__ import annotations

from layouts import TRANSCRIBED_HEAD, TRANSCRIBED_TAIL, body_of, laid_out, texts, transcript
from vanthu.document.layout import BlockKind


def test_a_letterhead_is_parted_into_issuer_motto_and_title() -> None:
    plan = laid_out(transcript(TRANSCRIBED_HEAD + "Căn cứ Luật Trẻ em;\n" + TRANSCRIBED_TAIL))
    assert texts(plan, BlockKind.ISSUER) == ["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "Số: 15/KH-UBND"]
    assert texts(plan, BlockKind.MOTTO)[-1] == "Tân Lập, ngày 02 tháng 5 năm 2025"
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH", "Tổ chức Tết Trung thu năm 2025"]
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- UBND huyện;", "- Lưu: VT."]
    assert texts(plan, BlockKind.SIGNER) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Thị Lan"]


def test_columns_that_ran_into_one_line_are_cut_at_the_motto_and_the_date() -> None:
    plan = laid_out(
        transcript(
            "UBND HUYỆN LẠC SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NỘI VỤ Độc lập - Tự do - Hạnh phúc\n"
            "Số: 36 /KH - PNV Lạc Sơn, ngày 12 tháng 3 năm 2024\n\nKẾ HOẠCH Cải cách hành chính\n\nCăn cứ Luật;"
        )
    )
    assert texts(plan, BlockKind.ISSUER) == ["UBND HUYỆN LẠC SƠN", "PHÒNG NỘI VỤ", "Số: 36 /KH - PNV"]
    assert texts(plan, BlockKind.MOTTO)[-1] == "Lạc Sơn, ngày 12 tháng 3 năm 2024"
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH Cải cách hành chính"]


def test_the_date_may_come_before_the_number_and_the_issuer_last() -> None:
    plan = laid_out(
        transcript(
            "Tân Lập, ngày 02 tháng 5 năm 2025\nSố: 15/KH-UBND\nỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\n\nKế hoạch\nRa quân\n\nCăn cứ Luật;"
        )
    )
    assert texts(plan, BlockKind.ISSUER) == ["Số: 15/KH-UBND", "ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP"]
    assert texts(plan, BlockKind.TITLE) == ["Kế hoạch", "Ra quân"]


def test_a_title_that_begins_like_an_opening_sentence_stays_the_title() -> None:
    plan = laid_out(
        transcript(
            TRANSCRIBED_HEAD.replace("Tổ chức Tết", "Thực hiện Nghị quyết số 5/NQ-CP, Tết")
            + "Thực hiện Kế hoạch số 2;"
        )
    )
    assert texts(plan, BlockKind.TITLE)[1].startswith("Thực hiện Nghị quyết")
    assert texts(plan, BlockKind.BODY) == ["Thực hiện Kế hoạch số 2;"]


def test_a_title_in_capitals_ends_where_the_text_begins_without_a_gap() -> None:
    head = TRANSCRIBED_HEAD.replace("Tổ chức Tết Trung thu năm 2025\n\n", "TỔ CHỨC TẾT TRUNG THU\n")
    plan = laid_out(transcript(head + "Do nắng nóng kéo dài, nhiều hồ trong xã cạn\nnước từ tháng Ba."))
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH", "TỔ CHỨC TẾT TRUNG THU"]


def test_type_and_title_in_capitals_need_no_number_above_them() -> None:
    head = """TRƯỜNG TIỂU HỌC ĐỒNG TÂM

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH TỔ CHỨC NGÀY HỘI DÂN VŨ
NĂM HỌC 2031 - 2032

Thực hiện Kế hoạch số 2/KH-PGD;"""
    titles = texts(laid_out(transcript(head)), BlockKind.TITLE)
    assert titles == ["KẾ HOẠCH TỔ CHỨC NGÀY HỘI DÂN VŨ NĂM HỌC 2031 - 2032"]
    office = head.replace("KẾ HOẠCH TỔ CHỨC NGÀY HỘI DÂN VŨ\nNĂM HỌC 2031 - 2032", "Số: 5/KH-TH")
    below = office.replace("ĐỒNG TÂM\n\n", "ĐỒNG TÂM\nCHƯƠNG TRÌNH SONG NGỮ\n")
    assert texts(laid_out(transcript(below)), BlockKind.TITLE) == []


def test_all_between_a_subject_and_the_addressees_is_of_the_subject() -> None:
    head = """Số: 15/SYT-NVY
V/v rà soát trang thiết bị

Khoa Hồi sức các bệnh viện năm 2031

Kính gởi: Các bệnh viện

Sở đề nghị các bệnh viện rà soát."""
    plan = laid_out(transcript(head))
    assert texts(plan, BlockKind.ISSUER)[-1].endswith("Khoa Hồi sức các bệnh viện năm 2031")
    assert texts(plan, BlockKind.ADDRESSEES) == ["Kính gởi: Các bệnh viện"]


def test_words_of_an_arrival_stamp_are_cut_off_the_title() -> None:
    plan = laid_out(
        transcript(
            "Số: 15/KH-UBND\n\nTân Lập, ngày 02 tháng 5 năm 2025\n\nPHÒNG NỘI VỤ HUYỆN LẠC SƠN\n\nKẾ HOẠCH\n\n"
            "ĐẾN Số: Tổ chức ra quân\nNgày: 12.5...\nChuyển: CT...\nSố và ký hiệu HS:\nCăn cứ Luật;"
        )
    )
    assert texts(plan, BlockKind.TITLE) == ["KẾ HOẠCH", "Tổ chức ra quân"]
    assert texts(plan, BlockKind.ISSUER) == ["Số: 15/KH-UBND"]
    assert texts(plan, BlockKind.BODY) == ["Căn cứ Luật;"]


def test_a_digital_signature_is_no_text_of_the_document() -> None:
    text = body_of("Ký bởi: Văn phòng\nEmail: vt@vi.du\nThời gian ký: 10.06.2024 08:15\n\nCăn cứ Luật;\n")
    assert text == ["Căn cứ Luật;"]


def test_addressees_end_where_the_letter_begins() -> None:
    plan = laid_out(
        transcript(
            "Số: 4/UBND-VX\nV/v tiêm phòng\nnăm 2025\n\nKính gửi:\n\n- Phòng Y tế;\n- Các thôn.\n\nThực hiện Công văn số 2, đề nghị:"
        )
    )
    assert texts(plan, BlockKind.ISSUER) == ["Số: 4/UBND-VX", "V/v tiêm phòng năm 2025"]
    assert texts(plan, BlockKind.ADDRESSEES) == ["Kính gửi:", "- Phòng Y tế;", "- Các thôn."]
    assert len(texts(plan, BlockKind.BODY)) == 1


def test_receivers_and_signer_on_one_line_are_parted() -> None:
    plan = laid_out(
        transcript(TRANSCRIBED_HEAD + "Căn cứ Luật;\n\nNơi nhận: TRƯỞNG PHÒNG\n- Lưu: VT.\nNgô Văn Tám")
    )
    assert texts(plan, BlockKind.RECIPIENTS) == ["Nơi nhận:", "- Lưu: VT."]
    assert texts(plan, BlockKind.SIGNER) == ["TRƯỞNG PHÒNG", "Ngô Văn Tám"]


def test_the_name_of_an_office_over_the_grounds_of_a_decision_is_no_signer() -> None:
    text = body_of(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n\nCăn cứ Luật;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch.\n"
    )
    assert text[0] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"


def test_what_follows_the_signature_is_an_appendix() -> None:
    plan = laid_out(
        transcript(
            TRANSCRIBED_HEAD
            + "Căn cứ Luật;\n"
            + TRANSCRIBED_TAIL
            + "\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 15/KH-UBND)\n\n"
            "STT\tNội dung\tChủ trì\n1\tTrồng cây\tĐoàn xã\n"
        )
    )
    assert texts(plan, BlockKind.APPENDIX_TITLE) == [
        "PHỤ LỤC I",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 15/KH-UBND)",
    ]
    assert [t.appendix for t in plan.tables or ()] == [1]


def test_a_second_letterhead_opens_an_attached_document() -> None:
    plan = laid_out(
        transcript(
            TRANSCRIBED_HEAD + "Căn cứ Luật;\n" + TRANSCRIBED_TAIL + "\n" + TRANSCRIBED_HEAD + "I. MỤC TIÊU\n"
        )
    )
    attached = [p for p in plan.paragraphs or () if p.appendix == 1]
    assert [p.kind for p in attached][:3] == [BlockKind.ISSUER] * 3
    assert plan.need_text()[attached[-1].span] == "I. MỤC TIÊU"


def test_a_document_without_any_letterhead_is_all_body() -> None:
    plan = laid_out(transcript("1. Công an xã tuần tra.\n2. Đoàn xã trồng cây."))
    assert texts(plan) == texts(plan, BlockKind.BODY) == ["1. Công an xã tuần tra.", "2. Đoàn xã trồng cây."]


def test_nothing_in_is_nothing_out() -> None:
    plan = laid_out(transcript(""))
    assert plan.blocks == ()
    assert plan.need_text().value == ""


def test_an_attached_plan_begins_at_its_type_where_the_signer_ran_into_the_receivers() -> None:
    tail = "\nNơi nhận:\n- Lưu: VT. Phạm Thị Lan\n\nKẾ HOẠCH\nKiểm tra công vụ\n\nI. NỘI DUNG\n"
    plan = laid_out(transcript(TRANSCRIBED_HEAD + "Điều 1. Ban hành Kế hoạch.\n" + tail))
    assert texts(plan, BlockKind.BODY)[-1] == "I. NỘI DUNG"
    assert "KẾ HOẠCH" not in texts(plan, BlockKind.SIGNER)


def test_a_signers_name_may_bear_an_apostrophe() -> None:
    tail = "\nNơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nH’ Nhuôn Niê\n"
    plan = laid_out(transcript(TRANSCRIBED_HEAD + "Căn cứ Điều lệ;\n" + tail))
    assert texts(plan, BlockKind.SIGNER) == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "H’ Nhuôn Niê"]
