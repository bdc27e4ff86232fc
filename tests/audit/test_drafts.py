"""Drafts and opinions on them."""

from __future__ import annotations

import pytest

from facts import codes, due, task


@pytest.mark.parametrize(("day", "expected"), [("2024-05-14", ["deadline-order"]), ("2024-06-14", [])])
def test_opinions_on_a_draft_are_due_after_it_was_sent(day: str, expected: list[str]) -> None:
    sent = task("I.1", due("2024-05-30"), text="Gửi dự thảo lần 2 xin ý kiến các chi bộ")
    given = task("I.2", due(day), text="Góp ý vào dự thảo lần 2 gửi về Văn phòng", lead="các chi bộ")
    assert codes(sent, given) == expected
