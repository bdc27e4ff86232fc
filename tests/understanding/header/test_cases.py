"""Whole heads and feet, of all levels, years and forms."""

from __future__ import annotations

from typing import Any

import pytest

from letterheads import cases, facts, read_text
from vanthu.orthography import fold
from vanthu.rulebook import Rulebook

ALL = [
    case
    for name in ("known", "unseen", "further", "last", "levels", "issuers", "beside", "bare")
    for case in cases(name)
]
LISTS = ("citations", "legal_basis")


def _plain(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


@pytest.mark.parametrize("case", ALL, ids=lambda c: c["id"])
def test_head_and_foot_are_read_as_a_clerk_reads_them(case: dict[str, Any], rulebook: Rulebook) -> None:
    found, expected = facts(read_text(case["text"], rulebook)), dict(case["expect"])
    signer = expected.pop("signer", {})
    assert {k: found["signer"].get(k) for k in signer} == signer
    for name in LISTS:
        if name in expected:
            assert sorted(map(fold, found[name])) == sorted(map(fold, expected.pop(name))), name
    assert {k: _plain(found[k]) for k in expected} == {k: _plain(v) for k, v in expected.items()}
