from __future__ import annotations

import pytest

from vanthu.document.page import MarkKind
from vanthu.reading.marks.wording import Marking, Spoken, outline
from vanthu.rulebook import load_rulebook


@pytest.fixture(scope="module")
def marking() -> Marking:
    return Marking.of(load_rulebook())


def said(*lines: str, confidence: float = 0.96) -> list[Spoken]:
    return [Spoken(line, confidence) for line in lines]


STAMP = (
    "VĂN PHÒNG HUYỆN SUỐI TRONG",
    "Số: 1127",
    "ĐẾN",
    "Ngày: 24/7/2023",
    "Chuyển: VP, KT",
    "Số và ký hiệu HS: ....",
)


def test_arrival_stamp_is_told_with_its_fields(marking: Marking) -> None:
    told = marking.tell(said(*STAMP))
    assert told is not None
    assert told.kind is MarkKind.ARRIVAL
    assert told.fields == {
        "agency": "VĂN PHÒNG HUYỆN SUỐI TRONG",
        "number": "1127",
        "date": "24/7/2023",
        "forwarded_to": "VP, KT",
    }


def test_doubtful_fields_are_absent(marking: Marking) -> None:
    told = marking.tell(said(*STAMP, confidence=0.6))
    assert told is not None
    assert told.fields == {}


@pytest.mark.parametrize("date", ["Ngày: 42/7/2023", "Ngày: ../../2023", "Ngày: 2/4/2oz6"])
def test_a_day_that_is_none_is_absent(marking: Marking, date: str) -> None:
    told = marking.tell(said("ĐẾN", date))
    assert told is not None
    assert "date" not in told.fields


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("KHẨN",), MarkKind.URGENCY),
        (("HỎA TỐC", "HẸN GIỜ"), MarkKind.URGENCY),
        (("| HOẢ TỐC |",), MarkKind.URGENCY),
        (("SAO Y BẢN CHÍNH",), MarkKind.COPY),
        (("Ký bởi: Ủy ban nhân dân xã", "Thời gian ký: 12/3/2024 08:15:20"), MarkKind.DIGITAL_SIGNATURE),
    ],
)
def test_other_stamps(marking: Marking, lines: tuple[str, ...], kind: MarkKind) -> None:
    told = marking.tell(said(*lines))
    assert told is not None
    assert told.kind is kind


@pytest.mark.parametrize(
    "lines", [(), ("3815",), ("KẾ HOẠCH",), ("UBND XÃ", "Số: 12/KH-UBND"), ("KHẨN TRƯƠNG",)]
)
def test_print_is_no_stamp(marking: Marking, lines: tuple[str, ...]) -> None:
    assert marking.tell(said(*lines)) is None


def test_hints_are_enough_only_in_a_frame_of_the_right_size(marking: Marking) -> None:
    worn = said("ĐẾN đã 12", "va ký liệu HS", confidence=0.4)
    assert marking.tell(worn) is None
    told = marking.tell(worn, as_arrival=True)
    assert told is not None
    assert told.kind is MarkKind.ARRIVAL


@pytest.mark.parametrize(
    "text", ["MẬT", "NIẤT", "TMAi", "TỐI Wi `1", "TẾ MẬT", "TUYỆ:", "TUYET MAT", "IUYỆT MẬI", "TÔI MỆN."]
)
def test_worn_letters_come_near_a_mark_of_secrecy(marking: Marking, text: str) -> None:
    assert marking.find("secrecy_near", outline(text))


@pytest.mark.parametrize(
    "text",
    ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HẸN GIỜ", "SAO Y", "BẢN SAO", "MẪU SỐ 01", "ĐẾN", "KẾ HOẠCH", "Mật độ dân số"],
)  # fmt: skip
def test_other_stamps_and_print_do_not(marking: Marking, text: str) -> None:
    assert marking.find("secrecy_near", outline(text)) is None


def test_the_hour_of_a_delivery_on_a_second_line_belongs_to_the_urgency(marking: Marking) -> None:
    told = marking.tell([Spoken("HỎA TỐC", 0.9), Spoken("HẸN GIỜ", 0.9)])
    assert told is not None
    assert [line.text for line in told.lines] == ["HỎA TỐC HẸN GIỜ"]


def test_of_several_readings_the_surest_that_says_something_counts(marking: Marking) -> None:
    told = marking.tell_best([[Spoken("SAO Y", 0.6)], [Spoken("SAO Y", 0.9)], [Spoken("-", 0.95)]])
    assert told is not None
    assert told.lines == (Spoken("SAO Y", 0.9),)
    assert marking.tell_best([[Spoken("-", 0.9)], []]) is None
