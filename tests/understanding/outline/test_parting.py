"""Paragraphs that hold a heading and its text, or several lettered items: each becomes a node of its own."""

from __future__ import annotations

import pytest

from understanding.paper import plan_of, tasks_of
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook


def nodes(plan: Plan) -> dict[str, str]:
    text = plan.need_text()
    return {n.path: text[n.span].strip() for n in plan.outline or ()}


def test_text_behind_a_heading_on_its_line_is_a_paragraph_of_the_section(rulebook: Rulebook) -> None:
    plan = plan_of(
        "IV. PHÂN CÔNG\n1. Công an xã tuần tra.\nV. BÁO CÁO: Các thôn báo cáo trước ngày 20/11.\nVI. Chế độ báo cáo: Văn phòng tổng hợp kết quả.",
        rulebook,
    )
    assert nodes(plan)["V"] == "BÁO CÁO:"
    assert nodes(plan)["V.p1"] == "Các thôn báo cáo trước ngày 20/11."
    assert nodes(plan)["VI.p1"] == "Văn phòng tổng hợp kết quả."


@pytest.mark.parametrize(
    "line",
    [
        "V. Kinh phí: Ngân sách xã cấp; Kế toán lập dự toán trước ngày 20/11.",  # a sum and who provides it
        "V. Trồng rau. Các thôn làm đất trước ngày 20/11.",  # a sentence
        "V. TRỒNG RAU. Năm 2030 đạt 40 ha.",
        "V. CÔNG AN XÃ: Tuần tra ban đêm.",  # a unit with its work is one task
        "II. CHỈ TIÊU: 95% số hộ có hố rác.",  # no work behind it
        "2. Chế độ báo cáo: Các thôn báo cáo trước ngày 20/11.",
        "V. BÁO CÁO:",
        "II. Bước 2: Thả cá giống xuống hồ chứa.",  # numbered twice
    ],
)
def test_other_colons_part_nothing(line: str, rulebook: Rulebook) -> None:
    assert len(nodes(plan_of("I. VIỆC LÀM\n" + line, rulebook))) == 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("V. TRỒNG RAU. Các thôn làm đất trước ngày 20/11.", ["V", "V.p1"]),
        ("V. UBND CÁC XÃ. Rà soát hộ nghèo trước ngày 20/11.", ["V", "V.p1"]),
        ("V. KINH PHÍ: Tổng dự toán 40 triệu đồng. Kế toán chi trả trong tháng 9.", ["V", "V.p1"]),
        ("Phần V. KINH PHÍ. Sử dụng ngân sách xã; Kế toán lập dự toán trước ngày 20/11.", ["P5", "P5.p1"]),
        (
            "V. TRỒNG RAU. 1. Các thôn làm đất trước ngày 20/11.\n2. Hợp tác xã cấp giống.",
            ["V", "V.1", "V.2"],
        ),
    ],
)
def test_a_heading_in_capitals_is_parted_from_what_stands_behind_it(
    line: str, expected: list[str], rulebook: Rulebook
) -> None:
    assert list(nodes(plan_of("I. VIỆC LÀM\n" + line, rulebook)))[1:] == expected


def test_a_heading_over_items_keeps_its_words(rulebook: Rulebook) -> None:
    plan = plan_of(
        "V. BÁO CÁO: Các thôn báo cáo theo mẫu.\n1. Văn phòng tổng hợp.\nVI. BÁO CÁO: Gửi.", rulebook
    )
    assert list(nodes(plan)) == ["V", "V.1", "VI", "VI.p1"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("IV. PHÂN CÔNG\n1. Công an xã: a) Tuần tra ban đêm; b) Lập danh sách hộ kinh doanh. c) Báo cáo kết quả.\n2. Trạm Y tế: trực cấp cứu.",
         ["IV", "IV.1", "IV.1.a", "IV.1.b", "IV.1.c", "IV.2"]),
        ("IV. PHÂN CÔNG\n- Công an xã: a) Tuần tra ban đêm; b) Lập danh sách.\n- Trạm Y tế: trực cấp cứu.",
         ["IV", "IV.b1", "IV.b1.a", "IV.b1.b", "IV.b2"]),
        ("IV. PHÂN CÔNG\na) Công an xã: a/ Tuần tra ban đêm; b/ Lập danh sách.\nb) Trạm Y tế: trực cấp cứu.",
         ["IV", "IV.a", "IV.a.a", "IV.a.b", "IV.b"]),
        ("IV. PHÂN CÔNG\nCông an xã có nhiệm vụ: a- Tuần tra ban đêm; b- Lập danh sách.\n2. Trạm Y tế trực cấp cứu.",
         ["IV", "IV.p1", "IV.a", "IV.b", "IV.2"]),
        ("1. Công an xã:\n(1) Tuần tra ban đêm; (2) Lập danh sách hộ; (3) Báo cáo kết quả.\n2. Trạm Y tế trực.",
         ["1", "1.1", "1.2", "1.3", "2"]),
        ("1. Việc chung\na) Tuần tra ban đêm; b) Lập danh sách.\nc) Họp dân.", ["1", "1.a", "1.b", "1.c"]),
    ],
)  # fmt: skip
def test_lettered_orders_on_one_line_hang_under_it(
    lines: str, expected: list[str], rulebook: Rulebook
) -> None:
    assert list(nodes(plan_of(lines, rulebook))) == expected


@pytest.mark.parametrize(
    "line",
    [
        "1. Hồ sơ gồm: a) Đơn đề nghị; b) Bản sao giấy chứng nhận; c) Ảnh 4x6.",
        "1. Thực hiện theo điểm a) khoản 2, điểm b) khoản 3 Điều 5 của Quy chế.",
        "1. Ghi vào phiếu (mục: a) Lập danh sách hộ; b) Kiểm tra hộ) đầy đủ.",
        "1. Khắc phục lỗi nêu tại thông báo: “a) Lập danh sách thiếu; b) Kiểm tra muộn” của huyện.",
        "1. Công an xã: a) Tuần tra ban đêm.",
        "1. Hồ sơ gồm: (1) Đơn đề nghị; (2) Bản sao giấy chứng nhận.",
        "1. Lập sổ theo mẫu (1); kiểm tra theo mẫu (2).",
        "1. Công an xã: a) Tuần tra ban đêm; c) Lập danh sách.",
        "1. Thu hồi đất trong các trường hợp sau: a) Sử dụng sai mục đích; b) Chuyển nhượng trái phép.",
        "1. Người dân có quyền: a) Kiểm tra sổ sách; b) Yêu cầu giải thích.",
        "1. Xếp loại: a) Xã vùng cao; b) Xã vùng thấp.",
        "1. Gửi về đường 5/b Trần Phú; b) nhà 7.",
    ],
)
def test_letters_of_papers_cases_and_laws_part_nothing(line: str, rulebook: Rulebook) -> None:
    assert len(nodes(plan_of("I. VIỆC LÀM\n" + line, rulebook))) == 2


def test_items_on_one_line_are_work_of_the_unit_before_them(rulebook: Rulebook) -> None:
    tasks = tasks_of(
        "IV. PHÂN CÔNG NHIỆM VỤ\n3. Công an xã: a) Tuần tra ban đêm trước ngày 20/11/2025; b) Lập danh sách hộ kinh doanh.",
        rulebook,
    )
    assert [(t.id, [u.name for u in t.lead], len(t.deadlines)) for t in tasks] == [
        ("IV.3.a", ["Công an xã"], 1),
        ("IV.3.b", ["Công an xã"], 0),
    ]
