from __future__ import annotations

import pytest

from understanding.paper import plan_of
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.structure import SectionRole
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.builder import Builder


def paths(text: str, rulebook: Rulebook) -> list[str]:
    return [n.path for n in plan_of(text, rulebook).outline or ()]


def roles(text: str, rulebook: Rulebook) -> dict[str, SectionRole | None]:
    return {n.path: n.role for n in plan_of(text, rulebook).outline or ()}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["I. A", "1. B", "1.1. C", "1.1.1. D", "- e", "+ f", "- g", "2. H", "II. K"],
         ["I", "I.1", "I.1.1", "I.1.1.1", "I.1.1.1.b1", "I.1.1.1.b1.s1", "I.1.1.1.b2", "I.2", "II"]),
        (["Phần I", "CHUNG", "A. X", "1) Y", "a) z", "b) t", "(1) u", "2) V", "Phần thứ hai", "RIÊNG"],
         ["P1", "P1.A", "P1.A.1", "P1.A.1.a", "P1.A.1.b", "P1.A.1.b.1", "P1.A.2", "P2"]),
        (["PHẦN A. X", "I. y", "PHẦN B", "TIẾP", "(1) Z", "1.a. T", "1.b. U", "(2) V", "2.a) X"],
         ["P1", "P1.I", "P2", "P2.1", "P2.1.a", "P2.1.b", "P2.2", "P2.2.a"]),
        (["II. A", "Nhiệm vụ 1. B", "1.1. c", "1.2. d", "Nhiệm vụ 2. E", "2.1. f", "III. G"],
         ["II", "II.1", "II.1.1", "II.1.2", "II.2", "II.2.1", "III"]),
        (["Điều 1. X", "Điều 2. Y", "1. z", "a) t", "2. u", "Điều 3. V"],
         ["D1", "D2", "D2.k1", "D2.k1.a", "D2.k2", "D3"]),
        (["1. Sở Y tế", "* Về khám:", "- một", "- hai", "* Về chữa:", "- ba"],
         ["1", "1.b1", "1.b1.s1", "1.b1.s2", "1.b2", "1.b2.s1"]),
        (["1. A", "+ Đoàn xã:", "- một", "- hai", "+ Văn phòng:", "- ba", "2. B", "+ bốn", "- năm", "+ sáu"],
         ["1", "1.b1", "1.b1.s1", "1.b1.s2", "1.b2", "1.b2.s1", "2", "2.b1", "2.b2", "2.b2.s1"]),
        (["1. A", "+ Xét ai:", "Hộ khó.", "- một", "2. B", "+ Gồm:", "* Hai", "- ba"],
         ["1", "1.b1", "1.b1.p1", "1.b2", "2", "2.b1", "2.b1.s1", "2.b1.s1.t1"]),
        (["I. X", "A/. y", "1. z", "B/. t", "II. U"], ["I", "I.A", "I.A.1", "I.B", "II"]),
        (["A. X", "I. y", "1. z", "B. T", "I. u"], ["A", "A.I", "A.I.1", "B", "B.I"]),
        (["I. A", "- Về thời gian:", "+ Mức một:", "Các thôn tổ chức họp.", "Các tổ báo cáo.", "II. B"],
         ["I", "I.b1", "I.b1.s1", "I.b1.s1.p1", "I.b1.s1.p2", "II"]),
        (["4. A", "- b", "5. 6 tháng cuối năm", "- c"], ["4", "4.b1", "5", "5.b1"]),
        (["I. A", "Tổ 1 (Tổ trưởng: bà Sen)", "1. Quét sân", "2. Rửa bể", "Tổ 2:", "1. Tưới cây", "II. B"],
         ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.1", "II"]),
        (["I/- A", "1/- B", "a/- C", "b)- D", "II.- E"], ["I", "I.1", "I.1.a", "I.1.b", "II"]),
        (["A- Mục tiêu", "B- Phân công", "1. Dọn đường ở", "A- Bê", "2. Dọn chợ ở tổ", "6, Tổ 7"],
         ["A", "B", "B.1", "B.1.p1", "B.2", "B.2.p1"]),
        (["I, Nội dung", "1, Dạy học", "II, Phân công", "1, Kế toán"], ["I", "I.1", "II", "II.1"]),
        (["I. A", "99. Quét sân", "100. Rửa bể", "101. Tưới cây", "120. Mét vuông"],
         ["I", "I.99", "I.100", "I.101", "I.101.p1"]),
        (["I/ A", "1- Bàn việc", "a- Lập sổ", "b - Phát thanh", "2, Họp", "c, Mời dân", "II- T"],
         ["I", "I.1", "I.1.a", "I.1.b", "I.2", "I.2.c", "II"]),
        (["I. A", "1,Trạm bơm: tưới", "2,Đội cày:", "- bừa", "3,UBND xã:", "- cấp", "II. B"],
         ["I", "I.1", "I.2", "I.2.b1", "I.3", "I.3.b1", "II"]),
        (["I. A", "1) Trạm bơm", "1.1. Tưới", "1.2. Tiêu", "2) Đội cày", "2.1. Bừa", "II. B", "1) C", "2) D"],
         ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.1", "II", "II.1", "II.2"]),
        (["I. A", "1. Trạm bơm:", "1,1. Tưới", "1,2. Tiêu", "2. Đội cày:", "2,1. Bừa", "II. B"],
         ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.1", "II"]),
        (["I. A", "1. Cấp phân cho ruộng", "3,UBND xã", "5,5. Tấn", "2. Bón", "2,5. Tạ", "- 2,1. Ha"],
         ["I", "I.1", "I.1.p1", "I.1.p2", "I.2", "I.2.p1", "I.2.b1"]),
        (["1.) A", "1.a Lập sổ", "1.b Họp dân", "2.) B", "- 12, 13 và 14", "- a, b và c"],
         ["1", "1.a", "1.b", "2", "2.b1", "2.b2"]),
    ],
)  # fmt: skip
def test_every_numbering_gives_paths(lines: list[str], expected: list[str], rulebook: Rulebook) -> None:
    assert paths("\n".join(lines), rulebook) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["I. A", "1. b", "Il. C", "1. d", "lII. E"], ["I", "I.1", "II", "II.1", "III"]),
        (["I. A", "1. b", "2. c", "11. D", "1. e"], ["I", "I.1", "I.2", "II", "II.1"]),
        (["Phần thứ nhất", "CHUNG", "1. a", "Phân thứ hai", "RIÊNG", "1. b"], ["P1", "P1.1", "P2", "P2.1"]),
        (["1. a", "2. b", "4. c"], ["1", "2", "4"]),
        (["1. a", "__2. b", "' 3. c"], ["1", "2", "3"]),
        (["1. a", "2. b", "2. c"], ["1", "2", "2_2"]),
        (["I. A", "1.2. b", "2.1. c"], ["I", "I.1.2", "I.2.1"]),
    ],
)
def test_misread_skipped_and_repeated_numbers(
    lines: list[str], expected: list[str], rulebook: Rulebook
) -> None:
    assert paths("\n".join(lines), rulebook) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["I. NỘI DUNG", "1. a", "II TỔ CHỨC THỰC HIỆN", "1. b", "III. X"],
            ["I", "I.1", "II", "II.1", "III"],
        ),
        (["I. NỘI DUNG", "1. a", "II ĐÀO TẠO, TẬP HUẤN", "1. b"], ["I", "I.1", "II", "II.1"]),
        (["I MỤC ĐÍCH, YÊU CẦU", "1. a", "II NỘI DUNG", "1. b"], ["I", "I.1", "II", "II.1"]),
        (["A . MỤC ĐÍCH", "1. a", "B . NỘI DUNG", "1. b"], ["A", "A.1", "B", "B.1"]),
    ],
)
def test_a_numeral_of_a_heading_may_have_lost_its_stop(
    lines: list[str], expected: list[str], rulebook: Rulebook
) -> None:
    assert paths("\n".join(lines), rulebook) == expected


