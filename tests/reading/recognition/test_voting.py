from __future__ import annotations

from recognition_rows import row, text_of
from vanthu.reading.recognition.agreement import Agreed, agree
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.voting import is_figure, vote
from vanthu.settings import ConfidenceSettings, Curve, SecondSettings

SETTINGS = SecondSettings()
SURER = ConfidenceSettings(agreed=Curve(((0.0, 0.9), (1.0, 1.0))))


def disputed(first: list[Token], second: str) -> Agreed:
    return agree(
        first, row(second, engine="other", sure=0.85), settings=SETTINGS, confidence=ConfidenceSettings()
    )


def voted(agreed: Agreed, third: str) -> Agreed:
    return vote(agreed, row(third), settings=SETTINGS, confidence=SURER)


def test_two_against_a_doubtful_one() -> None:
    found = voted(disputed(row("tổng hiến binh", sure=0.85), "tổng hiển binh"), "tổng hiển binh")
    assert text_of(found.tokens) == "tổng hiển binh"
    assert found.tokens[1].engine == "other"
    assert not found.differences


def test_two_against_one_that_was_read_well_leave_it_to_the_words_around() -> None:
    agreed = disputed(row("tổng hiến binh", sure=0.96), "tổng hiển binh")
    assert voted(agreed, "tổng hiển binh") == agreed


def test_the_third_stands_by_the_first() -> None:
    found = voted(disputed(row("tổng hiến binh", sure=0.85), "tổng hiển binh"), "tổng hiến binh")
    assert text_of(found.tokens) == "tổng hiến binh"
    assert found.tokens[1].confidence > 0.98
    assert not found.differences


def test_the_third_stands_by_the_first_though_it_sets_a_blank() -> None:
    agreed = disputed(row("Số:27/KH-BQL", sure=0.85), "5ố:27/KH-BQL")
    third = [t._replace(line=0) for t in row("Số: 27/KH-BQL")]
    (word,) = vote(agreed, third, settings=SETTINGS, confidence=SURER).tokens
    assert word.confidence > 0.98


def test_figures_stay_in_dispute_whoever_wins() -> None:
    agreed = disputed(row("ngày 23/10/2041", sure=0.85), "ngày 23/10/2021")
    lost, won = voted(agreed, "ngày 23/10/2021"), voted(agreed, "ngày 23/10/2041")
    assert text_of(lost.tokens) == "ngày 23/10/2021"
    assert [d.text for d in lost.differences] == ["23/10/2041"]
    assert text_of(won.tokens) == "ngày 23/10/2041"
    assert [d.text for d in won.differences] == ["23/10/2021"]
    assert is_figure(won.differences[0], won.tokens)


def test_a_third_opinion_decides_nothing() -> None:
    agreed = disputed(row("tổng hiến binh", sure=0.85), "tổng hiển binh")
    assert voted(agreed, "tổng hiên binh") == agreed
