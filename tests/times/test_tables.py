from __future__ import annotations

import pytest

from vanthu.errors import RulesError
from vanthu.rulebook import load_rulebook
from vanthu.times import tables
from vanthu.times.reading import PointReader
from vanthu.times.shapes import SHAPES


def test_every_feast_of_the_table_is_read_by_its_name() -> None:
    reader = PointReader(load_rulebook()["TIME_POINT"])
    unread = [n for f in tables.feasts().feasts for n in f.names if reader.read(n) is None]
    assert unread == []


def test_every_rule_of_points_names_a_shape() -> None:
    names = {c.rule.resolve for c in load_rulebook()["TIME_POINT"].compiled}
    assert names == {*SHAPES, "list"}


def test_a_day_is_not_both_off_and_worked() -> None:
    table = tables.holidays()
    assert not {d.date for d in table.days_off} & {d.date for d in table.working_days}


def test_a_missing_table_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "rules_folder", lambda: tmp_path)
    tables.lunar.cache_clear()
    with pytest.raises(RulesError, match=r"lunar\.yaml"):
        tables.lunar()
    tables.lunar.cache_clear()
