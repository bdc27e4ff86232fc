"""Who leads and who helps where a bracket, the word *do*, a column or a line beside says it."""

from __future__ import annotations

import pytest

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook


def parties(text: str, rulebook: Rulebook) -> list[tuple[list[str], list[str]]]:
    tasks = tasks_of(f"I. NHIỆM VỤ\n{text}", rulebook, type="Kế hoạch")
    return [([u.name for u in t.lead], [u.name for u in t.coordinate]) for t in tasks]


@pytest.mark.parametrize(
    ("text", "lead", "coordinate"),
    [
        (
            "1. Rà soát hộ nghèo (Phòng Kinh tế chủ trì; Công an xã phối hợp).",
            ["Phòng Kinh tế"],
            ["Công an xã"],
        ),
        ("1. Kiểm tra các cơ sở chế biến (giao Phòng Kinh tế).", ["Phòng Kinh tế"], []),
        ("1. Mở 03 lớp tập huấn cho thôn (Phòng Nội vụ; tháng 5/2026).", ["Phòng Nội vụ"], []),
        ("1. Xây dựng mô hình điểm do Trạm Y tế xã thực hiện, xong trong quý II.", ["Trạm Y tế xã"], []),
        ("1. Mở 03 lớp học (do Trạm Y tế xã thực hiện).", ["Trạm Y tế xã"], []),
        ("1. Mở 03 lớp học (do Sở Y tế chủ trì, Công an xã phối hợp).", ["Sở Y tế"], ["Công an xã"]),
        ("1. Thẩm định hồ sơ (do Phòng Kinh tế lập).", [], []),
        ("1. Mở lớp học do các Trạm Y tế Sông Mây, Núi Sen thực hiện.", ["Trạm Y tế Sông Mây", "Trạm Y tế Núi Sen"], []),
        ("1. Xây 02 cầu (xã Đông, xã Đoài).", [], []),
        ("1. Phối hợp với thôn Đông Hạ và các đoàn thể dọn kênh.", [], ["thôn Đông Hạ", "các đoàn thể"]),
        ("1. Trình diễn tiết mục do Hội Phụ nữ xã dàn dựng.", [], []),
        ("1. Gửi báo cáo về Ủy ban nhân dân xã (qua Văn phòng).", [], []),
        ("1. Hội Nông dân xã nhờ cậy người già trong bản.", ["Hội Nông dân xã"], []),
        ("1. Trang trí sân khấu, âm thanh: Trung tâm Văn hóa xã.", ["Trung tâm Văn hóa xã"], []),
        ("1. Vệ sinh ba khu: khu A, khu B, khu C.", [], []),
        ("1. Kiểm tra chuyên đề công khai: Trường THCS Lộc Vân.", [], []),
        ("1. Trồng cây với các đơn vị kết nghĩa: Đồn Biên phòng Lộc Vân.", [], []),
        (
            "1. Công an xã, Trạm Y tế xã mỗi đơn vị cử 02 đồng chí trực.",
            ["Công an xã", "Trạm Y tế xã"],
            [],
        ),
        ("1. Để phối hợp với Sở Y tế phòng dịch, UBND xã phun thuốc.", ["UBND xã"], []),
        ("1. Trần Thị Mai (Phó Trưởng ban): phụ trách hậu cần.", ["Trần Thị Mai (Phó Trưởng ban)"], []),
    ],
)  # fmt: skip
def test_units_named_beside_the_work_take_part(
    text: str, lead: list[str], coordinate: list[str], rulebook: Rulebook
) -> None:
    assert parties(text, rulebook) == [(lead, coordinate)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "1. UBND các xã\n- Lập danh sách hộ nghèo; Trưởng thôn ký xác nhận từng hộ.",
            ["UBND các xã"],
        ),
        (
            "1. UBND các xã\n- Công an xã tuần tra ban đêm; Trưởng thôn gõ kẻng.",
            ["Công an xã", "Trưởng thôn"],
        ),
        ("1. UBND các xã\n- Lập danh sách hộ nghèo; các hộ ký xác nhận.", ["UBND các xã"]),
        (
            "1. Họp dân ngày 12/6; yêu cầu Trạm Y tế cử bác sĩ; Công an xã giữ xe.",
            ["Trạm Y tế", "Công an xã"],
        ),
        ("1. Sửa chữa cầu phao; đối với các xã ven sông hướng dẫn chủ đò buộc bè.", []),
    ],
)
def test_who_acts_later_leads_where_nobody_is_named_before(
    text: str, lead: list[str], rulebook: Rulebook
) -> None:
    assert parties(text, rulebook)[-1][0] == lead


