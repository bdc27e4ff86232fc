from __future__ import annotations

from collections.abc import Sequence

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.columns.contents import Contents


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("Tổ trưởng", "Tổ phó", "Thư ký", "Uỷ viên"), True),
        (("Trưởng đoàn", "Phó Trưởng đoàn thường trực", "Thành viên, thư ký"), True),
        (("Trưởng ban.", "", "Ủy viên kiêm thư ký"), True),
        (("Tổ trưởng, lo hậu cần", "Thư ký"), False),
        (("Loa đài", "Lái xe"), False),
        (("", ""), False),
    ],
)
def test_offices_stand_alone_in_most_cells(rulebook: Rulebook, cells: Sequence[str], told: bool) -> None:
    assert Contents.of(rulebook).are_offices(cells) is told