@pytest.mark.parametrize("line", ["XI MĂNG VÀ CÁT", "III của Nghị quyết", "V TRÍ TRẠM BƠM"])
def test_capitals_like_a_numeral_are_none_by_themselves(line: str, rulebook: Rulebook) -> None:
    assert paths(f"I. NỘI DUNG\n1. a\n{line}", rulebook) == ["I", "I.1", "I.1.p1"]


@pytest.mark.parametrize(
    "line",
    [
        "15.000 đồng mỗi suất",
        "30/6/2025 là hạn cuối",
        "-5 độ C",
        "1945 là năm",
        "2.5 lần",
        "2,5 tấn",
        "1,5. Mét vuông",
        "1,Điều 3 của Luật",
        "4,Tổ trưởng",
        "88/QĐ-UBND ngày 05/9/2031 của Ủy ban nhân dân tỉnh",
        "Phần E-learning",
        "Mục B biểu mẫu do thôn kê khai",
    ],
)
def test_figures_at_a_line_s_beginning_are_no_numbering(line: str, rulebook: Rulebook) -> None:
    assert paths(line, rulebook) == ["p1"]


def test_roles_come_from_headings_and_go_down(rulebook: Rulebook) -> None:
    lines = """
        Mở đầu
        I. MỤC ĐÍCH, YÊU CẦU
        - một
        II. MỤC TIÊU VÀ NHIỆM VỤ
        1. Mục tiêu
        - hai
        2. Nhiệm vụ trọng tâm
        - ba
        III. TỔ CHỨC THỰC HIỆN
        1. Chế độ báo cáo: hằng tháng
        2. Sở Y tế
    """
    found = roles(lines, rulebook)
    assert found["p1"] is SectionRole.PREAMBLE
    assert found["I.b1"] is SectionRole.PURPOSE
    assert found["II"] is SectionRole.CONTENT
    assert found["II.1.b1"] is SectionRole.TARGETS
    assert found["II.2.b1"] is SectionRole.CONTENT
    assert found["III.1"] is SectionRole.REPORTING
    assert found["III.2"] is SectionRole.ORGANISATION


