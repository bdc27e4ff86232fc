from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook, load_rulebook


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The program's own rules."""
    return load_rulebook()
