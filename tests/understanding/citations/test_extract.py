"""Documents named in running text."""

from __future__ import annotations

import pytest

from letterheads import facts, read
from vanthu.document.layout import BlockKind
from vanthu.orthography import fold
from vanthu.rulebook import Rulebook

HEAD = ("Số: 12/KH-UBND", "Tân Lập, ngày 05 tháng 3 năm 2024", "KẾ HOẠCH", "Ra quân")
NAMED = [
    ("theo Nghị định số 347/2022/NĐ-CP ngày 09/8/2022 của Chính phủ", ["347/2022/NĐ-CP|2022-08-09"]),
    (
        "theo Nghị định số 347/2022/NĐ-CP, ngày 9 tháng 8 năm 2022 của Chính phủ",
        ["347/2022/NĐ-CP|2022-08-09"],
    ),
    ("theo Nghị định số 347/2022/NĐ - CP của Chính phủ ngày 09-8-2022", ["347/2022/NĐ-CP|2022-08-09"]),
    ("theo Nghị định số 347/2022/ND-CP ngày l9/8/2022", ["347/2022/NĐ-CP|2022-08-19"]),
    ("tại Nghị định số 347/2022/NĐ-CP2 ngày 09/8/2022", ["347/2022/NĐ-CP|2022-08-09"]),
    ("Quyết định số 36 /QĐ - UBND ngày 02.3.2021", ["36/QĐ-UBND|2021-03-02"]),
    ("Chỉ thị số 30- CT/TU, ngày 02/3/2021 của Tỉnh ủy", ["30-CT/TU|2021-03-02"]),
    ("Kế hoạch số 45/KH UBND ngày 02/3/2021", ["45/KH-UBND|2021-03-02"]),
    ("Công văn số 45/UBND VX ngày 02/3/2021", ["45/UBND-VX|2021-03-02"]),
    ("Công văn số 45/SGD ĐT-VP ngày 02/3/2021", ["45/SGDĐT-VP|2021-03-02"]),
    ("Kế hoạch số 45/KH UBND-VX ngày 02/3/2021", ["45/KH-UBND-VX|2021-03-02"]),
    ("theo các văn bản: 12 HD/BTGTU, 15 KH/TU", ["12-HD/BTGTU|", "15-KH/TU|"]),
    ("Nghị quyết số 653/2019/UBTVQH14", ["653/2019/UBTVQH14|"]),
    ("Chỉ thị số O6/CT-UBND ngày l2/5/2O23", ["06/CT-UBND|2023-05-12"]),
    ("Kế hoạch liên ngành số 21/KHLN-CAT-STP ngày 05/4/2023", ["21/KHLN-CAT-STP|2023-04-05"]),
    ("Công văn hỏa tốc số 345/UBND-KT ngày 09/9/2022", ["345/UBND-KT|2022-09-09"]),
    ("các Nghị định số 347/2022/NĐ-CP, 215/2022/NĐ-CP", ["215/2022/NĐ-CP|", "347/2022/NĐ-CP|"]),
    (
        "các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 05/01/2023",
        ["12/QĐ-UBND|2023-01-05", "13/QĐ-UBND|2023-01-05"],
    ),
    ("Thông tư liên tịch số 10/2013/TTLT-BTC-BNV ngày 01/02/2013", ["10/2013/TTLT-BTC-BNV|2013-02-01"]),
    ("Điều lệ Hội Cựu chiến binh Việt Nam khóa VII và nội quy", ["điều lệ hội cựu chiến binh việt nam|"]),
    ("Công văn số 1234 ngày 05/6/2023 của Sở Nội vụ", ["1234|2023-06-05"]),
    ("Công văn số 812/UBKT-VP của Ủy ban Kiểm tra Tỉnh ủy ngày 05/6/2031 về", ["812/UBKT-VP|2031-06-05"]),
    ("Công văn số 812/SVH-VP của Sở Văn hóa, Thể thao và Du lịch ngày 05/6/2031", ["812/SVH-VP|2031-06-05"]),
    ("của Sở Nội vụ, Văn phòng và Đoàn xã ngày 05/6/2031", []),
    ("Căn cứ Nghị định của Chính phủ về tuần tra đê", ["Nghị định|"]),
    ("Thực hiện Hướng dẫn liên ngành của Sở Y tế và Sở Nội vụ;", ["Hướng dẫn|"]),
    ("Thực hiện Hướng dẫn của Sở Y tế.", []),
    ("Kế hoạch của UBND huyện ngày 05/6/2023", ["Kế hoạch|2023-06-05"]),
    ("Quyết định số 12/QĐ-UBND ngày 31/6/2023", ["12/QĐ-UBND|2023"]),
    (
        "Thực hiện Quyết định số 88/QĐ-UBND của UBND tỉnh, ngày 14/5/2024 Sở Nội vụ đã ban hành Hướng dẫn số 9/HD-SNV",
        ["88/QĐ-UBND|", "9/HD-SNV|2024-05-14"],
    ),
    (
        "Thực hiện Quyết định số 88/QĐ-UBND của UBND tỉnh, ngày 14/5/2024 về phân cấp, Sở Nội vụ ban hành Hướng dẫn số 9/HD-SNV",
        ["88/QĐ-UBND|2024-05-14", "9/HD-SNV|"],
    ),
    ("theo Luật Cư trú, Luật Cư trú năm 2020 và Luật Cư trú 2020", ["Luật Cư trú năm 2020|2020"]),
    ("Luật Cư trú số 68/2020/QH14 và Luật Cư trú", ["68/2020/QH14|"]),
    (
        "Luật Đất đai năm 2013 nay là Luật Đất đai năm 2024",
        ["Luật Đất đai năm 2013|2013", "Luật Đất đai năm 2024|2024"],
    ),
    ("Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)", ["Bộ luật Hình sự năm 2015|2015"]),
    ("Nghị quyết Đại hội XIII của Đảng", ["Nghị quyết Đại hội XIII của Đảng|"]),
    ("theo Nghị định 347 và Nghị định số 347/2022/NĐ-CP ngày 09/8/2022", ["347/2022/NĐ-CP|2022-08-09"]),
    ("theo Nghị định 347 về định danh", ["347|"]),
    ("theo Nghị định 347/2022 của Chính phủ ngày 09/8/2022", ["347/2022|2022-08-09"]),
    ("các thông tư hướng dẫn: 7/2023/TT-BNV, 8/2023/TT-BNV", ["7/2023/TT-BNV|", "8/2023/TT-BNV|"]),
    ("QUYẾT ĐỊNH SỐ 8/QĐ-TTG nay là Quyết định số 8/QĐ-TTg", ["8/QĐ-TTg|"]),
    (
        "Luật Bầu cử; Luật Bầu cử đại biểu Quốc hội và đại biểu HĐND",
        ["Luật Bầu cử đại biểu Quốc hội và đại biểu HĐND|"],
    ),
    ("Công văn số 45/KH-BGDĐT ngày 18/02/2023; nội dung II kế hoạch số 45", ["45/KH-BGDĐT|2023-02-18"]),
    (
        "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",
        ["Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân|"],
    ),
    ("Luật Giáo dục và Luật Giáo dục đại học", ["Luật Giáo dục đại học|", "Luật Giáo dục|"]),
    ("theo Luật Phát triển vùng biển và xem xét các dự án", ["Luật Phát triển vùng biển|"]),
    (
        "Luật số 12/2024/QH15 ngày 05/6/2024 sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên",
        ["12/2024/QH15|2024-06-05"],
    ),
]
NOTHING = [
    "Kế hoạch này được gửi các luật sư theo quy định của pháp luật, giữ nghiêm kỷ luật lao động.",
    "Quyết định thành lập Tổ công tác; Đề án 25/CP; Kế hoạch 6 tháng; Nghị quyết 5 năm.",
    "thi công theo TCVN 9115:2019 và QCVN 07:2016/BXD, lấy mẫu theo QCVN 01-1:2018/BYT",
    "gửi báo cáo ngày 30/6/2023, đạt 11/25 chỉ tiêu quý 3/2023.",
    "In 300 CT/HĐ cho các tổ, thu 200 BC/ĐH và 29 KH/ABC, mỗi tổ 20 BC/tháng; giao 12 ĐA/KH, rà soát 30 TB/CS.",
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_documents_named(rulebook: Rulebook, sentence: str, expected: list[str]) -> None:
    found = facts(read([*HEAD, f"1. Các đơn vị {sentence}."], rulebook))
    assert sorted(map(fold, found["citations"])) == sorted(map(fold, expected))
    assert found["legal_basis"] == []


def test_day_in_front_of_who_issued_it_is_the_documents(rulebook: Rulebook) -> None:
    body = "Ngày 26/4/2023, Thủ tướng Chính phủ đã ký Quyết định số 22/2023/QĐ-TTg về nhà ở."
    (citation,) = read([*HEAD, body], rulebook).citations or ()
    assert (citation.issued_on, citation.issuer) == ("2023-04-26", "Thủ tướng Chính phủ")


def test_what_a_document_does_is_no_part_of_who_issued_it(rulebook: Rulebook) -> None:
    for title in ("Ban hành Quy chế làm việc", "Phê duyệt Đề án", "Về việc giao chỉ tiêu"):
        body = f"Căn cứ Quyết định số 7/QĐ-UBND ngày 12/3/2024 của UBND huyện {title};"
        (citation,) = read([*HEAD, body], rulebook).citations or ()
        assert citation.issuer == "UBND huyện"


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_names_no_document(rulebook: Rulebook, sentence: str) -> None:
    assert read([*HEAD, sentence], rulebook).citations == ()


def test_every_mention_is_evidence(rulebook: Rulebook) -> None:
    body = "1. Theo Nghị định số 347/2022/NĐ-CP ngày 09/8/2022; nội dung Nghị định số 347/2022/NĐ-CP."
    (citation,) = read([*HEAD, body], rulebook).citations or ()
    assert [e.quote for e in citation.evidence] == [
        "Nghị định số 347/2022/NĐ-CP ngày 09/8/2022",
        "Nghị định số 347/2022/NĐ-CP",
    ]


def test_two_dates_of_one_number_stay_apart(rulebook: Rulebook) -> None:
    body = "1. Kế hoạch số 5/KH-UBND ngày 12/3/2024; Kế hoạch số 5/KH-UBND ngày 21/3/2024; Kế hoạch số 5/KH-UBND."
    found = read([*HEAD, body], rulebook).citations or ()
    assert [c.issued_on for c in found] == ["2024-03-12", "2024-03-21"]
    assert sum(len(c.evidence) for c in found) == 3


@pytest.mark.parametrize(
    ("preamble", "basis"),
    [
        (
            "Thực hiện Kế hoạch số 5/KH-CAT ngày 12/3/2024 về triển khai Luật Cư trú năm 2020 như sau:",
            ["5/KH-CAT|2024-03-12"],
        ),
        (
            "Căn cứ Luật Cư trú năm 2020 và Luật Căn cước năm 2023;",
            ["Luật Cư trú năm 2020|2020", "Luật Căn cước năm 2023|2023"],
        ),
        (
            "Căn cứ Kế hoạch số 5/KH-CAT ngày 12/3/2024 về thi hành Luật Cư trú; Công văn số 6/STP ngày 13/3/2024,",
            ["5/KH-CAT|2024-03-12", "6/STP|2024-03-13"],
        ),
        ("Thời gian qua, công tác này theo đúng Nghị định số 347/2022/NĐ-CP ngày 09/8/2022.", []),
        (
            "Để triển khai Đề án phê duyệt tại Quyết định số 8/QĐ-TTg ngày 06/02/2022, UBND xã yêu cầu:",
            ["8/QĐ-TTg|2022-02-06"],
        ),
        (
            "Căn cứ Nghị định số 213/2016/NĐ-CP về nuôi chim yến được thay thế một phần bởi Nghị định số 219/2019/NĐ-CP;",
            ["213/2016/NĐ-CP|", "219/2019/NĐ-CP|"],
        ),
        (
            "Xét đề nghị của Sở Y tế tại Tờ trình số 10/TTr-SYT và đề nghị của Sở Nội vụ tại Tờ trình số 9/TTr-SNV.",
            ["10/TTr-SYT|", "9/TTr-SNV|"],
        ),
        (
            "Sở Y tế có văn bản số 36/BC-SYT về dịch bệnh. Về việc này, Chủ tịch UBND tỉnh có ý kiến:",
            ["36/BC-SYT|"],
        ),
        ("Năm 2023, UBND xã đã ban hành Kế hoạch số 9/KH-UBND ngày 12/01/2023; kết quả đạt khá.", []),
        ("Bộ trưởng ban hành Thông tư bãi bỏ Điều 7 của Thông tư số 91/2023/TT-BXD.", []),
        (
            "Thực hiện Thông tư số 1/2024/TT-BTC ngày 10/01/2024 về Luật Giá và Kế hoạch số 6/KH-STC ngày 13/02/2024;",
            ["1/2024/TT-BTC|2024-01-10", "6/KH-STC|2024-02-13"],
        ),
        (
            "Thực hiện Kế hoạch số 1/KH-BCĐ về số hóa (Kế hoạch số 1), Quyết định số 8/QĐ-STC ngày 04/01/2024;",
            ["1/KH-BCĐ|", "8/QĐ-STC|2024-01-04"],
        ),
        (
            "Theo Quyết định số 8/QĐ-STC về thi hành Kế hoạch số 1, Thông tư số 2/2023/TT-BTC ngày 24/11/2023;",
            ["8/QĐ-STC|", "2/2023/TT-BTC|2023-11-24"],
        ),
        (
            "Để kịp tổng hợp, Sở Nội vụ đề nghị các xã báo cáo biên chế theo Nghị định số 62/2020/NĐ-CP.",
            [],
        ),
        (
            "Thực hiện Luật Cư trú năm 2020 và các thông tư hướng dẫn: 55/2021/TT-BCA, 56/2021/TT-BCA;",
            ["Luật Cư trú năm 2020|2020", "55/2021/TT-BCA|", "56/2021/TT-BCA|"],
        ),
        (
            "Căn cứ Kế hoạch số 5/KH-CAT ngày 12/3/2024; Nghị quyết của Hội đồng nhân dân xã về dân số;",
            ["5/KH-CAT|2024-03-12", "Nghị quyết|"],
        ),
        (
            "08/QĐ-UBND ngày 06/02/2022 của UBND tỉnh về đê; Kế hoạch số 5/KH-CAT ngày 12/3/2022 như sau:",
            ["08/QĐ-UBND|2022-02-06", "5/KH-CAT|2022-03-12"],
        ),
        ("ký; hs Căn cứ Quyết định số 8/QĐ-UBND ngày 06/02/2022;", ["8/QĐ-UBND|2022-02-06"]),
    ],
)
def test_grounds_are_what_the_preamble_names_itself(
    rulebook: Rulebook, preamble: str, basis: list[str]
) -> None:
    found = facts(read([*HEAD, preamble, "I. MỤC ĐÍCH"], rulebook))
    assert sorted(found["legal_basis"]) == sorted(basis)


def test_a_ground_broken_inside_a_sentence_is_one(rulebook: Rulebook) -> None:
    lines = ("Căn cứ Quyết định số 8/QĐ-TTg của Thủ tướng", "Chính phủ về dữ liệu; Kế hoạch số 5/KH-CAT;")
    found = facts(read([*HEAD, *lines, "I. MỤC ĐÍCH"], rulebook))
    assert sorted(found["legal_basis"]) == ["5/KH-CAT|", "8/QĐ-TTg|"]


def test_grounds_without_marks_at_their_ends_are_grounds_each(rulebook: Rulebook) -> None:
    lines = [
        "Căn cứ Quyết định số 9/QĐ-TTg ngày 07/02/2031 của Thủ tướng Chính phủ về nạo vét kênh mương",
        "Căn cứ Kế hoạch số 5/KH-CAT ngày 12/3/2031 của Công an tỉnh về phòng cháy",
        "Thực hiện Công văn số 7/UBND-NC ngày 15/3/2031 của UBND tỉnh",
    ]
    found = facts(read([*HEAD, *lines], rulebook))
    assert len(found["legal_basis"]) == len(lines)


def test_nothing_after_the_first_heading_is_a_ground(rulebook: Rulebook) -> None:
    body = "Căn cứ Kế hoạch số 5/KH-UBND ngày 12/3/2024, các đơn vị thực hiện."
    assert facts(read([*HEAD, "I. MỤC ĐÍCH", body], rulebook))["legal_basis"] == []


def test_notes_name_documents_but_ground_nothing(rulebook: Rulebook) -> None:
    note = (BlockKind.FOOTNOTE, "Kế hoạch số 5/KH-UBND ngày 12/3/2024 về chuyển đổi số.")
    found = facts(read([*HEAD, "UBND xã đã ban hành nhiều văn bản.", note], rulebook))
    assert (found["citations"], found["legal_basis"]) == (["5/KH-UBND|2024-03-12"], [])


@pytest.mark.parametrize(
    "line",
    [
        (BlockKind.STAMP, "Công văn đến số 77/CV-VP ngày 01/01/2024"),
        (BlockKind.APPENDIX_TITLE, "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã)"),
        (BlockKind.BODY, "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã)"),
        (BlockKind.TITLE, "(Ban hành kèm theo Quyết định số 3/QĐ-UBND ngày 04/3/2024 của UBND xã)"),
    ],
)
def test_the_document_itself_is_no_citation(rulebook: Rulebook, line: tuple[BlockKind, str]) -> None:
    assert read([*HEAD, line], rulebook).citations == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("6/ĐTN: vận động đoàn viên hiến máu.", []),
        ("6/ ĐTN và các chi hội: vận động đoàn viên hiến máu.", []),
        ("6/QĐ-UBND ngày 05/6/2023 của UBND huyện", ["6/QĐ-UBND|2023-06-05"]),
    ],
)
def test_the_number_of_an_item_before_a_unit_is_no_document(
    line: str, expected: list[str], rulebook: Rulebook
) -> None:
    assert facts(read([*HEAD, "5/ Công an xã: tuần tra.", line], rulebook))["citations"] == expected
