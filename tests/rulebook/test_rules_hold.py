"""Every example and counter-example that stands beside a rule of the program."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.rulebook.examples import failures


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def test_all_examples_hold(rulebook: Rulebook) -> None:
    assert failures(rulebook) == []


def test_there_are_rules(rulebook: Rulebook) -> None:
    assert sum(len(s.compiled) for s in rulebook.sets.values()) > 50
