"""The tests keep out of the user's own cache; worker processes and commands that they start share theirs.

How long one example of a property takes says nothing on a machine that does other work too.
Continuous integration (`CI` is set) tries the same examples every time, so that a change is judged by itself; by hand they are drawn anew.
"""

from __future__ import annotations

import os
import shutil
import tempfile

import hypothesis
import pytest

_CACHE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Only the main process makes the cache folder; workers inherit it."""
    hypothesis.settings.register_profile("untimed", deadline=None, derandomize="CI" in os.environ)
    hypothesis.settings.load_profile("untimed")
    if not hasattr(config, "workerinput"):
        config.stash[_CACHE] = tempfile.mkdtemp(prefix="vanthu-tests-")
        os.environ["XDG_CACHE_HOME"] = config.stash[_CACHE]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if folder := config.stash.get(_CACHE, None):
        shutil.rmtree(folder, ignore_errors=True)
