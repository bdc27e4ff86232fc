"""Made registers: what comes out is valid, the same for one seed, and only what was planted is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
import regex

from registers.grammar import numbers, subjects
from registers.maker import Made, made
from registers.slips import bare
from vanthu.contract.model import PublicPlan, Task
from vanthu.times.working_days import is_day_off

_COUNT = 150
_TWICE = ("duplicate-task", "duty-two-units")
_KINDS = 15


@pytest.fixture(scope="module", params=[False, True], ids=["known", "held"])
def held(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def register(held: bool) -> list[Made]:
    return list(made(_COUNT, seed=5, held=held))


def _tasks(register: list[Made]) -> Iterator[tuple[str, PublicPlan, Task]]:
    for one in register:
        yield from ((f"{one.plan.source}#{t.id}", one.plan, t) for t in one.plan.tasks)


def _named(register: list[Made], *codes: str) -> set[str]:
    return {p for one in register for t in one.truth if t.code in codes for p in t.places}


def test_plans_are_valid_by_the_contract_and_read_back_as_they_are(register: list[Made]) -> None:
    for one in register:
        data = one.plan.model_dump(mode="json")
        assert PublicPlan.model_validate(data).model_dump(mode="json") == data


def test_one_seed_gives_one_register(register: list[Made], held: bool) -> None:
    again = [m.plan.model_dump_json() for m in made(_COUNT, seed=5, held=held)]
    assert again == [m.plan.model_dump_json() for m in register]
    assert next(made(_COUNT, seed=6, held=held)).plan != register[0].plan


def test_what_is_held_out_has_other_subjects_things_and_ways_of_putting_them() -> None:
    known, held = ([subjects()[n] for n in numbers(held=h)] for h in (False, True))
    assert not {s.name for s in known} & {s.name for s in held}
    assert not {w for s in known for t in s.things for w in t} & {
        w for s in held for t in s.things for w in t
    }
    first, second = known[0].tongue, held[0].tongue
    assert first.wording.keys() == second.wording.keys()
    assert not {w for a in first.actions for w in a} & {w for a in second.actions for w in a}
    assert not set(first.lines("dated")) & set(second.lines("dated"))


def test_there_are_as_many_plans_as_asked_for_each_with_its_own_name(register: list[Made]) -> None:
    assert len({one.plan.source for one in register}) == len(register) == _COUNT
    plans = [one.plan for one in register if one.plan.document.type == "Kế hoạch"]
    assert all(15 <= len(plan.tasks) <= 70 for plan in plans)
    assert all(one.plan.tasks for one in register)


def test_every_kind_of_contradiction_is_planted_and_names_plans_that_have_come(register: list[Made]) -> None:
    come: set[str] = set()
    codes = Counter[str]()
    for one in register:
        come |= {str(one.plan.source), *(f"{one.plan.source}#{t.id}" for t in one.plan.tasks)}
        assert all(t.places <= come for t in one.truth)
        codes.update(t.code for t in one.truth if not t.is_trap)
    assert len(codes) == _KINDS


def test_numbers_run_with_the_dates_but_where_it_was_planted(register: list[Made]) -> None:
    last: dict[tuple[str, str | None, str | None, str], tuple[int, str]] = {}
    against = _named(register, "number-against-date")
    for one in register:
        head = one.plan.document
        assert head.number
        assert head.issued_on
        if one.plan.source in against:
            continue
        series = (head.issuer[0], head.superior, head.symbol, head.issued_on[:4])
        assert last.get(series, (0, "")) < (int(head.number), head.issued_on)
        assert last.get(series, (0, ""))[1] < head.issued_on
        last[series] = int(head.number), head.issued_on


def test_no_limit_is_on_a_day_off_or_past_but_where_it_was_planted(register: list[Made]) -> None:
    planted = _named(register, "deadline-on-day-off", "deadline-before-issue")
    for place, plan, task in _tasks(register):
        limits = [d for d in task.deadlines if d.kind == "due" and d.qualifier != "on" and d.date]
        wrong = [
            d
            for d in limits
            if is_day_off(date.fromisoformat(str(d.date))) or str(d.date) < str(plan.document.issued_on)
        ]
        assert bool(wrong) == (place in planted)


def test_the_words_of_every_time_stand_in_the_task_but_in_tables(register: list[Made]) -> None:
    apart = [task for _, _, task in _tasks(register) for d in task.deadlines if d.raw not in task.text]
    dated = [task for _, _, task in _tasks(register) if task.deadlines]
    assert 0 < len(apart) < len(dated) / 20


def test_no_unit_has_very_many_tasks_on_one_day_but_where_it_was_planted(register: list[Made]) -> None:
    planted = _named(register, "unit-overloaded")
    load = Counter(
        (plan.document.issuer[0], plan.document.superior, task.lead[0], d.date)
        for place, plan, task in _tasks(register)
        for d in task.deadlines
        if d.kind == "due" and place not in planted
    )
    assert max(load.values()) < 10


def test_contradictions_come_in_other_words_and_with_slips(register: list[Made]) -> None:
    texts = {place: task.text for place, _, task in _tasks(register)}
    told = [
        (t.how, *(texts[p] for p in t.places))
        for one in register
        for t in one.truth
        if t.code in ("deadline-conflict", *_TWICE)
    ]
    assert {how for how, *_ in told} >= {"slips", "light", "heavy"}
    assert all(a != b for how, a, b in told if how in ("light", "heavy"))
    misread = [text for text in texts.values() if regex.search(r"\p{L}[01]|[01]\p{L}", text)]
    assert misread
    assert all(text != bare(text) for text in misread)
