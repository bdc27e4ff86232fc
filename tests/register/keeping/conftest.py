from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contracts import WINDOW, task
from registered import plan_from
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add, decide, pairs
from vanthu.register.people import Speaker, correct, mark
from vanthu.register.states import Decision, State


@pytest.fixture
def full(register: Register) -> Register:
    """A register with a bit of everything: versions, words of people, twins, a document that another one stands for."""

    def fill(connection: Any) -> None:
        first = add(connection, Arrival(plan_from(1, task("1.2", deadlines=[WINDOW])))).document
        add(connection, Arrival(plan_from(1, task("1.3"))))
        add(connection, Arrival(plan_from(2)))
        twin = plan_from(1, task("1.3"), title="Kế hoạch số 1.").model_copy(update={"file": None})
        add(connection, Arrival(twin))
        correct(connection, first, {"title": "Kế hoạch năm"}, Speaker("Lan"))
        correct(connection, first, {"due": "2024-08-15", "note": "đã giao"}, Speaker("Lan"), task="1.1")
        mark(connection, 2, State.DISCARDED, Speaker("Minh"))
        (pair,) = pairs(connection)
        decide(connection, pair, Decision.REPLACE, who="Lan")

    register.work(fill)
    return register


@pytest.fixture
def looked() -> Callable[..., Any]:
    """What a function over a connection gives for the register at an address."""

    def look(address: str, unit: Callable[..., Any]) -> Any:
        with open_register(address) as register:
            return register.look(unit)

    return look
