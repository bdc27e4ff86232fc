"""Who signs and who receives: positions, ranks, two beside each other, lines that go on."""

from __future__ import annotations

import pytest

from understanding.letterhead import BODY, HEAD, header_of
from vanthu.document.layout import BlockKind
from vanthu.rulebook import Rulebook


def test_second_signer_is_a_signer_of_its_own(rulebook: Rulebook) -> None:
    foot = (
        "Nơi nhận:",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Thị Mận",
        "TL. CHỦ TỊCH",
        "CHÁNH VĂN PHÒNG",
        "Võ Văn Na",
    )
    signers = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot).signers
    assert [s.name.value for s in signers] == ["Lê Thị Mận", "Võ Văn Na"]
    assert [s.authority.value for s in signers] == ["KT. GIÁM ĐỐC", "TL. CHỦ TỊCH"]


def test_a_line_without_a_bullet_goes_on_with_what_the_one_above_announces(rulebook: Rulebook) -> None:
    foot = (
        "Nơi nhận:",
        "- Các thôn;",
        "- VP: LĐVP, các phòng:",
        "Hành chính, Trung tâm TT;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
    )
    header = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot)
    assert [r.value for r in header.recipients] == [
        "Các thôn",
        "VP: LĐVP, các phòng: Hành chính, Trung tâm TT",
    ]


def test_a_position_goes_on_with_the_name_of_its_body(rulebook: Rulebook) -> None:
    office = ("TL. CHỦ TỊCH", "GIÁM ĐỐC TRUNG TÂM VĂN HÓA", "THỂ THAO VÀ DU LỊCH", "Lê Văn Sửu")
    header = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *office, "Nơi nhận:", "- Lưu: VT.")
    assert header.signers[0].position.value == "GIÁM ĐỐC TRUNG TÂM VĂN HÓA THỂ THAO VÀ DU LỊCH"
    assert header.signers[0].name.value == "Lê Văn Sửu"


@pytest.mark.parametrize(
    ("authority", "position"),
    [
        ("PHỤ TRÁCH HUYỆN ĐOÀN", "PHÓ BÍ THƯ"),
        ("TM. BAN BÍ THƯ", "BÍ THƯ THỨ NHẤT"),
        ("TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ],
)
def test_who_signs_for_a_body_bears_its_name_before_the_position(
    rulebook: Rulebook, authority: str, position: str
) -> None:
    foot = (authority, position, "Lê Văn Sửu", "Nơi nhận:", "- Lưu: VT.")
    signer = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot).signers[0]
    assert [signer.authority.value, signer.position.value, signer.office.value] == [authority, position, None]


def test_a_second_office_below_a_long_position_is_no_part_of_it(rulebook: Rulebook) -> None:
    foot = (
        "PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
        "GIÁM ĐỐC SỞ NỘI VỤ VÀ LAO ĐỘNG",
        "Lê Văn Sửu",
        "Nơi nhận:",
        "- Lưu tổ.",
    )
    header = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot)
    signer = header.signers[0]
    assert signer.position.value == "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"
    assert signer.office.value == "GIÁM ĐỐC SỞ NỘI VỤ VÀ LAO ĐỘNG"
    assert header.archive.value == "tổ"


def test_receivers_beside_the_signer_are_told_apart(rulebook: Rulebook) -> None:
    foot = (
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN",
        "- Các thôn; CHỦ TỊCH",
        "- Công an xã;",
        "- Lưu: VT. Phan Thị Sứ",
    )
    header = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot)
    assert [r.value for r in header.recipients] == ["Các thôn", "Công an xã"]
    assert header.archive.value == "VT"
    assert header.signers[0].position.value == "CHỦ TỊCH"
    assert header.signers[0].name.value == "Phan Thị Sứ"


def test_unknown_family_name_is_kept_for_review(rulebook: Rulebook) -> None:
    foot = ((BlockKind.SIGNER, "CHỦ TỊCH"), (BlockKind.SIGNER, "`Nbuyễn Văn Độ"))
    name = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *foot).signers[0].name
    assert name.value == "Nbuyễn Văn Độ"
    assert name.review


def test_two_who_sign_beside_each_other_are_two(rulebook: Rulebook) -> None:
    foot = "TRƯỞNG PHÒNG Y TẾ CHỦ TỊCH LĐLĐ HUYỆN", "Nguyễn Hữu Phước Mai Thị Hạnh"
    header = header_of(rulebook, *HEAD, BODY, *((BlockKind.SIGNER, x) for x in foot))
    assert [(s.position.value, s.name.value) for s in header.signers] == [
        ("TRƯỞNG PHÒNG Y TẾ", "Nguyễn Hữu Phước"),
        ("CHỦ TỊCH LĐLĐ HUYỆN", "Mai Thị Hạnh"),
    ]


def test_position_beside_a_receiver_that_ends_with_a_comma_is_the_signers(rulebook: Rulebook) -> None:
    foot = (
        "Nơi nhận: T/M BAN THƯỜNG VỤ",
        "- Ban Thường vụ Tỉnh ủy, BÍ THƯ",
        "- Lưu Văn phòng. Nguyễn Quốc Dũng",
    )
    header = header_of(rulebook, *HEAD, BODY, *foot)
    assert [(s.position.value, s.name.value) for s in header.signers] == [("BÍ THƯ", "Nguyễn Quốc Dũng")]
    assert header.recipients[0].value == "Ban Thường vụ Tỉnh ủy"


def test_position_under_the_name_is_the_second_office(rulebook: Rulebook) -> None:
    foot = "TM. TIỂU BAN", "TRƯỞNG TIỂU BAN", "Nguyễn Văn Hòa", "TRƯỞNG BAN XÂY DỰNG ĐẢNG"
    header = header_of(rulebook, *HEAD, BODY, *((BlockKind.SIGNER, x) for x in foot))
    assert [(s.position.value, s.office.value) for s in header.signers] == [
        ("TRƯỞNG TIỂU BAN", "TRƯỞNG BAN XÂY DỰNG ĐẢNG")
    ]


def test_the_second_of_two_who_sign_may_bear_a_rank(rulebook: Rulebook) -> None:
    foot = "TRƯỞNG PHÒNG Y TẾ CHỈ HUY TRƯỞNG", "Nguyễn Hữu Phước Thượng tá Mai Văn Hạnh"
    header = header_of(rulebook, *HEAD, BODY, *((BlockKind.SIGNER, x) for x in foot))
    assert [s.name.value for s in header.signers] == ["Nguyễn Hữu Phước", "Mai Văn Hạnh"]
