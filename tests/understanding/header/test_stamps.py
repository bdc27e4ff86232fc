"""Numbers and dates of stamps and of pens, which are never the document's."""

from __future__ import annotations

from layouts import Printed, centred, full, laid_out, printed, rulebook, texts
from vanthu.document.content import Header
from vanthu.document.geometry import union
from vanthu.document.page import Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.understanding.header import read_header

STAMP = ("ĐẾN", "Số: 318", "Ngày: 30/11/2023", "Chuyển: VP")
PEN = ("125/BC-VP", "15/3/2024")
BODY = [
    centred("KẾ HOẠCH", below=40),
    centred("Tổng vệ sinh đường làng, ngõ xóm"),
    full("Các thôn, các cơ quan, đơn vị trên địa bàn tổ chức thực hiện, báo cáo kết quả về"),
    Printed("Ủy ban nhân dân xã để tổng hợp."),
]


def paper(number: str, day: str, extra: tuple[str, ...], kind: MarkKind) -> Plan:
    """A page whose head says number and day, with the lines of a mark below it."""
    head = [
        Printed("ỦY BAN NHÂN DÂN", 110),
        Printed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 310, 0),
        Printed("XÃ SUỐI TRONG", 120, 15),
        Printed("Độc lập - Tự do - Hạnh phúc", 335, 0),
        Printed(number, 112, 27),
        Printed(day, 315, 0),
    ]
    lines = [Printed(text, 70, 15, confidence=0.97) for text in extra]
    plan = printed([*head, *lines, *BODY])
    words = plan.words or ()
    said = {word for line in extra for word in line.split()}
    own = tuple(n for n, w in enumerate(words) if w.text in said and w.confidence == 0.97)
    box = union(words[n].box for n in own)
    assert box is not None
    return laid_out(plan.with_layers(marks=(Mark(kind=kind, page=1, box=box, words=own),)))


def header(plan: Plan) -> Header:
    return read_header(plan, rulebook())


def test_the_number_of_an_arrival_stamp_is_not_the_documents() -> None:
    found = header(paper("Số: /KH-UBND", "Suối Trong, ngày tháng 3 năm 2024", STAMP, MarkKind.ARRIVAL))
    assert found.number.value is None
    assert "2023" not in str(found.issued_on.value)


def test_beside_a_stamp_the_printed_number_and_day_stand() -> None:
    found = header(paper("Số: 15/KH-UBND", "Suối Trong, ngày 05 tháng 3 năm 2024", STAMP, MarkKind.ARRIVAL))
    assert found.number.value == "15"
    assert found.issued_on.value == "2024-03-05"


def test_a_note_by_hand_is_neither_text_nor_number() -> None:
    plan = paper("Số: /KH-UBND", "Suối Trong, ngày tháng 3 năm 2024", PEN, MarkKind.HANDWRITING)
    found = header(plan)
    assert found.number.value is None
    assert found.issued_on.value != "2024-03-15"
    assert not any(said in text for said in PEN for text in texts(plan))
