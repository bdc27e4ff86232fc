"""The reader that all tests of deadlines ask."""

from __future__ import annotations

import pytest

from vanthu.rulebook import load_rulebook
from vanthu.understanding.deadlines.reader import DeadlineReader


@pytest.fixture(scope="session")
def reader() -> DeadlineReader:
    return DeadlineReader.of(load_rulebook())
