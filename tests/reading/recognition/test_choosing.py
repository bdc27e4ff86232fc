from __future__ import annotations

import pytest

from vanthu.reading.recognition.choosing import Choice, Said, choose, is_well_formed
from vanthu.settings import SecondSettings

SETTINGS = SecondSettings()
FIRST, DISPUTED = Choice(disputed=True), Choice(second=True, disputed=True)


def chosen(first: str, sure: float, second: str, other: float) -> Choice:
    return choose(Said(first, sure), Said(second, other), SETTINGS)


@pytest.mark.parametrize(
    ("first", "sure", "second", "other", "choice"),
    [
        ("27/1 1/2021", 0.95, "27/11/2021", 0.7, DISPUTED),  # only one is a day of the calendar
        ("96/02/2022", 0.82, "06/02/2022", 0.7, DISPUTED),
        ("264/KH-CA1T", 0.8, "264/KH-CAT", 0.98, DISPUTED),
        ("23/10/2021", 0.95, "23/10/2041", 0.99, FIRST),  # both are possible: a person decides
        ("38", 0.87, "28", 1.0, DISPUTED),
        ("38", 0.96, "28", 1.0, FIRST),
    ],
)
def test_figures(first: str, sure: float, second: str, other: float, choice: Choice) -> None:
    assert chosen(first, sure, second, other) == choice


@pytest.mark.parametrize(
    ("first", "sure", "second", "other", "choice"),
    [
        ("hiến", 0.6, "hiển", 0.85, DISPUTED),  # the first doubts itself
        ("hiển", 0.85, "hiến", 0.85, FIRST),
        ("hiển", 0.95, "hiến", 0.85, Choice()),  # the second's own weakness: nothing to look at
        ("hiến", 0.95, "hiển", 0.85, FIRST),  # an acute may be a hook
        ("hiển", 0.95, "hiện", 0.99, FIRST),  # both are sure
    ],
)
def test_letters(first: str, sure: float, second: str, other: float, choice: Choice) -> None:
    assert chosen(first, sure, second, other) == choice


@pytest.mark.parametrize(
    ("first", "second"),
    [("Bộ.", "Bộ"), ("3. Bộ", "3,Bộ"), ("90%", "906"), ("TTg, ngày", "TTg,ngày")],
)
def test_signs_at_the_ends_are_no_matter_of_dispute(first: str, second: str) -> None:
    assert chosen(first, 0.95, second, 0.95) == Choice(agreed=True)


def test_a_doubtful_sign_gives_way_but_blanks_are_kept() -> None:
    assert chosen("Bộ,", 0.6, "Bộ.", 0.95) == Choice(second=True, agreed=True)
    assert chosen("TTg, ngày", 0.6, "TTg,ngày", 0.95) == Choice(agreed=True)


def test_a_sign_within_a_figure_is_a_matter_of_dispute() -> None:
    assert chosen("31:12/2022", 0.95, "31/12/2022", 0.68).disputed


@pytest.mark.parametrize("text", ["09/8/2022,", "(31.12.2022)", "141/KH-UBND", "347/2022/NĐ-CP", "08/QĐ-TTg"])
def test_what_is_a_date_or_a_number(text: str) -> None:
    assert is_well_formed(text)


@pytest.mark.parametrize("text", ["31/02/2022", "96/02/2022", "3112:2022", "27/1 1/2021", "2022", "06/qđ"])
def test_what_is_none(text: str) -> None:
    assert not is_well_formed(text)
