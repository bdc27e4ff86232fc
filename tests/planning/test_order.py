from datetime import date

import pytest

from planning.networks import before, due, network, task
from vanthu.planning.measures import measure
from vanthu.planning.order import order_of

EVENT = {"raw": "ngày 20/6", "kind": "due", "date": "2024-06-20", "qualifier": "on"}


def names(keys: tuple[str, ...]) -> list[str]:
    return [key.removeprefix("task:") for key in keys]


def test_work_is_done_in_turns_and_what_is_not_related_side_by_side() -> None:
    found = order_of(network(task("1"), task("2"), task("3"), edges=(before("2", "1"),)))
    assert [names(turn) for turn in found.turns] == [["2", "3"], ["1"]]


def test_a_cycle_is_found_shown_and_stops_nothing() -> None:
    edges = (before("1", "2"), before("2", "3"), before("3", "1"), before("3", "4"))
    found = order_of(network(*(task(str(n)) for n in range(1, 5)), edges=edges))
    assert [names(cycle) for cycle in found.cycles] == [["1", "2", "3"]]
    assert [names(turn) for turn in found.turns] == [["1", "2", "3"], ["4"]]


def test_a_weak_reason_moves_no_day_but_a_weak_cycle_is_told() -> None:
    tasks = (task("1", deadlines=[due("2024-05-01")]), task("2", deadlines=[due("2024-04-01")]))
    found = order_of(network(*tasks, edges=(before("1", "2", 0.4), before("2", "1", 0.3))))
    assert found.weak == 2
    assert found.times["task:1"].latest == date(2024, 5, 1)
    assert len(found.cycles) == 1


def test_what_others_need_is_needed_when_they_are_due() -> None:
    tasks = (task("1", deadlines=[due("2024-12-31")]), task("2", deadlines=[due("2024-12-30")]), task("3"))
    found = measure(network(*tasks, edges=(before("3", "1"), before("1", "2"))))
    assert {k: t.latest for k, t in found.order.times.items()} == dict.fromkeys(
        ("task:1", "task:2", "task:3"), date(2024, 12, 30)
    )
    assert [(p.task, p.due, p.needed) for p in found.pressed] == [
        ("task:1", date(2024, 12, 31), date(2024, 12, 30))
    ]


def test_slack_is_what_lies_between_and_negative_where_it_cannot_be() -> None:
    tasks = (task("1", deadlines=[EVENT]), task("2", deadlines=[due("2024-06-15")]), task("3"))
    times = order_of(network(*tasks, edges=(before("1", "2"),))).times
    assert times["task:2"].earliest == date(2024, 6, 20)
    assert times["task:2"].slack == -5
    assert times["task:3"].slack is None
    assert times["task:3"].earliest == date(2024, 3, 5)  # not before the plan


def test_the_chain_leads_to_the_last_day_by_the_longest_wait() -> None:
    tasks = (
        task("1", deadlines=[due("2024-04-01")]),
        task("2", deadlines=[due("2024-05-01")]),
        task("3", deadlines=[due("2024-12-31")]),
        task("4", deadlines=[due("2024-11-30")]),
    )
    edges = (before("1", "3"), before("2", "3"))
    assert names(order_of(network(*tasks, edges=edges)).chain) == ["2", "3"]


@pytest.mark.parametrize("tasks", [(), (task("1"),)])
def test_without_days_no_chain_decides(tasks: tuple[dict[str, object], ...]) -> None:
    assert order_of(network(*tasks)).chain == ()