def test_a_section_that_only_names_a_unit_assigns(rulebook: Rulebook) -> None:
    assert roles("1. Công an xã\n- Tuần tra ban đêm.", rulebook)["1.b1"] is SectionRole.ASSIGNMENTS


def test_a_sentence_that_begins_like_a_heading_keeps_the_role_above(rulebook: Rulebook) -> None:
    text = (
        "I. NHIỆM VỤ\n1. Đánh giá thực trạng cơ sở vật chất của các trường.\n2. Yêu cầu các trường rà soát."
        "\n3. Hồ sơ xét tặng (02 bộ, gồm: đơn, ảnh) nộp về Hội trước ngày 05/3."
    )
    assert set(roles(text, rulebook).values()) == {SectionRole.CONTENT}


def test_a_requirement_that_begins_like_a_heading_stays_one(rulebook: Rulebook) -> None:
    found = roles("I. MỤC TIÊU, YÊU CẦU\n1. Các biện pháp phải đồng bộ.\n2. Giải pháp\n- một", rulebook)
    assert found["I.1"] is SectionRole.PURPOSE
    assert found["I.2"] is SectionRole.CONTENT


def test_what_an_opening_line_orders_is_work(rulebook: Rulebook) -> None:
    asked = roles("UBND huyện yêu cầu các xã thực hiện:\n1. Về cơ sở vật chất\n- một", rulebook)
    assert asked["1"] is asked["1.b1"] is SectionRole.CONTENT
    told = roles("Tình hình như sau:\n1. Về cơ sở vật chất\n- một", rulebook)
    assert told["1"] is None


def test_bullets_before_the_text_begins_are_its_grounds(rulebook: Rulebook) -> None:
    found = roles("- Căn cứ Luật Thú y;\nUBND xã lập kế hoạch:\nI. NỘI DUNG\n- một", rulebook)
    assert found["b1"] is SectionRole.PREAMBLE


def test_rows_of_an_annex_are_numbered_by_the_annex() -> None:
    builder = Builder("PHÂN CÔNG\nDựng rạp", lambda words: words.isupper())
    builder.add(Paragraph(kind=BlockKind.APPENDIX_TITLE, span=Span(0, 9), page=1, appendix=1))
    builder.add_row(Span(10, 18), page=1, table=0, row=1, label="1", appendix=1)
    assert builder.nodes[-1].path == "PL1.r1"
    assert builder.nodes[-1].parent == 0


