"""Items torn before a name with a capital."""

from __future__ import annotations

import pytest

from understanding.paper import plan_of
from vanthu.rulebook import Rulebook

_OTHERS = """- Lập danh sách người cho thuê trọ.
- Tuần tra ban đêm.
- Kiểm tra các điểm bán khí đốt.
2. Hội Nông dân xã
- Vận động hội viên ký cam kết.
- Hướng dẫn hội viên dùng bếp an toàn.
- Lập quỹ hỗ trợ hội viên."""
_TORN = "- Tuyên truyền phòng cháy đến từng hộ dân trên các trang mạng xã hội"
_REST = "Zalo, Facebook của các thôn."


def _texts(first: str, others: str, rulebook: Rulebook) -> list[str]:
    plan = plan_of(f"III. NHIỆM VỤ\n1. Công an xã\n{first}\n{others}", rulebook)
    return [" ".join(plan.need_text()[n.span].split()) for n in plan.outline or ()][2:]


def test_an_item_without_a_stop_goes_on_below(rulebook: Rulebook) -> None:
    for gap in ("\n", "\n\n"):
        first = _texts(f"{_TORN}{gap}{_REST}", _OTHERS, rulebook)[0]
        assert first == f"{_TORN[2:]} {_REST}"


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (f"{_TORN}.\n{_REST}", _OTHERS),  # it is whole
        (
            "- Đối với các hộ nuôi ong lấy mật ở các thôn ven rừng\nKiểm tra mỗi quý một lần.",
            _OTHERS,
        ),  # a heading
        (f"{_TORN}\n{_REST}", _OTHERS.replace(".\n", "\n")),  # no item has a stop
        (f"{_TORN}\nZalo", _OTHERS),
        (f"{_TORN}\nPhòng Kinh tế chủ trì, phối hợp các thôn.", _OTHERS),  # the stop was forgotten
        (f"{_TORN}\nGiao Công an xã đôn đốc các thôn.", _OTHERS),
        (f"{_TORN}\nThời gian thực hiện: trước ngày 20/4/2031.", _OTHERS),
    ],
)
def test_what_stands_below_an_item_is_its_own(first: str, others: str, rulebook: Rulebook) -> None:
    assert _texts(first, others, rulebook)[1] == first.split("\n")[1]
