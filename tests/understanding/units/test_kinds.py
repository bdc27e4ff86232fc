"""Several units whose kind is told once, and what stands in brackets behind a name."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.units.grammar import UnitGrammar


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("các chủ tàu Sao Mai, Bình Minh và Thuận Phát", ["chủ tàu Sao Mai", "chủ tàu Bình Minh", "chủ tàu Thuận Phát"]),
        ("Các chủ đò Sáu Hớn, Hai Lợi", ["chủ đò Sáu Hớn", "chủ đò Hai Lợi"]),
        ("các cảng cá Sông Mây, Núi Sen", ["cảng cá Sông Mây", "cảng cá Núi Sen"]),
        ("Các Đồn Biên phòng Sông Mây, Núi Sen", ["Đồn Biên phòng Sông Mây", "Đồn Biên phòng Núi Sen"]),
        ("Bí thư các chi bộ 1, 2 và 3 lập sổ", ["Bí thư chi bộ 1", "Bí thư chi bộ 2", "Bí thư chi bộ 3"]),
        ("các Trường Tiểu học Sông Mây, Núi Sen và THCS Phước Lý", ["Trường Tiểu học Sông Mây", "Trường Tiểu học Núi Sen", "Trường THCS Phước Lý"]),
        ("các trường mầm non, tiểu học lập sổ", ["các trường mầm non, tiểu học"]),
        ("Hạt Kiểm lâm Sông Mây, Núi Sen, Công an xã", ["Hạt Kiểm lâm Sông Mây", "Hạt Kiểm lâm Núi Sen", "Công an xã"]),
        ("các Sở Tài chính, Xây dựng và Y tế", ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"]),
        ("các Sở Tài chính, Giáo dục và Đào tạo", ["Sở Tài chính", "Sở Giáo dục và Đào tạo"]),
        ("các Sở: Tài chính, Y tế lập sổ; Công an tỉnh", ["Sở Tài chính", "Sở Y tế"]),
        ("UBND các xã: Sơn Mây, Sơn Sen rà soát", ["UBND xã Sơn Mây", "UBND xã Sơn Sen"]),
        ("xã Phước Lý và xã An Ninh rà soát", ["xã Phước Lý", "xã An Ninh"]),
        ("UBND các phường 4, 7 và 11", ["UBND phường 4", "UBND phường 7", "UBND phường 11"]),
        ("UBND các xã Phước Lý, An Ninh", ["UBND xã Phước Lý", "UBND xã An Ninh"]),
        ("Chủ tàu Sao Mai, Đồn Biên phòng Cửa Tiểu", ["Chủ tàu Sao Mai", "Đồn Biên phòng Cửa Tiểu"]),
        ("các chủ tàu lắp phao", ["các chủ tàu"]),
        ("UBND các xã, Công an huyện", ["UBND các xã", "Công an huyện"]),
        ("các thôn 2 tuần một lần báo cáo", ["các thôn"]),
        ("Các Điện lực: Sông Mây, Núi Sen", ["Điện lực Sông Mây", "Điện lực Núi Sen"]),
        ("Các Trạm Y tế: Phước Lý, Tân Mây lập sổ", ["Trạm Y tế Phước Lý", "Trạm Y tế Tân Mây"]),
        ("Các xã: Phước Lý, Tân Mây", ["xã Phước Lý", "xã Tân Mây"]),
        ("Các xã: Nhân lực, vật tư chuẩn bị xong", ["Các xã"]),
        ("Các Trạm Y tế: Xây dựng lịch, tổ chức tiêm", ["Các Trạm Y tế"]),
        ("Các xã: Hằng tuần, báo cáo kết quả", ["Các xã"]),
        ("Đội Văn nghệ (nếu có), Công an xã", ["Đội Văn nghệ", "Công an xã"]),
        ("các thôn 2 quí một lần báo cáo", ["các thôn"]),
        ("Các thôn mỗi thôn cử 04 người", ["Các thôn"]),
        ("Các chi đoàn, mỗi chi đoàn trồng 05 cây", ["Các chi đoàn"]),
        ("Công an xã, mỗi thôn cử 02 dân quân", ["Công an xã", "mỗi thôn"]),
        ("Công an huyện và mỗi đơn vị Công an xã lập tổ", ["Công an huyện", "mỗi đơn vị Công an xã"]),
        ("Hạt Kiểm lâm và mỗi tổ chức cử 02 người", ["Hạt Kiểm lâm", "mỗi tổ chức"]),
        ("Huyện uỷ (Ban Dân vận), Công an huyện rà soát", ["Huyện uỷ", "Công an huyện"]),
        ("Các đoàn thể mỗi tổ chức trồng 05 cây", ["Các đoàn thể"]),
        ("các chủ nuôi chó, mèo xích chó", ["các chủ nuôi chó, mèo"]),
        ("Văn phòng cơ quan Huyện ủy lập sổ", ["Văn phòng cơ quan Huyện ủy"]),
        ("Tổ lấy ý kiến phát phiếu", ["Tổ lấy ý kiến"]),
        ("UBND mỗi xã chọn 02 thôn", ["UBND mỗi xã"]),
        ("Trưởng mỗi thôn báo cáo", ["Trưởng mỗi thôn"]),
        ("Ban quản lý dịch vụ công ích huyện thay đèn", ["Ban quản lý dịch vụ công ích huyện"]),
    ],
)  # fmt: skip
def test_each_place_or_thing_of_a_list_is_a_unit(rulebook: Rulebook, text: str, names: list[str]) -> None:
    reader = UnitGrammar(rulebook["UNIT"], rulebook["VERB"]).read(text)
    assert [u.name for u in reader.list_at(0)[0]] == names


def test_a_bracket_that_tells_the_standing_is_not_of_the_name(rulebook: Rulebook) -> None:
    text = "Phòng Theo dõi xe đò, xe ôm và ghe (Cơ quan Thường trực)"
    reader = UnitGrammar(rulebook["UNIT"], rulebook["VERB"]).read(text)
    assert [u.name for u in reader.split()] == ["Phòng Theo dõi xe đò, xe ôm và ghe"]