def test_rows_take_their_own_number(rulebook: Rulebook) -> None:
    table = "II. BẢNG\n|STT|Việc|\n|1|Rà soát|\n|2.1|In phiếu|\n||Không số|"
    assert paths(table, rulebook) == ["II", "II.r1", "II.r2.1", "II.r3"]


def test_bare_lines_over_whole_sentences_are_headings(rulebook: Rulebook) -> None:
    lines = """
        I. NỘI DUNG
        Nâng chất lượng đọc sách ở thư viện xã
        Trạm Y tế và nhà văn hóa mở tủ sách vào buổi tối thứ Sáu.
        - Mỗi tủ sách có ít nhất 200 đầu sách.
        Chế độ báo cáo
        Các thôn báo cáo kết quả về Ủy ban nhân dân xã mỗi quý.
        II. TỔ CHỨC THỰC HIỆN
        Đoàn Thanh niên xã
        Phân công đoàn viên trực thư viện vào các ngày cuối tuần.
    """
    assert paths(lines, rulebook) == [
        "I",
        "I.1",
        "I.1.p1",
        "I.1.b1",
        "I.2",
        "I.2.p1",
        "II",
        "II.1",
        "II.1.p1",
    ]
    assert roles(lines, rulebook)["I.2.p1"] is SectionRole.REPORTING


@pytest.mark.parametrize(
    "lines",
    [
        # one line without a stop is a slip
        "I. NỘI DUNG\nRà soát các tủ sách hiện có\nTrạm Y tế và nhà văn hóa mở tủ sách vào buổi tối.",
        # whoever writes without stops writes no headings so
        "I. NỘI DUNG\nTu sửa tủ\nMua thêm sách mới cho các thôn.\nTập huấn\nMở cửa buổi tối\nVận động\nMở ngày hội đọc sách.",
        # what stands below is no longer than the line
        "I. NỘI DUNG\nRà soát các tủ sách hiện có ở thôn\nMua sách.\nVận động người dân quyên góp sách\nMở hội thi.",
    ],
)
def test_a_line_without_a_stop_is_not_always_a_heading(lines: str, rulebook: Rulebook) -> None:
    assert all(p == "I" or p.startswith("I.p") for p in paths(lines, rulebook))


def test_a_part_of_an_event_with_its_hours_is_a_programme_unless_units_must_act_in_it(
    rulebook: Rulebook,
) -> None:
    found = roles(
        """I. NỘI DUNG
1. Phần lễ (từ 8h00):
- Múa xòe.
2. Phần hội
- Ném còn.
3. Phần hội (buổi chiều): thi bắn nỏ.
II. PHÂN CÔNG NHIỆM VỤ
1. Đoàn xã:
a) Phần lễ (buổi sáng)
- Đón khách.
III. TỔ CHỨC THỰC HIỆN
1. Phần lễ (buổi sáng)
- Chuẩn bị loa.""",
        rulebook,
    )
    assert [found[p] for p in ("I.1.b1", "I.2.b1", "I.3", "II.1.a.b1", "III.1.b1")] == [
        SectionRole.SCOPE,
        SectionRole.CONTENT,
        SectionRole.CONTENT,
        SectionRole.ASSIGNMENTS,
        SectionRole.ORGANISATION,
    ]


def test_a_team_heads_its_items_in_an_annex_without_a_heading() -> None:
    text = "Tổ 1:\n1. Quét sân"
    builder = Builder(text, lambda _: False, is_time_or_team=lambda words: words.startswith("Tổ"))
    builder.add(Paragraph(kind=BlockKind.BODY, span=Span(0, 5), page=1, appendix=1), opens_list=True)
    builder.add(Paragraph(kind=BlockKind.BODY, span=Span(6, len(text)), page=1, appendix=1))
    assert [n.path for n in builder.nodes] == ["PL1.1", "PL1.1.1"]
