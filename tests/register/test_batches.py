"""Many values in one statement, on both kinds of database."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from vanthu.register import Register
from vanthu.register.batches import Among
from vanthu.register.tables import UNIT

_KEYS = ("sở y tế", "đội 'một'", 'tổ "hai"', "{a,b}", "%", "\\")


@pytest.mark.parametrize("wanted", [(), _KEYS[:1], _KEYS[1:], ("không có", *_KEYS)], ids=len)
def test_rows_with_one_of_the_values_are_found(register: Register, wanted: tuple[str, ...]) -> None:
    with register.writing() as connection:
        connection.execute(insert(UNIT), [{"key": key, "name": key} for key in _KEYS])
    found = register.look(lambda c: c.scalars(select(UNIT.c.key).where(Among(UNIT.c.key, wanted))).all())
    assert set(found) == set(wanted) & set(_KEYS)


def test_numbers_of_any_size_and_many_of_them(register: Register) -> None:
    numbers = [*range(40_000), 2**62]
    with register.writing() as connection:
        connection.execute(insert(UNIT), [{"id": n, "key": str(n), "name": ""} for n in (7, 2**62)])
    found = register.look(lambda c: c.scalars(select(UNIT.c.id).where(Among(UNIT.c.id, numbers))).all())
    assert set(found) == {7, 2**62}
