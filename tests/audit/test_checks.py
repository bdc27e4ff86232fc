"""All checks together."""

from __future__ import annotations

from facts import codes, due, task


def test_a_sound_plan_has_no_findings() -> None:
    assert codes(task("I.1", due("2024-06-14")), task("I.2", text="Tập huấn")) == []
