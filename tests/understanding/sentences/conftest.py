from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.sentences.rules import SentenceRules


@pytest.fixture(scope="session")
def rules(rulebook: Rulebook) -> SentenceRules:
    """The program's own rules on sentences."""
    return SentenceRules.of(rulebook)
