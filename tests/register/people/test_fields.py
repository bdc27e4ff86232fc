from typing import Any

import pytest

from vanthu.errors import InputError
from vanthu.register.people import understood_word


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("issued_on", "5/3/2024", "2024-03-05"),
        ("issued_on", "2024-03-05", "2024-03-05"),
        ("issued_on", "3/2024", "2024-03"),
        ("issued_on", "2024-03", "2024-03"),
        ("issued_on", "2024", "2024"),
        ("title", "  Kế  hoạch năm ", "Kế hoạch năm"),
        ("number", "", None),
        ("issued_on", "", None),
    ],
)
def test_a_field_of_a_header(field: str, text: str, value: Any) -> None:
    assert understood_word(field, text, of_task=False) == value


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("due", "31/7/2024", "2024-07-31"),
        ("due", "", None),
        ("progress", "xong", "Hoàn thành"),
        ("lead", "Công an xã; Trạm Y tế", ("Công an xã", "Trạm Y tế")),
        ("lead", "", ()),
        ("note", "đã gửi", "đã gửi"),
    ],
)
def test_a_field_of_a_task(field: str, text: str, value: Any) -> None:
    assert understood_word(field, text, of_task=True) == value


@pytest.mark.parametrize(
    ("field", "text", "of_task"),
    [
        ("issued_on", "31/2/2024", False),
        ("issued_on", "hôm qua", False),
        ("due", "31/6/2024", True),
        ("progress", "gần gần", True),
        ("number", "12", True),
        ("due", "1/1/2024", False),
        ("state", "confirmed", True),
    ],
)
def test_what_can_t_be_understood_is_told(field: str, text: str, of_task: bool) -> None:
    with pytest.raises(InputError, match=field):
        understood_word(field, text, of_task=of_task)
