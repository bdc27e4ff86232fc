"""What duties came to when they were filed: kept, true, and not believed where the rules are others now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from filings import plan, task
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.reader import reader
from vanthu.register import Register
from vanthu.register.across.filing import filing_of
from vanthu.register.intake import Arrival, add_all
from vanthu.register.keeping.expunge import expunge
from vanthu.register.tables import SAID

TEXTS = (
    "Nạo vét kênh mương nội đồng xứ Đông và sửa chữa trạm bơm điện đầu mối tại thôn Suối Dẻ, bảo đảm tiết kiệm",
    "Hồ sơ hộ tịch được số hóa đầy đủ, gửi về Phòng Nội vụ huyện Đông Sậy",
    "Báo cáo kết quả thực hiện Kế hoạch này",
    "Mua 03 máy bơm 15 CV, sốhóa hồ sơ",
    "5",
)


@pytest.fixture
def filled(register: Register) -> Register:
    paper = plan("1", *(task(text, "2024-05-31") for text in TEXTS))
    register.work(lambda c: add_all(c, [Arrival(paper)]))
    return register


def duties(register: Register) -> Sequence[Duty]:
    return register.look(lambda c: list(filing_of(c, [1], reader()).duties.values()))


def test_a_duty_says_what_it_said_when_it_was_filed(filled: Register) -> None:
    kept = duties(filled)
    assert [duty.text for duty in kept] == list(TEXTS)
    assert any(duty.parts for duty in kept)
    assert any(duty.is_general for duty in kept)
    for duty in kept:
        anew = replace(duty, gist=None)
        assert duty.gist is not None
        for one, other in zip((duty, *duty.parts), (anew, *anew.parts), strict=True):
            assert one.words.clauses == other.words.clauses
            assert (one.is_general, one.text, one.telling) == (other.is_general, other.text, other.telling)


def test_what_other_rules_made_of_it_is_not_believed(filled: Register) -> None:
    filled.work(lambda c: c.execute(update(SAID).values(recipe="quy tắc khác")))
    assert [duty.gist for duty in duties(filled)] == [None] * len(TEXTS)


def test_nothing_is_left_of_a_document_that_went(filled: Register) -> None:
    filled.work(lambda c: expunge(c, 1, who="Lê Thị Thử", reason="vào nhầm"))
    assert filled.look(lambda c: c.execute(select(SAID)).all()) == []
