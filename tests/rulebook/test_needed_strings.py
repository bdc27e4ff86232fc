"""What a rule names as needed stands in every text that its pattern matches: what is named too narrowly is missed without a word."""

from __future__ import annotations

from random import Random

import pytest

from expressions import maker
from vanthu.orthography import fold_spelling
from vanthu.rulebook import load_rulebook
from vanthu.rulebook.literals import bare
from vanthu.rulebook.match import CompiledRule

_TRIES = 300


def matched(rule: CompiledRule) -> list[str]:
    """Texts that a rule matches, made of its pattern; the same each time."""
    random, make = Random(20), maker(rule.pattern.written)  # noqa: S311 - cases, no secrets
    made = [fold_spelling(make(random)) for _ in range(_TRIES)]
    return [text for text in made if rule.pattern.on(text).search(text)]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(c, id=c.rule.id)
        for s in load_rulebook().sets.values()
        for c in s.compiled
        if c.rule.needs
    ],
)
def test_texts_made_of_a_pattern_hold_what_is_named(rule: CompiledRule) -> None:
    texts = matched(rule)
    assert texts
    assert [text for text in texts if not any(one in bare(text) for one in rule.named)] == []