def test_helpers_of_the_line_that_opens_a_list_help_with_its_items(rulebook: Rulebook) -> None:
    text = "1. Công an xã\n- Chủ trì, phối hợp với Đoàn xã thực hiện các nhiệm vụ sau:\n+ Kẻ vẽ biển báo tại 03 ngã tư."
    assert parties(text, rulebook)[-1] == (["Công an xã"], ["Đoàn xã"])


def test_one_column_may_name_leader_and_helpers(rulebook: Rulebook) -> None:
    table = (
        "|STT|Nội dung|Đơn vị chủ trì, phối hợp|\n|1|Rà soát hồ sơ|Văn phòng; Công an xã|\n|2|Họp dân|-nt-|"
    )
    assert parties(table, rulebook) == [(["Văn phòng"], ["Công an xã"])] * 2


@pytest.mark.parametrize(
    ("cell", "lead", "coordinate"),
    [
        ("Sở Y tế (chủ trì), các xã (phối hợp)", ["Sở Y tế"], ["các xã"]),
        ("Sở Y tế (CT), các đơn vị liên quan (PH)", ["Sở Y tế"], ["các đơn vị liên quan"]),
        ("Sở Y tế; PH: Công an tỉnh", ["Sở Y tế"], ["Công an tỉnh"]),
        ("Văn phòng chủ trì; Phòng Kinh tế, các thôn phối hợp", ["Văn phòng"], ["Phòng Kinh tế", "các thôn"]),
        ("CQ chủ trì: Phòng Nội vụ; CQ phối hợp: các xã", ["Phòng Nội vụ"], ["các xã"]),
        ("Sở Y tế/Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"], []),
        ("Công an xã + Quân sự xã", ["Công an xã", "Quân sự xã"], []),
        ("- Sở Y tế - Công an tỉnh", ["Sở Y tế", "Công an tỉnh"], []),
    ],
)
def test_a_cell_tells_who_leads_and_who_helps(
    cell: str, lead: list[str], coordinate: list[str], rulebook: Rulebook
) -> None:
    table = f"|STT|Nội dung|Đơn vị thực hiện|\n|1|Rà soát hồ sơ|{cell}|"
    assert parties(table, rulebook) == [(lead, coordinate)]


@pytest.mark.parametrize(
    ("heading", "lead"), [("1. Phòng Nội vụ:", ["Phòng Nội vụ"]), ("1. Việc chung:", ["100% công chức"])]
)
def test_people_act_where_no_heading_names_their_unit(
    heading: str, lead: list[str], rulebook: Rulebook
) -> None:
    assert parties(f"{heading}\n- Yêu cầu 100% công chức đeo thẻ khi làm việc.", rulebook) == [(lead, [])]


def test_a_heading_of_duties_names_the_whole_unit(rulebook: Rulebook) -> None:
    text = "1. Nhiệm vụ của Tổ tiếp nhận, phân loại đơn thư của công dân:\n- Lập sổ theo dõi đơn."
    assert parties(text, rulebook) == [(["Tổ tiếp nhận, phân loại đơn thư của công dân"], [])]


def test_columns_that_no_rule_names_are_told_by_their_cells(rulebook: Rulebook) -> None:
    table = "|STT|Việc|Bên lo|Lúc nào|\n|1|Rà soát hồ sơ|Văn phòng UBND xã|Tháng 4/2026|\n|2|Họp dân|Công an xã|15/5/2026|"
    assert parties(table, rulebook) == [(["Văn phòng UBND xã"], []), (["Công an xã"], [])]


def test_an_unmarked_line_that_names_a_unit_heads_the_lines_below(rulebook: Rulebook) -> None:
    text = "Công an xã\nBảo đảm trật tự tại chợ phiên.\nCác thôn\nNiêm yết danh sách tại nhà văn hóa."
    assert [lead for lead, _ in parties(text, rulebook)] == [["Công an xã"], ["Các thôn"]]


@pytest.mark.parametrize(
    "signs", [("Bước 1:", "Bước 2:"), ("(i)", "(ii)"), ("Thứ nhất,", "Thứ hai,"), ("→", "→")]
)
def test_steps_small_romans_words_and_arrows_are_items(signs: tuple[str, str], rulebook: Rulebook) -> None:
    text = "\n".join(f"{sign} Văn phòng rà soát toàn bộ hồ sơ." for sign in signs)
    assert len(parties(text, rulebook)) == 2
