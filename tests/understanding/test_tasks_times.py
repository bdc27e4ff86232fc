from __future__ import annotations

import pytest

from understanding.paper import tasks_of
from vanthu.document.content import Qualifier
from vanthu.rulebook import Rulebook

TABLE = """
I. NHIỆM VỤ
|TT|Nội dung|Chủ trì|{head}|
|1|Lập danh sách cơ sở phải kiểm tra|Công an phường|{cell}|
"""


@pytest.mark.parametrize(
    ("head", "cell", "qualifier"),
    [
        ("Thời hạn hoàn thành", "28/9/2025", Qualifier.BY),
        ("Xong trước", "ngày 28/9/2025", Qualifier.BY),
        ("Thời hạn", "Trước ngày 28/9/2025", Qualifier.BEFORE),
        ("Thời hạn", "Vào ngày 28/9/2025", Qualifier.ON),
        ("Thời gian", "28/9/2025", Qualifier.ON),
    ],
)
def test_a_bare_day_under_a_head_of_limits_is_a_limit(
    rulebook: Rulebook, head: str, cell: str, qualifier: Qualifier
) -> None:
    (task,) = tasks_of(TABLE.format(head=head, cell=cell), rulebook, issued_on="2025-09-10")
    assert [d.qualifier for d in task.deadlines] == [qualifier]
