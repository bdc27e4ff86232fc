from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from contracts import task
from registered import plan_from
from vanthu.orthography import strip_accents
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add
from vanthu.register.people import Speaker, correct
from vanthu.register.search import Wanted, find, forget, remember_all
from vanthu.register.search.words import marked, plain, terms


@pytest.fixture
def book(register: Register) -> Register:
    """Three documents: of an own place, unit and time each."""

    def fill(connection: Any) -> None:
        work = [
            ("1.2", "Ma tuý học đường: tuyên truyền tại trường", "Trạm Y tế xã"),
            ("2.2", "Mã hóa dữ liệu, mua máy tính", "Văn phòng"),
            ("3.2", "Tuyên truyền “phòng, chống ma túy” cho thanh niên", "Đoàn Thanh niên"),
        ]
        for number, (path, text, unit) in enumerate(work, start=1):
            issuer = ["Ủy ban nhân dân xã An Phước" if number < 3 else "Ủy ban nhân dân xã Bình Hòa"]
            plan = plan_from(number, task(path, text=text, lead=[unit]), issuer=issuer)
            add(connection, Arrival(plan))

    register.work(fill)
    return register


def found(register: Register, text: str = "", **more: Any) -> list[tuple[int, str | None]]:
    hits = register.look(lambda connection: find(connection, Wanted(text, **more)))
    return [(hit.document, hit.task and hit.task.removeprefix("uid-")) for hit in hits]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("ma tuy", [(3, "3.2"), (1, "1.2")]),
        ("ma túy", [(3, "3.2"), (1, "1.2")]),
        ("ma tuý", [(3, "3.2"), (1, "1.2")]),
        ("mã", [(2, "2.2")]),
        ("ma", [(3, "3.2"), (2, "2.2"), (1, "1.2")]),
        ("tuyen truyen truong", [(1, "1.2")]),
        ('"chong ma tuy"', [(3, "3.2")]),
        ('"ma tuy chong"', []),
        ("MA TÚY", [(3, "3.2"), (1, "1.2")]),
        ("dien thoai", []),
        ("'; DROP TABLE task; --", []),
        ('" OR 1=1', []),
        ("*", [(3, None), (2, None), (1, None)]),
    ],
)
def test_words_with_and_without_marks(book: Register, text: str, hits: list[tuple[int, str | None]]) -> None:
    shown = found(book, text)
    assert [hit for hit in shown if hit[1] is None or text != "*"][: len(hits) or None] == hits


@pytest.mark.parametrize("text", ["2/KH-UBND", "2/kh-ubnd", "kế hoạch số 2 / KH - UBND", "ke hoach 2"])
def test_a_number_leads_to_its_document_first(book: Register, text: str) -> None:
    assert found(book, text)[0] == (2, None)


@pytest.mark.parametrize("text", ["41-TB/ĐU", "41/tb/đu", "thông báo số 41 - TB/ĐU"])
def test_a_number_of_the_party_leads_to_its_document(register: Register, text: str) -> None:
    register.work(lambda connection: add(connection, Arrival(plan_from(41, symbol="TB/ĐU"))))
    assert found(register, text)[0] == (1, None)


@pytest.mark.parametrize(
    "text", ["quản lí kĩ thuật", "quản lý kỹ thuật", "quan li ki thuat", "quan ly ky thuat"]
)
def test_either_letter_at_the_end_of_a_syllable_is_found(register: Register, text: str) -> None:
    plan = plan_from(1, task("1.2", text="Tập huấn quản lí kỹ thuật"))
    register.work(lambda connection: add(connection, Arrival(plan)))
    assert found(register, text) == [(1, "1.2")]


def test_what_is_wanted_can_be_narrowed(book: Register) -> None:
    assert found(book, "ma tuy", issuer="binh hoa") == [(3, "3.2")]
    assert found(book, "ma tuy", unit="tram y te") == [(1, "1.2")]
    assert found(book, unit="cong an", kind="task") == [(3, "3.1"), (2, "2.1"), (1, "1.1")]
    assert found(book, kind="document", first=date(2024, 3, 1), last=date(2024, 3, 31)) == [(2, None)]
    assert len(found(book, "ra soat", most=2)) == 2
    assert {task for _, task in found(book, "ke hoach", kind="document")} == {None}


def test_what_was_put_right_is_found_and_what_stood_there_no_more(book: Register) -> None:
    said = {"text": "Mua máy quét", "lead": ("Kế toán",)}
    book.work(lambda c: correct(c, 2, said, Speaker("Lan"), task="uid-2.2"))
    book.work(lambda c: correct(c, 2, {"number": "77", "issuer": "Hội đồng nhân dân xã"}, Speaker("Lan")))
    assert found(book, "may quet", unit="ke toan") == [(2, "2.2")]
    assert found(book, "may tinh") == found(book, "", unit="van phong") == []
    assert found(book, "77/KH-UBND")[0] == (2, None)
    assert found(book, "", issuer="hoi dong", kind="document") == [(2, None)]


def test_another_reading_takes_the_old_words_out(book: Register) -> None:
    again = plan_from(2, task("2.2", text="Thuê đường truyền"))
    book.work(lambda c: add(c, Arrival(again)))
    assert found(book, "may tinh") == []
    assert found(book, '"duong truyen"') == [(2, "2.2")]


@given(text=st.text(max_size=40))
def test_whatever_is_typed_becomes_words(text: str) -> None:
    assert strip_accents(marked(text)) == plain(text)
    for term in terms(text):
        assert term.words
        assert all(word == marked(word) for word in term.words)


@settings(max_examples=50)
@given(typed=st.text(st.characters(codec="utf-8"), max_size=20))
def test_nothing_that_is_typed_breaks_the_question(empty_file: Path, typed: str) -> None:
    with open_register(str(empty_file)) as register:
        assert found(register, typed, unit=typed, issuer=typed) == []


def test_the_newest_are_found_first_in_a_register_that_is_far_along(register: Register) -> None:
    """Rows whose numbers lie far apart, as in a register of hundreds of thousands of tasks."""
    rare = 2
    for number in range(1, 13):
        texts = ("Tuyên truyền lưu động", "Nạo vét kênh" if number == rare else "Tuyên truyền miệng")
        plan = plan_from(number, *(task(f"{n}", text=text) for n, text in enumerate(texts, start=1)))
        register.work(lambda connection, plan=plan: _added_far_on(connection, plan))
    assert found(register, "tuyên truyền", most=3) == [(12, "2"), (12, "1"), (11, "2")]
    assert found(register, "tuyen truyen", most=30, kind="task") == [
        (number, path) for number in range(12, 0, -1) for path in ("2", "1") if (number, path) != (rare, "2")
    ]
    assert found(register, "nao vet") == [(rare, "2")]
    assert found(register, "nao vet", last=date(2000, 1, 1)) == []


def _added_far_on(connection: Any, plan: Any) -> None:
    document = add(connection, Arrival(plan)).document
    forget(connection, [document])
    for rows in ("task_unit", "deadline", "progress"):
        connection.execute(sql(f"DELETE FROM {rows}"))  # noqa: S608
    connection.execute(
        sql("UPDATE task SET id = id + 100000 * document_id WHERE document_id = :one"), {"one": document}
    )
    remember_all(connection, [document])
