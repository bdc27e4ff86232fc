"""How far people have looked at what the machine proposed, and what they decide about two documents that may be one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    """Of a document or a task."""

    PENDING = "pending"  # nobody looked yet
    CONFIRMED = "confirmed"  # a person said that it is right
    CORRECTED = "corrected"  # a person put something right
    DISCARDED = "discarded"  # a person said that it is nothing


STATE = "state"
"""The field under which people say it."""


def state_after(said: Iterable[str], stated: object) -> State:
    """The state of something after people's words: `said` are the fields they put right, or `STATE`, the last one last.

    `stated` is what they said under `STATE`.
    """
    last = [*said][-1:]
    if last == [STATE]:
        return State(str(stated or State.PENDING))
    return State.CORRECTED if last else State.PENDING


class Decision(StrEnum):
    """About a document that came in and another one that was there: is it the same?"""

    LINK = "link"  # the same; the other one goes on standing for both
    REPLACE = "replace"  # the same; the newer one stands for both from now on
    BOTH = "both"  # they are two
