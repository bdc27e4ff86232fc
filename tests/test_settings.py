from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.errors import RulesError
from vanthu.settings import Settings, load_settings


def test_the_program_s_own_file_says_what_the_defaults_say() -> None:
    # the defaults read once and believe the engine; who reads again, and what confidences are worth, the file says
    said = load_settings().model_dump(exclude={"poor", "second", "confidence"})
    assert said == Settings().model_dump(exclude={"poor", "second", "confidence"})


def test_the_profiles_differ_in_who_reads_again() -> None:
    quick, usual, thorough = (load_settings(profile=name) for name in ("nhanh", "thường", "kỹ"))
    assert (quick.second.engine, quick.poor.language) == ("none", None)
    assert (usual.second.engine, usual.second.third) == ("trueocr", False)
    assert thorough.second.third
    assert usual.confidence == quick.confidence == thorough.confidence


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("version: 1\nengine: {page_mode: 99}", "engine.page_mode"),
        ("version: 1\nengin: {}", "engin"),
        ("version: 2", "version"),
        ("engine: {language: 'vie --psm 6'}", "engine.language"),
        ("[", "không đọc được"),
        ("- 1", "không hợp lệ"),
    ],
)
def test_bad_settings_name_the_place(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "ocr.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        load_settings(path)
    assert place in caught.value.message
    assert caught.value.where == "ocr.yaml"
