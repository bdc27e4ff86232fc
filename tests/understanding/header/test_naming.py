"""Names of bodies in capitals come out as running text writes them."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.header.naming import readable
from vanthu.understanding.header.rules import HeaderRules


@pytest.mark.parametrize(
    "name",
    [
        "Ban Chỉ đạo Phòng, chống dịch bệnh",
        "Ban Chỉ đạo Xây dựng nông thôn mới xã Tân Hòa",
        "Ban Chỉ huy Phòng thủ dân sự tỉnh An Lạc",
        "Ban Kinh tế - Xã hội",
        "Chi cục Quản lý đất đai",
        "Công an tỉnh Đắk Lắk",
        "Cục Phòng bệnh",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng LĐ-TB&XH",
        "Sở Công Thương",
        "Trường Tiểu học Vĩnh Phú 2",
        "UBND TP HCM",
        "UBND TP Hải Sơn",
        "UBND huyện Ea H'leo",
        "UBND xã Ea Kar",
        "Ủy ban MTTQ Việt Nam xã Đăk Rơ Nga",
        "Ủy ban nhân dân thành phố Hải Sơn",
    ],
)
def test_field_of_work_is_small_and_a_place_is_not(rulebook: Rulebook, name: str) -> None:
    assert readable(name.upper(), "", HeaderRules.of(rulebook)) == name


def test_hyphen_between_syllables_parts_two_fields(rulebook: Rulebook) -> None:
    assert readable("PHÒNG GIÁO DỤC-ĐÀO TẠO", "", HeaderRules.of(rulebook)) == "Phòng Giáo dục - Đào tạo"


def test_a_place_at_the_end_is_known_from_the_text(rulebook: Rulebook) -> None:
    rules = HeaderRules.of(rulebook)
    assert readable("TRUNG TÂM BẢO TỒN AN LẠC", "Tỉnh An Lạc, ngày", rules) == "Trung tâm Bảo tồn An Lạc"


def test_the_text_itself_is_followed_first(rulebook: Rulebook) -> None:
    text = "Giao Ban Quản lý chợ đầu mối tổng hợp"
    assert readable("BAN QUẢN LÝ CHỢ ĐẦU MỐI", text, HeaderRules.of(rulebook)) == "Ban Quản lý chợ đầu mối"
