from datetime import date

from planning.networks import before, due, network, task
from vanthu.planning.load import loads, together, unled, waitings, week_of


def test_the_most_crowded_day_of_a_unit_is_told() -> None:
    days = ["2024-12-31"] * 11 + ["2024-06-30"] * 3
    tasks = [task(f"{n}", lead=["Công an xã"], deadlines=[due(day)]) for n, day in enumerate(days)]
    (load,) = loads(network(*tasks, task("x", lead=["Công an xã"])))
    assert (load.leads, load.dated, load.peak) == (15, 14, (date(2024, 12, 31), 11))
    assert load.weeks == {date(2024, 6, 24): 3, date(2024, 12, 30): 11}


def test_weeks_begin_on_monday() -> None:
    assert week_of(date(2024, 12, 31)) == week_of(date(2025, 1, 5)) == date(2024, 12, 30)


def test_tasks_that_nobody_leads_are_named() -> None:
    found = network(task("1", lead=["Trạm Y tế"]), task("2"), task("3", coordinate=["Trạm Y tế"]))
    assert unled(found) == ("task:2", "task:3")


def test_who_waits_for_whom_follows_the_arrows_and_nobody_waits_for_himself() -> None:
    tasks = [task(n, lead=[unit]) for n, unit in (("1", "Phòng A"), ("2", "Phòng B"), ("3", "Phòng B"))]
    found = waitings(network(*tasks, edges=(before("1", "2"), before("1", "3"), before("2", "3"))))
    assert [(w.unit, w.waits_for, len(w.pairs)) for w in found] == [("unit:phòng b", "unit:phòng a", 2)]


def test_units_work_together_by_leading_or_helping() -> None:
    tasks = [
        task("1", lead=["A", "B"]),
        task("2", lead=["A"], coordinate=["B", "C"]),
        task("3", coordinate=["C"]),
    ]
    found = {t.units: (t.shared, t.helped) for t in together(network(*tasks))}
    assert found == {("unit:a", "unit:b"): (1, 1), ("unit:a", "unit:c"): (0, 1)}
