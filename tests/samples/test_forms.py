"""A plan says the same however its text was typed: every form of a sample's text gives the same work, units and times."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vanthu.orthography import fold_spelling

NAMES = ("01", "03", "05", "07")  # a plan of a district, a letter, phases, a commune's plan

Form = Callable[[str], str]
Fact = tuple[list[str], list[str], list[tuple[str, ...]]]


def lines(pattern: str, by: str) -> Form:
    return lambda text: re.sub(pattern, by, text, flags=re.MULTILINE)


def dates(by: str) -> Form:
    return lambda text: re.sub(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", by, text)


def wrapped(text: str) -> str:
    """Lines as wide as those of a page, but for tables and letterheads in two columns."""
    kept = [
        [line] if "|" in line or "   " in line.strip() else textwrap.wrap(line, 88)
        for line in text.split("\n")
    ]
    return "\n".join("\n".join(pieces) for pieces in kept)


def tone_marks(*pairs: tuple[str, str]) -> Form:
    def form(text: str) -> str:
        for found, by in pairs:
            text = re.sub(rf"{found}(?!\w)", by, text)
        return text

    return form


FORMS: dict[str, Form] = {
    "tone marks, old": tone_marks(("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("hụy", "huỵ")),
    "tone marks, new": tone_marks(("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"), ("huỵ", "hụy")),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "two blanks": lambda text: text.replace(", ", ",  "),
    "blanks before commas": lambda text: re.sub(r"(?<=\w), ", " , ", text),
    "ends of lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "lines of a page": wrapped,
    "no blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "two pages": lambda text: text.replace("\n\nIII.", "\n\f\nIII."),
    "round bullets": lines(r"^(\s*)- ", r"\1• "),
    "long dashes": lines(r"^(\s*)- ", r"\1– "),
    "dashes without a blank": lines(r"^(\s*)- ", r"\1-"),
    "bullets and tabs": lines(r"^(\s*)- ", "\\1-\t"),
    "1/": lines(r"^(\s*\d+)\. ", r"\1/ "),
    "1)": lines(r"^(\s*\d+)\. ", r"\1) "),
    "1.A": lines(r"^(\s*\d+)\. ", r"\1."),
    "I/": lines(r"^(\s*[IVX]+)\. ", r"\1/ "),
    "I -": lines(r"^(\s*[IVX]+)\. ", r"\1 - "),
    "Phần I.": lines(r"^(\s*)([IVX]+)\. ", r"\1Phần \2. "),
    "Markdown": lines(r"^([IVX]+\. .{3,80})$", r"## \1"),
    "bold headings": lines(r"^((?:[IVX]+|\d+)\. .{3,80})$", r"**\1**"),
    "items without stops": lines(r"[.;]$", ""),
    "31-12-2024": dates(r"\1-\2-\3"),
    "31.12.2024": dates(r"\1.\2.\3"),
    "31/ 12/2024": dates(r"\1/ \2/\3"),
    "31 tháng 12 năm 2024": dates(r"\1 tháng \2 năm \3"),
    "l5 for 15": lambda text: re.sub(r"(?<= )1(\d)/(?=\d{1,2}/20\d\d)", r"l\1/", text),
    "3O for 30": lambda text: re.sub(r"(\d)0/(?=\d{1,2}/20\d\d)", r"\1O/", text),
    "chậm nhất ngày": lambda text: text.replace("trước ngày ", "chậm nhất ngày "),
    "chủ trì và phối hợp": lambda text: re.sub("([Cc]hủ trì), phối hợp", r"\1 và phối hợp", text),
    "phối hợp cùng": lambda text: text.replace("hối hợp với", "hối hợp cùng"),
    "hằng": lambda text: re.sub(r"([Hh])àng (?=ngày|tuần|tháng|quý|năm)", r"\1ằng ", text),
}  # fmt: skip


@pytest.fixture(scope="module")
def facts_of(
    maker: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Form], list[Fact]]:
    """What the program reads from a sample's text in a form."""
    from vanthu import api
    from vanthu.contract.plan_file import plan_json

    sources = {source.name[:2]: maker.transcript.transcript(source) for source in maker.source.load_all()}
    folder = tmp_path_factory.mktemp("forms")

    def read(name: str, form: Form) -> list[Fact]:
        path: Path = folder / "paper.txt"
        path.write_bytes(form(sources[name]).encode())
        return facts(plan_json(api.process(path)))

    return read


def facts(plan: dict[str, Any]) -> list[Fact]:
    return [
        (
            [fold_spelling(unit).lower() for unit in task["lead"]],
            [fold_spelling(unit).lower() for unit in task["coordinate"]],
            sorted(when(deadline) for deadline in task["deadlines"]),
        )
        for task in plan["tasks"]
    ]


def when(deadline: dict[str, Any]) -> tuple[str, ...]:
    told = ("kind", "date", "time", "start", "end", "until", "rrule", "offset")
    return tuple(str(deadline.get(key)) for key in told)


@pytest.fixture(scope="module")
def plain(facts_of: Callable[[str, Form], list[Fact]]) -> dict[str, list[Fact]]:
    return {name: facts_of(name, str) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_say_something(plain: dict[str, list[Fact]], name: str) -> None:
    assert len(plain[name]) > 5
    assert any(lead for lead, _, _ in plain[name])
    assert any(times for _, _, times in plain[name])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_a_form_changes_nothing(
    plain: dict[str, list[Fact]], facts_of: Callable[[str, Form], list[Fact]], name: str, form: str
) -> None:
    assert facts_of(name, FORMS[form]) == plain[name]
