"""Which readings a page gets. Engines are stand-ins that say what they are told to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from recognition_rows import row, text_of
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition import ocr, readings
from vanthu.reading.recognition.ahead import Read
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.readings import by_second_engine, first_engine, read_again
from vanthu.reading.recognition.second import second_engine
from vanthu.settings import EngineSettings, PoorSettings, SecondSettings, Settings

PAGE: Pixels = np.full((400, 800), 255, np.uint8)
TWO = Settings(
    poor=PoorSettings(language="Vietnamese"),
    second=SecondSettings(engine="trueocr", language="Vietnamese"),
)


class Models:
    """Tesseract's models: what the second of them reads, and for how many pieces it was asked."""

    def __init__(self, *says: list[Token]) -> None:
        self.says, self.pieces = says, 0

    def read_pieces(
        self, pieces: Sequence[Pixels], *, dpi: int, mode: int, engine: EngineSettings
    ) -> tuple[tuple[Token, ...], ...]:
        assert (dpi, mode, engine.language) == (200, 7, "Vietnamese")
        self.pieces += len(pieces)
        return tuple(map(tuple, self.says))


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> Models:
    return installed(monkeypatch, Models())


def installed(monkeypatch: pytest.MonkeyPatch, models: Models, *languages: str) -> Models:
    monkeypatch.setattr(ocr, "languages", lambda: frozenset(languages or ("vie", "Vietnamese")))
    monkeypatch.setattr(ocr, "read_pieces", models.read_pieces)
    return models


def second(tokens: list[Token]) -> Read:
    """Reads what it was told to."""

    def read(gray: Pixels) -> tuple[Token, ...]:
        assert gray.shape == PAGE.shape
        return tuple(tokens)

    return read


def again(first: list[Token], settings: Settings, other: Read = lambda _: None) -> readings.Agreed:
    return read_again(PAGE, first, dpi=200, engine=settings.engine, settings=settings, second=other)


def test_one_engine_alone(models: Models) -> None:
    found = again(row("kế hoạch 141", sure=0.5), Settings(), second(row("xin chào")))
    assert text_of(found.tokens) == "kế hoạch 141"
    assert not found.differences
    assert not models.pieces


@pytest.mark.parametrize("settings", [Settings(second=SecondSettings(engine="none")), TWO])
def test_strokes_of_numerals_are_held_against_what_all_engines_read(
    models: Models, settings: Settings
) -> None:
    tokens = row("quý II")
    x0, y0, y1 = tokens[1].x0, tokens[1].y0, tokens[1].y1
    inked = PAGE.copy()
    for stem in range(x0 + 2, x0 + 20, 7):
        inked[y0:y1, stem : stem + 3] = 0
    found = read_again(
        inked, tokens, dpi=200, engine=settings.engine, settings=settings, second=second(tokens)
    )
    assert [d.text for d in found.differences] == ["III"]
    assert text_of(found.tokens) == "quý II"
    assert not models.pieces


def test_the_second_engine_reads_the_whole_page(models: Models) -> None:
    found = again(row("kế hoạch"), TWO, second([*row("kế hoạch"), *row("số trang", line=1, y=300)]))
    assert text_of(found.tokens) == "kế hoạch số trang"
    assert not models.pieces


def test_lines_with_figures_in_dispute_are_read_a_third_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [*row("ngày 23/10/2041", sure=0.85), *row("họp", line=1, y=300)]
    other = [*row("ngày 23/10/2021", sure=0.85), *row("họp", line=1, y=300)]
    # a cut begins ten pixels of paper and a third of a line's height before the line
    models = installed(monkeypatch, Models(row("ngày 23/10/2021", x=20)))
    found = again(first, TWO, second(other))
    assert models.pieces == 1
    assert text_of(found.tokens) == "ngày 23/10/2021 họp"
    assert [d.text for d in found.differences] == ["23/10/2041"]


def test_without_the_second_engine_another_model_reads_the_lines_in_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = [*row("chắc chắn"), *row("hiến", line=1, y=200, sure=0.6), *row("số 3", line=2, y=300)]
    models = installed(monkeypatch, Models(row("hiển", x=20, y=0), row("số 8", x=20, y=0, sure=0.9)))
    found = again(first, TWO)
    assert models.pieces == 2
    assert text_of(found.tokens) == "chắc chắn hiển số 3"
    assert [(d.text, d.engine) for d in found.differences] == [
        ("hiến", "tesseract"),
        ("8", "tesseract:Vietnamese"),
    ]


def test_without_any_second_reader_one_reading_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    models = installed(monkeypatch, Models(), "vie")
    assert text_of(again(row("hiến 3", sure=0.6), TWO).tokens) == "hiến 3"
    assert not models.pieces


def test_letters_in_dispute_are_read_a_third_time_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    thorough = TWO.model_copy(update={"second": TWO.second.model_copy(update={"third": True})})
    models = installed(monkeypatch, Models(row("hiển binh", x=20)))
    first, other = row("hiến binh", sure=0.85), second(row("hiển binh", sure=0.85))
    assert text_of(again(first, TWO, other).tokens) == "hiến binh"
    assert models.pieces == 0
    assert text_of(again(first, thorough, other).tokens) == "hiển binh"
    assert models.pieces == 1


def test_poor_pages_get_the_model_for_them_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, Models())
    assert first_engine(TWO, poor=True).language == "Vietnamese"
    assert first_engine(TWO, poor=False).language == "vie"
    installed(monkeypatch, Models(), "vie")
    assert first_engine(TWO, poor=True).language == "vie"


def test_an_engine_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("vanthu.reading.recognition.second.import_module", missing)
    second_engine.cache_clear()
    assert second_engine() is None
    assert by_second_engine(PAGE, TWO) is None
    second_engine.cache_clear()
