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
        ("28/1 1/2022", 0.95, "28/11/2022", 0.7, DISPUTED),  # only one is a day of the calendar
        ("96/01/2022", 0.82, "06/01/2022", 0.7, DISPUTED),
        ("276/KH-CA1T", 0.8, "276/KH-CAT", 0.98, DISPUTED),
        ("24/10/2022", 0.95, "24/10/2042", 0.99, FIRST),  # both are possible: a person decides
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


@pytest.mark.parametrize("text", ["05/9/2022,", "(31.12.2022)", "141/KH-UBND", "59/2022/NĐ-CP", "06/QĐ-TTg"])
def test_what_is_a_date_or_a_number(text: str) -> None:
    assert is_well_formed(text)


@pytest.mark.parametrize("text", ["31/02/2022", "96/01/2022", "3112:2022", "28/1 1/2022", "2022", "06/qđ"])
def test_what_is_none(text: str) -> None:
    assert not is_well_formed(text)
