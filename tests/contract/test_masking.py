"""What is passed on names no telephone and no identity number; everything else stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given

from contracts import DUE, contract, contracts, task, unhurried
from vanthu.contract.masking import Mask
from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import contract_json
from vanthu.rulebook import load_rulebook


@pytest.fixture(scope="module")
def mask() -> Mask:
    return Mask(load_rulebook()["PERSONAL"])


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Liên hệ đồng chí An (0900 000 012)", "Liên hệ đồng chí An (•••• ••• •12)"),
        ("ông Thử, CCCD số 000000000034, 0900.000.012", "ông Thử, CCCD số ••••••••••34, ••••.•••.•12"),
        ("ĐT: 0200 3000 001; Fax: 0200 3000 002", "ĐT: •••• •••• •01; Fax: •••• •••• •02"),
        ("gọi 0900000012 500 hộ", "gọi ••••••••12 500 hộ"),
        ("0900000012-0900000034 0900\u00a0000\u00a0056", "••••••••12-••••••••34 ••••\u00a0•••\u00a0•56"),
        ("000000000034/000000000056,000000000078", "••••••••••34/••••••••••56,••••••••••78"),
        ("CMND 000000034, 000000056", "CMND •••••••34, •••••••56"),
    ],
)
def test_personal_numbers_are_covered_digit_by_digit(mask: Mask, text: str, covered: str) -> None:
    assert mask.text(text) == covered


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 09/KH-UBND ngày 09/12/2025",
        "kinh phí 1.090.000.000 đồng, trong đó 350.000.000 đồng của năm 2025",
        "100 % của 1200 hồ sơ, từ 08 giờ 00 ngày 03/8/2025 đến 05/9/2025",
        "cấp căn cước công dân cho 12.000 người trước ngày 30/6/2025",
        "từ 1.090.000.000-1.100.000.000 đồng",
        "mã ngân sách 000.00.34.H12-120915",
    ],
)
def test_dates_sums_and_numbers_of_documents_stay(mask: Mask, text: str) -> None:
    assert mask.text(text) == text


def test_a_number_cut_between_a_quote_and_its_neighbours_is_covered(mask: Mask) -> None:
    proof = {"prefix": "gọi 0900 ", "quote": "000 012 trước 31/7", "suffix": "/2024"}
    plan = contract(task(deadlines=[DUE], evidence=proof))
    found = mask.plan(plan).tasks[0].evidence
    assert found is not None
    assert (found.prefix, found.quote, found.suffix) == ("gọi •••• ", "••• •12 trước 31/7", "/2024")


def test_dates_units_and_keys_of_a_plan_are_untouched(mask: Mask) -> None:
    plan = contract(task(text="Báo cáo về số 0900 000 012", lead=["Phòng Nội vụ"], deadlines=[DUE]))
    before, after = contract_json(plan), contract_json(mask.plan(plan))
    assert after["tasks"][0].pop("text") == "Báo cáo về số •••• ••• •12"
    before["tasks"][0].pop("text")
    assert after == before


@unhurried
@given(contracts())
def test_what_is_covered_is_still_a_plan_and_covering_again_changes_nothing(
    mask: Mask, plan: PublicPlan
) -> None:
    once = mask.plan(plan)
    assert mask.plan(once) == once
