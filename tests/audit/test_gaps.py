"""Each of the six things a task can leave unclear is told, and only where it is unclear."""

from __future__ import annotations

from functools import cache

import pytest

from vanthu.audit.facts import Facts
from vanthu.audit.gaps import NAMES, gaps
from vanthu.document.content import Deadline, DeadlineKind, GapKind, Header, Task, Unit
from vanthu.rulebook import RuleSet, load_rulebook

CLEAR = "Xây dựng kế hoạch kiểm tra an toàn thực phẩm trình Chủ tịch UBND xã phê duyệt"
JUNE = Deadline(raw="trước ngày 30/6/2025", kind=DeadlineKind.DUE, date="2025-06-30")


@cache
def words() -> RuleSet:
    return load_rulebook()["AUDIT"]


def task(text: str = CLEAR, *, lead: tuple[str, ...] = ("Công an xã",), **more: object) -> Task:
    units = tuple(Unit(name=n) for n in lead)
    return Task.model_validate({"id": "II.1", "text": text, "lead": units, "deadlines": (JUNE,), **more})


def kinds(*tasks: Task, period: tuple[Deadline, ...] = ()) -> list[GapKind]:
    facts = Facts(
        header=Header(),
        issued_on=None,
        tasks=tasks,
        document_deadlines=period,
        schedule=(),
        citations=(),
        edges=(),
        day_off=lambda _: None,
        words=words(),
    )
    return [g.kind for g in gaps(facts)]


def test_a_clear_task_has_no_gap() -> None:
    assert kinds(task()) == []


@pytest.mark.parametrize("lead", [(), ("các cơ quan, đơn vị có liên quan",)])
def test_nobody_is_told_to_do_it(lead: tuple[str, ...]) -> None:
    assert kinds(task(lead=lead)) == [GapKind.PERSON]


def test_of_several_leads_none_answers_for_it() -> None:
    assert kinds(task(lead=("Công an xã", "Trạm Y tế xã"))) == [GapKind.RESPONSIBILITY]


def test_nothing_in_particular_is_to_be_done() -> None:
    assert GapKind.WORK in kinds(task("Thực hiện tốt các nhiệm vụ được giao theo chức năng, nhiệm vụ."))


def test_a_time_of_the_whole_plan_or_the_parent_is_a_time() -> None:
    assert kinds(task(deadlines=())) == [GapKind.TIME]
    assert kinds(task(deadlines=()), period=(JUNE,)) == []
    assert kinds(task(), task(id="II.1.b1", parent="II.1", deadlines=())) == []


def test_a_product_is_named_or_it_is_not() -> None:
    assert kinds(task("Tăng cường phối hợp nắm tình hình địa bàn")) == [GapKind.PRODUCT]
    assert kinds(task("Tăng cường phối hợp nắm tình hình địa bàn", products=("Báo cáo",))) == []


def test_who_decides_is_left_open() -> None:
    assert kinds(task("Lập danh sách hộ nghèo trình cấp có thẩm quyền phê duyệt")) == [GapKind.AUTHORITY]


def test_every_kind_has_a_name() -> None:
    assert set(NAMES) == set(GapKind)
