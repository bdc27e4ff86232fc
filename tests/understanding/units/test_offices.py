"""Offices called after what laws and ministries lay down are read whole, wherever they stand in an instruction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.units.parts import UnitName

NAMES = (
    (Path(__file__).parents[1] / "data" / "offices.txt").read_text(encoding="utf-8").splitlines()
)  # one a line
_POLICE = "Công an tỉnh"


@pytest.mark.parametrize(
    ("wording", "told", "beside"),
    [
        ("{} rà soát, lập danh sách gửi UBND tỉnh.", lambda s: s.actors, []),
        ("{} chủ trì, phối hợp với các đơn vị liên quan kiểm tra.", lambda s: s.actors, []),
        ("Giao {} tổng hợp, báo cáo.", lambda s: s.actors, []),
        (f"Phối hợp với {_POLICE}, {{}} kiểm tra các chợ.", lambda s: s.partners, [_POLICE]),
        ("{}:", lambda s: s.heading_units, []),
        ("{}", lambda s: s.heading_units, []),
    ],
)
def test_an_office_is_read_whole(
    wording: str, told: Callable[[Sentence], tuple[UnitName, ...]], beside: list[str], rulebook: Rulebook
) -> None:
    rules = SentenceRules.of(rulebook)
    read = {name: [u.name for u in told(Sentence(wording.format(name), rules))] for name in NAMES}
    assert {name: found for name, found in read.items() if found != [*beside, name]} == {}
