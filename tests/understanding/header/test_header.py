"""Single fields of the header: doubt, evidence, and what must not be taken."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import plan_of
from understanding.letterhead import BODY, HEAD, header_of
from vanthu.document.content import Header
from vanthu.document.geometry import Box
from vanthu.document.layout import BlockKind
from vanthu.rulebook import Rulebook
from vanthu.understanding.header import read_header


def test_every_value_leads_back_to_its_words(rulebook: Rulebook) -> None:
    header = header_of(rulebook, *HEAD, BODY)
    for field in (header.type, header.number, header.symbol, header.place, header.title):
        assert field.evidence is not None
        assert field.value is not None
        assert field.evidence.quote.casefold() == field.value.casefold()


def test_number_read_badly_is_unknown_and_kept_as_candidate(rulebook: Rulebook) -> None:
    header = header_of(rulebook, *HEAD, BODY, confidence=0.4)
    assert header.number.value is None
    assert header.number.candidates == ("12",)
    assert header.number.review
    assert header.issued_on.value == "2024"


def test_number_read_well_is_kept_with_its_confidence(rulebook: Rulebook) -> None:
    header = header_of(rulebook, *HEAD, BODY, confidence=0.92)
    assert (header.number.value, header.number.confidence) == ("12", 0.92)


@pytest.mark.parametrize(
    "written", ["Số:       /KH-UBND", "Số: ...../KH-UBND", "Số: ⁄4Ø, /KH-UBND", "Số: l2 x/KH-UBND"]
)
def test_open_or_unreadable_number_is_none_with_a_reason(rulebook: Rulebook, written: str) -> None:
    header = header_of(rulebook, *HEAD[:2], written, *HEAD[3:], BODY)
    assert header.number.value is None
    assert header.number.review
    assert header.symbol.value == "KH-UBND"


def test_stamp_of_arrival_gives_neither_number_nor_date(rulebook: Rulebook) -> None:
    stamp = (BlockKind.STAMP, "CÔNG VĂN ĐẾN Số: 99/KH-VP Ngày 1 tháng 1 năm 2020")
    header = header_of(rulebook, stamp, *HEAD, BODY)
    assert (header.number.value, header.issued_on.value) == ("12", "2024-03-05")


def test_cited_documents_give_neither_number_nor_date(rulebook: Rulebook) -> None:
    header = header_of(rulebook, "KẾ HOẠCH", "Ra quân", BODY)
    assert header.number.value is None
    assert header.issued_on.value is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Tân Lập, ngày15 tháng02 năm 2024", "2024-02-15"),
        ("Tân Lập, ngày    tháng 5 năm 2024", "2024-05"),
        ("Tân Lập, ngày 7 tháng 54 năm 2024", "2024"),
        ("Tân Lập, ngày 31 tháng 6 năm 2024", "2024"),
        ("Tân Lập, ngày 16/7/20 21", "2021-07-16"),
        ("Tân Lập, ngày ... tháng ... năm 2024", "2024"),
    ],
)
def test_date_is_said_as_far_as_it_is_certain(rulebook: Rulebook, written: str, value: str) -> None:
    assert header_of(rulebook, *HEAD[:3], written, *HEAD[4:], BODY).issued_on.value == value


@pytest.mark.parametrize(
    ("lines", "issuer", "superior"),
    [
        (
            ("SỞ Y TẾ TỈNH KIM SƠN", "TRUNG TÂM Y TẾ HUYỆN AN BÌNH"),
            "Trung tâm Y tế huyện An Bình",
            "Sở Y tế tỉnh Kim Sơn",
        ),
        (("BAN CHỈ ĐẠO", "CẢI CÁCH HÀNH CHÍNH"), "Ban Chỉ đạo cải cách hành chính", None),
        (
            ("UBND HUYỆN AN BÌNH", "BAN CHỈ HUY", "PHÒNG CHỐNG THIÊN TAI"),
            "Ban Chỉ huy phòng chống thiên tai",
            "UBND huyện An Bình",
        ),
        (("ỦY BAN NHÂN DÂN QUẬN 21",), "Ủy ban nhân dân quận 21", None),
        (
            ("HUYỆN ỦY AN BÌNH", "BAN TUYÊN GIÁO"),
            "Ban Tuyên giáo Huyện ủy An Bình",
            "Huyện ủy An Bình",
        ),
        (
            ("CÔNG AN TỈNH TÂN TRƯỜNG", "CÔNG AN HUYỆN AN BÌNH"),
            "Công an huyện An Bình",
            "Công an tỉnh Tân Trường",
        ),
        (
            ("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG AN BÌNH", "THƯỜNG TRỰC HỘI ĐỒNG"),
            "Thường trực Hội đồng nhân dân phường An Bình",
            "Hội đồng nhân dân phường An Bình",
        ),
        (
            ("BAN CHẤP HÀNH TRUNG ƯƠNG", "HỘI LÀM VƯỜN VIỆT NAM"),
            "Ban Chấp hành Trung ương Hội Làm vườn Việt Nam",
            None,
        ),
        (
            ("HỘI NÔNG DÂN TỈNH KIM SƠN", "BAN THƯỜNG VỤ HUYỆN AN BÌNH"),
            "Ban Thường vụ Hội Nông dân huyện An Bình",
            "Hội Nông dân tỉnh Kim Sơn",
        ),
        (
            ("ỦY BAN NHÂN DÂN TỈNH KIM SƠN", "THANH TRA TỈNH"),
            "Thanh tra tỉnh",
            "Ủy ban nhân dân tỉnh Kim Sơn",
        ),
        (("ỦY BAN NHÂN DÂN XÃ", "ĐỘI AN"), "Ủy ban nhân dân xã Đội An", None),
        (
            ("BỘ CHỈ HUY QUÂN SỰ TỈNH", "BAN CHỈ HUY QUÂN SỰ KHU VỰC 7"),
            "Ban Chỉ huy Quân sự khu vực 7",
            "Bộ Chỉ huy Quân sự tỉnh",
        ),
        (
            ("SỞ VĂN HÓA VÀ THỂ THAO TỈNH", "BẢO TÀNG"),
            "Bảo tàng",
            "Sở Văn hóa và Thể thao tỉnh",
        ),
    ],
)
def test_bodies_of_the_letterhead(
    rulebook: Rulebook, lines: tuple[str, ...], issuer: str, superior: str | None
) -> None:
    header = header_of(rulebook, *lines, *HEAD[2:], BODY)
    assert (header.issuer.value or "").casefold() == issuer.casefold()
    assert (header.superior.value or "").casefold() == (superior or "").casefold()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Thông báo “V/v phòng, chống bão số 4”", "phòng, chống bão số 4"),
        ("Thông báo về việc cấp nước tạm thời.", "cấp nước tạm thời"),
    ],
)
def test_type_in_small_letters_before_its_subject(rulebook: Rulebook, line: str, title: str) -> None:
    header = header_of(rulebook, *HEAD[:2], HEAD[3], line, "Kính gửi: Các thôn")
    assert (header.type.value, header.title.value) == ("Thông báo", title)


def test_a_sentence_that_opens_the_orders_is_no_title(rulebook: Rulebook) -> None:
    opening = (BlockKind.TITLE, "UBND xã có ý kiến như sau:")
    assert header_of(rulebook, *HEAD[:4], opening, "Giao Văn phòng rà soát.").title.value is None


def test_inferred_issuer_is_less_certain_and_says_so(rulebook: Rulebook) -> None:
    header = header_of(
        rulebook, *HEAD[2:], "Để thực hiện, Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch như sau:"
    )
    assert header.issuer.value == "Ủy ban nhân dân xã Tân Lập"
    assert header.issuer.review
    assert (header.issuer.confidence or 0) < 0.7


def test_appendix_is_no_part_of_head_or_foot(rulebook: Rulebook) -> None:
    plan = plan_of(
        *HEAD,
        BODY,
        "Các đơn vị thực hiện./.",
        "Nơi nhận:",
        "- Các thôn;",
        "- Lưu: VT.",
        "NGƯỜI LẬP BIỂU",
        "Võ Na",
    )
    last = len(plan.paragraphs or ()) - 2
    moved = [
        p.model_copy(update={"appendix": 1}) if i >= last else p for i, p in enumerate(plan.paragraphs or ())
    ]
    header = read_header(plan.with_layers(paragraphs=tuple(moved)), rulebook)
    assert [r.value for r in header.recipients] == ["Các thôn"]
    assert header.signers == ()


@settings(deadline=None)
@given(lines=st.lists(st.text(alphabet="AÁUỦSốơ 0123456789/-.:;,()*|KHVvTM\n", max_size=40), max_size=12))
def test_any_text_gives_a_header(rulebook: Rulebook, lines: list[str]) -> None:
    assert isinstance(read_header(plan_of(*[x for x in lines if x.strip()]), rulebook), Header)


@pytest.mark.parametrize(
    ("foot", "position", "name"),
    [
        (("KT. CHỦ TỊCH", "Vũ Đình Lam"), "PHÓ CHỦ TỊCH", "Vũ Đình Lam"),
        (("KT. CHỦ TỊCH", "^n CHỦ TỊCH", "Vũ Đình Lam"), "PHÓ CHỦ TỊCH", "Vũ Đình Lam"),
        (("KT. BỘ TRƯỞNG", "Vũ Đình Lam"), "THỨ TRƯỞNG", "Vũ Đình Lam"),
        (("CHỦ TỊCH", "rần Quốc Hứng"), "CHỦ TỊCH", "Trần Quốc Hứng"),
        (("CHỦ TỊCH", "=6 Minh Trì"), "CHỦ TỊCH", "Minh Trì"),
    ],
)
def test_what_a_seal_hides_is_said_with_doubt(
    rulebook: Rulebook, foot: tuple[str, ...], position: str, name: str
) -> None:
    lines = [(BlockKind.SIGNER, x) for x in foot]
    signer = header_of(rulebook, *HEAD, BODY, "Các đơn vị thực hiện./.", *lines).signers[0]
    assert (signer.position.value, signer.name.value) == (position, name)
    assert signer.position.review or signer.name.review


BLANK_HEAD = (*HEAD[:2], "Số:      /KH-UBND", "Tân Lập, ngày     tháng 3 năm 2024", *HEAD[4:])


def test_places_left_blank_are_said_to_be_blank(rulebook: Rulebook) -> None:
    header = header_of(rulebook, *BLANK_HEAD, BODY)
    assert (header.number.value, header.number.blank) == (None, True)
    assert (header.issued_on.value, header.issued_on.blank) == ("2024-03", True)


def test_places_under_coloured_ink_are_unread_not_blank(rulebook: Rulebook) -> None:
    """Handwriting in blue is taken off before recognition: what looks blank then is not."""
    plan = plan_of(*BLANK_HEAD, BODY, confidence=0.95)
    (page,) = plan.pages or ()
    inked = page.model_copy(update={"ink": (Box(0, 0, 600, 800),)})
    header = read_header(plan.with_layers(pages=(inked,)), rulebook)
    assert not header.number.blank
    assert not header.issued_on.blank
    assert "viết tay" in (header.number.review or "")
