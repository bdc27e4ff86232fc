"""What becomes of two readings; both are written by hand here."""

from __future__ import annotations

from typing import Any

from recognition_rows import row, text_of
from vanthu.reading.recognition.agreement import Agreed, agree, alone, area
from vanthu.reading.recognition.ocr import Token
from vanthu.settings import ConfidenceSettings, Curve, SecondSettings

SETTINGS = SecondSettings()
PLAIN = ConfidenceSettings()


def merged(first: list[Token], second: list[Token], **changes: Any) -> Agreed:
    return agree(first, second, settings=SETTINGS, confidence=PLAIN, **changes)


def test_the_same_reading_raises_confidence_and_disputes_nothing() -> None:
    surer = ConfidenceSettings(agreed=Curve(((0.0, 0.5), (1.0, 1.0))))
    found = agree(row("kế hoạch", sure=0.8), row("kế hoạch"), settings=SETTINGS, confidence=surer)
    assert [round(t.confidence, 2) for t in found.tokens] == [0.9, 0.9]
    assert not found.differences


def test_another_reading_is_kept_as_a_difference_on_the_word() -> None:
    first = row("tổng hiến binh", sure=0.85)
    found = merged(first, row("tổng hiển binh", sure=0.85, engine="other"))
    assert text_of(found.tokens) == "tổng hiến binh"
    (difference,) = found.differences
    assert (difference.text, difference.engine) == ("hiển", "other")
    assert difference.places == (area(first[1]),)


def test_what_is_taken_stands_where_the_first_stood() -> None:
    first = row("ngày 27/1 1/2021 họp", sure=0.9)
    found = merged(first, row("ngày 27/11/2021 họp", sure=0.99, engine="other"))
    assert text_of(found.tokens) == "ngày 27/11/2021 họp"
    taken = found.tokens[1]
    assert (taken.engine, taken.y0, taken.line) == ("other", first[1].y0, first[1].line)
    assert found.differences[0].text == "27/1 1/2021"
    assert found.differences[0].places == (area(taken),)


def test_what_is_taken_is_as_wide_as_the_second_saw_it_where_the_first_lost_the_rest() -> None:
    (number,) = row("Số:27/KH-BQL", sure=0.99, engine="other")
    cut = number._replace(text="Số:", x1=number.x0 + (number.x1 - number.x0) // 3, confidence=0.6)
    (taken,) = merged([cut], [number]).tokens
    assert (taken.text, taken.x1) == (number.text, number.x1)
    (kept,) = merged(
        [number._replace(text="5ố:27/KH-BQL", x1=number.x1 - 2, confidence=0.6)], [number]
    ).tokens
    assert (kept.text, kept.x1) == (number.text, number.x1 - 2)


def test_a_line_that_the_first_lost_comes_back_at_the_end() -> None:
    first = [*row("một hai"), *row("ba bốn", line=1, y=300)]
    found = merged(first, [*row("một hai"), *row("ở giữa", line=1, y=200), *row("ba bốn", line=2, y=300)])
    assert text_of(found.tokens) == "một hai ba bốn ở giữa"
    assert [t.line for t in found.tokens] == [0, 0, 1, 1, 2, 2]


def test_a_word_that_the_first_lost_in_a_line_stands_between_its_neighbours() -> None:
    whole = row("số 141 ngày")
    found = merged([whole[0], whole[2]], whole)
    assert text_of(found.tokens) == "số 141 ngày"
    assert {t.line for t in found.tokens} == {0}


def test_junk_that_is_dropped_hides_no_words_of_the_second() -> None:
    whole = row("- Như trên", y=200)
    junk = [t._replace(text="be", confidence=0.1, y0=t.y0 - 40, y1=t.y1 + 40) for t in whole[1:]]
    assert text_of(merged([whole[0], *junk], whole).tokens) == "- Như trên"


def test_an_unsure_line_that_only_the_second_saw_goes_to_review() -> None:
    found = merged(row("một hai"), [*row("một hai"), *row("HUTICH", line=1, y=300, sure=0.4)])
    assert text_of(found.tokens) == "một hai"
    assert (found.differences[0].text, found.differences[0].places) == ("HUTICH", ())


def test_invented_words_are_dropped_and_doubtful_ones_are_doubted() -> None:
    doubt = ConfidenceSettings(unseen=Curve(((0.0, 0.0), (1.0, 0.5))))
    first = [
        *row("một hai"),
        *row("ĩ ccc ®", line=1, y=500, sure=0.3),
        *row("đóng", line=2, y=700, sure=0.8),
    ]
    found = agree(first, row("một hai"), settings=SETTINGS, confidence=doubt)
    assert text_of(found.tokens) == "một hai đóng"
    assert round(found.tokens[-1].confidence, 2) == 0.4


def test_a_second_reading_of_some_lines_says_nothing_of_the_others() -> None:
    first = [*row("một hai"), *row("ccc", line=1, y=500, sure=0.3)]
    found = merged(first, row("một hai"), whole=False)
    assert text_of(found.tokens) == "một hai ccc"


def test_an_empty_second_reading_leaves_sure_words() -> None:
    assert text_of(merged(row("một hai"), []).tokens) == "một hai"


def test_a_reading_alone_loses_its_specks() -> None:
    found = alone([*row("một"), *row("~ |", line=1, y=200, sure=0.2)], noise=0.5, confidence=PLAIN)
    assert text_of(found.tokens) == "một"
