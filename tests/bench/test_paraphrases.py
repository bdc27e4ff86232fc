"""Wordings of two drafters: enough of each, none twice, and some held out."""

from __future__ import annotations

from paraphrases import LISTS, are_one, entries, pairs


def test_some_are_held_out_and_no_wording_stands_twice() -> None:
    known, *held = (entries(name) for name in LISTS)
    assert all(len(known) > len(some) > 10 for some in held)
    every = [entry for some in (known, *held) for entry in some]
    told = [text for entry in every for text in (*entry["same"], *entry["other"])]
    assert len(told) == len(set(told))
    assert all({same for *_, same in pairs(entry)} == {True, False} for entry in every)


def test_what_the_audit_says_is_asked() -> None:
    assert are_one("Phòng Kinh tế", "Nạo vét kênh mương nội đồng", "Khơi thông kênh mương nội đồng")
    assert not are_one("Phòng Kinh tế", "Nạo vét kênh mương nội đồng", "Trồng cây xanh ven đường")
