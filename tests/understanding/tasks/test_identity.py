from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanthu.document.content import Header
from vanthu.document.evidence import Sourced
from vanthu.understanding.tasks.identity import task_uid

HEADER = Header(
    number=Sourced(value="12"), symbol=Sourced(value="KH-UBND"), issued_on=Sourced(value="2026-01-05")
)


def test_a_task_keeps_its_name_over_spelling_and_blanks() -> None:
    assert task_uid(HEADER, "I.1", "Rà soát  hồ sơ;") == task_uid(HEADER, "I.1", "rà soát hồ sơ.")
    assert task_uid(HEADER, "I.1", "Hoà giải") == task_uid(HEADER, "I.1", "Hòa giải")


def test_another_document_place_or_text_gives_another_name() -> None:
    other = HEADER.model_copy(update={"number": Sourced(value="13")})
    names = {
        task_uid(HEADER, "I.1", "Rà soát hồ sơ"),
        task_uid(HEADER, "I.2", "Rà soát hồ sơ"),
        task_uid(HEADER, "I.1", "Rà soát hồ sơ mới"),
        task_uid(other, "I.1", "Rà soát hồ sơ"),
        task_uid(None, "I.1", "Rà soát hồ sơ"),
    }
    assert len(names) == 5


@given(st.text(), st.text())
def test_every_name_is_sixteen_hexadecimal_digits(path: str, text: str) -> None:
    name = task_uid(HEADER, path, text)
    assert len(name) == 16
    assert set(name) <= set("0123456789abcdef")
