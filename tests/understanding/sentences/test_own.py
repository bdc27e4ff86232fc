"""Whom a unit directs as its own: those stay its work; others named are who must act."""

from __future__ import annotations

import pytest

from vanthu.document.geometry import Span
from vanthu.understanding.sentences.own import OwnPeople
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.units.parts import UnitName


def _are_own(rules: SentenceRules, text: str, above: list[str], *, offices: bool = True) -> bool:
    sentence = Sentence(text, rules)
    units = [UnitName(name, Span(0, len(name))) for name in above]
    return OwnPeople(sentence, units, offices=offices).are_all([u.name for u in sentence.actors])


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Giao Công an các xã bám địa bàn.", ["Công an huyện"]),
        ("Giao Công an xã lập chốt.", ["UBND các xã, phường"]),
        ("Yêu cầu Trưởng thôn thông báo trên loa.", ["UBND các xã"]),
        ("Giao Phòng Kinh tế tiếp nhận hóa chất.", ["UBND các xã, phường"]),
        ("Yêu cầu các cơ sở y tế kiểm kê giường bệnh.", ["Sở Y tế"]),
        ("Yêu cầu các đơn vị kiểm kê tài sản.", ["Sở Y tế"]),
        ("Yêu cầu các cơ sở lưu trú khai báo khách trọ.", ["Công an huyện"]),
        ("Yêu cầu các chủ hồ chứa báo lịch xả nước.", ["Sở Công Thương"]),
        ("Mời nghệ nhân truyền nghề cho lớp trẻ.", ["Sở Văn hóa"]),
        ("Mỗi tổ chức nhận giúp 10 hộ.", ["Hội Nông dân", "Hội Liên hiệp Phụ nữ"]),
        ("Mỗi tổ cử 08 người.", ["Tổ dân phố số 5", "Tổ dân phố số 6"]),
        ("Mỗi bản dựng 01 trại.", ["14 bản trên địa bàn xã"]),
        ("Mỗi chi đoàn cử 08 người.", ["Các chi đoàn khối 11", "Chi đoàn Giáo viên"]),
        ("Các đồng chí cán bộ, chiến sĩ chấp hành quân lệnh.", ["Công an xã"]),
        ("Giao Khoa Sản lập bảng trực.", ["Bệnh viện Đa khoa huyện"]),
        ("Giao Phòng Quản trị sửa mái.", ["Trường Cao đẳng Y tế"]),
        ("Giao Đội Cảnh sát giao thông phân luồng.", ["Công an huyện"]),
    ],
)
def test_a_subordinate_that_is_directed_leaves_the_work_to_its_heading(
    rules: SentenceRules, text: str, above: list[str]
) -> None:
    assert _are_own(rules, text, above)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Đề nghị Công an các xã bám địa bàn.", ["Công an huyện"]),
        ("Công an các xã bám địa bàn.", ["Công an huyện"]),
        ("Giao Công an huyện lập chốt.", ["UBND các xã, phường"]),
        ("Giao Sở Y tế cấp hóa chất.", ["UBND các xã, phường"]),
        ("Giao Công an xã Đông lập chốt.", ["UBND các xã, phường"]),
        ("Giao Công an xã lập chốt.", ["UBND xã"]),
        ("Mỗi Trạm Y tế cử 08 người.", ["Hội Nông dân"]),
        ("Mỗi chi hội cử 08 người.", ["Hội Nông dân"]),
        ("Giao Công an xã lập chốt.", []),
        ("Giao Phòng Nội vụ kiểm phiếu.", ["UBND huyện"]),
        ("Yêu cầu Đội Quản lý thị trường số 9 niêm phong kho.", ["Bệnh viện Đa khoa huyện"]),
        ("Giao Khoa Sản lập bảng trực.", ["Các phòng, khoa"]),
        ("Khoa Sản lập bảng trực.", ["Bệnh viện Đa khoa huyện"]),
        ("Yêu cầu các đơn vị liên quan cung cấp số liệu.", ["Sở Y tế"]),
        ("Đề nghị các cơ sở lưu trú khai báo khách trọ.", ["Công an huyện"]),
        ("Các chủ đầu tư giải ngân.", ["Sở Tài chính"]),
        ("Mỗi gia đình treo cờ.", ["Công an xã"]),
        ("Mỗi tổ chức chính trị - xã hội đỡ đầu 01 hộ.", ["Tổ dân phố số 3"]),
    ],
)
def test_another_unit_that_is_named_must_act_itself(
    rules: SentenceRules, text: str, above: list[str]
) -> None:
    assert not _are_own(rules, text, above)


def test_communes_had_no_departments_before_the_two_levels(rules: SentenceRules) -> None:
    assert not _are_own(rules, "Giao Phòng Kinh tế tiếp nhận hóa chất.", ["UBND các xã"], offices=False)


def test_a_line_of_a_letter_asks_some_of_those_addressed(rules: SentenceRules) -> None:
    sentence = Sentence("Yêu cầu các trường học kiểm kê bàn ghế.", rules)
    above = [UnitName(name, Span(0, len(name))) for name in ("các phòng, ban", "UBND các xã")]
    named = [u.name for u in sentence.actors]
    assert OwnPeople(sentence, above, offices=True).are_all(named)
    assert not OwnPeople(sentence, above, offices=True, addressed=True).are_all(named)
