from __future__ import annotations

import pytest

from understanding.paper import plan_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.repair import recounted


def repaired(numbers: list[str], rulebook: Rulebook) -> list[str]:
    lines = "\n".join(f"{n}. TIÊU ĐỀ\n1. việc" for n in numbers)
    return [n.path for n in recounted(plan_of(lines, rulebook).outline or ())]


@pytest.mark.parametrize("numbers", [["I", "II", "II", "IV"], ["I", "I", "II", "IV"], ["I", "I", "III"]])
def test_a_lost_stroke_is_counted_anew(numbers: list[str], rulebook: Rulebook) -> None:
    whole = [p for n in ("I", "II", "III", "IV")[: len(numbers)] for p in (n, f"{n}.1")]
    assert repaired(numbers, rulebook) == whole


@pytest.mark.parametrize(
    "numbers", [["I", "II", "IV"], ["I", "II", "III"], ["II", "II", "V"], ["I", "II", "III", "III"]]
)
def test_what_counting_does_not_explain_stays(numbers: list[str], rulebook: Rulebook) -> None:
    lines = "\n".join(f"{n}. TIÊU ĐỀ\n1. việc" for n in numbers)
    before = plan_of(lines, rulebook).outline or ()
    assert recounted(before) == tuple(before)
