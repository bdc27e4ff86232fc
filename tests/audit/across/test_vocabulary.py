"""Words in which duties are compared."""

from __future__ import annotations

import pytest

from filings import audited, plan, task
from vanthu.audit.across.spelling import parted
from vanthu.audit.across.vocabulary import vocabulary


@pytest.mark.parametrize("phrase", ["GD&ĐT", "TN&MT"])
def test_an_abbreviation_of_two_words_is_read_as_it_is_written(phrase: str) -> None:
    text = f"gửi danh sách về Phòng {phrase} huyện"
    assert vocabulary().legible(text).casefold() == text.casefold()


@pytest.mark.parametrize(
    ("joined", "apart"), [("vềnghĩa", "về nghĩa"), ("thựchiện", "thực hiện"), ("phốihợp", "phối hợp")]
)
def test_words_that_were_run_together_are_parted_where_both_are_syllables(joined: str, apart: str) -> None:
    assert parted(joined) == apart


def test_every_phrase_of_the_table_is_legible() -> None:
    words = vocabulary()
    entries = [e for rows in words._entries.values() for _, some in rows for e in some]
    assert len(entries) > 100
    assert [e.written for e in entries if not words.legible(e.written)] == []


def test_plans_that_name_a_department_in_short_are_audited() -> None:
    text = "Nộp kế hoạch nuôi ăn bán trú về Phòng GD&ĐT huyện Đông Sậy"
    found = audited(plan("1", task(text, "2024-05-31")), plan("2", task(text, "2024-06-14")))
    assert [one.code for one in found] == ["deadline-conflict"]
